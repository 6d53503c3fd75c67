"""Blocks written as Turtle, JSON-LD or N-Quads, one at a time, sorted within.

Bias: only N-Quads knows named graphs; the two others leave out the claims' own graphs rather than
let what somebody says stand among the facts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from kg.graph.rdf import FORMS
from kg.graph.rdf.model import Block
from kg.graph.rdf.terms import STRING, Term
from schemas.derive.iris import PREFIXES, expanded
from schemas.derive.turtle import UNSAFE, block, prefixed, prologue, quoted, short, typed

_TYPE = expanded("rdf:type")
_RAW = re.compile(f"[{UNSAFE}]")


def written(blocks: Iterable[Block], form: str) -> Iterator[str]:
    """The blocks in a form of `FORMS`, part by part; KnockonError for any other."""
    from schemas.errors import KnockonError

    if form not in FORMS:
        raise KnockonError(f"no RDF form is called {form!r}", cure="choose " + ", ".join(FORMS))
    return {"turtle": _turtle, "jsonld": _jsonld, "nquads": _nquads}[form](blocks)


def _sorted(block: Block) -> dict[str, list[Term]]:
    """The terms by predicate, the type first, each once."""
    found: dict[str, list[Term]] = {_TYPE: []}
    for predicate, term in sorted(set(block.pairs)):
        found.setdefault(predicate, []).append(term)
    return {predicate: terms for predicate, terms in found.items() if terms}


def _turtle(blocks: Iterable[Block]) -> Iterator[str]:
    yield prologue()
    for each in blocks:
        if not each.graph:
            says = {_predicate(p): map(_term, terms) for p, terms in _sorted(each).items()}
            yield "\n" + block(short(each.subject), says)


def _predicate(iri: str) -> str:
    return "a" if iri == _TYPE else short(iri)


def _term(term: Term) -> str:
    return typed(term.value, term.datatype) if term.datatype else short(term.value)


def _nquads(blocks: Iterable[Block]) -> Iterator[str]:
    for each in blocks:
        graph = f" <{each.graph}>" if each.graph else ""
        for predicate, term in sorted(set(each.pairs)):
            yield f"<{each.subject}> <{predicate}> {_plain(term)}{graph} .\n"


def _plain(term: Term) -> str:
    if not term.datatype:
        return f"<{term.value}>"
    said = quoted(term.value)
    return said if term.datatype == STRING else f"{said}^^<{term.datatype}>"


def _jsonld(blocks: Iterable[Block]) -> Iterator[str]:
    yield f'{{"@context": {json.dumps(PREFIXES, sort_keys=True)},\n"@graph": ['
    mark = "\n"
    for each in blocks:
        if not each.graph:
            said = json.dumps(_node(each), ensure_ascii=False)
            yield mark + _RAW.sub(lambda m: f"\\u{ord(m.group()):04x}", said)
            mark = ",\n"
    yield "\n]}\n"


def _node(each: Block) -> dict[str, object]:
    node: dict[str, object] = {"@id": each.subject}
    for predicate, terms in _sorted(each).items():
        if predicate == _TYPE:
            node["@type"] = [prefixed(t.value) or t.value for t in terms]
        else:
            values = [_value(term) for term in terms]
            node[prefixed(predicate) or predicate] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term) -> object:
    if not term.datatype:
        return {"@id": term.value}
    if term.datatype == STRING:
        return term.value
    return {"@value": term.value, "@type": prefixed(term.datatype)}
