"""The state graph as GraphML or GEXF 1.3, written as it is read: for Gephi, yEd, networkx.

Nodes have `label` (the name) and `node_type`, edges `label` (the type); lists are JSON arrays. In
GEXF an edge has the spell of days in which it holds, while its exact dates stay attributes. Bias:
nothing is lost: what XML cannot hold is escaped (see `loaders.kit.xmlgraph`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.graph.contract import View
from kg.graph.exports.rows import EDGE, NODE, Matter, Row, edge_rows, end, node_rows, shown, survey
from loaders.kit.xmlgraph import held
from schemas.when import When

__all__ = ["EDGE_TITLES", "NODE_TITLES", "TAKEN", "gexf", "graphml", "title"]

NODE_TYPE = "node_type"
"""The attribute that holds a node's label, since `label` is what a picture shows."""
TAKEN = frozenset(
    {"id", "key", "label", "parents", "pid", "slices", "spells", "start", "end", "type", "viz",
     "weight", "networkx_key", "source", "target", NODE_TYPE}
)  # fmt: skip
"""Names that a format or its readers keep for themselves; a property gets `more_` before it."""
NODE_TITLES = {"name": "label", "label": NODE_TYPE}
EDGE_TITLES = {"type": "label"}
"""The columns that are called otherwise here."""
_MARKS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;",
          ord("\t"): "&#9;", ord("\n"): "&#10;", ord("\r"): "&#13;"}  # fmt: skip


class Attribute(NamedTuple):
    """One attribute of nodes or of edges: its id in the file, the row's name, ours, its type."""

    ident: str
    row: str
    title: str
    type: str


class _Plan(NamedTuple):
    nodes: list[Attribute]
    edges: list[Attribute]


def graphml(matter: Matter) -> Iterator[str]:
    """The view as GraphML, one element a line."""
    plan = _plan(matter.view, label=True)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, attributes in (("node", plan.nodes), ("edge", plan.edges)):
        for a in attributes:
            yield (f'<key id="{a.ident}" for="{kind}" attr.name="{_xml(a.title)}"'
                   f' attr.type="{a.type}"/>\n')  # fmt: skip
    yield '<graph edgedefault="directed">\n'
    for row in _nodes(matter.view):
        yield f'<node id="{_xml(row["node"])}">{_keyed(plan.nodes, row)}</node>\n'
    for row in edge_rows(matter.view):
        yield f"<edge {_ends(row)}>{_keyed(plan.edges, row)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def gexf(matter: Matter) -> Iterator[str]:
    """The view as GEXF 1.3, a dynamic graph whose time is days, one element a line."""
    plan = _plan(matter.view, label=False)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield ('\n<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date"'
           ' timerepresentation="interval">\n')  # fmt: skip
    for kind, attributes in (("node", plan.nodes), ("edge", plan.edges)):
        yield f'<attributes class="{kind}" mode="static">\n'
        for a in attributes:
            yield f'<attribute id="{a.ident}" title="{_xml(a.title)}" type="{a.type}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for row in _nodes(matter.view):
        label = f' label="{_xml(row["name"])}"' if "name" in row else ""
        yield f'<node id="{_xml(row["node"])}"{label}>{_valued(plan.nodes, row)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for row in edge_rows(matter.view):
        told = f'{_ends(row)} label="{_xml(row["type"])}"'
        yield f"<edge {told}>{_valued(plan.edges, row)}{_spell(row)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _plan(view: View, *, label: bool) -> _Plan:
    """The attributes of nodes and edges; `label` where that is an attribute like any other."""
    nodes, edges = survey(node_rows(view), NODE), survey(edge_rows(view), EDGE)
    types = dict.fromkeys(edges.numbers & {"confidence", "amount"}, "double")
    types["reference"] = "boolean"
    spent = ({"node"}, {"edge_id", "head", "tail"})
    if not label:
        spent = (spent[0] | {"name"}, spent[1] | {"type"})
    return _Plan(
        _attributes("n", [n for n in nodes.names if n not in spent[0]], NODE_TITLES, {}),
        _attributes("e", [n for n in edges.names if n not in spent[1]], EDGE_TITLES, types),
    )


def _attributes(
    mark: str, names: list[str], titles: Mapping[str, str], types: Mapping[str, str]
) -> list[Attribute]:
    return [
        Attribute(f"{mark}{at}", name, titles.get(name) or title(name), types.get(name, "string"))
        for at, name in enumerate(names)
    ]


def title(name: str) -> str:
    """The attribute's name in the file."""
    return f"more_{name}" if name in TAKEN else name


def _nodes(view: View) -> Iterator[Row]:
    yield from node_rows(view)
    for row in edge_rows(view):
        if "tail" not in row:
            yield {"node": end(row), "label": "Unnamed", "name": "(not named)"}


def _ends(row: Row) -> str:
    edge, head, tail = _xml(row["edge_id"]), _xml(row["head"]), _xml(end(row))
    return f'id="{edge}" source="{head}" target="{tail}"'


def _keyed(attributes: list[Attribute], row: Row) -> str:
    told = [(a.ident, row[a.row]) for a in attributes if a.row in row]
    return "".join(f'<data key="{ident}">{_xml(value)}</data>' for ident, value in told)


def _valued(attributes: list[Attribute], row: Row) -> str:
    told = [(a.ident, row[a.row]) for a in attributes if a.row in row]
    values = "".join(f'<attvalue for="{ident}" value="{_xml(value)}"/>' for ident, value in told)
    return f"<attvalues>{values}</attvalues>" if values else ""


def _spell(row: Row) -> str:
    """The days in which the edge holds; one that ended before it began has an end alone."""
    since, until = _day(row, "valid_from", last=False), _day(row, "valid_to", last=True)
    if until and since > until:
        since = ""
    told = "".join(f' {n}="{day}"' for n, day in (("start", since), ("end", until)) if day)
    return f"<spells><spell{told}/></spells>" if told else ""


def _day(row: Row, clock: str, *, last: bool) -> str:
    when = When.parse(str(row[clock])) if clock in row else None
    day = (when.last() if last else when.first()) if when else None
    return day.isoformat() if day else ""


def _xml(value: object) -> str:
    return held(shown(value)).translate(_MARKS)
