"""The store as RDF: what each entity, edge, story and claim is written as, subject by subject.

A state edge is a resource of its own; the bare triple `head type tail` is there beside it only
where its status makes it a fact. What a claim says stands in the claim's own named graph. Bias: a
denied or rumoured thing is never a triple under the predicate of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.graph.rdf import terms
from kg.graph.rdf.terms import Term
from schemas.answer import StateEdge
from schemas.base import edge_types, labels
from schemas.claim import Claim, Entity
from schemas.derive import iris
from schemas.derive.iris import ALIGNED, FACTS, expanded
from schemas.evidence import Story, digest
from schemas.judgement import Judgement

TOLD = {
    "claimId": "claim_id", "type": "type", "status": "status", "headName": "head",
    "headType": "head_type", "headNode": "head_node", "tailName": "tail", "tailType": "tail_type",
    "tailNode": "tail_node", "currency": "currency", "unit": "unit", "quote": "quote",
    "attributedTo": "attributed_to", "rule": "rule",
}  # fmt: skip
"""Predicate of ours → the claim's field that it gives as text."""

Pair = tuple[str, Term]


class Block(NamedTuple):
    """What is said of one subject, in the named graph of one claim or in none."""

    subject: str
    pairs: list[Pair]
    graph: str = ""


def _a(*names: str) -> list[Pair]:
    """The classes of a subject, as names with a prefix or IRIs of ours."""
    full = [name if name.startswith(terms.BASE) else expanded(name) for name in names]
    return [(expanded("rdf:type"), Term(iri)) for iri in full]


def _own(name: str, term: Term | None) -> list[Pair]:
    """One statement under a predicate of ours; none where there is nothing to say."""
    return [(iris.VOCAB + name, term)] if term and (term.value or not term.datatype) else []


def _texts(pairs: Iterable[tuple[str, str]]) -> list[Pair]:
    return [pair for name, value in pairs for pair in _own(name, terms.text(value))]


def _label(name: str) -> list[Pair]:
    return [(expanded("rdfs:label"), terms.text(name))]


def _link(name: str, iri: str) -> Pair:
    return expanded(name), Term(iri)


def _kinds() -> dict[str, str]:
    """Every property's kind by name."""
    told = [k.properties for k in labels().values()] + [k.properties for k in edge_types().values()]
    return {p.name: p.kind for properties in told for p in properties}


def _properties(pairs: Iterable[tuple[str, str]]) -> list[Pair]:
    """Properties, as decimals where the vocabulary says that they are numbers."""
    pairs, found = list(pairs), []
    kinds = _kinds() if pairs else {}
    for name, value in pairs:
        number = kinds.get(name) in {"decimal", "share", "integer"}
        term = terms.decimal(value) if number else terms.text(value)
        found.append((iris.PROPERTY + iris.escaped(name), term))
    return found


def entity_blocks(entity: Entity) -> Iterator[Block]:
    """The entity with its names and properties, then its LEI as a thing of its own."""
    node = terms.of_node(entity.node)
    leis = [value for scheme, value in entity.identifiers if scheme == "lei"]
    yield Block(
        node,
        [
            *_a(iris.label_class(entity.label), *ALIGNED.get(entity.label, ())),
            *_own("node", terms.text(entity.node)),
            *_label(entity.name),
            *[(expanded("skos:altLabel"), terms.text(alias)) for alias in entity.aliases],
            *[(iris.IDENTIFIER + iris.escaped(s), terms.text(v)) for s, v in entity.identifiers],
            *[(expanded("schema:leiCode"), terms.text(lei)) for lei in leis],
            *_properties(entity.properties),
        ],
    )
    for lei in leis:
        pairs = [*_a("fibo-lei:LegalEntityIdentifier"), *_label(lei)]
        yield Block(terms.made("lei", lei), [*pairs, _link("cmns-id:identifies", node)])


def edge_blocks(edge: StateEdge, *, entered: bool) -> Iterator[Block]:
    """The state edge as a resource, and the bare triple where it is a fact."""
    head, predicate = terms.of_node(edge.head), iris.fact(edge.type)
    tail = Term(terms.of_node(edge.tail)) if edge.tail else None
    pairs = [
        *_a("ko:Edge", iris.statement(edge.type)),
        *_texts((("edgeId", edge.edge_id), ("type", edge.type), ("status", edge.status))),
        *_texts((("sign", edge.sign or ""), ("currency", edge.currency), ("unit", edge.unit))),
        *_own("predicate", Term(predicate)),
        *_own("subject", Term(head)),
        *_own("object", tail),
        *_own("confidence", terms.double(edge.confidence)),
        *_own("amount", terms.decimal(edge.amount)),
        *_own("validFrom", terms.when(edge.valid_from)),
        *_own("validTo", terms.when(edge.valid_to)),
        *_own("lastAttested", terms.when(edge.last_attested)),
        *_own("knownFrom", terms.time(edge.known_from) if entered else None),
        *_own("reference", Term("true", iris.XSD + "boolean") if edge.reference else None),
        *[p for s in edge.claims for p in _own("claim", Term(claim_iri(s.story_id, s.claim_id)))],
        *_properties(edge.more),
    ]
    yield Block(terms.made("edge", edge.edge_id), pairs)
    if tail and edge.status in FACTS:
        yield Block(head, [(predicate, tail)])


def claim_iri(story_id: str, claim_id: str) -> str:
    """The IRI of a claim, and of the named graph that holds what it says."""
    return terms.made("claim", story_id, claim_id)


class Standing(NamedTuple):
    """How a story stands: retracted by a judgement or not, entered when, its present nodes."""

    retraction: str
    known_from: str
    present: Callable[[str], str]


def claim_blocks(claim: Claim, story: Story, stands: Standing) -> Iterator[Block]:
    """The claim, and in its own graph what it says, unless its story is retracted."""
    iri = claim_iri(claim.story_id, claim.claim_id)
    nodes = (claim.head_node, claim.tail_node)
    ends = [terms.of_node(stands.present(node)) if node else "" for node in nodes]
    counts = not stands.retraction
    pairs = [
        *_a("ko:Claim", "prov:Entity", iris.statement(claim.type)),
        *_texts((name, getattr(claim, field)) for name, field in TOLD.items()),
        *_own("sign", terms.text(claim.sign or "")),
        *_own("predicate", Term(iris.fact(claim.type))),
        *_own("subject", Term(ends[0]) if counts else None),
        *_own("object", Term(ends[1]) if counts and ends[1] else None),
        *_own("date", terms.when(claim.date)),
        *_own("amount", terms.amount(claim.amount)),
        *_own("start", terms.whole(claim.start)),
        *_own("end", terms.whole(claim.end)),
        *_own("confidence", terms.double(claim.confidence)),
        *_properties(claim.more),
        _link("prov:wasQuotedFrom", terms.made("story", claim.story_id)),
        _link("prov:hadPrimarySource", document_iri(story)),
        *_attributed(claim.attributed_to, story.publisher),
        *_invalidated(stands),
    ]
    yield Block(iri, pairs)
    if counts:
        tail = ends[1] or terms.made("unnamed", claim.story_id, claim.claim_id)
        yield Block(ends[0], [(iris.said(claim.type), Term(tail))], graph=iri)


def _attributed(speaker: str, publisher: str) -> list[Pair]:
    whom = [terms.made("speaker", speaker)] if speaker else []
    whom += [terms.made("source", publisher)] if publisher else []
    return [_link("prov:wasAttributedTo", iri) for iri in whom]


def _invalidated(stands: Standing) -> list[Pair]:
    by = [terms.made("judgement", stands.retraction)] if stands.retraction else []
    since = _own("knownFrom", terms.time(stands.known_from) if stands.known_from else None)
    return [*(_link("prov:wasInvalidatedBy", iri) for iri in by), *since]


def story_block(story: Story, nodes: Iterable[str], stands: Standing) -> Block:
    """The story as an article, with the nodes that it mentions if it counts."""
    when = terms.when(story.published)
    pairs = [
        *_a("ko:Story", *ALIGNED["Story"]),
        *_texts((("storyId", story.story_id), ("byline", story.byline))),
        *_own("start", terms.whole(story.start)),
        *_own("end", terms.whole(story.end)),
        *([(expanded("schema:headline"), terms.text(story.title))] if story.title else []),
        *([(expanded("schema:url"), terms.address(story.url))] if story.url else []),
        *([(expanded("schema:datePublished"), when)] if when else []),
        *_attributed("", story.publisher),
        *[_link("schema:publisher", terms.made("source", p)) for p in [story.publisher] if p],
        _link("prov:wasDerivedFrom", document_iri(story)),
        *_invalidated(stands),
    ]
    if not stands.retraction:
        pairs += [_link("ko:mentions", terms.of_node(node)) for node in nodes]
    return Block(terms.made("story", story.story_id), pairs)


def document_iri(story: Story) -> str:
    """The IRI of the document that the story was cut from."""
    source = story.source
    return terms.made("document", digest(source.uri, source.item, source.sha256, size=40))


def document_block(story: Story) -> Block:
    """The document that the story was cut from."""
    own = (("uri", story.source.uri), ("item", story.source.item), ("sha256", story.source.sha256))
    return Block(document_iri(story), [*_a("ko:Document", "prov:Entity"), *_texts(own)])


def publisher_block(name: str) -> Block:
    """A publisher."""
    return Block(terms.made("source", name), [*_a("ko:Source", *ALIGNED["Source"]), *_label(name)])


def speaker_block(name: str) -> Block:
    """Somebody to whom a story attributes what it says."""
    return Block(terms.made("speaker", name), [*_a("ko:Speaker", "prov:Agent"), *_label(name)])


def judgement_blocks(judgement: Judgement) -> Iterator[Block]:
    """A judgement as what was done, and who did it."""
    who = terms.made("judge", judgement.who)
    texts = (("sort", judgement.sort), ("left", judgement.left), ("right", judgement.right),
             ("why", judgement.why))  # fmt: skip
    yield Block(
        terms.made("judgement", judgement.judgement_id),
        [
            *_a("ko:Judgement", "prov:Activity"),
            *_texts(texts),
            (expanded("prov:endedAtTime"), terms.time(judgement.made)),
            _link("prov:wasAssociatedWith", who),
        ],
    )
    yield Block(who, [*_a("prov:Agent"), *_label(judgement.who)])


def revision_block(later: tuple[str, str], name: str, earlier: tuple[str, str]) -> Block:
    """What ties one claim, given by story and id, to another."""
    return Block(claim_iri(*later), [_link(name, claim_iri(*earlier))])


def copy_block(later: str, first: str) -> Block:
    """A story that tells what another told before it."""
    pairs = [_link("ko:duplicateOf", terms.made("story", first))]
    return Block(terms.made("story", later), pairs)
