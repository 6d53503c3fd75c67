"""Cypher cut into words, texts, quoted names, numbers and signs: enough to see what a query does.

Not a parser. Bias: what two engines could read in two ways (an escape outside of a text, an
invisible character, a break within a comment) is refused rather than guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from schemas.errors import StoreError

__all__ = ["QueryRefused", "Token", "decoded", "place", "tokens"]

Sort = Literal["word", "text", "quoted", "number", "sign"]


class QueryRefused(StoreError):
    """A query that is not carried out, with what in it is the reason and where that stands."""


class Token(NamedTuple):
    """A piece of a query: its sort, its characters (of a quoted name: the name), its offset."""

    sort: Sort
    said: str
    at: int

    @property
    def word(self) -> str:
        """The word in capitals as any engine could fold it; empty where it is no bare word."""
        if self.sort != "word":
            return ""
        return unicodedata.normalize("NFKC", self.said).upper()


_PIECES = re.compile(
    r"""(?P<blank>\s+)
    |(?P<line>//[^\n\r]*)
    |(?P<block>/\*.*?\*/)
    |(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<quoted>`(?:[^`]|``)*`)
    |(?P<number>0x[0-9a-fA-F]+|0o[0-7]+|(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<sign>\.\.|::|[-+*/%^=<>!&|~?:;,.(){}\[\]$@\#])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# Breaks of a line to some readers only: a comment that holds one may end there, or not.
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OPEN = {"'": "a text is not closed", '"': "a text is not closed", "`": "a name is not closed",
         "/": "a comment is not closed", "\\": "an escape stands outside of a text"}  # fmt: skip


def tokens(query: str) -> Iterator[Token]:
    """The query's pieces without blanks and comments; QueryRefused for what is none."""
    at = 0
    while at < len(query):
        found = _PIECES.match(query, at)
        if found is None or (found.group() == "/" and query.startswith("/*", at)):
            raise _stray(query, at)
        sort, said = found.lastgroup, found.group()
        if sort in {"line", "block"}:
            _check_comment(query, said, at)
        elif sort == "quoted":
            yield Token("quoted", said[1:-1].replace("``", "`"), at)
        elif sort in {"text", "number", "word", "sign"}:
            yield Token(sort, said, at)  # type: ignore[arg-type]
        at = found.end()


def _check_comment(query: str, said: str, at: int) -> None:
    if _BREAKS.search(said):
        raise QueryRefused("a comment holds a break that engines read differently",
                           where=place(query, at), cure="take the comment out")  # fmt: skip


def _stray(query: str, at: int) -> QueryRefused:
    sign = query[at]
    name = f"the character U+{ord(sign):04X} stands outside of a text"
    return QueryRefused(_OPEN.get(sign, name), where=place(query, at))


def place(query: str, at: int) -> str:
    """Line and column, from 1, as `line 2:14`."""
    before = re.split(r"\r\n|\r|\n", query[:at])
    return f"line {len(before)}:{len(before[-1]) + 1}"


def decoded(query: str) -> tuple[str, list[int]]:
    r"""The query with every `\uXXXX` as its character, as Neo4j reads it; and where each was."""
    said: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(query):
        found = _ESCAPE.match(query, at)
        said.append(chr(int(found.group(1), 16)) if found else query[at])
        offsets.append(at)
        at = found.end() if found else at + 1
    return "".join(said), [*offsets, len(query)]
