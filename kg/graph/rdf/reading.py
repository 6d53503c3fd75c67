"""A store's RDF read back: the same entities, edges and claims, field by field.

Reads what this package writes; other RDF gives nothing. Bias: what was written is given back as it
was, also where a literal's type is one that a program might round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from kg.graph.exports.rows import edge_rows, node_rows
from kg.graph.flat import claim_row
from kg.graph.rdf import terms
from kg.graph.rdf.model import TOLD
from kg.graph.rdf.terms import BASE, Term
from schemas.answer import StateEdge, Support
from schemas.claim import Claim, Entity
from schemas.derive.iris import IDENTIFIER, PROPERTY, VOCAB, expanded, unescaped
from schemas.when import When

if TYPE_CHECKING:
    import pyoxigraph

    from kg.graph.contract import View

Row = dict[str, object]


class Contents(NamedTuple):
    """What a file of ours holds, each part sorted as the store gives it.

    `claims` are those that count, ends under their present nodes; `retracted` are as told.
    """

    nodes: list[Entity]
    links: list[StateEdge]
    claims: list[Claim]
    retracted: list[Claim]

    def entities(self) -> Iterator[Entity]:
        """The entities, sorted by node."""
        return iter(self.nodes)

    def edges(self) -> Iterator[StateEdge]:
        """The state edges, sorted by edge id."""
        return iter(self.links)

    def rows(self) -> tuple[list[Row], list[Row], list[Row]]:
        """The rows of nodes, edges and claims, as tables have them."""
        here = cast("View", self)
        return [*node_rows(here)], [*edge_rows(here)], [claim_row(c) for c in self.claims]


class _Said:
    """All that is said of one subject, by predicate."""

    def __init__(self) -> None:
        self.pairs: dict[str, list[Term]] = defaultdict(list)

    def all(self, predicate: str) -> list[Term]:
        return self.pairs.get(predicate, [])

    def texts(self, predicate: str) -> list[str]:
        return sorted(terms.words(term) for term in self.all(predicate))

    def one(self, predicate: str) -> str:
        """The only text under that predicate; empty where there is none."""
        return next(iter(self.texts(predicate)), "")

    def own(self, name: str) -> str:
        return self.one(VOCAB + name)

    def node(self, name: str) -> str:
        """The node that a predicate of ours leads to; empty where it leads nowhere."""
        iri = self.own(name)
        return terms.node_id(iri) if iri else ""

    def under(self, namespace: str) -> tuple[tuple[str, str], ...]:
        """The (name, value) pairs of a namespace, sorted."""
        return tuple(sorted(
            (unescaped(predicate.removeprefix(namespace)), terms.words(term))
            for predicate, found in self.pairs.items() if predicate.startswith(namespace)
            for term in found
        ))  # fmt: skip


Graph = dict[str, _Said]


def contents(form: str, text: str) -> Contents:
    """The records that a text of a form holds."""
    graph = _graph(form, text)
    claims = {iri: _claim(iri, said) for iri, said in _sort(graph, "claim")}
    invalid = expanded("prov:wasInvalidatedBy")
    counting = [c for iri, c in claims.items() if not graph[iri].all(invalid)]
    return Contents(
        nodes=sorted(_entities(graph), key=lambda e: e.node),
        links=sorted((_edge(s, graph, claims) for _, s in _sort(graph, "edge")), key=_edge_id),
        claims=sorted(counting, key=_cited),
        retracted=sorted((c for i, c in claims.items() if graph[i].all(invalid)), key=_cited),
    )


def _edge_id(edge: StateEdge) -> str:
    return edge.edge_id


def _cited(record: Claim | Support) -> tuple[str, str]:
    return record.claim_id, record.story_id


def _graph(form: str, text: str) -> Graph:
    """What is said outside the claims' own graphs, by subject."""
    import pyoxigraph

    found: Graph = defaultdict(_Said)
    for quad in pyoxigraph.parse(text, format=_format(form)):
        if isinstance(quad.graph_name, pyoxigraph.DefaultGraph):
            subject = cast("pyoxigraph.NamedNode", quad.subject).value
            found[subject].pairs[quad.predicate.value].append(_term(quad.object))
    return found


def _format(form: str) -> pyoxigraph.RdfFormat:
    import pyoxigraph

    known = pyoxigraph.RdfFormat
    return {"turtle": known.TURTLE, "jsonld": known.JSON_LD, "nquads": known.N_QUADS}[form]


def _term(term: Any) -> Term:
    datatype = getattr(term, "datatype", None)
    return Term(term.value, datatype.value if datatype else "")


def _sort(graph: Graph, sort: str) -> Iterable[tuple[str, _Said]]:
    return [(iri, said) for iri, said in graph.items() if iri.startswith(f"{BASE}{sort}:")]


def _entities(graph: Graph) -> Iterator[Entity]:
    for iri, said in _sort(graph, "node"):
        kinds = [kind for kind in said.texts(expanded("rdf:type")) if kind.startswith(VOCAB)]
        if kinds:
            yield Entity(
                node=terms.node_id(iri),
                label=unescaped(kinds[0].removeprefix(VOCAB)),
                name=said.one(expanded("rdfs:label")),
                aliases=tuple(said.texts(expanded("skos:altLabel"))),
                identifiers=said.under(IDENTIFIER),
                properties=said.under(PROPERTY),
            )


def _edge(said: _Said, graph: Graph, claims: dict[str, Claim]) -> StateEdge:
    support = [_support(claims[iri], graph) for iri in said.texts(VOCAB + "claim")]
    return StateEdge.model_validate(
        {
            "edge_id": said.own("edgeId"),
            "head": said.node("subject"),
            "type": said.own("type"),
            "tail": said.node("object"),
            "status": said.own("status"),
            "sign": said.own("sign") or None,
            "confidence": float(said.own("confidence")),
            "amount": said.own("amount"),
            "currency": said.own("currency"),
            "unit": said.own("unit"),
            "valid_from": _when(said.own("validFrom")),
            "valid_to": _when(said.own("validTo")),
            "known_from": said.own("knownFrom"),
            "last_attested": _when(said.own("lastAttested")),
            "reference": said.own("reference") == "true",
            "claims": tuple(sorted(support, key=_cited)),
            "more": said.under(PROPERTY),
        }
    )


def _support(claim: Claim, graph: Graph) -> Support:
    story = graph[terms.made("story", claim.story_id)]
    source = graph[story.one(expanded("prov:wasDerivedFrom"))]
    publisher = story.one(expanded("schema:publisher"))
    return Support(
        claim_id=claim.claim_id,
        story_id=claim.story_id,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        publisher=terms.ids(publisher)[0] if publisher else "",
        published=story.one(expanded("schema:datePublished")),
        status=claim.status,
        title=story.one(expanded("schema:headline")),
        source=source.own("uri"),
    )


def _claim(iri: str, said: _Said) -> Claim:
    fields: dict[str, object] = {field: said.own(name) for name, field in TOLD.items()}
    amount = said.own("amount")
    return Claim.model_validate(
        fields
        | {
            "story_id": terms.ids(iri)[0],
            "claim_id": terms.ids(iri)[1],
            "head_node": said.node("subject") or fields["head_node"],
            "tail_node": said.node("object") or fields["tail_node"],
            "sign": said.own("sign") or None,
            "date": _when(said.own("date")),
            "amount": Decimal(amount) if amount else None,
            "start": int(said.own("start")),
            "end": int(said.own("end")),
            "confidence": float(said.own("confidence")),
            "more": said.under(PROPERTY),
        }
    )


def _when(text: str) -> When | None:
    return When(text=text) if text else None
