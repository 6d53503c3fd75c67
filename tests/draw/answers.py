"""Made-up answers to draw: a small one with every kind of effect, and many at random."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from schemas.answer import Answer
from tests.draw.factories import FIRMS

TYPES = ("SUPPLIES", "DEPENDS_ON", "PRODUCES", "INPUT_TO", "COMPETES_WITH", "LENDS_TO")
SHOCK = {
    "node": "policy:curb", "name": "Norland export licence for rare-earth magnets",
    "channel": "access", "size": -1.0, "reason": "curb: access lost on what it targets",
}  # fmt: skip

Raw = dict[str, object]
T = TypeVar("T")


def claim(number: int, status: str = "asserted") -> Raw:
    """A sentence of a made-up story."""
    quote = f"Filing {number} says that deliveries stopped on the day the licences lapsed."
    return {
        "claim_id": f"c{number}", "story_id": f"s{number}", "quote": quote, "start": number,
        "end": number + len(quote), "publisher": "The Harbour Post", "status": status,
        "published": f"2025-0{1 + number % 9}-12", "title": f"Markets on day {number}",
    }  # fmt: skip


def step(start: str, edge: str, end: str, factor: float, number: int, **more: object) -> Raw:
    """A hop with one sentence, along its arrow where nothing else is said."""
    status = str(more.get("status", "asserted"))
    given = {
        "from": start, "edge": edge, "to": end, "forward": True, "factor": factor,
        "channel": "supply", "status": status, "claims": [claim(number, status)],
    }  # fmt: skip
    return given | more


def path(*steps: Raw, score: float | None = None) -> Raw:
    """A path of these hops from a shock of -1."""
    total = -1.0
    for one in steps:
        total *= float(str(one["factor"]))
    return {"score": total if score is None else score, "steps": list(steps)}


def exposure(node: str, name: str, sign: str, *paths: Raw, **more: object) -> Raw:
    """An exposed entity; its score is the sum of its paths."""
    score = sum(float(str(p["score"])) for p in paths)
    given = {
        "entity": name, "node": node, "type": "Firm", "score": score, "sign": sign,
        "channel": "supply", "hops": max((len(_steps(p)) for p in paths), default=0),
        "class": "linked", "paths": list(paths),
    }  # fmt: skip
    return given | more


def _steps(given: Raw) -> Sequence[object]:
    steps = given["steps"]
    return steps if isinstance(steps, list) else ()


def answer(found: Sequence[Raw], **more: object) -> Answer:
    """An answer about the curb."""
    plan = {"form": "exposed", "subject": "magnet curb", "names": {"commodity:magnets": "magnets"}}
    given = {
        "question": "who is exposed to the magnet curb?", "plan": plan, "shock": SHOCK,
        "answers": found, "as_of": "2025-06-30", "left_out": ["2 stories have no date"],
    }  # fmt: skip
    return Answer.model_validate(given | more)


def curb() -> Answer:
    """Hurt, helped, mixed, unaffected and structural; planned, denied, two ways into one."""
    aim = step("policy:curb", "TARGETS", "commodity:magnets", 0.8, 1)
    needs = step("commodity:magnets", "DEPENDS_ON", "firm:maker", 0.6, 2, forward=False)
    rival = step("firm:maker", "COMPETES_WITH", "firm:rival", -0.4, 3)
    plans = step("firm:maker", "SUPPLIES", "firm:cars", 0.5, 4, status="planned")
    loan = step("firm:maker", "LENDS_TO", "firm:bank", 0.3, 5, forward=False)
    hope = step("firm:rival", "LENDS_TO", "firm:bank", 0.5, 6, forward=False)
    denied = step("policy:curb", "IMPACTS", "firm:calm", 0.0, 7, status="denied")
    listed = step("firm:maker", "IN_INDUSTRY", "firm:listed", 0.3, 8, claims=[])
    return answer(
        [
            exposure("firm:maker", "Marchetti Turbines", "hurt", path(aim, needs)),
            exposure("firm:cars", "Ferrand Automobiles", "hurt", path(aim, needs, plans),
                     status="planned"),
            exposure("firm:rival", "Umber Valley Lithium", "helped", path(aim, needs, rival)),
            exposure("firm:bank", "Northmoor Bank", "mixed", path(aim, needs, loan),
                     path(aim, needs, rival, hope)),
            exposure("firm:listed", "Silverstrand Retail", "hurt", path(aim, needs, listed),
                     **{"class": "structural"}),
            exposure("firm:calm", "Tamarind Foods", "mixed", path(denied),
                     **{"class": "stated_not_exposed"}),
            exposure("firm:unseen", "Quiet Bay", "mixed", **{"class": "unknown"}),
        ]
    )  # fmt: skip


class Dice:
    """Numbers that look random and are the same every time (Park and Miller)."""

    def __init__(self, seed: int) -> None:
        self.state = seed * 48271 % 2147483647 + 1

    def random(self) -> float:
        """A number in 0..1."""
        self.state = self.state * 48271 % 2147483647
        return self.state / 2147483648

    def choice(self, of: Sequence[T]) -> T:
        """One of them."""
        return of[int(self.random() * len(of))]


def many(count: int, seed: int = 5) -> Answer:
    """An answer with `count` entities up to four hops away; some have a second way."""
    dice = Dice(seed)
    ways: dict[str, list[Raw]] = {"policy:curb": []}
    rows: list[list[str]] = [["policy:curb"]]
    found = []
    for number in range(count):
        far = 1 if number < 4 else min(len(rows), 1 + int(dice.random() * dice.random() * 4))
        node = f"firm:{number}"
        rows += [[]] if far == len(rows) else []
        paths = [_way(dice, dice.choice(rows[far - 1]), node, ways, number)]
        ways[node] = paths[0]
        if far > 1 and dice.random() < 0.4:
            paths.append(_way(dice, dice.choice(rows[far - 1]), node, ways, 500 + number))
        rows[far].append(node)
        name = f"{FIRMS[number % len(FIRMS)]} {number // len(FIRMS) or ''}".strip()
        signs = {float(str(path(*p)["score"])) > 0 for p in paths}
        sign = "mixed" if len(signs) > 1 else "helped" if True in signs else "hurt"
        found.append(exposure(node, name, sign, *(path(*p) for p in paths)))
    return answer(found)


def _way(
    dice: Dice, start: str, end: str, ways: dict[str, list[Raw]], number: int
) -> list[Raw]:
    status = dice.choice(("asserted", "asserted", "completed", "planned", "rumoured"))
    hop = step(start, dice.choice(TYPES), end, dice.choice((0.6, 0.5, 0.3, -0.4)), number,
               forward=dice.random() < 0.5, status=status)  # fmt: skip
    return [*ways[start], hop]
