"""Which policy spots are one policy: mentions that do not contradict each other.

Two mentions meet if their families are alike, their issuers and flows do not differ, and their
objects overlap or one names none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.spots import Board, Spot
from kg.reference.universe import universe

# families whose nouns are a policy with an issuer or an object alone
STRONG = frozenset({"control", "ban", "tariff", "sanction", "quota", "subsidy"})
LOOSE = frozenset({"measure", "rule"})  # words for a policy of any family
ALIKE = frozenset({("control", "ban"), ("ban", "control")})


@dataclass(slots=True)
class _Policy:
    """Mentions taken to be one policy, and what they say together."""

    spots: list[Spot] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    issuers: set[str] = field(default_factory=set)
    flows: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)

    def take(self, spot: Spot) -> None:
        """Add a mention and all that it says of the policy."""
        self.spots.append(spot)
        self.families.add(spot.part("family"))
        self.issuers |= {x.thing for x in spot.issuers if x.thing}
        self.flows |= {spot.part("flow")} - {""}
        self.objects |= {x.thing for x in spot.objects if x.thing}


def gather_policies(board: Board) -> None:
    """Give every policy spot the key of its policy; a spot that says nothing leaves the board."""
    spots = [x for x in board.in_order() if x.label == "Policy" and x.sort != "anaphor"]
    rich = sorted(spots, key=lambda x: (-_content(x), x.sentence, x.first))
    policies: list[_Policy] = []
    for spot in rich:
        fitting = [p for p in policies if _fits(p, spot)]
        if len(fitting) > 1:
            fitting = _nearest(fitting, spot)
        if fitting:
            fitting[0].take(spot)
        elif _content(spot) >= 2 or spot.part("family") in STRONG:
            policies.append(_Policy())
            policies[-1].take(spot)
        else:
            board.drop(spot)
    for policy in policies:
        _understood(board, policy)
        key = f"Policy:{min((x.sentence, x.first) for x in policy.spots)}"
        for spot in policy.spots:
            spot.thing = key
            spot.objects = [x for x in spot.objects if not _wide(x.thing, policy.objects)]


def _understood(board: Board, policy: _Policy) -> None:
    """A policy on exports of what is not said: of the good that the story is about."""
    if policy.objects or not policy.flows & {"export", "import"}:
        return
    good = board.dominant("Commodity") or board.dominant("Product")
    if good is not None and policy.spots:
        policy.spots[0].objects = [good]
        policy.objects.add(good.thing)


def _content(spot: Spot) -> int:
    """How much the mention says of its policy; the richest are gathered first."""
    own = 2 if spot.part("family") in STRONG else 1
    return own * bool(spot.issuers) + 2 * bool(spot.objects) + bool(spot.part("flow"))


def _fits(policy: _Policy, spot: Spot) -> bool:
    """Whether the mention contradicts nothing that the policy's other mentions say."""
    family = spot.part("family")
    if family not in LOOSE and not any(
        f == family or (f, family) in ALIKE or f in LOOSE for f in policy.families
    ):
        return False
    issuers = {x.thing for x in spot.issuers if x.thing}
    if issuers and policy.issuers and not _same_actor(issuers, policy.issuers):
        return False
    flow = spot.part("flow")
    if flow and policy.flows and flow not in policy.flows:
        return False
    objects = {x.thing for x in spot.objects if x.thing}
    if not objects or not policy.objects:
        return True
    return bool(_wider(objects) & _wider(policy.objects))


def _wider(things: set[str]) -> set[str]:
    """The things and what the universe says they are part of."""
    known = (universe().by_node(t) for t in things)
    return things | {w for k in known if k is not None and k.label != "Firm" for w in k.member_of}


def _wide(thing: str, objects: set[str]) -> bool:
    """ "some of the critical minerals" where the policy's own words name which."""
    return any(thing in _wider({o}) for o in objects - {thing})


def _same_actor(left: set[str], right: set[str]) -> bool:
    """The same issuer, or a country and what may be its own ministry or president."""
    if left & right:
        return True
    sorts = {k.split(":")[0].lower() for k in left}, {k.split(":")[0].lower() for k in right}
    return "country" in sorts[0] ^ sorts[1] and bool({"person", "agency"} & (sorts[0] | sorts[1]))


def _nearest(fitting: list[_Policy], spot: Spot) -> list[_Policy]:
    """The policy mentioned last before the spot."""
    before = [
        p
        for p in fitting
        if min((x.sentence, x.first) for x in p.spots) < (spot.sentence, spot.first)
    ]
    latest = max(before or fitting, key=lambda p: max((x.sentence, x.first) for x in p.spots))
    return [latest]
