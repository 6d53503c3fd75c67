"""What the forms of the grammar share: a form's shape, who is asked for, and names made bare.

Bias: a word between "which" and the verb narrows the answer or is said to be unused; none is
dropped in silence (see `labels`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace

from kg.answers.labels import asked
from kg.answers.plan import Filters, Form, Plan

_VERBS = (  # no kind of thing stands there: "what did …"
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must)"
)
WHO = (
    r"(?P<who>who(?:m| all| else)?|what(?: else)?|where|"
    rf"(?:which|what) (?!{_VERBS}\b)[\w&/-]+(?: (?!(?:do|does|did)\b)[\w&/,'-]+){{0,6}}?)"
)
BE = (
    r"(?:is|are|was|were|gets?|(?:would|will|might|may|could|can) be|stands? to be|"
    r"(?:has|have) been)"
)
AUX = r"(?:(?:would|will|might|may|could|can|does|do|did|stands? to) )?"
MODAL = r"(?:does|do|did|will|would|could|might|may|can)"
X = r"(?P<x>.+)"
Y = r"(?P<y>.+?)"


@dataclass(frozen=True, slots=True)
class Reading:
    """One supported form: its pattern, an example, how it becomes a plan, and its chapter."""

    pattern: str
    example: str
    build: Callable[[re.Match[str]], Plan]
    chapter: str = ""


def about(form: Form, match: re.Match[str]) -> Plan:
    """The plan of a form whose pattern names x and perhaps y, z, who and event."""
    parts = {k: v or "" for k, v in match.groupdict().items()}
    plan = Plan(
        form,
        subject=clean(parts["x"]),
        other=clean(parts.get("y", "")),
        third=clean(parts.get("z", "")),
    )
    return asking(plan, parts.get("who", ""))


def asking(plan: Plan, who: str) -> Plan:
    """The plan with what "which …" says of the answers."""
    label, noun, within, outside = asked(who)
    filters = replace(plan.filters, within=within, outside=outside)
    return replace(plan, label=label, noun=noun, filters=filters)


def joined(plan: Plan, filters: Filters) -> Plan:
    """The plan with the filters that stood around it added to its own."""
    own = {k: v for k, v in asdict(plan.filters).items() if v}
    return replace(plan, filters=replace(filters, **own))


def clean(name: str) -> str:
    """A name as the question gives it, without quotes, article and stray marks."""
    bare = name.strip(" ,.;:\"'")
    tail = "'" if name.rstrip(" ,.;:").endswith("s'") else ""
    article = r"^(?:the|an?|any|its|their|his|her)\s+(?=\S)"
    return re.sub(article, "", bare + tail, flags=re.IGNORECASE)


def fits(readings: tuple[Reading, ...], text: str) -> Iterator[Plan]:
    """The plans of the readings whose pattern is the whole text, in their order."""
    for reading in readings:
        match = re.fullmatch(reading.pattern, text, re.IGNORECASE)
        if match:
            yield reading.build(match)
