"""A SPARQL query put to a store: read-only, within a time and a number of rows.

The query runs in a process of its own that is killed when the time is over. Bias: a cut answer
says that it is cut.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, NamedTuple, cast

from kg.graph.contract import Store, View
from kg.graph.rdf import write
from kg.graph.rdf.terms import STRING
from schemas.derive.turtle import prologue, quoted, short, typed
from schemas.errors import KnockonError

SECONDS = 30.0
"""How long a query may take when nothing is said."""
ROWS = 1000
"""How many rows an answer has at most when nothing is said."""

BEGINNING = 10.0
"""Seconds that a worker has at least to start and read the query: a slow machine is no fault."""


class Cell(NamedTuple):
    """A term of an answer: `uri`, `literal` or `bnode`, its text, its datatype or language."""

    kind: str
    value: str
    datatype: str = ""
    language: str = ""


class Answer(NamedTuple):
    """The rows of a `select`, the triples of a `graph`, or the truth of an `ask`.

    `cut` says that there is more than was asked for.
    """

    sort: str
    columns: list[str]
    rows: list[list[Cell | None]]
    truth: bool = False
    cut: bool = False


class Bounds(NamedTuple):
    """How long a query may take (seconds) and how many rows it may give."""

    seconds: float = SECONDS
    rows: int = ROWS


def ask(
    store: Store,
    query: str,
    *,
    view: View | None = None,
    params: Mapping[str, str] | None = None,
    bounds: Bounds = Bounds(),  # noqa: B008 - a frozen record
) -> Answer:
    """What the query finds in the store's graph (or a view's); `params` are bound as texts.

    KnockonError where it would change or reach anything, cannot be read, or takes too long.
    """
    command = [sys.executable, "-P", "-m", "kg.graph.rdf.worker"]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    ) as worker:
        try:
            question = {"query": query, "params": dict(params or {}), "limit": bounds.rows}
            return _talk(worker, question, store, view, bounds.seconds)
        finally:
            worker.kill()


def _talk(
    worker: subprocess.Popen[bytes],
    question: Mapping[str, object],
    store: Store,
    view: View | None,
    seconds: float,
) -> Answer:
    to, from_ = cast("IO[bytes]", worker.stdin), cast("IO[bytes]", worker.stdout)
    with _within(worker, max(seconds, BEGINNING)):
        _send(to, json.dumps(question) + "\n")
        _heard(from_.readline())
    graph = io.TextIOWrapper(cast("io.BufferedWriter", to), encoding="utf-8", newline="\n")
    try:
        write(store, "nquads", graph, view=view, entered=True)
        graph.close()
    except BrokenPipeError as error:
        raise _died() from error
    _heard(from_.readline())
    with _within(worker, seconds):
        return _answer(_heard(line) for line in from_)


def _send(to: IO[bytes], text: str) -> None:
    try:
        to.write(text.encode("utf-8", "surrogatepass"))
        to.flush()
    except BrokenPipeError as error:
        raise _died() from error


def _heard(line: bytes) -> dict[str, object]:
    """A line of the worker; KnockonError where it is one, or where the worker is gone."""
    if not line.endswith(b"\n"):
        raise _died()
    said = cast("dict[str, object]", json.loads(line))
    if "error" in said:
        raise KnockonError(str(said["error"]), where="sparql", cure=str(said["cure"]))
    return said


def _died() -> KnockonError:
    cure = "ask for less at once, or narrow the pattern"
    return KnockonError("the query took more memory than it may", where="sparql", cure=cure)


@contextmanager
def _within(worker: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    """Kill the worker when the time is over; KnockonError then."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        worker.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        yield
    except KnockonError as error:
        if not late.is_set():
            raise
        cure = "narrow the pattern, or give it longer with --timeout"
        why = f"stopped after {seconds:g} seconds"
        raise KnockonError(why, where="sparql", cure=cure) from error
    finally:
        timer.cancel()


def _answer(lines: Iterable[dict[str, object]]) -> Answer:
    told = iter(lines)
    head = next(told, None)
    if head is None:
        raise _died()
    columns = cast("list[str]", head["columns"])
    if head["sort"] == "ask":
        return Answer("ask", columns, [], truth=bool(head["truth"]))
    rows: list[list[Cell | None]] = []
    for line in told:
        if "cut" in line:
            return Answer(str(head["sort"]), columns, rows, cut=bool(line["cut"]))
        cells = cast("list[list[str] | None]", line["row"])
        rows.append([Cell(*cell) if cell else None for cell in cells])
    raise _died()


def as_turtle(answer: Answer) -> str:
    """The triples of a `graph` answer as Turtle, in the order in which they were found."""
    lines = (" ".join(_written(cell) for cell in row if cell) for row in answer.rows)
    return prologue() + "\n" + "".join(f"{line} .\n" for line in lines)


def _written(cell: Cell) -> str:
    if cell.kind == "literal":
        return quoted(cell.value) + f"@{cell.language}" if cell.language else _typed(cell)
    return short(cell.value) if cell.kind == "uri" else f"_:{cell.value}"


def _typed(cell: Cell) -> str:
    return typed(cell.value, cell.datatype)


def as_json(answer: Answer) -> dict[str, object]:
    """The answer in the form that SPARQL results have in JSON; triples as rows of three."""
    if answer.sort == "ask":
        return {"head": {}, "boolean": answer.truth}
    bindings = [
        {name: _bound(cell) for name, cell in zip(answer.columns, row, strict=True) if cell}
        for row in answer.rows
    ]
    return {"head": {"vars": answer.columns}, "results": {"bindings": bindings}}


def _bound(cell: Cell) -> dict[str, str]:
    told = {"type": cell.kind, "value": cell.value}
    if cell.language:
        return told | {"xml:lang": cell.language}
    return told | ({"datatype": cell.datatype} if cell.datatype not in {"", STRING} else {})


def as_texts(answer: Answer) -> list[list[str]]:
    """The rows as plain texts, IRIs under their prefixes; an unbound place is empty."""
    if answer.sort == "ask":
        return [[str(answer.truth).lower()]]
    return [[_shown(cell) if cell else "" for cell in row] for row in answer.rows]


def _shown(cell: Cell) -> str:
    return short(cell.value).strip("<>") if cell.kind == "uri" else cell.value
