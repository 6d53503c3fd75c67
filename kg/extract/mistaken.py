"""Names whose sort was mistaken: what stands where only a firm or a good can stand is one.

Bias: a known name keeps its label, and so does one for which the story has spoken clearly.
"""

from __future__ import annotations

from kg.extract.spots import Board, Spot
from kg.reference.names import name_key

MISTAKEN = {
    "Product": frozenset({"Firm", "Place", "Person"}),
    "Firm": frozenset({"Product", "Place", "Person"}),
}
"""By what a slot wants: the labels that an unknown name of that sort is mistaken for."""
SURE = 4  # votes from which on a name's label is believed whatever the slot wants


def renamed(board: Board, spots: list[Spot], label: str) -> list[Spot]:
    """The unknown names among the spots, given the label whatever they looked like."""
    unsure = [x for x in spots if x.sort == "name" and x.label in MISTAKEN[label] | {""}]
    found = [x for x in unsure if x.known is None and x.votes[x.label] < SURE]
    for spot in found:
        _relabel(board, spot, label)
    return found


def firms(board: Board, spots: list[Spot], labels: tuple[str, ...]) -> list[Spot]:
    """The spots that an end first meant for firms cannot take as they are, as firms."""
    misfits = [x for x in spots if x.label not in labels]
    return renamed(board, misfits, "Firm") if labels[0] == "Firm" else []


def _relabel(board: Board, like: Spot, label: str) -> None:
    """Give every spot of the unknown thing that label."""
    old, new = like.thing, f"{label}:{name_key(like.text)}"
    for spot in {like, *(x for x in board.spots if old and x.thing == old)}:
        spot.thing, spot.label, spot.known = new, label, None
