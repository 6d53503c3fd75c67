"""What an RDF export must hold to, as SHACL shapes in Turtle, derived from the classes.

It proves in RDF what the writer promises: ends that the type allows, every claim with its story
and quote, and no fact without an edge that is one. Bias: a rule that the classes do not give is
not here, except what evidence as such must have.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.base import STATUSES, Edge, Node, Property, labels, state_edges
from schemas.derive.iris import FACTS, PREFIXES, PROPERTY, escaped, fact, label_class, statement
from schemas.derive.turtle import block, prologue, quoted, short

TEXT = "sh:node ko:Text"
NOT_EMPTY = f"{TEXT} ; sh:minLength 1"
WHOLE = "sh:datatype xsd:integer ; sh:minInclusive 0"
CURRENCY = f"{TEXT} ; sh:pattern {quoted('^[A-Z]{3}$')}"
CONFIDENCE = "sh:datatype xsd:double ; sh:minInclusive 0.0e0 ; sh:maxInclusive 1.0e0"
CLOCKS = ("ko:validFrom", "ko:validTo", "ko:lastAttested")
IN_ORDER = "[ sh:path ko:start ; sh:lessThanOrEquals ko:end ]"
_NUMBERS = frozenset({"decimal", "share", "integer"})


def shacl() -> str:
    """The shapes as Turtle, with every label and type that is known now."""
    parts = [prologue(), _declared(), _text()]
    parts += [_label(node) for node in labels().values() if not node.evidence]
    parts += [_edge(), _claim(), _story()]
    for edge in state_edges():
        parts += [_type(edge), _facts(edge)]
    return "\n".join(parts)


def _rule(path: str, *says: str, least: int = 1, most: int | None = 1) -> str:
    """The rule for one predicate: how often it stands and what may stand there."""
    parts = [f"sh:path {path}"]
    parts += [f"sh:minCount {least}"] if least else []
    parts += [f"sh:maxCount {most}"] if most is not None else []
    return f"[ {' ; '.join([*parts, *says])} ]"


def _any(sort: str, names: Iterable[str]) -> str:
    """One of these datatypes or classes."""
    members = [f"sh:{sort} {name}" for name in names]
    if len(members) == 1:
        return members[0]
    return f"sh:or ( {' '.join(f'[ {member} ]' for member in members)} )"


def _among(values: Iterable[str]) -> str:
    return f"sh:in ( {' '.join(quoted(value) for value in values)} )"


def _classes(names: Iterable[str]) -> str:
    return _any("class", [short(label_class(name)) for name in names])


DATE = _any("datatype", ("xsd:date", "xsd:gYearMonth", "xsd:gYear", "xsd:string"))


def _either(path: str, other: str) -> str:
    """One of two predicates must stand."""
    needs = (f"[ sh:path {p} ; sh:minCount 1 ]" for p in (path, other))
    return f"( {' '.join(needs)} )"


def _declared() -> str:
    """The prefix that the SPARQL constraints use."""
    own = f"[ sh:prefix {quoted('ko')} ; sh:namespace {quoted(PREFIXES['ko'])}^^xsd:anyURI ]"
    return block("<urn:knockon:vocab>", {"sh:declare": own})


def _text() -> str:
    kinds = _any("datatype", ("xsd:string", "ko:escaped"))
    return f"ko:Text\n    a sh:NodeShape ;\n    {kinds} .\n"


def _value(own: Property) -> str:
    """The rule for a property; a number that a story gives in words is a text."""
    kinds = _any("datatype", ("xsd:decimal", "xsd:string")) if own.kind in _NUMBERS else TEXT
    return _rule(short(PROPERTY + escaped(own.name)), kinds, least=0, most=None)


def _label(node: type[Node]) -> str:
    class_ = label_class(node.LABEL)
    rules = [_rule("ko:node", NOT_EMPTY), _rule("rdfs:label", TEXT)]
    rules += [_value(own) for own in node.properties]
    says = {"a": "sh:NodeShape", "sh:targetClass": short(class_), "sh:property": rules}
    return block(f"<{class_}Shape>", says)


def _statement() -> list[str]:
    """What a claim and a state edge have in common."""
    types = sorted(edge.TYPE for edge in state_edges())
    return [
        _rule("ko:type", _among(types)),
        _rule("ko:predicate", "sh:nodeKind sh:IRI"),
        _rule("ko:subject", "sh:nodeKind sh:IRI", least=0),
        _rule("ko:object", "sh:nodeKind sh:IRI", least=0),
        _rule("ko:status", _among(STATUSES)),
        _rule("ko:sign", _among("+-"), least=0),
        _rule("ko:confidence", CONFIDENCE),
        _rule("ko:amount", "sh:datatype xsd:decimal", least=0),
        _rule("ko:currency", CURRENCY, least=0),
        _rule("ko:unit", TEXT, least=0),
    ]


def _edge() -> str:
    rules = [
        *_statement(),
        _rule("ko:edgeId", NOT_EMPTY),
        _rule("ko:subject"),
        _rule("ko:claim", "sh:class ko:Claim", least=0, most=None),
        *[_rule(clock, DATE, least=0) for clock in CLOCKS],
    ]
    says = {
        "a": "sh:NodeShape", "sh:targetClass": "ko:Edge", "sh:property": rules,
        "sh:or": _either("ko:claim", "ko:reference"),
    }  # fmt: skip
    return block("ko:EdgeShape", says)


def _claim() -> str:
    names = sorted(node.LABEL for node in labels().values() if not node.evidence)
    rules = [
        *_statement(),
        _rule("prov:wasQuotedFrom", "sh:class ko:Story"),
        _rule("prov:hadPrimarySource", "sh:class ko:Document"),
        _rule("prov:wasInvalidatedBy", "sh:class ko:Judgement", least=0),
        _rule("prov:wasRevisionOf", "sh:class ko:Claim", least=0, most=None),
        _rule("ko:claimId", NOT_EMPTY),
        _rule("ko:quote", NOT_EMPTY),
        _rule("ko:headName", NOT_EMPTY),
        _rule("ko:headType", _among(names)),
        _rule("ko:headNode", NOT_EMPTY),
        _rule("ko:tailType", _among(names), least=0),
        _rule("ko:start", WHOLE),
        _rule("ko:end", WHOLE),
        _rule("ko:date", DATE, least=0),
        IN_ORDER,
    ]
    says = {
        "a": "sh:NodeShape", "sh:targetClass": "ko:Claim", "sh:property": rules,
        "sh:or": _either("ko:subject", "prov:wasInvalidatedBy"),
    }  # fmt: skip
    return block("ko:ClaimShape", says)


def _story() -> str:
    rules = [
        _rule("ko:storyId", NOT_EMPTY),
        _rule("prov:wasDerivedFrom", "sh:class ko:Document"),
        _rule("schema:headline", TEXT, least=0),
        _rule("schema:publisher", "sh:class ko:Source", least=0),
        _rule("schema:datePublished", DATE, least=0),
        _rule("ko:start", WHOLE),
        _rule("ko:end", WHOLE),
        IN_ORDER,
    ]
    says = {"a": "sh:NodeShape", "sh:targetClass": "ko:Story", "sh:property": rules}
    return block("ko:StoryShape", says)


def _ends(edge: type[Edge]) -> tuple[str, str]:
    """The classes at head and tail; all at both where there is no direction."""
    heads, tails = edge.head, edge.tail
    if edge.symmetric:
        heads = tails = tuple(dict.fromkeys(heads + tails))
    return _classes(heads), _classes(tails)


def _type(edge: type[Edge]) -> str:
    """What the claims and state edges of one type must hold to."""
    class_, (head, tail) = statement(edge.TYPE), _ends(edge)
    rules = [
        _rule("ko:type", f"sh:hasValue {quoted(edge.TYPE)}"),
        _rule("ko:predicate", f"sh:hasValue {short(fact(edge.TYPE))}"),
        _rule("ko:subject", head, least=0),
        _rule("ko:object", tail, least=0),
        _rule("ko:status", _among(edge.statuses)),
        *map(_value, edge.properties),
    ]
    says: dict[str, str | Iterable[str]] = {
        "a": "sh:NodeShape", "sh:targetClass": short(class_), "sh:property": rules,
    }  # fmt: skip
    if not edge.tail_optional:
        says["sh:or"] = _either("ko:object", "prov:wasInvalidatedBy")
    return block(f"<{class_}Shape>", says)


def _facts(edge: type[Edge]) -> str:
    """No bare triple of the type but between its ends, and none without an edge that is a fact."""
    predicate, (head, tail) = fact(edge.TYPE), _ends(edge)
    found = ", ".join(quoted(status) for status in FACTS)
    select = (
        f"SELECT $this ?value WHERE {{ $this <{predicate}> ?value . FILTER NOT EXISTS {{ "
        f"?edge a ko:Edge ; ko:predicate <{predicate}> ; ko:subject $this ; ko:object ?value ; "
        f"ko:status ?status . FILTER (?status IN ({found})) }} }}"
    )
    backed = (
        f"[ a sh:SPARQLConstraint ; sh:prefixes <urn:knockon:vocab> ; sh:select {quoted(select)} ; "
        f"sh:message {quoted('a fact that no asserted or completed edge bears out')} ]"
    )
    own, classes = head.split(" ", 1)
    says = {
        "a": "sh:NodeShape", "sh:targetSubjectsOf": short(predicate), own: classes,
        "sh:property": _rule(short(predicate), tail, least=0, most=None), "sh:sparql": backed,
    }  # fmt: skip
    return block(f"<{predicate}Facts>", says)

