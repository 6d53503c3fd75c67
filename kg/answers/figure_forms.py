"""Forms that count or compare amounts: "how many …", "the largest …", "how much did X pay for Y".

The measure's words are taken off and the rest is read as a listing. Bias: a rest that is no
listing leaves the question unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.answers.plan import Measure, Plan

Read = Callable[[str], Iterator[Plan]]
_MOST = r"(?:the )?(?:largest|biggest|most valuable|highest|greatest|costliest|most expensive|top)"
_LEAST = r"(?:the )?(?:smallest|lowest|cheapest|least valuable)"
_LISTED = set("subjects objects pairs listing leaving exposed hurt helped holds things".split())
EXAMPLES = (
    "how many suppliers does X have", "how many firms supply X", "how many deals were rejected",
    "what is the largest acquisition by X", "who is the biggest investor in X",
    "how much did X pay for Y", "what is the total of the fines on X",
)  # fmt: skip


def figure_plans(text: str, read: Read) -> Iterator[Plan]:
    """The plans of a question for a number or an extreme, likeliest first."""
    for pattern, measure, leads in _MEASURES:
        match = re.fullmatch(pattern, text, re.IGNORECASE)
        parts = match.groupdict() if match else {}
        words = parts.get("rest", "") + parts.get("tail", "")
        rest = [lead + words for lead in leads] if match else []
        plans = (p for r in rest for p in read(r) if p.form in _LISTED)
        yield from (replace(plan, measure=measure) for plan in plans)


_MEASURES: tuple[tuple[str, Measure, tuple[str, ...]], ...] = (
    (r"(?:how many|what number of|(?:what is )?the number of) (?P<rest>.+)", "count",
     ("which ", "")),
    (r"count (?:of )?(?:the )?(?P<rest>.+)", "count", ("which ", "")),
    (rf"(?:(?:who|what|which(?: [\w-]+){{0,2}}) (?:is|are|was|were) )?{_MOST} (?P<rest>.+)",
     "largest", ("", "all ")),
    (rf"(?P<rest>(?:who|which(?: [\w-]+){{1,2}}) (?:has|have|had) )(?:the )?{_MOST} (?P<tail>.+)",
     "largest", ("",)),
    (rf"(?P<rest>(?:who|which(?: [\w-]+){{1,2}}) (?:has|have|had) )(?:the )?{_LEAST} (?P<tail>.+)",
     "smallest", ("",)),
    (rf"(?:which|what) {_MOST} (?P<rest>.+)", "largest", ("which ", "all ")),
    (rf"(?:which|what) (?P<rest>.+) (?:is|are|was|were) {_MOST}", "largest", ("which ", "all ")),
    (rf"(?:(?:who|what|which(?: [\w-]+){{0,2}}) (?:is|are|was|were) )?{_LEAST} (?P<rest>.+)",
     "smallest", ("", "all ")),
    (r"(?:what is )?(?:the )?(?:total|sum)(?: (?:value|amount|sum|worth))?(?: of)?(?: all)?"
     r"(?: the)? (?P<rest>.+)", "total", ("", "all ")),
    (r"how much (?:money )?(?P<rest>(?:did|does|do|has|have|will|would|is|was|were) .+)", "total",
     ("", "what ")),
)  # fmt: skip
