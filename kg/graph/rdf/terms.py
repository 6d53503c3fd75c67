"""The terms of RDF that our records are made of, and the way back to text.

Bias: nothing is lost. A text that RDF cannot hold (half characters) is written in escapes under a
datatype of its own; a date or number is typed only where it surely is one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from schemas.derive.iris import VOCAB, XSD, escaped, unescaped
from schemas.when import When

BASE = "urn:knockon:"
STRING = XSD + "string"
ESCAPED = VOCAB + "escaped"
DECIMAL, DOUBLE = XSD + "decimal", XSD + "double"
_HALF = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})")
_ADDRESS = re.compile(r"https?://[!-~]+")
_DATES = {"year": "gYear", "month": "gYearMonth", "day": "date"}


class Term(NamedTuple):
    """An IRI, or with a datatype a literal."""

    value: str
    datatype: str = ""


def text(words: str) -> Term:
    """A text as it is; one with half characters in escapes."""
    if _HALF.search(words):
        return Term(words.encode("unicode_escape").decode("ascii"), ESCAPED)
    return Term(words, STRING)


def words(term: Term) -> str:
    """The text, number or date as it was."""
    if term.datatype == ESCAPED:
        return term.value.encode("ascii").decode("unicode_escape")
    return term.value


def when(date: When | None) -> Term | None:
    """A date under the datatype of its precision; an interval or a yearless one is a text."""
    if date is None:
        return None
    try:
        known = When.parse(date.text).text == date.text
    except ValueError:
        known = False
    if not known or date.precision not in _DATES:
        return text(date.text)
    return Term(date.text, XSD + _DATES[date.precision])


def time(moment: str) -> Term:
    """A time with its zone; any other is a text."""
    return Term(moment, XSD + "dateTime") if _TIME.fullmatch(moment) else text(moment)


def decimal(number: str) -> Term:
    """An exact decimal; what is no number is a text."""
    return Term(number, DECIMAL) if _NUMBER.fullmatch(number) else text(number)


def whole(number: int) -> Term:
    """A whole number."""
    return Term(str(number), XSD + "integer")


def double(number: float) -> Term:
    """A float, exact to its last digit."""
    said = repr(number)
    return Term({"inf": "INF", "-inf": "-INF", "nan": "NaN"}.get(said, said), DOUBLE)


def address(url: str) -> Term:
    """An address of the web; anything else is a text."""
    return Term(url, XSD + "anyURI") if _ADDRESS.fullmatch(url) else text(url)


def amount(number: Decimal | None) -> Term | None:
    """An amount in base units, exact."""
    from schemas.values import plain

    return decimal(plain(number)) if number is not None else None


def of_node(node: str) -> str:
    """The IRI of a node, from its id."""
    return f"{BASE}node:{escaped(node, safe=':')}"


def made(sort: str, *own: str) -> str:
    """The IRI of anything else, from its sort and its own ids."""
    return f"{BASE}{sort}:{':'.join(escaped(part) for part in own)}"


def ids(iri: str) -> list[str]:
    """The ids that an IRI was made from."""
    return [unescaped(part) for part in iri.removeprefix(BASE).split(":")[1:]]


def node_id(iri: str) -> str:
    """The id of a node, from its IRI."""
    return unescaped(iri.removeprefix(f"{BASE}node:"))
