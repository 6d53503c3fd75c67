"""Values bound to a query's variables without ever becoming part of its text.

The engine can only preset a variable that the query gives back. So the outer pattern is told to
begin with `BIND(<urn:knockon:param#NAME>() AS ?NAME)`, and the engine asks us for the value. Bias:
the name is checked to be one, the value is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from schemas.errors import KnockonError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyoxigraph

PARAM = "urn:knockon:param#"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# What is passed over as a whole (addresses, escapes, texts, comments), then the brackets.
_TOKEN = re.compile(
    "|".join((
        r"<[^<>\"{}|^`\\\x00-\x20]*>",
        r"\\.",
        r"'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}",
        r'"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}',
        r"'(?:[^'\\\n]|\\.)*'",
        r'"(?:[^"\\\n]|\\.)*"',
        r"#[^\n]*",
        r"[(){}]",
    )),
    re.DOTALL,
)
_SUBSELECT = re.compile(r"(?:\s|#[^\n]*\n)*select\b", re.IGNORECASE)


def bound(query: str, sort: str, names: Iterable[str]) -> str:
    """The query with these variables bound in its outer pattern; `sort` is its kind.

    KnockonError for a name that is none, or where there is no pattern to bind it in.
    """
    names = sorted(names)
    if not names:
        return query
    odd = [name for name in names if not _NAME.fullmatch(name)]
    if odd:
        raise KnockonError(f"{odd[0]!r} is not the name of a variable", cure="use letters and _")
    groups = list(_groups(query))
    at = 1 if sort == "ConstructQuery" else 0
    if len(groups) <= at:
        cure = "write it with WHERE { … }"
        raise KnockonError("the query has no pattern in which to bind a value", cure=cure)
    begin, end = groups[at]
    binds = " ".join(f"BIND(<{PARAM}{name}>() AS ?{name})" for name in names)
    inner = query[begin + 1 : end]
    inner = f"{{{inner}}}" if _SUBSELECT.match(inner) else inner
    return f"{query[: begin + 1]} {binds} {inner}{query[end:]}"


def _groups(query: str) -> Iterator[tuple[int, int]]:
    """Where each outermost { … } begins and ends."""
    depth = {"{": 0, "(": 0}
    begin = 0
    for token in _TOKEN.finditer(query):
        sign = token.group()
        if sign in {"(", ")"} and not depth["{"]:
            depth["("] += 1 if sign == "(" else -1
        elif sign == "{" and not depth["("]:
            begin = begin if depth["{"] else token.start()
            depth["{"] += 1
        elif sign == "}" and not depth["("]:
            depth["{"] -= 1
            if not depth["{"]:
                yield begin, token.start()


def values(params: Mapping[str, str]) -> dict[pyoxigraph.NamedNode, Callable[..., Any]]:
    """The functions by which the engine asks for each value."""
    import pyoxigraph

    return {
        pyoxigraph.NamedNode(PARAM + name): _giving(pyoxigraph.Literal(value))
        for name, value in params.items()
    }


def _giving(term: pyoxigraph.Literal) -> Callable[[], pyoxigraph.Literal]:
    return lambda: term
