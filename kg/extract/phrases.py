"""What hangs on a word: prepositional phrases, modifiers, owners, lists.

Each function gives token positions. Bias: a lenient attachment, since small parsers often hang a
preposition one noun too low; labels filter later.
"""

from __future__ import annotations

from kg.extract.tokens import NOUNS, VERBS, Sentence, Token

BEYOND_AGENT = frozenset({"for", "to", "into"})  # "made by X for Y": small parsers put it on X
WHERE = frozenset({"in", "at", "near"})
CARRYING = frozenset(
    "bring file lodge impose make launch issue levy grant provide extend submit hand".split()
)
"""Participles that only carry what their noun says: "a suit brought by", "a loan made to"."""
THOSE = frozenset({"them", "these", "which", "those"})
MODIFIERS = ("compound", "amod", "nmod", "nummod", "poss", "npadvmod")


def attributes(s: Sentence, i: int) -> list[int]:
    """What a copula says of its subject."""
    return [t.i for t in s.kids(i, "attr", "acomp")]


def complements(s: Sentence, i: int) -> list[int]:
    """The open complement or content clause of a verb."""
    told = [t for t in s.kids(i, "acl") if s.kid(t.i, "mark")]  # "a forecast that X would"
    return [t.i for t in (*s.kids(i, "xcomp", "ccomp", "pcomp"), *told)]


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
        if word in {"from", "to"}:
            own += [o for b in _priced(s, i) for o in own_prepositions(s, b, word)]
        if word in BEYOND_AGENT:
            doers = [o.i for k in s.kids(i, "agent") for o in s.kids(k.i, "pobj")]
            own += [o for b in doers for o in own_prepositions(s, b, word)]
    elif up is not None and word != "of" and (
        token.dep in {"dobj", "attr", "acomp", "nsubjpass"}
        or (token.dep == "nsubj" and up.lemma == "be")  # "whose head office is in X"
    ):
        own += [o for o in own_prepositions(s, up.i, word) if o > i]
    if word in WHERE and not own:
        own = _right_behind(s, i, word)
    return own


def _priced(s: Sentence, i: int) -> list[int]:
    """The price below a verb's object: "ordered shells worth a billion euros from X"."""
    return [k for t in s.kids(i, "dobj") for k in s.subtree(t.i)
            if k != t.i and (s.tokens[k].ent == "MONEY" or s.tokens[k].lemma == "worth")]


def own_prepositions(s: Sentence, i: int, word: str) -> list[int]:
    """Objects of the preposition that hangs on the token itself."""
    found: list[int] = []
    carriers = [i, *_carriers(s, i)] if word != "of" else [i]
    for prep in [k for c in carriers for k in s.kids(c, "prep", "agent", "dative", "prt", "mark")]:
        if prep.lemma == word or (word == "on" and prep.lemma == "upon"):
            found += [t.i for t in s.kids(prep.i, "pobj", "pcomp")]
        for nested in s.kids(prep.i, "prep"):  # "out of", "from across"
            if nested.lemma == word:
                found += [t.i for t in s.kids(nested.i, "pobj")]
    return found


def _carriers(s: Sentence, i: int) -> list[int]:
    """What stands between a noun and its prepositions: "a fine of 2 million imposed by X on Y"."""
    of = [o for p in s.kids(i, "prep") if p.lemma == "of" for o in s.kids(p.i, "pobj")]
    sums = [o.i for o in of if o.pos == "NUM" or s.kid(o.i, "nummod")]
    made = [k.i for n in (i, *sums) for k in s.kids(n, "acl") if k.lemma in CARRYING]
    return [*sums, *made]


def _right_behind(s: Sentence, i: int, word: str) -> list[int]:
    """ "its plant in X", "the mine, near Y,": a preposition of place that was hung elsewhere."""
    if s.tokens[i].pos not in NOUNS or i + 2 >= len(s.tokens):
        return []
    at = i + 2 if s.tokens[i + 1].text == "," else i + 1
    if s.tokens[at].lemma != word or s.tokens[at].pos != "ADP" or s.tokens[at].dep == "prt":
        return []
    return [t.i for t in s.kids(at, "pobj")]


def modifiers(s: Sentence, i: int) -> list[int]:
    """Nouns, names and adjectives before a noun, nearest first, nested ones included."""
    found: list[int] = []
    todo = [t.i for t in s.kids(i, *MODIFIERS) if t.i < i]
    while todo:
        nearest = max(todo)
        todo.remove(nearest)
        found.append(nearest)
        todo += [t.i for t in s.kids(nearest, *MODIFIERS) if t.i < nearest]
    return found or _hyphened(s, i)


def _hyphened(s: Sentence, i: int) -> list[int]:
    """ "Oslo-listed": what stands before the hyphen, where a small parser hangs it elsewhere."""
    participle = s.tokens[i].tag == "VBN" and s.tokens[i].dep == "amod"
    return [i - 2] if participle and i > 1 and s.tokens[i - 1].text == "-" else []


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


def one_of(s: Sentence, i: int) -> list[int]:
    """Who is meant by the group at `i` in "X is one of the firms", "X is among the firms"."""
    up = s.up(i)
    above = s.up(up.i) if up is not None and s.tokens[i].dep == "pobj" else None
    if up is None or above is None:
        return []
    if up.lemma == "of" and above.lemma == "one" and above.dep == "attr":
        above = s.up(above.i)
    elif up.lemma != "among":
        return []
    is_said = above is not None and above.lemma == "be" and above.pos in VERBS
    return [t.i for t in s.kids(above.i, "nsubj")] if above is not None and is_said else []


def among_them(s: Sentence, i: int) -> list[int]:
    """The first name behind "among them" that follows the plural noun at `i`."""
    if s.tokens[i].tag != "NNS":
        return []
    for among, them in zip(s.tokens[i + 1 :], s.tokens[i + 2 :], strict=False):
        if among.pos in VERBS:
            return []
        if among.lemma == "among" and them.text.lower() in THOSE:
            names = [t for t in s.tokens[them.i + 1 : them.i + 5] if t.pos == "PROPN"]
            heads = [t for t in names if t.dep not in {"compound", "nmod", "poss"}]
            return [heads[0].i] if heads else []
    return []


def conjuncts(s: Sentence, i: int) -> list[int]:
    """The token and all that is listed with it, in order."""
    found, todo = [], [i]
    while todo:
        at = todo.pop(0)
        found.append(at)
        todo += [t.i for t in s.kids(at, "conj") if t.pos in NOUNS or t.pos == "ADJ"]
    return found
