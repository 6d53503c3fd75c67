"""What sort of thing a name is: votes from words, brackets, grammar and the parser's own guess.

One name has one label in one story. Known names keep the label of the universe unless it has
several. A name without any evidence is dropped rather than guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.extract.hedges import REPORTING
from kg.extract.lexicon import (
    AGENCY_WORDS,
    DESCRIBES_FIRM,
    EXCHANGE_WORDS,
    FIRM_ACTS,
    FIRM_PROPERTY,
    FIRM_WORDS,
    GOODS_HEADS,
    HELD_IN,
    INDEX_WORDS,
    LEAVES,
    MAKES,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    SERIES,
    SITES,
    TOWNS,
)
from kg.extract.policy_words import POLICY_KINDS
from kg.extract.spots import Board, Spot
from kg.extract.titles import is_title
from kg.extract.tokens import Sentence, Token
from kg.reference.universe import universe

PARSER = {
    "ORG": "Firm", "PERSON": "Person", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "PRODUCT": "Product", "WORK_OF_ART": "Product", "LAW": "Policy",
}  # fmt: skip
"""By the parser's entity type: the label it speaks for."""
WORDS = (
    (EXCHANGE_WORDS, "Exchange", 5), (INDEX_WORDS, "Index", 4), (AGENCY_WORDS, "Agency", 4),
    (FIRM_WORDS, "Firm", 3), (PLACE_WORDS, "Place", 3),
)  # fmt: skip
"""Last words of a name, the label they speak for, and with how many votes."""
OPENERS = frozenset({"Ministry", "Department", "Bank", "Court", "Office", "Board"})  # "... of X"
THINGS_MADE = frozenset({"app", "model", "platform", "drug", "vaccine", "application"})
WORK_AT = frozenset(
    "analyst economist strategist trader broker adviser cost margin profit sale revenue earning"
    " dividend".split()
)
"""Nouns whose "at" names a firm: "economists at X", "costs at X"."""
ENOUGH = 2  # votes that make a label
SURE = 4  # votes that back the short form of a known name


def label_names(board: Board) -> None:
    """Give every name one label; names without evidence leave the board."""
    by_name: dict[str, list[Spot]] = defaultdict(list)
    for spot in board.spots:
        if not spot.label:
            _vote(board.sentence(spot), spot)
            by_name[spot.text.lower()].append(spot)
    _share_last_names(by_name)
    for group in by_name.values():
        votes = sum((s.votes for s in group), Counter())
        for spot in group:
            _settle(board, spot, votes)


def _settle(board: Board, spot: Spot, votes: Counter[str]) -> None:
    if spot.known and _is_believed(spot, votes[spot.known.label]):
        spot.label = spot.known.label
        says_so = "government" in spot.text.lower()  # "the London government" is no city
        if spot.part("metonym") and not says_so and _meant_as_place(board.sentence(spot), spot):
            _make_place(spot)
        return
    if not votes or max(votes.values()) < ENOUGH:
        spot.label = ""  # the slot of an edge may still tell
        return
    spot.label = min(votes, key=lambda label: (-votes[label], label))
    spot.votes = votes
    if spot.known and spot.known.label != spot.label:
        spot.known = None


def _is_believed(spot: Spot, votes: int) -> bool:
    """Whether the universe's label stands; a mere short form needs votes of the story."""
    return spot.text.islower() or not spot.part("short") or votes >= SURE


def _meant_as_place(s: Sentence, spot: Spot) -> bool:
    """Whether a capital is the city ("listed in London") and not its government."""
    token, up = s.tokens[spot.head], s.up(spot.head)
    while token.dep == "conj" and up is not None:
        token, up = up, s.up(up.i)
    if up is None:
        return True
    if token.dep == "pobj":
        return up.lemma in PLACE_PREPOSITIONS
    if token.dep == "dobj":
        return up.lemma in LEAVES
    return (
        token.dep in {"compound", "nmod", "npadvmod", "appos", "amod"}
        and up.lemma not in POLICY_KINDS
    )


def _make_place(spot: Spot) -> None:
    places = [k for k in universe().find(spot.text, "Place") if k.label == "Place"]
    spot.known = places[0] if len(places) == 1 else None
    spot.label = "Place"


def _share_last_names(by_name: dict[str, list[Spot]]) -> None:
    """ "Musk" is a person where "Elon Musk" is one."""
    for name, group in by_name.items():
        if " " not in name:
            continue
        votes = sum((s.votes for s in group), Counter())
        if votes["Person"] and votes["Person"] == max(votes.values()):
            for spot in by_name.get(name.split()[-1], ()):
                spot.votes["Person"] += 6
        elif votes and votes["Firm"] == max(votes.values()):
            for spot in by_name.get(name.split()[0], ()):
                spot.votes["Firm"] += 4


def _vote(s: Sentence, spot: Spot) -> None:
    votes = spot.votes
    if spot.text.islower() and spot.known is None and spot.votes:
        spot.label = max(spot.votes, key=lambda label: spot.votes[label])
        return
    if spot.text.islower():
        return  # a known good or industry: its label is not in doubt
    last = s.tokens[spot.last].text.lower()
    for words, label, weight in WORDS:
        if last in words and spot.last > spot.first:
            votes[label] += weight
            break
    opener = s.tokens[spot.first].text
    if opener in OPENERS:  # the universe knows the central banks: another "Bank of X" is a firm
        votes["Firm" if opener == "Bank" else "Agency"] += 3
    parser = PARSER.get(s.tokens[spot.head].ent or s.tokens[spot.first].ent)
    if parser:
        votes[parser] += 1 if parser == "Person" and spot.first == spot.last else 2
    _vote_brackets(s, spot)
    _vote_shape(spot)
    _vote_grammar(s, spot)


def _vote_brackets(s: Sentence, spot: Spot) -> None:
    for aside in s.asides:
        if aside.after == spot.last and aside.sort == "ticker":
            spot.votes["Index" if aside.text.startswith(".") else "Firm"] += 6
            spot.identifiers.append(("ric" if "." in aside.text else "ticker", aside.text))
        elif aside.after == spot.last and aside.sort == "acronym":
            spot.aliases.append(aside.text)


def _vote_shape(spot: Spot) -> None:
    words = spot.text.split()
    if any(c.isdigit() for c in words[-1]) and any(c.isalpha() for c in spot.text):
        spot.votes["Product"] += 4
    elif len(words) == 1 and any(c.isupper() for c in spot.text[1:]) and not spot.text.isupper():
        spot.votes["Firm"] += 1  # "DeepSeek", "TotalEnergies"


def _vote_grammar(s: Sentence, spot: Spot) -> None:
    head = s.tokens[spot.head]
    up = s.up(spot.head)
    before = s.tokens[spot.first - 1] if spot.first else None
    votes = spot.votes
    if before is not None and before.i == spot.first - 1:
        if is_title(s, before.i):
            votes["Person"] += 5
        elif before.lemma in DESCRIBES_FIRM and before.dep in {"compound", "amod", "nmod"}:
            votes["Firm"] += 5
        elif before.lemma in SERIES:
            votes["Product"] += 2
    after = s.tokens[spot.last + 1 : spot.last + 3]
    if [t.text.lower() for t in after] == ["-", "based"]:
        votes["Place"] += 5
    if s.tokens[spot.first].text == "PT":  # the legal form that Indonesia puts first
        votes["Firm"] += 4
    if up is None:
        return
    if _names_site(s, spot):
        votes["Place"] += 4
    _vote_by_head(s, spot, head, up)
    _vote_by_dependents(s, spot)


def _names_site(s: Sentence, spot: Spot) -> bool:
    """ "the Mutanda and Kamoto mines": names before a site noun, listed ones too."""
    token = s.tokens[spot.head]
    while token.dep == "conj" and (up := s.up(token.i)) is not None:
        token = up
    up = s.up(token.i)
    return up is not None and token.dep in {"compound", "nmod", "amod"} and up.lemma in SITES


def _vote_by_head(s: Sentence, spot: Spot, head: Token, up: Token) -> None:
    votes = spot.votes
    if head.dep == "poss" and up.lemma in FIRM_PROPERTY:
        votes["Firm"] += 2
    elif head.dep in {"nsubj", "nsubjpass"} and up.lemma in REPORTING | FIRM_ACTS:
        votes["Firm"] += 1 if up.lemma in REPORTING and not _says_of_it(s, up) else 2
    elif head.dep == "dobj" and up.lemma in MAKES:
        votes["Product"] += 3
    elif head.dep == "pobj" and up.lemma == "of" and s.tokens[up.head].lemma in TOWNS:
        votes["Place"] += 3
    elif head.dep == "pobj" and up.lemma in {"in", "at", "near", "across"}:
        above = s.up(up.i)
        if above is not None and up.lemma == "at" and above.lemma in WORK_AT:
            votes["Firm"] += 3
        else:
            votes["Place"] += 1 if above is not None and above.lemma in HELD_IN else 3
    elif head.dep == "appos" and up.lemma in DESCRIBES_FIRM:
        votes["Firm"] += 3


def _says_of_it(s: Sentence, verb: Token) -> bool:
    """ "X said it would": X is no person."""
    clauses = s.kids(verb.i, "ccomp")
    return any(k.text.lower() == "it" for c in clauses for k in s.kids(c.i, "nsubj"))


def _vote_by_dependents(s: Sentence, spot: Spot) -> None:
    """Votes of what is said of the name: "X, a lender", "X, which supplies lenses"."""
    votes = spot.votes
    acts = [k for k in s.kids(spot.head, "relcl") if k.lemma in FIRM_ACTS]
    if any(n.lemma == "which" for k in acts for n in s.kids(k.i, "nsubj")):
        votes["Firm"] += 3
    for kid in s.kids(spot.head, "appos"):
        if is_title(s, kid.i):
            votes["Person"] += 5
        elif kid.lemma in DESCRIBES_FIRM or kid.lemma.endswith(("maker", "biotech")):
            votes["Firm"] += 4
        elif kid.lemma in TOWNS | {"village"}:
            votes["Place"] += 4
        elif kid.lemma in THINGS_MADE | GOODS_HEADS:
            votes["Product"] += 3
