r"""GraphML and GEXF files as nodes and edges with their values, and the text that XML can hold.

XML has no place for most control characters: they stand as `\uXXXX`, and a backslash that would
read as one of these stands as `\u005c`, so that nothing is lost. Bias: a file that declares
entities of its own is refused, since such a file can be made to swell without end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

__all__ = ["Edge", "Graph", "held", "parse", "restored"]

# Whatever XML 1.0 does not allow, half characters included, and what looks like an escape.
_ESCAPED = re.compile(
    r"\\(?=u[0-9a-f]{4})" "|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
ROOTS = ("graphml", "gexf")


def held(text: str) -> str:
    r"""The text as XML can hold it; `\u0000` stands for a NUL."""
    return _ESCAPED.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def restored(text: str) -> str:
    """The text that `held` made this one of."""
    return _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), text)


class Edge(NamedTuple):
    """An edge: the line it begins on, its id, the ids of its ends, its values by name."""

    line: int
    ident: str
    source: str
    target: str
    values: Mapping[str, str]


class Graph(NamedTuple):
    """A graph file: which of `ROOTS` it is, the values of its nodes by id, its edges in order."""

    form: str
    nodes: dict[str, dict[str, str]]
    edges: list[Edge]


def parse(text: str) -> Graph:
    """The graph in a file's text; ValueError where it is no GraphML or GEXF."""
    reader, parser = _Reader(), expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda n, a: reader.start(n, a, parser.CurrentLineNumber)
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - expat's own way
    except expat.ExpatError as error:
        raise ValueError(f"not XML: {error}") from error
    return Graph(reader.root, reader.nodes, reader.edges)


def _refuse(*_declared: object) -> None:
    raise ValueError("the file declares entities of its own")


class _Reader:
    """What has been read so far; the values of open nodes and edges lie on a stack."""

    def __init__(self) -> None:
        self.root = ""
        self.nodes: dict[str, dict[str, str]] = {}
        self.edges: list[Edge] = []
        self._names: dict[tuple[str, str], str] = {}
        self._class = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self._key: str | None = None
        self._said: list[str] = []

    def start(self, name: str, given: dict[str, str], line: int) -> None:
        """An element begins."""
        local = name.rpartition(":")[2]
        if not self.root:
            if local not in ROOTS:
                raise ValueError(f"not a graph file: it begins with <{local}>")
            self.root = local
        elif local in {"node", "edge"}:
            self._begin(local, given, line)
        elif local in {"key", "attributes", "attribute"}:
            self._declare(local, given)
        elif local == "data":
            self._key, self._said = given.get("key", ""), []
        elif local == "attvalue" and self._open:
            kind, values = self._open[-1]
            at = given.get("for", given.get("id", ""))
            values[self._names.get((kind, at), at)] = restored(given.get("value", ""))

    def _declare(self, local: str, given: dict[str, str]) -> None:
        if local == "attributes":
            self._class = given.get("class", "")
            return
        kind = self._class if local == "attribute" else ""
        title = given.get("attr.name") or given.get("title") or given.get("id", "")
        self._names[kind, given.get("id", "")] = restored(title)

    def _begin(self, local: str, given: dict[str, str], line: int) -> None:
        told = {name: restored(text) for name, text in given.items()}
        values = {"label": told["label"]} if "label" in told else {}
        self._open.append((local, values))
        if local == "node":
            self.nodes[told.get("id", "")] = values
            return
        ends = told.get("source", ""), told.get("target", "")
        self.edges.append(Edge(line, told.get("id", ""), *ends, values))

    def text(self, said: str) -> None:
        """Characters between elements; only those of a value count."""
        if self._key is not None:
            self._said.append(said)

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition(":")[2]
        if local == "data" and self._key is not None:
            if self._open:
                title = self._names.get(("", self._key), self._key)
                self._open[-1][1][title] = restored("".join(self._said))
            self._key = None
        elif local in {"node", "edge"} and self._open:
            self._open.pop()
