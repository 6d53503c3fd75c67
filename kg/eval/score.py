"""How much of annotated stories was read: things, claims, what each claim says, who is who.

A claim counts if its type, its direction and both ends are right; what an annotator marked optional
is neither right nor wrong. Bias: strict. An annotated story of which nothing was read is missed in
full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.eval import across, rules, saying
from kg.eval.document import IGNORED, Document, Key
from kg.eval.gold import Gold, Relation, Same
from kg.eval.said import Said
from kg.eval.tally import Miss, Part, Sheet, Tally
from kg.eval.wording import folded

__all__ = ["Score", "figures", "score"]

Pair = frozenset[str]


@dataclass(slots=True)
class Score:
    """What each story scores, and each pair of stories on who is who."""

    sheets: list[Sheet] = field(default_factory=list)
    across: across.Across = field(default_factory=across.Across)

    def total(self, part: Part, kind: str = "") -> Tally:
        """The part of all stories together; of one label or type where it is named."""
        whole = Tally()
        for tallies in [*(s.tallies for s in self.sheets), *self.across.tallies.values()]:
            if (part, kind) in tallies:
                whole.add(tallies[part, kind])
        return whole

    def kinds(self, part: Part) -> list[str]:
        """The labels or types of the part, the most frequent in the annotation first."""
        every = (*(s.tallies for s in self.sheets), *self.across.tallies.values())
        found = {kind for tallies in every for of, kind in tallies if of == part and kind}
        sums = {kind: self.total(part, kind) for kind in found}
        return sorted(found, key=lambda k: (-sums[k].tp - sums[k].fn, k))


def score(
    golds: Iterable[Gold], said: Mapping[str, Sequence[Said]], same: Same | None = None
) -> Score:
    """What the rows of each story (by its id) score against its annotation."""
    documents = [Document(gold) for gold in golds]
    heard = {d.gold.id: list(said.get(d.gold.id, ())) for d in documents}
    sheets = [_sheet(document, heard[document.gold.id]) for document in documents]
    return Score(sheets, across.compare(documents, heard, same))


def figures(found: Score) -> dict[str, float]:
    """The figures that floors may hold, by name: shares 0..1, and a count of the worst error."""
    relations, entities = found.total("relations"), found.total("entities")
    return {
        "relations_f1": relations.f1,
        "relations_precision": relations.precision,
        "relations_recall": relations.recall,
        "relations_lenient_f1": found.total("relations_lenient").f1,
        "entities_f1": entities.f1,
        "entities_untyped_f1": found.total("entities_untyped").f1,
        "merging_f1": found.total("merging").f1,
        "status_right": found.total("status").precision,
        "sign_right": found.total("sign").precision,
        "amount_right": found.total("amount").precision,
        "date_right": found.total("date").precision,
        "unreal_as_fact": found.total("told_as_fact").fp,
    }


def _sheet(document: Document, said: list[Said]) -> Sheet:
    sheet = Sheet(document.gold.id, document.gold.title)
    judged = list(document.judged(said))
    claims = [one for one in judged if one.type]
    _things(document, judged, sheet)
    _claims(document, claims, sheet)
    _pairs(document, claims, sheet)
    return sheet


def _things(document: Document, judged: Sequence[Said], sheet: Sheet) -> None:
    found: dict[str, set[str]] = {}
    unknown: dict[str, tuple[str, str, str]] = {}
    for one in judged:
        for name, label, _ in one.ends():
            thing = document.find(name, label)
            if not thing:
                unknown.setdefault(folded(name), (name, label, one.quote))
            elif thing != IGNORED:
                found.setdefault(thing, set()).add(label)
    for thing in document.things:
        _thing(document, thing, found.get(thing), sheet)
    for name, label, quote in unknown.values():
        sheet.count("entities", label, "fp")
        sheet.count("entities_untyped", label, "fp")
        sheet.misses.append(Miss("extra", "thing", name, label, quote=quote))


def _thing(document: Document, name: str, labels: set[str] | None, sheet: Sheet) -> None:
    thing = document.things[name]
    if thing.optional:
        return
    sheet.count("entities_untyped", thing.type, "tp" if labels else "fn")
    if labels and labels & set(document.labels(thing)):
        sheet.count("entities", thing.type, "tp")
        return
    sheet.count("entities", thing.type, "fn")
    if labels:
        sheet.count("entities", thing.type, "fp")
        note = f"read as {', '.join(sorted(labels))}"
        sheet.misses.append(Miss("wrong", "thing", thing.name, thing.type, note=note))
    else:
        sheet.misses.append(Miss("missed", "thing", thing.name, thing.type))


def _claims(document: Document, claims: Sequence[Said], sheet: Sheet) -> None:
    read: dict[Key, Said] = {}
    for one in claims:
        if (made := document.said_key(one)) is not None:
            read.setdefault(made, one)
    for fact in document.facts():
        hit = next((r for r in fact if document.gold_key(r) in read), None)
        sheet.count("relations", fact[0].type, "tp" if hit else "fn")
        if hit:
            saying.judge(hit, read[document.gold_key(hit)], sheet)
        else:
            sheet.misses.append(_missed(fact))
    for made, one in read.items():
        if made not in document.keys:
            sheet.count("relations", made[1], "fp")
            sheet.misses.append(_extra(document, made, one))


def _missed(fact: Sequence[Relation]) -> Miss:
    first, others = fact[0], dict.fromkeys(f"{r.head} {r.type} {r.tail}" for r in fact[1:])
    note = f"or: {'; '.join(others)}" if others else ""
    return Miss("missed", "claim", first.head, first.type, first.tail, first.status, note,
                first.evidence_sentence)  # fmt: skip


def _extra(document: Document, made: Key, said: Said) -> Miss:
    """A claim that no annotation has; where its ends are annotated otherwise, how."""
    ends = {made[0], made[2]}
    there = [r for r in document.gold.relations if {r.head_id, r.tail_id} == ends]
    told = dict.fromkeys(f"{r.head} {r.type} {r.tail}" for r in there)
    note = f"annotated: {'; '.join(told)}" if told else ""
    return Miss("extra", "claim", said.head, made[1], said.tail, said.status, note, said.quote)


def _pairs(document: Document, claims: Sequence[Said], sheet: Sheet) -> None:
    """Lenient: two things linked at all, whatever the type and the direction."""
    found = {frozenset(ends) for one in claims if (ends := document.ends(one))}
    wanted: dict[frozenset[Pair], str] = {}
    for fact in document.facts():
        wanted.setdefault(frozenset(_pair(r) for r in fact), fact[0].type)
    for pairs, kind in wanted.items():
        sheet.count("relations_lenient", kind, "tp" if pairs & found else "fn")
    known = {_pair(r) for r in document.gold.relations}
    for one in claims:
        ends = document.ends(one)
        if ends and frozenset(ends) in found - known:
            found.discard(frozenset(ends))
            sheet.count("relations_lenient", rules.plain(one.type, one.head_type), "fp")


def _pair(relation: Relation) -> Pair:
    return frozenset((relation.head_id, relation.tail_id))
