"""Goods made on demand from a common noun, where an edge or a policy needs one.

Bias: a noun that is no known kind of good becomes one only as a concrete-looking plural, and only
where the caller says that the other end is a good too.
"""

from __future__ import annotations

from kg.extract.gazetteer import words
from kg.extract.lexicon import ABSTRACT, EVALUATIVE, GOODS_HEADS, GROUP_HEADS, wordlist
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token, head_of
from kg.reference.names import name_key

MATERIALS = wordlist(
    """
    butter margarine milk cheese flour starch meal beef pork chicken poultry fish shrimp fruit juice
    silk wool cotton denim leather polyester nylon rayon linen yarn fabric fibre fiber timber wood
    rubber polymer polyester acid oxide hydroxide carbonate chloride ammonia methanol ethanol
    ethylene propylene benzene coke ore concentrate slab billet ingot alloy powder sand gravel clay
    salt peat straw hay cane beet nut bean seed
    """
)
"""Nouns of stuff that needs no plural to be a good."""
OF_CROPS = wordlist("beet cane bean nut seed straw hay flour starch meal")
"""Parts of a crop, which are other goods than the crop ("sugar beet")."""
VEHICLES = wordlist("van lorry bicycle bike motorcycle tanker wagon barge hatchback saloon pickup")
COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})  # spans that measure
PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "people")  # endings: buyers, sailors, traders


def good_at(board: Board, s: Sentence, i: int, *, broad: bool) -> Spot | None:
    """A good made on demand from the common noun at `i`, where an edge needs one.

    `broad` takes any concrete-looking plural; otherwise the noun must be a known kind of good.
    """
    token = s.tokens[i]
    common = token.pos == "NOUN" or (token.pos == "PROPN" and token.text.islower())
    if not common or board.at(s.order, i) or token.ent in COUNTED or _is_share(token):
        return None
    sort = token.lemma.lower() in GOODS_HEADS | MATERIALS | VEHICLES
    if not sort and not (broad and _is_concrete_plural(s, token)):
        return None
    first = i
    while first > 0 and _modifies(board, s, s.tokens[first - 1]):
        first -= 1
    if s.tokens[first].text == "-":
        first = min(first + 2, i)  # half a word: "Huawei-made stations"
    spot = Spot(
        s.order, first, i, head_of(s, first, i), words(s, first, i), "nominal", label="Product"
    )
    spot.thing = good_key(spot.text)
    return spot if board.add(spot) else None


def good_key(text: str) -> str:
    """The key of a good that has no name: its words in the singular."""
    return f"Product:{singular_key(text)}"


def singular_key(text: str) -> str:
    """The name's key with every word in the singular."""
    return " ".join(singular(w) for w in name_key(text).split())


def singular(word: str) -> str:
    """The word without a plural s."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _is_share(token: Token) -> bool:
    """ "a large part of it" is a measure; "parts" are goods."""
    return token.lemma == "part" and token.tag == "NN"


def _is_concrete_plural(s: Sentence, token: Token) -> bool:
    people = token.lemma in GROUP_HEADS or token.lemma.endswith(PEOPLE)
    abstract = token.lemma in ABSTRACT
    if token.lemma == "system":  # "radar systems"
        abstract = s.kid(token.i, "compound") is None
    return token.tag == "NNS" and not abstract and not people


def _modifies(board: Board, s: Sentence, before: Token) -> bool:
    """Whether the token belongs to the good's own words; a spot before it does not."""
    spot = board.at(s.order, before.i)
    if spot is not None:
        if before.dep != "compound" or spot.first != spot.last:
            return False
        opens = before.i == 0 and not (spot.label or before.ent)  # "Ferrite magnets are cheap"
        grown = s.tokens[before.head].lemma in OF_CROPS and spot.label == "Commodity"
        if opens or grown:
            board.drop(spot)
        return opens or grown
    if before.text == "-":
        return True
    hyphened = s.tokens[before.i + 1].text == "-"
    fits = before.dep in {"compound", "amod", "nmod", "npadvmod", "advmod"} or hyphened
    plain = before.tag not in {"JJR", "JJS", "RBR", "RBS"} and before.lemma not in EVALUATIVE
    common = before.pos in {"NOUN", "ADJ", "VERB", "ADV"} or before.text.islower()
    return common and before.pos not in {"NUM", "DET", "PRON"} and fits and plain
