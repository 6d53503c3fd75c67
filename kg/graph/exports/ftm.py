"""The store as FollowTheMoney entities, one JSON object a line, for Aleph and its relatives.

FollowTheMoney states facts and has no word for a rumour. Bias: an edge whose status is not
`asserted` or `completed` is left out, so that nothing denied or planned is read as fact.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain

from kg.graph.contract import View
from kg.graph.export import sound, sound_rows
from kg.graph.exports.rows import Matter
from schemas.answer import StateEdge
from schemas.base import edge_types
from schemas.claim import Entity
from schemas.evidence import Story, digest
from schemas.values import plain

__all__ = ["ftm"]

SCHEMA = {
    "Firm": "Company", "Person": "Person", "Agency": "PublicBody",
    "Country": "LegalEntity", "Exchange": "LegalEntity",
    "Place": "Address", "Policy": "Project", "Deal": "Event",
}  # fmt: skip
"""Label → FollowTheMoney schema; all else, and what is owned and not a Company, is an Asset."""
CODES = {"lei": "leiCode", "isin": "isinCode", "ticker": "ticker"}
FACTS = frozenset({"asserted", "completed"})
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co"})
"""Kinds of characters that FollowTheMoney does not keep: controls, marks, unassigned ones."""
_SHARE = re.compile(r"[0-9](?:\.[0-9]{1,12})?")
_ALPHA2 = re.compile("[A-Za-z]{2}")

Values = Mapping[str, object]


def ftm(matter: Matter) -> Iterator[str]:
    """Things, then links, then articles, each sorted; ids are digests of our own ids."""
    for entity in chain(_things(matter.view), _links(matter.view), _articles(matter)):
        yield json.dumps(entity, ensure_ascii=False) + "\n"


def _articles(matter: Matter) -> Iterator[dict[str, object]]:
    told = {str(row["story_id"]) for row in sound_rows(matter.store, matter.view)}
    stories = (matter.store.story(story_id) for story_id in sorted(told))
    return (_article(story) for story in stories if story)


def _line(id_: str, schema: str, values: Values) -> dict[str, object]:
    """One entity; every property is a list of texts, an empty one is left out."""
    filled = {name: _texts(value) for name, value in sorted(values.items())}
    return {"id": id_, "schema": schema, "properties": {n: v for n, v in filled.items() if v}}


def _texts(value: object) -> list[str]:
    found = value if isinstance(value, list | set | tuple) else [value]
    return sorted({_line_of(str(text)) for text in found} - {""})


def _line_of(text: str) -> str:
    """The text as FollowTheMoney keeps it: composed (NFC), on one line, without control signs."""
    composed = unicodedata.normalize("NFC", sound(text))
    kept = (c for c in composed if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join("".join(kept).split())


def _id(sort: str, own: str) -> str:
    return f"ko-{digest('ftm', sort, own, size=40)}"


def _things(view: View) -> Iterator[dict[str, object]]:
    owned = {e.tail for e in view.edges() if e.type == "OWNS"}
    for entity in view.entities():
        schema = SCHEMA.get(entity.label, "Asset")
        yield _thing(entity, "Asset" if entity.node in owned and schema != "Company" else schema)


def _thing(entity: Entity, schema: str) -> dict[str, object]:
    known: dict[str, set[str]] = defaultdict(set)
    for name, value in entity.properties + entity.identifiers:
        known[name].add(value)
    places = {c.lower() for c in known["country"] | known["iso2"] if _ALPHA2.fullmatch(c)}
    values: dict[str, object] = {
        "name": _line_of(entity.name).strip("\"' ") or entity.node,
        "alias": entity.aliases, "country": places,
        "notes": f"{entity.label} {entity.node}",
    }  # fmt: skip
    if schema == "Company":
        values |= {code: known[name] for name, code in CODES.items()}
    return _line(_id("node", entity.node), schema, values)


def _links(view: View) -> Iterator[dict[str, object]]:
    issuers: dict[str, set[str]] = defaultdict(set)
    for edge in _facts(view):
        if edge.type == "IMPOSES":
            issuer = view.entity(edge.head)
            issuers[edge.tail] |= {issuer.name} if issuer else set()
    for edge in _facts(view):
        head, tail = view.entity(edge.head), view.entity(edge.tail)
        if head and tail:
            yield _link(edge, head, tail, issuers.get(edge.head, set()))


def _facts(view: View) -> Iterator[StateEdge]:
    return (e for e in view.edges() if e.status in FACTS and e.tail)


def _link(edge: StateEdge, head: Entity, tail: Entity, issuers: set[str]) -> dict[str, object]:
    more, ends = dict(edge.more), (_id("node", head.node), _id("node", tail.node))
    told: dict[str, object] = {
        "startDate": str(edge.valid_from or ""), "summary": [s.quote for s in edge.claims],
        "proof": [_id("story", s.story_id) for s in edge.claims],
    }  # fmt: skip
    if edge.type == "OWNS":
        schema = "Ownership"
        told |= {"owner": ends[0], "asset": ends[1], "percentage": _percent(more.get("stake", ""))}
    elif edge.type == "TARGETS" and _sanctions(head):
        schema = "Sanction"
        told |= {"entity": ends[1], "program": head.name, "authority": issuers}
    else:
        schema, kind = "UnknownLink", edge_types().get(edge.type)
        phrase = kind.phrase if kind else edge.type.lower().replace("_", " ")
        told |= {"subject": ends[0], "object": ends[1], "role": phrase}
    return _line(_id("edge", edge.edge_id), schema, told)


def _percent(share: str) -> str:
    """A share of 0..1 in percent; what is no such number is left out."""
    number = Decimal(share) if _SHARE.fullmatch(share) else None
    return plain(number * 100) if number is not None and number <= 1 else ""


def _sanctions(policy: Entity) -> bool:
    return any(n == "kind" and "sanction" in v.casefold() for n, v in policy.properties)


def _article(story: Story) -> dict[str, object]:
    values = {
        "name": story.title or story.story_id, "title": story.title, "author": story.byline,
        "publisher": story.publisher, "sourceUrl": story.url,
        "publishedAt": _dated(story),
    }  # fmt: skip
    return _line(_id("story", story.story_id), "Article", values)


def _dated(story: Story) -> str:
    published = story.published
    return published.text if published and published.year is not None else ""
