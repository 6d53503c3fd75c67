"""The nouns by which a question may ask for an edge: "suppliers of X", "takeovers", "X's rivals".

A noun trigger of an edge class whose bearer is one of its ends names that end ("supplier",
"bidder"); any other names the event itself ("takeover", "lawsuit"). Bias: the few nouns listed
here outweigh the triggers, which read more into a noun than a question means.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from kg.answers.inflect import third
from kg.answers.labels import label_of
from schemas.base import Edge, Frame, state_edges

_ROLES = {  # role nouns of questions: type, and the side on which the answer stands
    "supplier": "SUPPLIES:head", "vendor": "SUPPLIES:head", "provider": "SUPPLIES:head",
    "customer": "SUPPLIES:tail", "client": "SUPPLIES:tail",
    "owner": "OWNS:head", "parent": "OWNS:head", "shareholder": "OWNS:head",
    "subsidiary": "OWNS:tail", "unit": "OWNS:tail", "holding": "OWNS:tail",
    "rival": "COMPETES_WITH:head", "competitor": "COMPETES_WITH:head",
    "partner": "PARTNERS_WITH:head", "producer": "PRODUCES:head", "maker": "PRODUCES:head",
    "manufacturer": "PRODUCES:head", "product": "PRODUCES:tail", "brand": "OWNS:tail",
    "exporter": "EXPORTS:head", "importer": "IMPORTS:head", "export": "EXPORTS:tail",
    "import": "IMPORTS:tail", "buyer": "ACQUIRES:head", "acquirer": "ACQUIRES:head",
    "bidder": "ACQUIRES:head", "suitor": "ACQUIRES:head", "target": "ACQUIRES:tail",
    "seller": "DIVESTS:head", "investor": "INVESTS_IN:head", "backer": "INVESTS_IN:head",
    "lender": "LENDS_TO:head", "creditor": "LENDS_TO:head", "borrower": "LENDS_TO:tail",
    "debtor": "LENDS_TO:tail", "ceo": "LEADS:head", "chief executive": "LEADS:head",
    "head": "LEADS:head", "boss": "LEADS:head", "leader": "LEADS:head", "chairman": "LEADS:head",
    "chief": "LEADS:head", "president": "LEADS:head", "chief executive officer": "LEADS:head",
    "issuer": "IMPOSES:head", "forecaster": "FORECASTS:head", "member": "MEMBER_OF:head",
    "substitute": "SUBSTITUTES_FOR:head", "replacement": "SUBSTITUTES_FOR:head",
    "alternative": "SUBSTITUTES_FOR:head", "input": "INPUT_TO:head", "ingredient": "INPUT_TO:head",
    "plaintiff": "SUES:head", "defendant": "SUES:tail", "accuser": "SUES:head",
    "user": "DEPENDS_ON:head", "headquarters": "LOCATED_IN:tail", "location": "LOCATED_IN:tail",
    "seat": "LOCATED_IN:tail", "industry": "IN_INDUSTRY:tail", "sector": "IN_INDUSTRY:tail",
}  # fmt: skip
_EVENTS = {  # event nouns of questions
    "acquisition": "ACQUIRES", "takeover": "ACQUIRES", "purchase": "ACQUIRES", "bid": "ACQUIRES",
    "buyout": "ACQUIRES", "merger": "MERGES_WITH", "divestment": "DIVESTS", "disposal": "DIVESTS",
    "divestiture": "DIVESTS", "sale": "DIVESTS", "lawsuit": "SUES", "suit": "SUES",
    "fine": "FINES", "penalty": "FINES", "investment": "INVESTS_IN", "loan": "LENDS_TO",
    "partnership": "PARTNERS_WITH", "alliance": "PARTNERS_WITH", "joint venture": "PARTNERS_WITH",
    "forecast": "FORECASTS", "halt": "HALTS_PRODUCTION", "production halt": "HALTS_PRODUCTION",
    "shutdown": "HALTS_PRODUCTION", "listing": "LISTED_ON", "release": "RELEASES",
    "launch": "RELEASES", "restriction": "RESTRICTS", "stake": "OWNS", "holding": "OWNS",
    "subsidy": "SUPPORTS", "grant": "SUPPORTS", "aid": "SUPPORTS", "state aid": "SUPPORTS",
}  # fmt: skip
_END = {"bearer", "appos"}
# Their nouns ("ban", "blow", "data") are asked for as acts, effects or news.
_BY_KIND = {"IMPOSES", "TARGETS", "IMPACTS", "REPORTS", "SETS_RATE"}

_FEW = 4  # labels; a type that ends at anything says nothing of figures

Side = tuple[str, str]
T = TypeVar("T", Side, str)


def role_nouns() -> dict[str, tuple[Side, ...]]:
    """Role nouns, singular and plural, with edge type and the side that answers."""
    return _roles(tuple(state_edges()))


def event_nouns() -> dict[str, tuple[str, ...]]:
    """Event nouns, singular and plural, with the edge types that they name."""
    return _events(tuple(state_edges()))


def figures() -> tuple[str, ...]:
    """The types that end at a rate, statistic or price."""
    return tuple(k.TYPE for k in state_edges() if "Indicator" in k.tail and len(k.tail) <= _FEW)


@lru_cache(maxsize=4)
def _roles(kinds: tuple[type[Edge], ...]) -> dict[str, tuple[Side, ...]]:
    found: dict[str, set[Side]] = {}
    for kind, frame in _nouns(kinds):
        for side, roles in (("head", frame.head), ("tail", frame.tail)):
            if roles[0] in _END and not frame.sign and not frame.beside:
                for lemma in frame.lemmas:
                    noun = lemma.replace("_", " ")
                    if not label_of(f"which {noun}"):
                        found.setdefault(noun, set()).add((kind.TYPE, side))
    known = {kind.TYPE for kind in kinds}
    for noun, meaning in _ROLES.items():
        type_, side = meaning.split(":")
        if type_ in known:
            found[noun] = {(type_, side)}
    return _both_numbers(found)


@lru_cache(maxsize=4)
def _events(kinds: tuple[type[Edge], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    known = {kind.TYPE for kind in kinds}
    listed = {noun: {type_} for noun, type_ in _EVENTS.items() if type_ in known}
    told = {m.split(":")[0] for m in _ROLES.values()} | {*_EVENTS.values(), *_BY_KIND}
    for kind, frame in _nouns(kinds):
        if kind.TYPE not in told and not _END & {*frame.head, *frame.tail} and not frame.beside:
            for lemma in frame.lemmas:
                found.setdefault(lemma.replace("_", " "), set()).add(kind.TYPE)
    return _both_numbers(found | listed)


def _nouns(kinds: tuple[type[Edge], ...]) -> Iterator[tuple[type[Edge], Frame]]:
    """The noun triggers of types that are no state ("X is in Y"), whose nouns say too little."""
    acting = (kind for kind in kinds if not kind.phrase.startswith("is "))
    return ((kind, frame) for kind in acting for frame in kind.frames if frame.pos == "noun")


def _both_numbers(found: dict[str, set[T]]) -> dict[str, tuple[T, ...]]:
    every: dict[str, tuple[T, ...]] = {}
    for noun, meanings in sorted(found.items()):
        for form in (noun, third(noun)):
            every[form] = tuple(sorted(meanings))
    return every
