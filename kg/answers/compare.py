"""Two entities compared in their exposure to one shock.

Bias: who is not reached at all is "nothing known", not "less exposed" by a number.
"""

from __future__ import annotations

from kg.answers.exposed import exposure_answer
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.exposure import Ask
from kg.graph.contract import View
from schemas.answer import Answer, Exposure

_LEVEL = 0.1  # scores that differ by less than a tenth of the larger are alike; own prior


def compare_answer(view: View, question: str, plan: Plan, ask: Ask) -> Answer:
    """Both exposures, the stronger first, and which it is in words."""
    pair = [one(view, plan.other), one(view, plan.third)]
    given = exposure_answer(view, question, plan, ask)
    known = [e for e in given.answers if e.class_ != "unknown"]
    if not known:
        verdict = "nothing known of either"
    elif len(known) == 1:
        rest = next(e.name for e in pair if e.node != known[0].node)
        verdict = f"{known[0].entity} is {_how(known[0])}; nothing known of {rest}"
    else:
        verdict = _stronger(known[0], known[1])
    return given.model_copy(update={"verdict": verdict})


def _stronger(first: Exposure, second: Exposure) -> str:
    alike = abs(first.score) - abs(second.score) < _LEVEL * abs(first.score)
    both = f"{first.entity} {_how(first)}, {second.entity} {_how(second)}"
    return f"about alike: {both}" if alike else f"{first.entity} more than {second.entity}: {both}"


def _how(exposure: Exposure) -> str:
    if exposure.class_ == "stated_not_exposed":
        return "said not to be exposed"
    return f"{exposure.sign} {exposure.score:+.2f} by {exposure.channel}"
