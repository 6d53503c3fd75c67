"""One thing of a story for all the spots that name it: short and long names, aliases, policies.

Bias: two names stay two things unless one is plainly the short form of the other, the text says
so ("also known as"), or the universe knows both as one.
"""

from __future__ import annotations

from collections import defaultdict

from kg.extract import phrases
from kg.extract.goods import singular_key
from kg.extract.joins import join_names
from kg.extract.policy_words import POLICY_KINDS
from kg.extract.spots import Board, Spot
from kg.reference.known import Known
from kg.reference.names import firm_key, name_key
from schemas.claim import Mention, Thing

WORKING = frozenset({"metonym", "short", "verb"})  # roles of parts that only the reading needs


def gather(board: Board) -> None:
    """Give every named spot the key of its thing."""
    for spot in board.spots:
        if spot.label == "Indicator":
            spot.parts += _nation(board, spot)
    for spot in board.spots:
        if spot.sort != "anaphor" and not spot.thing and spot.label != "Policy":
            spot.thing = _key(spot)
    join_names(board)


def _key(spot: Spot) -> str:
    national = spot.label == "Indicator" and spot.part("country")
    if spot.known and national and not spot.known.country:
        spot.known = None  # the series of one country, not the series as such
    if spot.known and spot.known.node and spot.known.label == spot.label:
        return spot.known.node
    if spot.label == "Indicator":
        return f"Indicator:{spot.part('country')}:{singular_key(spot.text)}"
    if spot.label in {"Industry", "Product", "Commodity"} and spot.sort == "nominal":
        return f"{spot.label}:{singular_key(spot.text)}"
    return f"{spot.label}:{firm_key(spot.text) if spot.label == 'Firm' else name_key(spot.text)}"


def _nation(board: Board, spot: Spot) -> list[tuple[str, str]]:
    """Whose number it is: the country before it or behind it ("U.S. inflation")."""
    s = board.sentence(spot)
    near = [*phrases.modifiers(s, spot.head), *phrases.possessors(s, spot.head)]
    near += phrases.prepositions(s, spot.head, "in") + phrases.prepositions(s, spot.head, "of")
    lands = (board.at(s.order, i) for i in near)
    codes = [
        x.known.country or x.known.node for x in lands if x and x.known and x.label == "Country"
    ]
    return [("country", codes[0])] if codes else []


def settle(board: Board, claimed: set[str]) -> None:
    """Drop what stays nothing: unresolved anaphors, names of no sort, goods that no edge needs."""
    named = {x.thing for x in board.spots if x.sort == "name" and x.label and not x.text.islower()}
    policies = {x.thing for x in board.spots if x.label == "Policy" and (x.issuers or x.objects)}
    parts = {y.thing for x in board.spots for y in (*x.issuers, *x.objects)}
    keep = named | policies | parts | claimed
    for spot in [x for x in board.spots if not x.label or not x.thing or x.thing not in keep]:
        board.drop(spot)


def things(board: Board) -> list[Thing]:
    """The story's things, sorted by key, each with its mentions in clean offsets."""
    groups: dict[str, list[Spot]] = defaultdict(list)
    for spot in board.in_order():
        if spot.thing:
            groups[spot.thing].append(spot)
    return [_thing(board, key, groups[key]) for key in sorted(groups)]


def _thing(board: Board, key: str, spots: list[Spot]) -> Thing:
    named = [x for x in spots if x.sort != "anaphor"] or spots
    given = next((x.name for x in named if x.name), "")
    known = next((x.known for x in named if x.known and x.known.node), None)
    label = known.label if known else named[0].label
    aliases = {x.text for x in named if x.sort == "name"} | {a for x in spots for a in x.aliases}
    name = given or (_policy_name(board, named) if label == "Policy" else _best_name(named))
    return Thing(
        key=key,
        label=label,
        name=name,
        mentions=tuple(_mention(board, x) for x in spots),
        known=known.node if known else "",
        identifiers=tuple(sorted({i for x in spots for i in x.identifiers})),
        parts=_parts(named),
        aliases=tuple(sorted(aliases - {name})) if label != "Policy" else (),
    )


def _best_name(spots: list[Spot]) -> str:
    """The universe's name for lands and demonyms, else the fullest name in the story."""
    known = spots[0].known
    if known and known.label not in {"Firm", "Person", "Agency", "Industry"}:
        return known.name if _written(known, spots) else _common(spots)
    names = [x for x in spots if x.sort == "name"] or spots
    return max(names, key=lambda x: (len(x.text), -x.sentence, -x.first)).text


def _written(known: Known, spots: list[Spot]) -> bool:
    """Whether the universe's name may be shown: for lands, else if the story's own is the same."""
    if known.label in {"Country", "Index", "Exchange", "Place"}:
        return True
    return singular_key(known.name) == singular_key(_common(spots))


def _common(spots: list[Spot]) -> str:
    """The words the story uses most for the thing, the earliest if several."""
    texts = [x.text for x in spots if x.sort != "anaphor"]
    last = max(texts, key=lambda t: (texts.count(t), -texts.index(t))).split()[-1]
    fuller = [t for t in texts if t.lower().endswith(f" {last.lower()}")]
    found = fuller or texts
    return max(found, key=lambda t: (found.count(t), -found.index(t)))


def _parts(spots: list[Spot]) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for spot in spots:
        found.update(dict.fromkeys(p for p in spot.parts if p[0] not in WORKING))
        found.update(dict.fromkeys(("issuer", x.thing) for x in spot.issuers if x.thing))
        found.update(dict.fromkeys(("object", x.thing) for x in spot.objects if x.thing))
    return tuple(found)


def _policy_name(board: Board, spots: list[Spot]) -> str:
    """ "China rare earths export curbs": issuer, main object, flow, kind."""
    parts = _parts(spots)
    by_key: dict[str, list[Spot]] = defaultdict(list)
    for spot in board.spots:
        if spot.thing and spot.sort != "anaphor":
            by_key[spot.thing].append(spot)
    issuer = next((v for r, v in parts if r == "issuer"), "")
    target = next((v for r, v in parts if r == "object" and v != issuer), "")
    kinds = [x for x in spots if not x.part("verb")] or spots
    flow = next((v for r, v in parts if r == "flow"), "")
    words = [
        _show(by_key, issuer),
        _show(by_key, target),
        flow,
        POLICY_KINDS[kinds[0].part("kind")],
    ]
    return " ".join(w for w in words if w)


def _show(by_key: dict[str, list[Spot]], key: str) -> str:
    return _best_name(by_key[key]) if by_key.get(key) else ""


def _mention(board: Board, spot: Spot) -> Mention:
    s = board.sentence(spot)
    return Mention(
        start=s.tokens[spot.first].start,
        end=s.tokens[spot.last].end,
        text=spot.text,
        label=spot.label,
        sort="name" if spot.sort == "demonym" else spot.sort,
        known=spot.known.node if spot.known else "",
    )
