"""A layout turned into ink: every card, every wire with its words, and the legend.

Bias: what an effect is, is told by shape and colour; how sure it is, by the line alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.draw import words
from kg.draw.answer import ink
from kg.draw.answer.ink import Group, Item, Shape, Sheet, Text
from kg.draw.answer.laid import (
    DOTS,
    GLYPH,
    LINE,
    NAME,
    NOTE,
    PAD,
    TIP,
    UNDER,
    VERB,
    Laid,
    PlacedCard,
    PlacedWire,
    dash,
    edge_of,
)
from kg.draw.answer.plot import SIGNED, Card, Plot
from kg.draw.answer.said import hop, told
from kg.draw.place import Box

BAR = 3.0
"""Height of the bar that shows a score."""


def compose(plot: Plot, laid: Laid) -> Sheet:
    """The picture without title and footnotes: wires below, cards above, words on top."""
    keys = {c.node: f"c{i}" for i, c in enumerate(plot.cards)}
    names = {c.node: c.name for c in plot.cards}
    order = {w.key: i for i, w in enumerate(plot.wires)}
    most = max((abs(c.score or 0.0) for c in plot.cards), default=0.0) or 1.0
    cards = [_card(plot, p, keys, most) for p in laid.cards]
    wires = []
    for placed in laid.wires:
        wire = placed.wire
        back = wire.end, wire.edge, wire.start, not wire.forward
        number = order[wire.key if wire.key in order else back]
        near = (f"w{number}", keys[wire.start], keys[wire.end])
        wires.append(Group(f"w{number}", hop(wire, names), tuple(_wire(placed)), near))
    wires.sort(key=lambda g: int(g.key[1:]))
    words_ = [
        Text((box.left, box.centre[1]), text, UNDER + 1, "soft-text") for text, box in laid.beside
    ]
    stems = [
        Shape(w.stem, ((w.start,),), line="passing", width=1.2) for w in laid.wires if w.stem
    ]
    return Sheet(laid.frame, (*stems, *words_, *_read(cards, wires)))


def _read(cards: list[Group], wires: list[Group]) -> Iterator[Group]:
    """Cards and the wires that lead to them in the order in which they are read and tabbed."""
    into: dict[int, list[Group]] = {}
    by_key = {g.key: i for i, g in enumerate(cards)}
    for group in wires:
        into.setdefault(max(by_key[group.near[2]], by_key[group.near[1]]), []).append(group)
    for at, card in enumerate(cards):
        yield card
        yield from into.get(at, ())


def _card(plot: Plot, placed: PlacedCard, keys: Mapping[str, str], most: float) -> Group:
    card, ways = placed.card, plot.ways.get(placed.card.node, ())
    near = [keys[card.node], *(f"w{n}" for n in ways)]
    near += [keys[n] for i in ways for n in (plot.wires[i].start, plot.wires[i].end)]
    return Group(keys[card.node], told(card), tuple(_front(placed, most)),
                 tuple(dict.fromkeys(near)))  # fmt: skip


def _front(placed: PlacedCard, most: float) -> Iterator[Item]:
    card, front, box = placed.card, placed.face, placed.box
    dark, signed = card.kind in {"shock", "subject"}, card.kind in SIGNED
    fill, line = _look(card)
    width = 0.9 if card.kind in {"passing", "plain"} else 1.2
    yield ink.round_box(box, 6, fill=fill, line=line, width=width, dash=edge_of(card), sort="box")
    top = _first_line(placed)
    x = box.left + PAD + (GLYPH if signed else 0.0)
    if signed:
        yield from ink.sign(card.kind, box.left + PAD + 6, top + LINE * len(front.lines) / 2, 7.5)
    role = "paper" if dark else "ink"
    for at, line_ in enumerate(front.lines):
        yield Text((x, top + LINE * (at + 0.5)), line_, NAME, role, bold=True)
    if front.under:
        below = role if dark else "soft-text"
        yield Text((x, top + LINE * len(front.lines) + 7), front.under, UNDER, below)
    if card.score:
        across = (box.right - box.left - 12) * abs(card.score) / most
        yield _bar(box.left + 6, box.bottom - BAR - 3, max(3.0, across), card.kind)


def _bar(x: float, y: float, across: float, role: str) -> Shape:
    corners = ((x, y), (x + across, y), (x + across, y + BAR), (x, y + BAR))
    return ink.polygon(corners, fill=role)


def _look(card: Card) -> tuple[str, str]:
    """The roles of a card's ground and border; what no story names is hollow."""
    if card.kind in {"shock", "subject"}:
        return "ink", "ink"
    if card.kind == "found":
        return "plain-tint", "plain"
    pale = card.kind in SIGNED and not card.structural
    return f"{card.kind}-tint" if pale else "paper", card.kind


def _first_line(placed: PlacedCard) -> float:
    """The top of the name: in the middle of the card, or below the words of its wire."""
    card, front, box = placed.card, placed.face, placed.box
    text = LINE * len(front.lines) + (14.0 if front.under else 0.0)
    low = box.bottom - (7.0 if card.score else 0.0)
    if placed.under_words:
        return low - PAD + 3 - text
    return (box.top + low - text) / 2


def _wire(placed: PlacedWire) -> Iterator[Item]:
    wire, width = placed.wire, placed.width
    yield Shape(placed.start, placed.bends, line="paper", width=14.0, sort="reach")
    yield Shape(placed.start, placed.bends, "", wire.kind, width, dash(wire), "way")
    (x, y), wing = placed.tip, 3.2 + width * 0.62
    yield ink.polygon(((x, y), (x - TIP, y - wing), (x - TIP, y + wing)), fill=wire.kind)
    label = placed.label
    x, y = label.at
    if label.signed:
        yield from ink.sign(wire.kind, label.box.left + 6.5, y, 4.2)
    yield Text((x, y), label.text, VERB, f"{wire.kind}-text", sort="verb")
    if label.notes:
        x += words.width(label.text, VERB) + 3
        yield Text((x, y - 3), label.notes, NOTE, "soft-text", sort="note")


# ------------------------------------------------------------------------------- legend

_KINDS = (
    ("hurt", "hurt"), ("helped", "helped"), ("mixed", "pulled both ways"),
    ("unaffected", "said to be unaffected"),
)  # fmt: skip


def legend(plot: Plot, across: float) -> Sheet:
    """What occurs in the picture and how it is drawn, set in lines `across` wide."""
    items: list[Item] = []
    x, y = 0.0, 10.0
    for sample, room, text in _entries(plot):
        wide = room + words.width(text, UNDER) + 20
        if x and x + wide > across + 20:
            x, y = 0.0, y + 20
        items += [ink.moved(i, x, y) for i in sample]
        items.append(Text((x + room, y), text, UNDER, "soft-text"))
        x += wide
    return Sheet(Box(0.0, 0.0, across, y + 10), tuple(items))


def _entries(plot: Plot) -> Iterator[tuple[tuple[Item, ...], float, str]]:
    kinds = {c.kind for c in plot.cards} | {w.kind for w in plot.wires}
    for kind, text in _KINDS:
        if kind in kinds:
            yield ink.sign(kind, 7, 0, 6), 18.0, text
    chip = Box(0, -6, 20, 6)
    if "passing" in kinds:
        box = ink.round_box(chip, 3, fill="paper", line="passing", width=0.9)
        yield (box,), 26.0, "hands it on"
    if any(c.structural for c in plot.cards):
        yield (ink.round_box(chip, 3, line="plain", dash=DOTS),), 26.0, (
            "possible by industry and place, named by no story")  # fmt: skip
    for dashes, text in _dashes(plot):
        yield (_line(dashes, 2.0),), 38.0, text
    if len({round(w.strength, 2) for w in plot.wires}) > 1:
        more = "the thicker, the more arrives" if plot.headings else "the thicker, the surer"
        yield (_line((), 1.6, -3), _line((), 4.6, 3)), 38.0, more
    if any(c.score for c in plot.cards):
        yield (_bar(0.0, -BAR / 2, 20.0, "plain"),), 26.0, "size of the score"
    if plot.sentences:
        yield (Text((0, -2), "1", NOTE, "soft-text"),), 10.0, "number of the sentence"


def _dashes(plot: Plot) -> Iterator[tuple[tuple[float, ...], str]]:
    found: dict[tuple[float, ...], set[str]] = {}
    for wire in plot.wires:
        said = "reference data, no sentence" if wire.structural else wire.status
        found.setdefault(dash(wire), set()).add(said)
    yield from ((d, ", ".join(sorted(s))) for d, s in sorted(found.items()) if d)


def _line(dashes: tuple[float, ...], width: float, y: float = 0.0) -> Shape:
    return Shape((0.0, y), (((32.0, y),),), line="plain", width=width, dash=dashes)

