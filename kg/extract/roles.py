"""Where the ends of a trigger stand: role paths over a parsed sentence.

A role gives token positions, best first: `subj` and `obj` are logical (a passive's by-agent is its
subject), prepositions name themselves, `obj.of` is the `of` below the object. Bias: a lenient
attachment, since small parsers often hang a preposition one noun too low; labels filter later.
"""

from __future__ import annotations

from kg.extract import described
from kg.extract.described import PASSIVE, RELATIVE, SUBJECTS
from kg.extract.phrases import (
    among_them,
    appositions,
    attributes,
    complements,
    indirect,
    modifiers,
    own_prepositions,
    possessors,
    prepositions,
)
from kg.extract.tokens import VERBS, Sentence, Token

DEEPEST = 5  # steps up from verb to verb; longer chains are parses gone wrong
# "forced X to sell": the object does it
OBJECT_CONTROL = frozenset(
    "force ask allow urge order require enable help let make persuade push compel tell"
    " leave".split()
)
# "barred X from selling": the object would do it
KEEPS_FROM = frozenset(
    "bar ban prevent stop block prohibit keep discourage restrict forbid".split()
)
# "X overtook Y as the largest maker": it is X
FOLLOWS = frozenset("replace succeed follow overtake pass surpass displace join".split())


def fill(sentence: Sentence, trigger: int, role: str) -> list[int]:
    """Positions of the tokens that the role path reaches from the trigger."""
    first, _, rest = role.partition(".")
    found = _role(sentence, trigger, first)
    if not rest:
        return found
    return [end for middle in found for end in fill(sentence, middle, rest)]


def _role(s: Sentence, i: int, role: str) -> list[int]:
    if role == "trigger":
        return [i]
    is_verb = s.tokens[i].pos in VERBS or s.tokens[i].dep in {"acl", "relcl"}
    named = _VERB_ROLES.get(role) if is_verb else _NOUN_ROLES.get(role)
    return named(s, i) if named else prepositions(s, i, role)


def passive(s: Sentence, i: int) -> bool:
    """Whether the verb at `i` is in the passive voice, a bare past participle included."""
    if s.kid(i, *PASSIVE, "auxpass", "agent"):
        return True
    token = s.tokens[i]
    if _reduced(s, token):
        return True
    up = s.up(i)
    listed = token.dep == "conj" and token.tag == "VBN" and not s.kid(i, "aux", "nsubj")
    if listed and up is not None:
        return up.tag == "VBN" and passive(s, up.i)
    bare = token.tag == "VBN" and token.dep in {"acl", "amod", "advcl"}
    bare = bare or (token.tag == "VBD" and token.dep == "acl")  # no clause: a participle
    own = [k for k in s.kids(i, "dobj", "aux", "nsubj") if k.dep != "dobj" or not _is_sum(s, k)]
    return bare and not own


def _reduced(s: Sentence, token: Token) -> bool:
    """ "makes the magnets used in cars", which small parsers read as a clause."""
    clause = token.tag == "VBN" and token.dep == "ccomp" and s.kid(token.i, "nsubj") is not None
    return clause and not s.kid(token.i, "aux", "auxpass", "dobj", "mark")


def subject(s: Sentence, i: int, depth: int = 0) -> list[int]:
    """The logical subject of a verb: who does it."""
    if passive(s, i):
        return _agents(s, i)
    own = s.kid(i, *SUBJECTS) or _hung_on_auxiliary(s, i)
    if own:
        return [_antecedent(s, i, _named_second(s, i, own))]
    return _controller(s, i, depth) if depth <= DEEPEST else []


def _named_second(s: Sentence, i: int, own: Token) -> Token:
    """ "the lenders X and Y said": small parsers take the noun and the names for two subjects."""
    rest = [k for k in s.kids(i, *SUBJECTS) if k.i > own.i and k.pos == "PROPN"]
    behind = own.pos == "NOUN" and rest and min(s.subtree(rest[0].i)) == own.i + 1
    return rest[0] if behind else own


def _hung_on_auxiliary(s: Sentence, i: int) -> Token | None:
    """ "X will from July charge": small parsers hang a far subject on the auxiliary."""
    found = (s.kid(k.i, "nsubj") for k in s.kids(i, "aux"))
    return next((k for k in found if k is not None), None)


def _agents(s: Sentence, i: int) -> list[int]:
    below = [o.i for o in s.kids(i, "dobj") if _is_sum(s, o)]  # "fined two million by X"
    by = [k for n in (i, *below) for k in s.kids(n, "agent", "prep") if k.lemma == "by"]
    return [o.i for k in by for o in s.kids(k.i, "pobj")]


def _is_sum(s: Sentence, token: Token) -> bool:
    return token.pos in {"NUM", "SYM"} or s.kid(token.i, "nummod") is not None


def _antecedent(s: Sentence, verb: int, token: Token) -> int:
    """The noun a relative pronoun stands for; any other token stands for itself."""
    if token.lemma not in RELATIVE:
        return token.i
    if s.tokens[verb].dep == "relcl":
        return s.tokens[verb].head
    before = s.tokens[token.i - 1] if token.i else token
    apart = before.pos in {"NOUN", "PROPN"}  # a relative clause parsed apart
    return before.i if apart else token.i


def _controller(s: Sentence, i: int, depth: int) -> list[int]:
    """The subject that a verb without one of its own takes from what governs it."""
    token, up = s.tokens[i], s.up(i)
    if up is None:
        return []
    if token.dep in {"acl", "relcl"} and (token.dep == "relcl" or token.tag in {"VBG", "VB"}):
        # who plans in "a plan to move": the noun's possessor or its verb's subject
        return noun_subject(s, up.i, depth + 1) if _is_infinitive(s, token) else [up.i]
    if token.dep in {"pcomp", "prep"}:
        return _behind_preposition(s, up, depth)
    if token.dep in {"xcomp", "advcl", "conj", "ccomp", "dep"} and up.pos in VERBS:
        return _governor_subject(s, up, depth, link=token.dep)
    return []


def _is_infinitive(s: Sentence, token: Token) -> bool:
    """Whether the clause under a noun says what is to be done, not what its noun does."""
    if token.dep == "acl":
        return token.tag == "VB"
    return any(k.lemma == "to" for k in s.kids(token.i, "aux"))


def _behind_preposition(s: Sentence, prep: Token, depth: int) -> list[int]:
    """The subject of "by selling" and, turned round, of "barred X from selling"."""
    above = s.up(prep.i)
    if above is None:
        return []
    if prep.lemma == "from" and above.lemma in KEEPS_FROM:
        return objects(s, above.i)
    return _governor_subject(s, above, depth)


def _governor_subject(s: Sentence, up: Token, depth: int, link: str = "") -> list[int]:
    if up.pos not in VERBS:
        return noun_subject(s, up.i, depth + 1)
    if link in {"xcomp", "ccomp"} and up.lemma in OBJECT_CONTROL:
        return [t.i for t in s.kids(up.i, "dobj", *PASSIVE)] or subject(s, up.i, depth + 1)
    if passive(s, up.i) and link in {"xcomp", "advcl", ""}:
        return [t.i for t in s.kids(up.i, *PASSIVE)] or subject(s, up.i, depth + 1)
    return subject(s, up.i, depth + 1)


def objects(s: Sentence, i: int) -> list[int]:
    """The logical objects of a verb: what it is done to."""
    token = s.tokens[i]
    if passive(s, i):
        own = s.kids(i, *PASSIVE) or (s.kids(i, "nsubj") if _reduced(s, token) else [])
        if own:
            return [_antecedent(s, i, t) for t in own]
        if token.dep in {"acl", "amod", "relcl"}:
            return [token.head]
        return _shared_passive(s, i)
    found = [_antecedent(s, i, t) for t in s.kids(i, "dobj", "obj", "oprd")]
    found += [t.i for k in s.kids(i, "ccomp") if _reduced(s, k) for t in s.kids(k.i, "nsubj")]
    return found or _shared_object(s, i)


def _shared_passive(s: Sentence, i: int) -> list[int]:
    up = s.up(i)
    if up and s.tokens[i].dep in {"conj", "xcomp", "advcl"} and up.pos in VERBS:
        return [t.i for t in s.kids(up.i, *PASSIVE, *SUBJECTS)] or objects(s, up.i)
    return []


def _shared_object(s: Sentence, i: int) -> list[int]:
    """ "makes and sells chips": the object stands with the second verb only."""
    after = [k for k in s.kids(i, "conj") if k.pos in VERBS and not s.kid(k.i, *SUBJECTS)]
    return [t.i for k in after for t in s.kids(k.i, "dobj")]


def noun_subject(s: Sentence, i: int, depth: int = 0) -> list[int]:
    """Who does what the noun names: possessor, by-phrase, or subject of the governing verb."""
    found = possessors(s, i) + own_prepositions(s, i, "by")
    token, up = s.tokens[i], s.up(i)
    if token.pos == "ADJ" and not found:  # "made X available"
        found = [t.i for t in s.kids(i, "nsubj")]
    if found or up is None or depth > DEEPEST:
        return found
    if token.dep in {"dobj", "attr", "xcomp", "acomp", "advmod"} and up.pos in VERBS:
        return subject(s, up.i, depth + 1)
    if token.dep == "pobj" and up.lemma in {"with", "to", "on", "of", "for", "in"}:
        return _around_preposition(s, up, depth)
    if token.dep in {"conj", "compound", "appos", "nmod", "amod"}:
        return noun_subject(s, up.i, depth + 1)
    return []


def _around_preposition(s: Sentence, prep: Token, depth: int) -> list[int]:
    """Who acts in "is in talks", "faced with rivals", "X, in partnership with"."""
    above = s.up(prep.i)
    if above is None:
        return []
    if above.pos in VERBS:
        found = subject(s, above.i, depth + 1)
        return found or (objects(s, above.i) if passive(s, above.i) else [])
    named = above.pos == "PROPN" or above.text[0].isupper()
    return noun_subject(s, above.i, depth + 1) or ([above.i] if named else [])


def bearers(s: Sentence, i: int) -> list[int]:
    """Who or what the noun describes: apposition, copula subject, or the name it stands before."""
    token, up = s.tokens[i], s.up(i)
    found = [t.i for t in s.kids(i, "appos")]
    if up is None:
        return found
    if token.dep in {"appos", "compound", "nmod", "amod"}:
        found.append(described.nearest(s, token, up))
        found += own_prepositions(s, up.i, "for") if up.lemma == "demand" else []
    elif token.dep == "conj":
        found += described.named_last(s, token) or bearers(s, up.i)
    elif token.dep in {"attr", "oprd", "acomp"}:
        found += subject(s, up.i) if not s.kid(up.i, *PASSIVE) else objects(s, up.i)
        found += [t.i for t in s.kids(up.i, "dobj")] if token.dep == "oprd" else []
    elif token.dep == "pobj" and up.lemma == "among":
        found += described.among(s, up)
    elif token.dep == "pobj" and up.lemma == "like":
        found += described.like_other(s, token, up)
    elif token.dep in {"nsubj", "nsubjpass"}:
        found += described.subject_of(s, token, up)
    elif token.dep == "pobj" and up.lemma == "as":
        above = s.up(up.i)
        follows = above is not None and above.lemma in FOLLOWS
        if above is not None:
            found += subject(s, above.i) if follows else objects(s, above.i) or subject(s, above.i)
    return found


def _described(s: Sentence, i: int) -> list[int]:
    """Whom a verb speaks of: what a participle describes ("made by"), else its subject."""
    return objects(s, i) if passive(s, i) else subject(s, i)


_VERB_ROLES = {
    "subj": subject,
    "obj": objects,
    "iobj": indirect,
    "attr": attributes,
    "comp": complements,
    "bearer": _described,
    "poss": subject,
    "compound": modifiers,
    "appos": appositions,
}
_NOUN_ROLES = {
    "subj": noun_subject,
    "poss": possessors,
    "compound": modifiers,
    "appos": appositions,
    "bearer": bearers,
    "obj": lambda s, i: own_prepositions(s, i, "of") or modifiers(s, i),
    "among": lambda s, i: among_them(s, i) or prepositions(s, i, "among"),
    "comp": complements,
    "attr": attributes,
    "iobj": indirect,
}
