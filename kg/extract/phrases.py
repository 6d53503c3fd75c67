"""What hangs on a word: prepositional phrases, modifiers, owners, lists.

Each function gives token positions. Bias: a lenient attachment, since small parsers often hang a
preposition one noun too low; labels filter later.
"""

from __future__ import annotations

from kg.extract.tokens import NOUNS, VERBS, Sentence, Token

MODIFIERS = ("compound", "amod", "nmod", "nummod", "poss", "npadvmod")


def attributes(s: Sentence, i: int) -> list[int]:
    """What a copula says of its subject."""
    return [t.i for t in s.kids(i, "attr", "acomp")]


def complements(s: Sentence, i: int) -> list[int]:
    """The open complement or content clause of a verb."""
    return [t.i for t in s.kids(i, "xcomp", "ccomp", "pcomp")]


def indirect(s: Sentence, i: int) -> list[int]:
    """The indirect object, with or without "to"."""
    direct = [t.i for t in s.kids(i, "dative") if t.pos != "ADP"]
    return direct + [o.i for t in s.kids(i, "dative") for o in s.kids(t.i, "pobj")]


def prepositions(s: Sentence, i: int, word: str) -> list[int]:
    """Objects of the preposition at the trigger, then at its object, then at its governor."""
    own = own_prepositions(s, i, word)
    token, up = s.tokens[i], s.up(i)
    if token.pos in VERBS:
        below = [t.i for t in s.kids(i, "dobj", "attr", "acomp", "advmod", "prt", "xcomp")]
        if word != "of":
            own += [o for b in below for o in own_prepositions(s, b, word)]
    elif up is not None and word != "of" and token.dep in {"dobj", "attr", "nsubjpass"}:
        own += [o for o in own_prepositions(s, up.i, word) if o > i]
    return own


def own_prepositions(s: Sentence, i: int, word: str) -> list[int]:
    """Objects of the preposition that hangs on the token itself."""
    found: list[int] = []
    for prep in s.kids(i, "prep", "agent", "dative", "prt", "mark"):
        if prep.lemma == word or (word == "on" and prep.lemma == "upon"):
            found += [t.i for t in s.kids(prep.i, "pobj", "pcomp")]
        for nested in s.kids(prep.i, "prep"):  # "out of", "from across"
            if nested.lemma == word:
                found += [t.i for t in s.kids(nested.i, "pobj")]
    return found


def modifiers(s: Sentence, i: int) -> list[int]:
    """Nouns, names and adjectives before a noun, nearest first, nested ones included."""
    found: list[int] = []
    todo = [t.i for t in s.kids(i, *MODIFIERS) if t.i < i]
    while todo:
        nearest = max(todo)
        todo.remove(nearest)
        found.append(nearest)
        todo += [t.i for t in s.kids(nearest, *MODIFIERS) if t.i < nearest]
    return found


def possessors(s: Sentence, i: int) -> list[int]:
    """Whose the noun is: "X's" or "its", also above a modifier it was hung on."""
    own = [_whose(s, t) for t in s.kids(i, "poss")]
    return own or [p.i for m in s.kids(i, "compound", "amod", "nmod") for p in s.kids(m.i, "poss")]


def _whose(s: Sentence, token: Token) -> int:
    """ "Aramco, whose shares": the noun before the relative clause."""
    noun = relative_to(s, token.i) if token.lemma == "whose" else None
    return token.i if noun is None else noun


def relative_to(s: Sentence, i: int) -> int | None:
    """The noun that the relative clause around the token is about; None outside of any."""
    at = s.tokens[i]
    while (up := s.up(at.i)) is not None:
        if at.dep == "relcl":
            return up.i
        at = up
    return None


def appositions(s: Sentence, i: int) -> list[int]:
    """The other name of the same thing."""
    return [t.i for t in s.kids(i, "appos")]


def conjuncts(s: Sentence, i: int) -> list[int]:
    """The token and all that is listed with it, in order."""
    found, todo = [], [i]
    while todo:
        at = todo.pop(0)
        found.append(at)
        todo += [t.i for t in s.kids(at, "conj") if t.pos in NOUNS or t.pos == "ADJ"]
    return found
