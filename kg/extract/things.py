"""One thing of a story for all the spots that name it: short and long names, aliases, policies.

Bias: two names stay two things unless one is plainly the short form of the other, the text says
so ("also known as"), or the universe knows both as one.
"""

from __future__ import annotations

import re
from collections import defaultdict

from kg.extract.groups import singular
from kg.extract.lexicon import LEGAL_FORMS
from kg.extract.spots import Board, Spot
from kg.reference.names import firm_key, name_key
from schemas.claim import Mention, Thing

VAGUE = frozenset("edible critical precious base key raw".split())
ALSO = re.compile(
    r"\b(?:also|better|previously|formerly|otherwise)? ?(?:known|called|named)\b(?: by)?(?: [a-z ]{0,24})?(?: as)?|\bformerly\b"
)


def gather(board: Board) -> None:
    """Give every named spot the key of its thing."""
    for spot in board.spots:
        if spot.sort != "anaphor" and not spot.thing and spot.label != "Policy":
            spot.thing = _key(spot)
    _join_short_names(board)
    _join_acronyms(board)
    _join_goods(board)
    _join_also_known(board)


def _key(spot: Spot) -> str:
    if spot.known and spot.known.node and spot.known.label == spot.label:
        return spot.known.node
    if spot.label == "Indicator":
        return f"Indicator:{spot.part('country')}:{_singular(name_key(spot.text))}"
    if spot.label in {"Industry", "Product", "Commodity"} and spot.sort == "nominal":
        return f"{spot.label}:{_singular(name_key(spot.text))}"
    return f"{spot.label}:{firm_key(spot.text) if spot.label == 'Firm' else name_key(spot.text)}"


def _singular(text: str) -> str:
    return " ".join(singular(w) for w in text.split())


def rename(board: Board, old: str, new: str) -> None:
    """Let all spots of one thing become spots of another."""
    for spot in board.spots:
        if spot.thing == old:
            spot.thing = new


def _join_short_names(board: Board) -> None:
    """ "Alphawave" is "Alphawave IP Group", "Pialis" is "Tony Pialis", if only one fits."""
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    label = {}
    for spot in board.spots:
        if spot.sort == "name" and spot.label in {"Firm", "Person", "Agency", "Product", "Place"}:
            names[spot.thing].add(tuple(name_key(spot.text).split()))
            label[spot.thing] = spot.label
    for short in sorted(names):
        longer = sorted(
            other
            for other in names
            if other != short and label[other] == label[short]
            and any(_shortens(a, b, label[short]) for a in names[short] for b in names[other])
        )  # fmt: skip
        if len(longer) == 1:
            known_short = ":" in short and short.split(":")[0].islower()
            keep, lose = (short, longer[0]) if known_short else (longer[0], short)
            rename(board, lose, keep)


def _shortens(short: tuple[str, ...], long: tuple[str, ...], label: str) -> bool:
    """Whether the words of one name are the start (or a person's end) of the other."""
    if not short or len(short) >= len(long) or len(short[0]) < 3:
        return False
    if any(any(c.isdigit() for c in w) for w in long[len(short) :]):
        return False
    if label == "Person":
        return long[-len(short) :] == short
    if label == "Product":
        return False
    return long[: len(short)] == short and short[-1] not in LEGAL_FORMS | {
        "bank",
        "china",
        "american",
        "united",
    }


def _join_acronyms(board: Board) -> None:
    """ "Bureau of Industry and Security (BIS)": later "BIS" is that thing."""
    stands_for = {a: s.thing for s in board.spots for a in s.aliases}
    for spot in list(board.spots):
        target = stands_for.get(spot.text)
        if target and spot.thing != target and spot.sort == "name":
            rename(board, spot.thing, target)


def _join_goods(board: Board) -> None:
    """ "oil" is the palm oil of a story that has no other oil."""
    _join_definite(board)
    goods = {x.thing: x.text.lower() for x in board.spots if x.label == "Commodity" and x.thing}
    for thing, text in sorted(goods.items()):
        wider = {t for t, other in goods.items() if other.endswith(f" {text}") and t != thing}
        if len(wider) == 1 and " " not in text:
            target = wider.pop()
            known = next(x.known for x in board.spots if x.thing == target)
            for spot in [x for x in board.spots if x.thing == thing]:
                spot.thing, spot.known = target, known


def _join_definite(board: Board) -> None:
    """ "this oil" is the oil named last."""
    latest: dict[str, Spot] = {}
    for spot in [x for x in board.in_order() if x.label == "Commodity" and x.thing]:
        s, text = board.sentence(spot), spot.text.lower()
        definite = any(
            k.lemma in {"the", "this", "that", "these", "those"} for k in s.kids(spot.head, "det")
        )
        last = text.split()[-1]
        if definite and (" " not in text or text.split()[0] in VAGUE) and last in latest:
            spot.thing, spot.known = latest[last].thing, latest[last].known
        elif " " in text:
            latest[last] = spot


def _join_also_known(board: Board) -> None:
    for s in board.sentences:
        names = [
            x
            for x in board.within(s.order)
            if x.sort == "name" and x.label in {"Firm", "Product", "Person"}
        ]
        for left, right in zip(names, names[1:], strict=False):
            between = " ".join(t.text for t in s.tokens[left.last + 1 : right.first])
            if (
                left.thing != right.thing
                and ALSO.search(between)
                and len(between.split()) <= 8
                and "as" in between.split()
            ):
                rename(board, right.thing, left.thing)


def settle(board: Board, claimed: set[str]) -> None:
    """Drop what stays nothing: unresolved anaphors, names of no sort, goods that no edge needs."""
    named = {x.thing for x in board.spots if x.sort == "name" and x.label and not x.text.islower()}
    policies = {x.thing for x in board.spots if x.label == "Policy"}
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
        return known.name if _written(known.name, spots) else _common(spots)
    names = [x for x in spots if x.sort == "name"] or spots
    return max(names, key=lambda x: (len(x.text), -x.sentence, -x.first)).text


def _written(name: str, spots: list[Spot]) -> bool:
    """Whether the universe's name may be shown: always for lands, else if the story has it."""
    known = spots[0].known
    if known and known.label in {"Country", "Index", "Exchange", "Place"}:
        return True
    return _singular(name_key(name)) in {_singular(name_key(x.text)) for x in spots}


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
        found.update(
            dict.fromkeys(
                p for p in spot.parts if p[0] not in {"metonym", "short", "behind", "verb"}
            )
        )
        found.update(dict.fromkeys(("issuer", x.thing) for x in spot.issuers if x.thing))
        found.update(dict.fromkeys(("object", x.thing) for x in spot.objects if x.thing))
    return tuple(found)


def _policy_name(board: Board, spots: list[Spot]) -> str:
    """ "China rare earths export curbs": issuer, main object, flow, kind."""
    from kg.extract.lexicon import POLICY_KINDS

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
