"""Who only reports: the publisher, who signs a dateline, who was told or polled.

Bias: a wire service that is itself the news in the same story is lost with the reporter.
"""

from __future__ import annotations

import re

from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence

REPORTS = frozenset({"report", "poll", "survey", "interview"})  # "a Reuters poll"
ASKING = frozenset({"poll", "survey", "see", "review"})  # "seen by Reuters"


def drop_reporters(board: Board, publisher: str) -> None:
    """Take off the board who only reports: the publisher, and who was told or polled."""
    reporters = {publisher.lower()} if publisher else set()
    for sentence in board.sentences:
        reporters |= {
            w.lower() for a in sentence.asides if a.sort == "dateline" for w in _signed(a.text)
        }
    for spot in board.spots:
        if _is_told(board.sentence(spot), spot):
            reporters.add(spot.text.lower())
    for spot in [x for x in board.spots if x.text.lower() in reporters]:
        board.drop(spot)


def _signed(dateline: str) -> list[str]:
    """Who signs a dateline: "(Reuters)"."""
    return re.findall(r"\(([^()]+)\)", dateline)


def _is_told(s: Sentence, spot: Spot) -> bool:
    """ "told Reuters", "a Reuters poll", "polled by Reuters", "Reuters reported"."""
    token, up = s.tokens[spot.head], s.up(spot.head)
    if up is None or spot.sort != "name":
        return False
    if token.dep in {"dobj", "dative"} and up.lemma == "tell":
        return True
    if token.dep in {"compound", "nmod"} and up.lemma in REPORTS:
        return True
    above = s.up(up.i)
    by = token.dep == "pobj" and up.lemma == "by"
    return by and above is not None and above.lemma in ASKING
