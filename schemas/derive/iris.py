"""The names of the vocabulary as IRIs, and the prefixes that stand for their beginnings.

Our own names begin with `urn:knockon:` and resolve nowhere, so that nothing is fetched by mistake.
Bias: a fact and a mere statement never share a predicate (`ko:acquires`, `said:acquires`), so no
merging of graphs turns a rumour into a fact.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

from schemas.base import Node

VOCAB = "urn:knockon:vocab#"
SAID = "urn:knockon:said#"
PROPERTY = "urn:knockon:property#"
IDENTIFIER = "urn:knockon:identifier#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "ko": VOCAB,
    "said": SAID,
    "prop": PROPERTY,
    "id": IDENTIFIER,
    "node": "urn:knockon:node:",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "fibo": "https://spec.edmcouncil.org/fibo/ontology/BE/LegalEntities/LegalPersons/",
    "fibo-lei": "https://spec.edmcouncil.org/fibo/ontology/BE/LegalEntities/LEIEntities/",
    "fibo-act": "https://spec.edmcouncil.org/fibo/ontology/CAE/CorporateEvents/CorporateActions/",
    "cmns-id": "https://www.omg.org/spec/Commons/Identifiers/",
    "cmns-org": "https://www.omg.org/spec/Commons/Organizations/",
    "ftm": "https://w3id.org/ftm#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
}
"""Prefix → what it stands for."""

ALIGNED: dict[str, tuple[str, ...]] = {
    "Firm": ("fibo:LegalEntity", "schema:Corporation"),
    "Agency": ("schema:GovernmentOrganization",),
    "Country": ("schema:Country",),
    "Person": ("schema:Person",),
    "Place": ("schema:Place",),
    "Product": ("schema:Product",),
    "Story": ("schema:NewsArticle", "prov:Entity"),
    "Claim": ("prov:Entity",),
    "Source": ("schema:Organization", "prov:Agent"),
}
"""Label → the classes of other vocabularies that each of its nodes belongs to."""

FACTS = ("asserted", "completed")
"""The statuses under which a state edge is a fact."""

OWN = frozenset(
    "Edge Statement Document Judgement Speaker Text claim claimId object predicate subject "
    "status type sign start end date".split()
)
"""Names of ours that no type may take: its own gets a word more."""
_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")


def escaped(text: str, safe: str = "") -> str:
    """The text as a part of an IRI, percent-encoded; another text gives another one."""
    if _PLAIN.fullmatch(text):
        return text
    return quote(text.encode("utf-8", "surrogatepass"), safe=safe)


def unescaped(part: str) -> str:
    """The text that was percent-encoded."""
    return unquote_to_bytes(part).decode("utf-8", "surrogatepass")


def camel(type_: str, *, capital: bool) -> str:
    """A type's name in IRIs: `HALTS_PRODUCTION` is `haltsProduction`, as a class with a capital."""
    first, *rest = type_.lower().split("_")
    name = "".join([first, *(word.capitalize() for word in rest)])
    name = name[:1].upper() + name[1:] if capital else name
    return escaped(name + "Statement" if name in OWN or name in Node._all else name)


def fact(type_: str) -> str:
    """The predicate of what is so, as far as the graph knows."""
    return VOCAB + camel(type_, capital=False)


def said(type_: str) -> str:
    """The predicate of what a claim says, whether it is so or not."""
    return SAID + camel(type_, capital=False)


def statement(type_: str) -> str:
    """The class of the claims and state edges of a type."""
    return VOCAB + camel(type_, capital=True)


def label_class(label: str) -> str:
    """The class of a label's nodes."""
    return VOCAB + escaped(label)


def expanded(name: str) -> str:
    """The IRI of a name with a prefix."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
