"""An answer as a list of things that can move: each with its score and its sign.

What is compared is what a reader would see: entities of an exposure, rows of a listing. Bias: a
change too small to be shown is no move.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kg.answers import answer, exposed, read
from kg.exposure import EVERY
from kg.graph.contract import View
from schemas.answer import Answer, Exposure
from schemas.base import Record
from schemas.errors import EntityUnknown, QuestionUnread

DIGITS = 4  # a score is shown with two digits; twice that is no noise of arithmetic

Sort = Literal["new", "gone", "flipped", "moved"]


class Item(Record):
    """One line of an answer: name, score, sign (of a row: its status), channel, class."""

    name: str
    score: float
    sign: str
    channel: str = ""
    class_: str = ""


Items = dict[str, Item]


class Move(Record):
    """What became of one line: `before` is None where it is new, `after` where it is gone."""

    key: str
    name: str
    sort: Sort
    before: Item | None = None
    after: Item | None = None


def is_question(words: str) -> bool:
    """Whether the words are a question that the grammar reads; else they are a name."""
    try:
        plan = read(words)
    except QuestionUnread:
        return False
    if plan.filters.known_at:
        raise QuestionUnread(
            f"{words!r} asks what was known once, which no new story changes",
            cure="leave `as known at` out",
        )
    return True


def ask(view: View, words: str) -> Answer:
    """The answer to a question, or who is exposed to what has that name."""
    if is_question(words):
        return answer(words, view, limit=EVERY)
    return exposed(view, words, limit=EVERY)


def items_now(view: View, words: str) -> Items:
    """The lines of the answer; none while the graph does not know the name."""
    try:
        return items(ask(view, words))
    except EntityUnknown:
        return {}


def items(given: Answer) -> Items:
    """The lines of an answer by what they are about."""
    found: Items = {}
    for exposure in given.answers:
        if exposure.paths or exposure.score:
            found.setdefault(exposure.node, _of(exposure))
    for row in given.rows:
        key = " ".join(str(row.get(k, "")) for k in ("head_node", "edge", "tail_node", "sign"))
        found.setdefault(key, _of_row(row))
    return found


def _of(exposure: Exposure) -> Item:
    return Item(
        name=exposure.entity, score=round(exposure.score, DIGITS), sign=exposure.sign,
        channel=exposure.channel, class_=exposure.class_,
    )  # fmt: skip


def _of_row(row: Mapping[str, object]) -> Item:
    name = f"{row.get('head', '')} -{row.get('edge', '')}-> {row.get('tail', '')}"
    sure = row.get("confidence")
    score = round(sure, DIGITS) if isinstance(sure, float) else 0.0
    return Item(name=name, score=score, sign=str(row.get("status", "")))


def moves(before: Mapping[str, Item], after: Mapping[str, Item]) -> list[Move]:
    """What differs between two answers, the greatest changes first."""
    found = [_move(key, before.get(key), after.get(key)) for key in {*before, *after}]
    return sorted((m for m in found if m), key=lambda m: (-_size(m), m.key))


def same(before: Item | None, after: Item | None) -> bool:
    """Whether a line stands as it stood; another name for the same thing is no move."""
    if before is None or after is None:
        return before is after
    return before.model_copy(update={"name": after.name}) == after


def _move(key: str, before: Item | None, after: Item | None) -> Move | None:
    shown = after or before
    if shown is None or same(before, after):
        return None
    sort: Sort = "moved"
    if before is None or after is None:
        sort = "new" if before is None else "gone"
    elif before.score * after.score < 0 or {before.sign, after.sign} == {"hurt", "helped"}:
        sort = "flipped"
    return Move(key=key, name=shown.name, sort=sort, before=before, after=after)


def _size(move: Move) -> float:
    scores = [item.score if item else 0.0 for item in (move.before, move.after)]
    return abs(scores[1] - scores[0])
