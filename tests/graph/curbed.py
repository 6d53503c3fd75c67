"""Stories of a curb that is stated, and of the two halves from which it follows."""

from __future__ import annotations

from schemas.claim import Resolved
from tests.graph.factories import claim, resolved, story


def curbed() -> list[Resolved]:
    """A levy that is imposed, said not to hit tin, and a curb on tin told besides it, then denied.

    By their days: the curb, the levy, what it does not hit, no curb.
    """
    told = (
        ("2025-01-01", "agency:trade", "RESTRICTS", "commodity:tin", "asserted"),
        ("2025-02-02", "agency:trade", "IMPOSES", "policy:levy", "planned"),
        ("2025-03-03", "policy:levy", "TARGETS", "commodity:tin", "denied"),
        ("2025-04-04", "agency:trade", "RESTRICTS", "commodity:tin", "negated"),
    )
    made = []
    for number, (day, head, type_, tail, status) in enumerate(told):
        own = story(f"s{number}", f"What was told on {day}", published=day)
        made.append(resolved(own, claim(own, head, type_, tail, status=status)))
    return made
