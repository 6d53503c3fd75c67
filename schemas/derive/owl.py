"""The vocabulary as an OWL ontology in Turtle: classes, properties, what they stand for elsewhere.

A label is a class, an edge type an object property (and the class of statements of it). Bias: an
alignment says no more than that each of ours is one of theirs, or close to it; never the reverse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from schemas.base import Edge, Node, Property, edge_types, labels
from schemas.derive.iris import ALIGNED, PROPERTY, fact, label_class, said, statement
from schemas.derive.iris import escaped as part
from schemas.derive.turtle import block, prologue, quoted, short

CLOSE = {
    "Firm": ("cmns-org:LegalEntity", "ftm:Company"),
    "Person": ("ftm:Person", "prov:Person"),
    "Agency": ("ftm:PublicBody",),
    "Deal": ("fibo-act:CorporateAction",),
    "Story": ("ftm:Article",),
    "Commodity": ("schema:Product",),
    "Exchange": ("schema:Organization",),
}
"""Label → classes elsewhere that mean about the same."""
CLOSE_TYPES = {
    "OWNS": ("ftm:Ownership",),
    "TARGETS": ("ftm:Sanction",),
    "LEADS": ("ftm:Directorship",),
    "SUPERSEDES": ("prov:wasRevisionOf",),
    "FROM": ("prov:wasQuotedFrom",),
    "PUBLISHED_BY": ("schema:publisher",),
    "MENTIONS": ("schema:mentions",),
}
"""Type → classes and properties elsewhere that mean about the same."""
_KINDS = {
    "string": "xsd:string", "strings": "xsd:string", "decimal": "xsd:decimal",
    "share": "xsd:decimal", "integer": "xsd:integer", "boolean": "xsd:boolean",
    "date": "rdfs:Literal",
}  # fmt: skip
_CLASSES = {
    "Statement": ("rdfs:Resource", "What a claim says or a state edge sums up: one typed link."),
    "Edge": ("ko:Statement", "The sum of the claims that support one typed link."),
    "Document": ("prov:Entity", "A file, page or item that stories are cut from."),
    "Speaker": ("prov:Agent", "Somebody to whom a story attributes what it says."),
    "Judgement": ("prov:Activity", "A recorded decision: who is whom, which story is retracted."),
}
"""Classes of ours beside the labels → what they are part of, and their meaning."""


def owl() -> str:
    """The ontology as Turtle, with every label and type that is known now."""
    parts = [prologue(), _ontology(), *map(_label, labels().values())]
    parts += [_class(name, above, doc) for name, (above, doc) in _CLASSES.items()]
    for edge in edge_types().values():
        parts += _evidence(edge) if edge.evidence else _state(edge)
    parts += _properties()
    return "\n".join(parts)


def _ontology() -> str:
    return block(
        "<urn:knockon:vocab>",
        {"a": "owl:Ontology", "rdfs:label": quoted("knockon"),
         "rdfs:comment": quoted("Labels and edge types of a graph of claims from the news.")},
    )  # fmt: skip


def _doc(kind: type) -> str:
    return quoted(" ".join((kind.__doc__ or "").split()))


def _label(node: type[Node]) -> str:
    above = list(ALIGNED.get(node.LABEL, ()))
    if node.LABEL == "Claim":
        above.append("ko:Statement")
    says: dict[str, str | Iterable[str]] = {
        "a": "owl:Class",
        "rdfs:label": quoted(node.LABEL),
        "rdfs:comment": _doc(node),
        "rdfs:subClassOf": above,
        "skos:closeMatch": CLOSE.get(node.LABEL, ()),
    }
    return block(short(label_class(node.LABEL)), says)


def _class(name: str, above: str, doc: str) -> str:
    return block(
        f"ko:{name}",
        {"a": "owl:Class", "rdfs:label": quoted(name), "rdfs:subClassOf": above,
         "rdfs:comment": quoted(doc)},
    )  # fmt: skip


def _union(names: Iterable[str]) -> str:
    """The class of whatever has one of the labels."""
    members = [short(label_class(name)) for name in names]
    if len(members) == 1:
        return members[0]
    return f"[ a owl:Class ; owl:unionOf ( {' '.join(members)} ) ]"


def _ends(edge: type[Edge]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels at head and tail; all at both where there is no direction."""
    if not edge.symmetric:
        return edge.head, edge.tail
    both = tuple(dict.fromkeys(edge.head + edge.tail))
    return both, both


def _linking(edge: type[Edge], iri: str) -> dict[str, str | Iterable[str]]:
    heads, tails = _ends(edge)
    kinds = ["owl:ObjectProperty", *(["owl:SymmetricProperty"] if edge.symmetric else [])]
    return {
        "a": kinds,
        "rdfs:label": quoted(edge.phrase),
        "rdfs:domain": _union(heads),
        "rdfs:range": _union(tails),
        "rdfs:comment": _doc(edge),
        "rdfs:isDefinedBy": "<urn:knockon:vocab>",
        "skos:notation": quoted(edge.TYPE),
        "rdfs:seeAlso": short(iri),
    }


def _evidence(edge: type[Edge]) -> Iterator[str]:
    says = _linking(edge, fact(edge.TYPE)) | {"skos:closeMatch": CLOSE_TYPES.get(edge.TYPE, ())}
    del says["rdfs:seeAlso"]
    if edge.TYPE in {"SUBJECT", "OBJECT"}:  # a state edge has them too
        says["rdfs:domain"] = "ko:Statement"
    yield block(short(fact(edge.TYPE)), says)


def _state(edge: type[Edge]) -> Iterator[str]:
    """The predicate of facts, the predicate of what is said, the class of such statements."""
    yield block(short(fact(edge.TYPE)), _linking(edge, statement(edge.TYPE)))
    told: dict[str, str | Iterable[str]] = {
        "a": "owl:ObjectProperty",
        "rdfs:label": quoted(f"is said: {edge.phrase}"),
        "rdfs:comment": quoted("What some claim says, in that claim's own graph; so or not."),
        "rdfs:seeAlso": short(fact(edge.TYPE)),
    }
    yield block(short(said(edge.TYPE)), told)
    class_: dict[str, str | Iterable[str]] = {
        "a": "owl:Class",
        "rdfs:label": quoted(edge.TYPE),
        "rdfs:subClassOf": "ko:Statement",
        "rdfs:comment": _doc(edge),
        "rdfs:seeAlso": short(fact(edge.TYPE)),
        "skos:closeMatch": CLOSE_TYPES.get(edge.TYPE, ()),
    }
    yield block(short(statement(edge.TYPE)), class_)


def _properties() -> Iterator[str]:
    """Every property of a label or type, once; of which classes, in what unit, meaning what."""
    found: dict[str, list[tuple[str, Property]]] = defaultdict(list)
    for node in labels().values():
        for own in node.properties:
            found[own.name].append((short(label_class(node.LABEL)), own))
    for edge in edge_types().values():
        for own in edge.properties:
            class_ = fact(edge.TYPE) if edge.evidence else statement(edge.TYPE)
            found[own.name].append((short(class_), own))
    for name, uses in sorted(found.items()):
        kinds = {_KINDS[own.kind] for _, own in uses}
        yield block(
            short(PROPERTY + part(name)),
            {
                "a": "owl:DatatypeProperty",
                "rdfs:label": quoted(name),
                "rdfs:range": kinds if len(kinds) == 1 else "rdfs:Literal",
                "rdfs:comment": sorted({quoted(_meaning(own)) for _, own in uses}),
                "skos:scopeNote": sorted({quoted(f"of {class_}") for class_, _ in uses}),
            },
        )


def _meaning(own: Property) -> str:
    return " ".join(filter(None, (own.meaning or own.name, f"({own.unit})" if own.unit else "")))
