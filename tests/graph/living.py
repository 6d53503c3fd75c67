"""A long life of a store by arithmetic: more even than what Hypothesis shrinks well."""

from __future__ import annotations

from kg.graph.contract import STEPS
from schemas.base import STATUSES
from tests.graph.cast import Chance
from tests.graph.small import DAYS
from tests.graph.stateful import Life

RARELY = 3
"""All is compared after so many steps."""
ACTS = (
    *["add"] * 4, "add_again", *["supersede"] * 4, *["decide"] * 3, *["retract"] * 2, *["undo"] * 3,
    "repeat", "set_aside", *["fail"] * 4, "look_back", "remember", "remember", "rebuild", "reopen",
)  # fmt: skip
"""What happens in a life without Hypothesis, as often as it stands here."""


def live(life: Life, steps: int, seed: int) -> None:
    """A life of so many steps; the seed says in which world."""
    chance = Chance("life", seed)
    try:
        life.begin(rich=bool(seed % 2), picks=[chance.below(1000) for _ in range(3)])
        for number in range(steps):
            act(life, chance.one(ACTS), chance)
            life.agrees_with_the_model()
            if number % RARELY == 0:
                life.agrees_with_the_specification()
    finally:
        life.teardown()


def act(life: Life, name: str, chance: Chance) -> None:
    """One step of that name."""
    at, day = chance.below(10**6), chance.one(DAYS)
    given: dict[str, dict[str, object]] = {
        "add": {"picks": [chance.below(10**6) for _ in range(1 + chance.below(3))]},
        "add_again": {"at": at, "other": chance.yes(50)},
        "supersede": {"at": at, "status": chance.one(STATUSES), "day": day},
        "decide": {"sort": chance.one(("merge", "merge", "split")), "left": at,
                   "right": chance.below(10**6)},
        "set_aside": {"where": chance.one(("a.txt", "b.txt")), "why": chance.one(("", "empty"))},
        "fail": {"step": chance.one(STEPS[:-1]), "at": at},
        "look_back": {"day": chance.one(DAYS[:3])},
        "remember": {"at": at, "day": chance.one((None, "2025-03-09"))},
        "rebuild": {}, "reopen": {},
    }  # fmt: skip
    if name != "repeat" or life.model.judged:
        getattr(life, name)(**given.get(name, {"at": at}))
