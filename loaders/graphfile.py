"""The edges of a GraphML or GEXF file as typed facts, as `kg export` and Gephi write them.

A node is named by its `label` and typed by its `node_type`; an edge's `label` (or `type`) is its
type. Bias: an edge whose ends have no type of ours is set aside, not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping

from loaders.kit import rows, typed, xmlgraph
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from loaders.kit.story import source_of
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Reading, Setback

NAME = "graphfile"
DESCRIPTION = "GraphML and GEXF: each edge a typed fact"

UNNAMED = "Unnamed"
"""The type of a node that stands for an end which no story names."""


def sniff(raw: Raw) -> float:
    """High where the first element is `graphml` or `gexf`."""
    begun = raw.text[:2000]
    return 0.97 if any(f"<{root}" in begun for root in xmlgraph.ROOTS) else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:  # noqa: ARG001 - facts carry dates
    """A fact for each edge that the vocabulary allows; SourceMalformed where it is no graph."""
    try:
        graph = xmlgraph.parse(raw.text)
    except ValueError as error:
        raise SourceMalformed(str(error), where=raw.uri) from error
    source = source_of(raw, NAME)
    facts: list[Fact] = []
    setbacks: list[Setback] = []
    for edge in graph.edges:
        try:
            facts.append(typed.of_edge(source, edge.line, _row(edge, graph.nodes)))
        except (SchemaError, ValueError) as error:
            setbacks.append(rows.setback(raw, str(edge.line), error))
    if not graph.edges:
        raise SourceMalformed("no edge in the graph", where=raw.uri)
    return Reading(facts=tuple(facts), setbacks=tuple(setbacks))


def _row(edge: xmlgraph.Edge, nodes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    row = {**edge.values}
    row["type"] = row.pop("label", row.get("type", ""))
    for end, node in (("head", edge.source), ("tail", edge.target)):
        told = nodes.get(node, {})
        if told.get("node_type") != UNNAMED:
            row[end] = node
            row[f"{end}_name"] = told.get("label", node)
            row[f"{end}_label"] = told.get("node_type", "")
    return row
