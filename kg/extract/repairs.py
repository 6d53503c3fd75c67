"""Parses that small parsers are known to get wrong, mended before anything is read from them.

Bias: only where the words leave no doubt (a name, a plural that is also a verb, no other verb for
it); any other odd parse stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.lexicon import ABSTRACT
from kg.extract.tokens import Token
from kg.reference.universe import universe

Tokens = tuple[Token, ...]
DOES = frozenset(
    "export import supply produce ship make need use grow mine sell buy consume burn".split()
)
"""Verbs whose "-s" form small parsers take for a plural behind a name ("Ghana exports")."""
AS_NOUN = {"pcomp": "pobj", "xcomp": "dobj"}  # how a participle hangs → how its noun would


def mend(tokens: Tokens) -> Tokens:
    """The tokens, with the parses mended that are surely wrong."""
    repairs: tuple[Callable[[Tokens, Token], Tokens | None], ...] = (
        _object_clause, _plural_verb, _only_verb, _named_subject, _participle_good,
    )  # fmt: skip
    for token in tokens:
        for repair in repairs:
            tokens = repair(tokens, tokens[token.i]) or tokens
    return tokens


def _kid(tokens: Tokens, i: int, dep: str) -> Token | None:
    return next((t for t in tokens if t.head == i and t.dep == dep and t.i != i), None)


def _changed(tokens: Tokens, *changes: Token) -> Tokens:
    by_place = {t.i: t for t in changes}
    return tuple(by_place.get(t.i, t) for t in tokens)


def _name_before(tokens: Tokens, token: Token) -> Token | None:
    """The name right before a plural that could be a verb."""
    before = tokens[token.i - 1] if token.i else None
    named = before is not None and before.text[0].isupper() and before.head == token.i
    fits = named and token.tag == "NNS" and token.lemma in DOES
    return before if fits and before is not None and before.dep == "compound" else None


def _verb(token: Token, dep: str, head: int) -> Token:
    return replace(token, pos="VERB", tag="VBZ", dep=dep, head=head)


def _first_of(tokens: Tokens, name: Token) -> int:
    """Where the name's words begin."""
    first = name.i
    while first and tokens[first - 1].head == name.i and tokens[first - 1].dep == "compound":
        first -= 1
    return first


def _object_clause(tokens: Tokens, token: Token) -> Tokens | None:
    """ "The cocoa that Ghana exports has fetched more", read as one clause about exports."""
    name = _name_before(tokens, token)
    if name is None or (first := _first_of(tokens, name)) < 2:
        return None
    that, noun, verb = tokens[first - 1], tokens[first - 2], tokens[token.head]
    clause = verb.dep == "relcl" and verb.head == noun.i and token.dep.startswith("nsubj")
    if that.text.lower() not in {"that", "which"} or not clause:
        return None
    top = verb.i if noun.head == noun.i else noun.head
    return _changed(
        tokens,
        _verb(token, "relcl", noun.i),
        replace(name, dep="nsubj", head=token.i),
        replace(that, dep="dobj", head=token.i),
        replace(verb, dep=noun.dep, head=top),
        replace(noun, dep=token.dep, head=verb.i),
    )


def _plural_verb(tokens: Tokens, token: Token) -> Tokens | None:
    """ "Bangladesh imports all of its cotton", read as a noun and its apposition."""
    name = _name_before(tokens, token)
    other = _kid(tokens, token.i, "appos")
    if name is None or other is None or _first_of(tokens, name) > 0:
        return None
    between = tokens[token.i + 1 : other.i]
    if other.i < token.i or any(t.dep == "punct" for t in between):
        return None
    dep = "ccomp" if token.dep.startswith("nsubj") else token.dep
    moved = [replace(t, head=other.i) for t in between if t.head == token.i]
    return _changed(
        tokens,
        _verb(token, dep, token.head),
        replace(name, dep="nsubj", head=token.i),
        replace(other, dep="dobj"),
        *moved,
    )


def _only_verb(tokens: Tokens, token: Token) -> Tokens | None:
    """ "Sasol exports chemicals to Italy", read as a noun phrase without any verb."""
    name = tokens[token.i - 1] if token.i else None
    root = next((t for t in tokens if t.head == t.i and t.i > token.i), None)
    if name is None or root is None or token.tag != "NNS" or token.lemma not in DOES:
        return None
    named = name.text[0].isupper() and name.pos in {"NOUN", "PROPN"}
    between = tokens[token.i + 1 : root.i]
    noun = root.pos == "NOUN" and root.lemma not in ABSTRACT and token.head == root.i
    if not (named and noun) or any(t.head != root.i for t in between):
        return None
    before = [t for t in tokens[: name.i] if t.head in {root.i, token.i}]
    return _changed(
        tokens,
        replace(token, pos="VERB", tag="VBZ", dep="ROOT", head=token.i),
        replace(name, dep="nsubj", head=token.i),
        replace(root, dep="dobj", head=token.i),
        *(replace(t, head=name.i) for t in before if t.dep != "punct"),
    )


def _named_subject(tokens: Tokens, token: Token) -> Tokens | None:
    """ "Poland imports coal", where the name was taken for a part of the verb."""
    name = tokens[token.i - 1] if token.i else None
    if name is None or name.head != token.i or name.dep != "compound" or token.tag != "VBZ":
        return None
    return None if _kid(tokens, token.i, "nsubj") else _changed(tokens, replace(name, dep="nsubj"))


def _participle_good(tokens: Tokens, token: Token) -> Tokens | None:
    """ "short of coking coal", read as the act of coking."""
    good = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    dep = AS_NOUN.get(token.dep)
    if good is None or dep is None or token.tag != "VBG" or good.head != token.i:
        return None
    if good.dep != "dobj" or not universe().find(f"{token.text} {good.text}".lower(), "Commodity"):
        return None
    below = good.i if dep == "pobj" else token.head
    others = [replace(t, head=below) for t in tokens if t.head == token.i and t.i != good.i]
    return _changed(
        tokens,
        replace(token, dep="amod", head=good.i),
        replace(good, dep=dep, head=token.head),
        *others,
    )
