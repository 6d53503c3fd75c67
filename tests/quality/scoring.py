"""How much of an annotated document was read: relations, entities, status.

A relation counts if its label, its direction and both ends are right; what an annotator marked
optional is neither right nor wrong. Bias: strict. Wording is forgiven only where a thing has no
fixed name: policies, deals, indicators, industries and places.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

Row = Mapping[str, Any]
Key = tuple[str, str, str]

LEGAL = frozenset(
    "inc corp corporation co ltd limited plc ag sa nv lp llc group holdings holding company".split()
)
SMALL = frozenset("the of on and to in for a an its by from with s".split())
VAGUE = frozenset(
    "global world industry sector company companie firm maker producer market".split()
)
COMMON = frozenset({"export", "ban", "tariff", "china", "us", "united", "state"})
SAME_LAND = {
    "united states": "us, usa, america", "european union": "eu", "south korea": "korea",
    "britain": "uk, united kingdom, great britain", "cote divoire": "ivory coast, cote d ivoire",
    "democratic republic of congo": "drc, dr congo, democratic republic of the congo",
}  # fmt: skip
LANDS = {other: land for land, others in SAME_LAND.items() for other in others.split(", ")}
FREE_WORDED = frozenset({"Policy", "Deal", "Indicator", "Industry", "Place"})
UNDIRECTED = frozenset({"MERGES_WITH", "COMPETES_WITH", "PARTNERS_WITH"})
HEAD_ONLY = frozenset({"HALTS_PRODUCTION"})
NOT_ANNOTATED = frozenset(
    "IN_INDUSTRY INPUT_TO REPORTS SETS_RATE MEMBER_OF SUBSTITUTES_FOR LENDS_TO HOLDS"
    " SUPPORTS".split()
)
UNREAL = frozenset({"denied", "negated", "rumoured"})
REAL = frozenset({"asserted", "completed"})
COUNTS_AS = {"agreed": {"planned", "asserted"}, "ended": {"negated", "asserted", "completed"}}
IGNORED = "-"  # what an annotator set aside: a publisher, a reporter
ALIKE = 78  # of 100: the least likeness of two wordings of one free-worded thing


def folded(name: str) -> str:
    """The name without case, punctuation, accents, possessive and leading article."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    text = re.sub(r"'s\b", "", text.replace("&", " and ").lower())
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b|\s|$)", r"\1", text)  # u.s. is us
    words = re.sub(r"[^a-z0-9%+ ]+", " ", text).split()
    plain = " ".join(words[1:] if words[:1] == ["the"] else words)
    return LANDS.get(plain, plain)


def short(name: str) -> str:
    """A folded name without its legal form."""
    return " ".join(w for w in name.split() if w not in LEGAL) or name


def singular(name: str) -> str:
    """A folded name with its words in the singular, as far as an `s` goes."""
    return re.sub(r"\b(\w{2,}[^\Ws])s\b", r"\1", name)


def content(name: str, without: frozenset[str] = SMALL) -> set[str]:
    """The words of a folded name that carry its meaning."""
    return {w for w in singular(name).split() if w not in without}


@dataclass(slots=True)
class Tally:
    """Hits, what was wrongly there, what was missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.tp / max(self.tp + self.fp, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.tp / max(2 * self.tp + self.fp + self.fn, 1)


@dataclass(slots=True)
class Score:
    """What several documents score together; in `statuses` a hit is a right status."""

    relations: Tally = field(default_factory=Tally)
    entities: Tally = field(default_factory=Tally)
    statuses: Tally = field(default_factory=Tally)
    unreal_as_fact: int = 0


class Document:
    """One annotated document: finds its entity for a name, and its key for a relation."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.id: str = gold["id"]
        self.entities: dict[str, dict[str, Any]] = {e["id"]: e for e in gold["entities"]}
        self.relations: list[dict[str, Any]] = gold["relations"]
        self.ignored = {short(folded(n)) for n in gold.get("ignore_entities", ())}
        self.names = {e: _names(entity) for e, entity in self.entities.items()}

    def find(self, name: str, label: str) -> str:
        """The id of the entity of that name, IGNORED, or nothing."""
        wanted = folded(name)
        likeness, entity = max((self._likeness(wanted, label, e), e) for e in self.entities)
        if likeness:
            return entity
        aside = IGNORED if short(wanted) in self.ignored else ""
        return aside or (self._only_policy(wanted) if label == "Policy" else "")

    def _likeness(self, wanted: str, label: str, entity: str) -> float:
        fits = label in self.types(entity)
        kind = self.entities[entity]["type"]
        found = max(_alike(wanted, name, kind, fits=fits) for name in self.names[entity])
        return found + 3 * fits if found else 0.0

    def _only_policy(self, wanted: str) -> str:
        """The one policy that shares a telling word with these."""
        telling = content(wanted, SMALL | COMMON)
        policies = [e for e, thing in self.entities.items() if thing["type"] == "Policy"]
        found = [e for e in policies if any(telling & content(n) for n in self.names[e])]
        return found[0] if len(found) == 1 else ""

    def types(self, entity: str) -> list[str]:
        """The labels that are right for the entity."""
        return list(self.entities[entity].get("type_ok") or [self.entities[entity]["type"]])

    def gold_key(self, relation: Row) -> Key:
        """The key of an annotated relation."""
        return key(relation["head_id"], relation["type"], relation["tail_id"])

    def row_key(self, row: Row) -> Key | None:
        """The key of a row; None where an end is set aside or the label is not annotated."""
        head = self.find(row["head"], row["head_type"])
        # A row whose type can do without a tail may have none; it is annotated as its head's.
        tail = self.find(row["tail"], row["tail_type"]) if "tail" in row else head
        if IGNORED in (head, tail):
            return None
        ends = head or f"?{folded(row['head'])}", tail or f"?{folded(row.get('tail', ''))}"
        return key(ends[0], row["type"], ends[1])


def key(head: str, label: str, tail: str) -> Key:
    """A relation as one comparable thing; direction and tail only where they matter."""
    first, last = sorted((head, tail)) if label in UNDIRECTED else (head, tail)
    return first, label, "*" if label in HEAD_ONLY else last


def _names(entity: Mapping[str, Any]) -> set[str]:
    said = [entity["name"], *entity["aliases"], *(m["text"] for m in entity["mentions"])]
    return {folded(n) for n in said} - {""}


def _alike(wanted: str, name: str, kind: str, *, fits: bool) -> float:
    """0 for another name; else higher the surer it is the same."""
    for sure, form in ((104, str), (101, short), (98, singular)):
        if form(wanted) == form(name):
            return sure
    if kind not in FREE_WORDED:
        return 0
    if kind == "Industry" and content(wanted, VAGUE) == content(name, VAGUE) != set():
        return 97
    likeness: float = fuzz.token_sort_ratio(short(wanted), short(name))
    ours, theirs = content(short(wanted)), content(short(name))
    if fits and len(ours & theirs) >= 2:
        likeness = max(likeness, 50 + 100 * len(ours & theirs) / (len(ours) + len(theirs)))
    return min(likeness, 96) if likeness >= ALIKE else 0


def score(documents: Iterable[Document], rows: Mapping[str, Sequence[Row]]) -> Score:
    """What the rows of each document (by its id) score against the annotation."""
    total = Score()
    for document in documents:
        judged = list(_judged(document, rows.get(document.id, ())))
        _score_entities(document, judged, total)
        _score_relations(document, [r for r in judged if "entity" not in r], total)
    return total


def _judged(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with a label that is annotated; an input turned round may be a dependence."""
    known = {document.gold_key(r) for r in document.relations}
    for row in rows:
        if row.get("type") == "INPUT_TO":
            turned = {**row, "type": "DEPENDS_ON"} | {
                end + part: row[other + part]
                for end, other in (("head", "tail"), ("tail", "head"))
                for part in ("", "_type")
            }
            if document.row_key(turned) in known:
                yield turned
        elif row.get("type") not in NOT_ANNOTATED:
            yield row


def _score_entities(document: Document, rows: Sequence[Row], total: Score) -> None:
    found: dict[str, set[str]] = {}
    unknown: set[str] = set()
    for row in rows:
        for end in row.keys() & {"entity", "head", "tail"}:
            entity = document.find(row[end], row[f"{end}_type"])
            if entity and entity != IGNORED:
                found.setdefault(entity, set()).add(row[f"{end}_type"])
            elif not entity:
                unknown.add(folded(row[end]))
    needed = {e for e, thing in document.entities.items() if not thing["optional"]}
    right = {e for e in needed & set(found) if found[e] & set(document.types(e))}
    total.entities.tp += len(right)
    total.entities.fn += len(needed - right)
    total.entities.fp += len(unknown) + len(needed & set(found) - right)


def _score_relations(document: Document, rows: Sequence[Row], total: Score) -> None:
    read: dict[Key, Row] = {}
    for row in rows:
        if (made := document.row_key(row)) is not None:
            read.setdefault(made, row)
    known = {document.gold_key(r) for r in document.relations}
    for group in _facts(document):
        hit = next((r for r in group if document.gold_key(r) in read), None)
        total.relations.tp += hit is not None
        total.relations.fn += hit is None
        if hit is not None:
            _score_status(hit, read[document.gold_key(hit)].get("status", "asserted"), total)
    total.relations.fp += sum(k not in known for k in read)


def _facts(document: Document) -> list[list[dict[str, Any]]]:
    """The required relations; those with one `alt` are one fact in several encodings."""
    groups: dict[object, list[dict[str, Any]]] = {}
    for n, relation in enumerate(r for r in document.relations if not r["optional"]):
        groups.setdefault(relation["alt"] or n, []).append(relation)
    return list(groups.values())


def _score_status(gold: Row, status: str, total: Score) -> None:
    right = bool({status, *COUNTS_AS.get(status, ())} & set(gold["status_ok"]))
    total.statuses.tp += right
    total.statuses.fp += not right
    total.unreal_as_fact += not right and gold["status"] in UNREAL and status in REAL
