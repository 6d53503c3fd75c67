"""The verbs by which a question may ask for an edge, taken from the edge classes themselves.

A new edge type brings its own verbs; the few listed here are words of questions that news do
not use. A type's own phrase outweighs the frames of others, which read more into a verb than a
question means. Bias: a verb that says a type only beside another word ("make … a bid") asks for
nothing by itself; one that several types share otherwise asks for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.answers.inflect import inflect, past, third
from kg.answers.statuses import OVER
from schemas.base import Edge, Sign, state_edges

_OWN = {  # words of questions that no news verb covers, by type; the subject is the head
    "DEPENDS_ON": "depend rely need use", "OWNS": "own", "LEADS": "lead run",
    "SUPPLIES": "supply sell_to deliver_to ship_to",
    "COMPETES_WITH": "compete rival", "PARTNERS_WITH": "partner", "LOCATED_IN": "locate base "
    "headquarter", "LISTED_ON": "list", "ACQUIRES": "acquire buy pay_for",
    "PRODUCES": "produce make mine grow refine smelt", "SUES": "sue",
    "RESTRICTS": "restrict ban curb sanction",
    "FORECASTS": "forecast predict", "IMPOSES": "impose", "DIVESTS": "divest sell",
    "FINES": "fine", "EXPORTS": "export", "IMPORTS": "import", "MERGES_WITH": "merge",
    "SUBSTITUTES_FOR": "replace substitute",
    "HALTS_PRODUCTION": "close shut shut_down idle mothball halt suspend",
    "SETS_RATE": "set raise cut", "INPUT_TO": "go_into feed_into",
    "INVESTS_IN": "put_money_into",
    "IMPACTS": "affect impact", "TARGETS": "target hit_by",
    "LENDS_TO": "lend", "SUPPORTS": "support subsidise subsidize back",
}  # fmt: skip
_TURNED = {  # and those whose subject is the tail
    "SUPPLIES": "buy_from purchase_from source_from order_from get_from",
}
_COMPOUND = {  # verbs with what they are done to: type, verbs, and the words behind them
    "HALTS_PRODUCTION": (
        "halt stop suspend pause cease end idle curtail",
        "making producing building assembling manufacturing|production_of production_at output_of "
        "output_at assembly_of assembly_at manufacture_of work_at operations_at|production output",
    ),
    "RESTRICTS": ("halt stop suspend ban restrict curb limit block",
                  "exports_of shipments_of sales_of imports_of trade_in"),
    "SETS_RATE": ("set raise cut lower hike hold change", "rates interest_rates"),
}  # fmt: skip
_PREPOSITIONS = "on upon in from to with of for at into against by".split()
_LIGHT = set("have get put go see come find keep take make give do say bring turn".split())
_BE = re.compile(r"(?:is|are|was|were|can|may|has) ")


class Meaning(NamedTuple):
    """What a verb asks for: a type, whether its subject is the head, a sign, or that it is over."""

    type: str
    head: bool
    sign: Sign | None = None
    over: bool = False


def verb_meanings() -> dict[str, tuple[Meaning, ...]]:
    """Every surface form of every asking verb with the edges it asks for."""
    return _meanings(tuple(state_edges()))


@lru_cache(maxsize=4)  # by the types, so that one added at run time is asked for at once
def _meanings(kinds: tuple[type[Edge], ...]) -> dict[str, tuple[Meaning, ...]]:
    framed, own = _collect(kinds, _framed), _collect(kinds, _own)
    return {form: _agreeing(found) for form, found in sorted((framed | own).items())}


def _agreeing(found: set[Meaning]) -> tuple[Meaning, ...]:
    """Without the meanings that say an end, where others say that it holds."""
    holding = {m for m in found if not m.over} or found
    return tuple(sorted(holding, key=lambda m: (m.type, m.head, m.sign or "")))


def _collect(
    kinds: tuple[type[Edge], ...], lemmas: Callable[[type[Edge]], Iterator[tuple[str, Meaning]]]
) -> dict[str, set[Meaning]]:
    found: dict[str, set[Meaning]] = {}
    for kind in kinds:
        for lemma, meaning in lemmas(kind):
            for form in inflect(lemma) if not lemma.startswith("=") else {lemma[1:]}:
                found.setdefault(form, set()).add(meaning)
    return found


def _own(kind: type[Edge]) -> Iterator[tuple[str, Meaning]]:
    """The verbs of the type's phrase and of questions; `=` marks words that are not inflected."""
    meaning = Meaning(kind.TYPE, head=True)
    for lemma in _OWN.get(kind.TYPE, "").split():
        yield lemma.replace("_", " "), meaning
    for lemma in _TURNED.get(kind.TYPE, "").split():
        yield lemma.replace("_", " "), Meaning(kind.TYPE, head=False)
    yield from ((lemma, meaning) for lemma in (*_compounds(kind), *phrase_lemmas(kind)))


def _compounds(kind: type[Edge]) -> Iterator[str]:
    """The verbs of the type that are done to something: "stop making", "cut rates"."""
    verbs, done_to = _COMPOUND.get(kind.TYPE, ("", ""))
    for verb in verbs.split():
        yield from (f"{verb} {words}".replace("_", " ") for words in re.split(r"[ |]", done_to))


def phrase_lemmas(kind: type[Edge]) -> Iterator[str]:
    """The phrase as a verb: "depends on" is depend, "is listed on" the words =listed."""
    words = kind.phrase.split(" ")
    if _BE.match(kind.phrase):
        rest = words[1:]
        state = rest[:-1] if len(rest) > 1 and rest[-1] in _PREPOSITIONS else rest
        if words[0] in {"can", "may"}:
            yield " ".join(state)
        elif state[0] not in _PREPOSITIONS:
            yield "=" + " ".join(state)
        return
    first = next((v for v in _verbs_of(kind) if third(v) == words[0]), words[0].removesuffix("s"))
    rest = words[1:-1] if words[-1] in _PREPOSITIONS else words[1:]
    yield " ".join((first, *rest))


def _verbs_of(kind: type[Edge]) -> Iterator[str]:
    for frame in kind.frames:
        if frame.pos == "verb":
            yield from (lemma.split("_")[0] for lemma in frame.lemmas)


def _framed(kind: type[Edge]) -> Iterator[tuple[str, Meaning]]:
    """The verbs of the type's frames that say it by themselves."""
    for frame in kind.frames:
        roles = (*frame.head, *frame.tail)
        if frame.pos != "verb" or "subj" not in roles or frame.beside:
            continue
        meaning = Meaning(kind.TYPE, "subj" in frame.head, frame.sign, frame.status in OVER)
        said = (lemma for lemma in frame.lemmas if lemma not in _LIGHT)
        yield from ((lemma.replace("_", " "), meaning) for lemma in said)


def base_verbs() -> frozenset[str]:
    """The verbs as they stand behind "does" and "did", uninflected."""
    return _bases(tuple(state_edges()))


@lru_cache(maxsize=4)
def _bases(kinds: tuple[type[Edge], ...]) -> frozenset[str]:
    every = (lemma for kind in kinds for way in (_own, _framed) for lemma, _ in way(kind))
    return frozenset(lemma for lemma in every if not lemma.startswith("="))


def participles() -> frozenset[str]:
    """The verbs as they stand behind "was", so that their object is asked for."""
    return _participles(tuple(state_edges()))


@lru_cache(maxsize=4)
def _participles(kinds: tuple[type[Edge], ...]) -> frozenset[str]:
    found = set()
    for base in _bases(kinds):
        word, _, particle = base.partition(" ")
        found |= {f"{form} {particle}".rstrip() for form in past(word)}
    states = {lemma for kind in kinds for lemma in phrase_lemmas(kind)}
    return frozenset(f for f in found if f"={f}" not in states)


def bare_states() -> dict[str, tuple[Meaning, ...]]:
    """Prepositions that say a state by themselves ("is in"), with the types that they may mean."""
    found: dict[str, set[Meaning]] = {}
    for kind in state_edges():
        words = kind.phrase.split(" ")
        if words[0] == "is" and words[-1] in _PREPOSITIONS:
            found.setdefault(words[-1], set()).add(Meaning(kind.TYPE, head=True))
    bare = {k.phrase.removeprefix("is ") for k in state_edges()}
    return {p: tuple(sorted(found[p], key=lambda m: m.type)) for p in found if p in bare}
