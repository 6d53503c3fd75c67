"""What the learned reader adds to the rules: names they missed or cut, labels, links.

The rules know firms, lands and grammar; the network knows what such words usually are. So names
that the universe knows stand as they are, a network's claim is never more certain than the
sentence's own hedges allow, and what the rules found is not found twice. Bias: one claim too few.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import modality
from kg.extract.effects import Raw
from kg.extract.gazetteer import words
from kg.extract.lexicon import TITLE_WORDS
from kg.extract.measures import CURRENCY
from kg.extract.modality import RANK
from kg.extract.reader import Link, Reading, Seen, Span
from kg.extract.spots import Board, Spot, SpotSort
from kg.extract.titles import is_title
from kg.extract.tokens import Sentence, head_of
from kg.extract.unreal import is_order
from schemas import edge_type
from schemas.base import Edge, Sign, Status

TAGGED = 0.6  # chance of a mention that is entered
RELABELLED = 0.85  # of a label that an unknown name takes
NOTHING = 0.9  # that an unknown name is none at all
LINKED = 0.9  # of a link that is claimed
SAME = 0.5  # of what an anaphor stands for
SURE = 0.6  # share of its chance that a link has as confidence: the network is surer than right
MADE_ELSEWHERE = frozenset({"Policy", "Deal", "Indicator"})
"""Labels whose things the rules make of parts (issuer, object, country), not of a name."""
GROWING = frozenset({"Commodity", "Product", "Industry", "Firm", "Place", "Agency"})
COMMON = frozenset({"Commodity", "Product", "Industry"})
"""Labels whose things need no capital."""
NO_ENDS = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"})
NAMING = frozenset({"NOUN", "PROPN", "X"})
VAGUE = frozenset("goods products items parts materials supplies equipment services things".split())
"""Words that name no sort of good."""
APART = 2  # sentences from one end of a link to the other; its quote holds both
SIGNS: Mapping[str, Sign] = {"+": "+", "-": "-"}
"""By how the name of a link ends."""

Key = tuple[str, str, str]
"""Head, link and tail of a claim, by their things."""


def refine(board: Board, reading: Reading) -> None:
    """Let the network drop, label, lengthen and add names, before they become things."""
    _drop_nothings(board, reading)
    _label(board, reading)
    seen = [m for m in reading.mentions() if m.named and m.label not in MADE_ELSEWHERE]
    for s in board.sentences:
        for m in seen:
            if s.start <= m.start < s.end:
                _enter(board, s, m)


def _is_fixed(spot: Spot) -> bool:
    """Whether the rules are not to be corrected: what the universe knows, and no mere name."""
    return spot.label in MADE_ELSEWHERE or bool(spot.known) or spot.sort not in {"name", "nominal"}


def _chances(board: Board, reading: Reading, spot: Spot) -> dict[str, float]:
    s = board.sentence(spot)
    return reading.labels(s.tokens[spot.first].start, s.tokens[spot.last].end)


def _drop_nothings(board: Board, reading: Reading) -> None:
    for spot in [x for x in board.spots if not _is_fixed(x)]:
        if _chances(board, reading, spot).get("", 0.0) > NOTHING:
            board.drop(spot)


def _label(board: Board, reading: Reading) -> None:
    """One label for all spots of an unknown name, where the network is sure of it."""
    by_name: dict[str, list[Spot]] = defaultdict(list)
    for spot in board.spots:
        if not _is_fixed(spot) and spot.sort == "name":
            by_name[spot.text.lower()].append(spot)
    for group in by_name.values():
        total: Counter[str] = Counter()
        for spot in group:
            total.update(_chances(board, reading, spot))
        label, chance = max(total.items(), key=lambda x: (x[1], x[0]), default=("", 0.0))
        if label and label not in MADE_ELSEWHERE and chance / len(group) > RELABELLED:
            for spot in group:
                spot.label = label


def _enter(board: Board, s: Sentence, m: Seen) -> None:
    """The mention as a spot of its own, or as the whole of a spot that was cut short."""
    own = _trimmed(s, [t.i for t in s.tokens if t.start < m.end and t.end > m.start])
    if not own:
        return
    first, last = own[0], own[-1]
    held = {id(x): x for i in range(first, last + 1) if (x := board.at(s.order, i))}
    text = words(s, first, last)
    if not _could_name(text):
        return
    sort: SpotSort = "nominal" if text.islower() else "name"
    if not held and m.chance >= TAGGED and (sort == "name" or m.label in COMMON):
        head = head_of(s, first, last)
        board.add(Spot(s.order, first, last, head, text, sort, label=m.label))
    elif len(held) == 1 and m.label in GROWING:
        _grow(board, s, next(iter(held.values())), first, last, m.label)


def _could_name(text: str) -> bool:
    """Whether the words say more than a form of address, a currency or a number."""
    word = text.lower().rstrip(".")
    return word not in {*TITLE_WORDS, *CURRENCY, *VAGUE} and any(c.isalpha() for c in text)


def _trimmed(s: Sentence, own: list[int]) -> list[int]:
    """The tokens without titles before them and without what ends no name."""
    while own and (s.tokens[own[0]].pos in NO_ENDS or is_title(s, own[0])):
        own = own[1:]
    while own and s.tokens[own[-1]].pos in NO_ENDS:
        own = own[:-1]
    return own


def _grow(board: Board, s: Sentence, spot: Spot, first: int, last: int, label: str) -> None:
    """Lengthen the spot to the mention, unless that would only describe it ("seaborne oil")."""
    within = first <= spot.first and spot.last <= last
    more = [*s.tokens[first : spot.first], *s.tokens[spot.last + 1 : last + 1]]
    told = label == "Industry" or any(t.pos in NAMING for t in more)
    if spot.label != label or not within or not more or not told:
        return
    board.drop(spot)
    board.add(
        replace(spot, first=first, last=last, head=head_of(s, first, last),
                text=words(s, first, last), known=None, thing="")
    )  # fmt: skip


def point(board: Board, reading: Reading) -> None:
    """Let anaphors point at the thing before them that the network takes for the same."""
    spots = [x for x in board.in_order() if x.thing or x.sort == "anaphor"]
    spans = [_span(board, x, _meant(board, reading, x)) for x in spots]
    best: dict[int, tuple[float, int]] = {}
    for one, other, chance in reading.same(spans):
        if other < one and not spots[one].thing and spots[other].thing:
            best[one] = max(best.get(one, (0.0, 0)), (chance, other))
    for one, (chance, other) in best.items():
        if chance > SAME and spots[other].label == spans[one].label:
            spots[one].thing, spots[one].label = spots[other].thing, spots[other].label
            spots[one].known, spots[one].antecedent = spots[other].known, spots[other]


def _meant(board: Board, reading: Reading, spot: Spot) -> str:
    """The label of a spot; of an anaphor, what the network takes it to stand for."""
    if spot.sort != "anaphor":
        return spot.label
    s = board.sentence(spot)
    start, end = s.tokens[spot.first].start, s.tokens[spot.last].end
    found = reading.labels(start, end, named=False)
    return max(found, key=lambda x: (found[x], x), default="")


def links(board: Board, reading: Reading, made: Sequence[Raw]) -> Iterator[Raw]:
    """Links that only the network sees, the surest first; one way between the same two things."""
    spots = [x for x in board.in_order() if x.thing and x.label]
    have = {k for r in made for k in _keys(r.type + (r.sign or ""), r.head.thing, r.tail.thing)}
    for link in reading.links([_span(board, x, x.label) for x in spots]):
        head, tail = spots[link.head], spots[link.tail]
        back = tail.thing, link.name, head.thing
        if link.chance < LINKED or not _is_told(board, link, head, tail):
            continue
        keys = _keys(link.name, head.thing, tail.thing)
        if not have & {*keys, back}:
            have |= keys
            yield _raw(board, link, head, tail)


def _is_told(board: Board, link: Link, head: Spot, tail: Spot) -> bool:
    """Whether the type allows the ends, and they stand near each other in what is news."""
    near = abs(head.sentence - tail.sentence) <= APART
    ordered = any(is_order(board.sentence(x)) for x in (head, tail))
    told_by_name = tail.label == "Place" and tail.text in head.name  # "the Visp plant" is in Visp
    read = any(x.issuers or x.objects for x in (head, tail))  # the rules know whose policy it is
    fits = bool(_type(link.name).allows(head.label, tail.label))
    return fits and near and not (ordered or told_by_name or read)


def _span(board: Board, spot: Spot, label: str) -> Span:
    s = board.sentence(spot)
    return Span(s.tokens[spot.first].start, s.tokens[spot.last].end, label, spot.thing)


def _keys(name: str, head: str, tail: str) -> set[Key]:
    """What two claims of the same share: both directions where the type has none."""
    found = {(head, name, tail)}
    return found | ({(tail, name, head)} if _type(name).symmetric else set())


def _type(name: str) -> type[Edge]:
    return edge_type(name.rstrip("+-"))


def _raw(board: Board, link: Link, head: Spot, tail: Spot) -> Raw:
    early, late = sorted((head, tail), key=lambda x: (x.sentence, x.first))
    s = board.sentence(late)
    at = _meeting(s, early.head, late.head) if early.sentence == late.sentence else late.head
    read, edge = modality.read(s, at), _type(link.name)
    sign: Sign | None = SIGNS.get(link.name[-1])
    status = _guarded(read.status, link.statuses, by_deal=edge.by_deal)
    return Raw(head, edge.TYPE, tail, s, at, status, sign, SURE * link.chance, "reader",
               read.said_by, board.sentence(early))  # fmt: skip


def _guarded(status: Status, chances: Mapping[Status, float], *, by_deal: bool) -> Status:
    """The weaker of what the sentence's hedges say and what the network says.

    A deal that no pattern read is agreed at most: that it was done, words must say.
    """
    said = max(chances, key=lambda x: chances[x])
    most: Status = "agreed" if by_deal else "asserted"
    return min(status, said, most, key=RANK.index)


def _meeting(s: Sentence, one: int, other: int) -> int:
    """The token that governs both."""
    above = [one, *_ups(s, one)]
    return next((i for i in (other, *_ups(s, other)) if i in above), other)


def _ups(s: Sentence, i: int) -> Iterable[int]:
    found = list[int]()
    while (up := s.up(i)) is not None:
        found.append(up.i)
        i = up.i
    return found
