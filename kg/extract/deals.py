"""Deals as nodes: a takeover, merger or contract that a noun names, with its parties.

"The deal" later in the story then means one. Bias: without a party it is no node.
"""

from __future__ import annotations

from kg.extract import roles
from kg.extract.ends import expand
from kg.extract.gazetteer import words
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token

KINDS = {
    **dict.fromkeys("takeover acquisition buyout purchase buy-out".split(), "takeover"),
    **dict.fromkeys("merger tie-up".split(), "merger"),
    **dict.fromkeys("deal agreement contract pact accord transaction".split(), "agreement"),
    **dict.fromkeys("sale divestiture disposal".split(), "sale"),
}
PARTY_ROLES = ("poss", "compound", "of", "with", "between", "by", "for", "to", "subj")


def read_deals(board: Board, s: Sentence) -> None:
    """Enter the deals that the sentence names with at least two parties."""
    for token in s.tokens:
        if token.pos != "NOUN" or token.lemma not in KINDS or board.at(s.order, token.i):
            continue
        parties = _parties(board, s, token)
        if len(parties) < 2:
            continue
        first = _left_edge(board, s, token)
        spot = Spot(s.order, first, token.i, token.i, words(s, first, token.i), "nominal")
        spot.label = "Deal"
        spot.parts = [("kind", KINDS[token.lemma]), *(("party", x.thing) for x in parties)]
        spot.thing = f"Deal:{KINDS[token.lemma]}:{'+'.join(sorted(x.thing for x in parties))}"
        spot.name = f"{'-'.join(x.text for x in parties)} {spot.text}"
        board.add(spot)


def _parties(board: Board, s: Sentence, token: Token) -> list[Spot]:
    found: dict[str, Spot] = {}
    for role in PARTY_ROLES:
        for i in roles.fill(s, token.i, role):
            for spot in expand(board, s, i):
                firm = board.firm_of(spot)
                if firm is not None and firm.thing:
                    found.setdefault(firm.thing, firm)
    return list(found.values())[:3]


def _left_edge(board: Board, s: Sentence, token: Token) -> int:
    first = token.i
    while first > 0:
        before = s.tokens[first - 1]
        free = not board.at(s.order, first - 1) and before.pos == "NOUN"
        if not (free and before.dep == "compound"):
            break
        first -= 1
    return first
