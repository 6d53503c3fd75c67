"""One annotated story: finds its thing for a name, and one key for each relation.

Bias: a name that fits no annotated thing is something else; it is never bent to fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.eval import rules
from kg.eval.gold import Gold, Relation, Thing
from kg.eval.said import Said
from kg.eval.wording import COMMON, SMALL, alike, content, folded, short

__all__ = ["IGNORED", "Document", "Key"]

Key = tuple[str, str, str]
IGNORED = "-"  # what an annotator set aside: a publisher, a reporter


class Document:
    """An annotated story and what its names stand for."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold
        self.things: dict[str, Thing] = {thing.id: thing for thing in gold.entities}
        self._names = [(n, thing) for thing in gold.entities for n in sorted(_names(thing))]
        self._aside = {short(folded(name)) for name in gold.ignore_entities}
        self._true = {(folded(t.head), t.type, folded(t.tail)) for t in gold.also_ok}
        self._found: dict[tuple[str, str], str] = {}
        self.keys = {self.gold_key(r) for r in gold.relations}

    def find(self, name: str, label: str) -> str:
        """The id of the annotated thing of that name, IGNORED, or nothing."""
        if (name, label) not in self._found:
            bare = re.sub(r"\s*\([^)]*\)", "", name)
            found = self._find(folded(name), label)
            self._found[name, label] = found or (self._find(folded(bare), label) if bare else "")
        return self._found[name, label]

    def _find(self, wanted: str, label: str) -> str:
        if not wanted:
            return ""
        nearest = max((self._likeness(wanted, label, *of) for of in self._names), default=None)
        if nearest and nearest[0]:
            return nearest[2]
        if {wanted, short(wanted)} & self._aside:
            return IGNORED
        return self._only_policy(wanted) if label == "Policy" else ""

    def _likeness(
        self, wanted: str, label: str, name: str, thing: Thing
    ) -> tuple[float, int, str]:
        """How surely the name is the thing's, then the shorter, then the id to settle it."""
        fits = label in self.labels(thing)
        found = alike(wanted, name, thing.type, fits=fits)
        return (found + 3 * fits if found else 0.0), -len(name), thing.id

    def _only_policy(self, wanted: str) -> str:
        """The one policy that shares a telling word with these."""
        telling = content(short(wanted), SMALL | COMMON)
        found = {t.id for n, t in self._names if t.type == "Policy" and telling & content(short(n))}
        return found.pop() if len(found) == 1 else ""

    def labels(self, thing: Thing) -> tuple[str, ...]:
        """The labels that are right for the thing."""
        return thing.type_ok or (thing.type,)

    def gold_key(self, relation: Relation) -> Key:
        """The key of an annotated relation."""
        return self._key(relation.head_id, relation.type, relation.tail_id)

    def said_key(self, said: Said) -> Key | None:
        """The key of a claim that was read; None where an end is set aside."""
        ends = self.ends(said)
        return self._key(ends[0], said.type, ends[1]) if ends else None

    def ends(self, said: Said) -> tuple[str, str] | None:
        """The claim's ends: ids, or `?` and a name that is not annotated; None if set aside."""
        head = self.find(said.head, said.head_type)
        tail = self.find(said.tail, said.tail_type)
        if rules.headed(said.type) and not tail:
            tail = head or f"?{folded(said.head)}"
        if IGNORED in (head, tail):
            return None
        return head or f"?{folded(said.head)}", tail or f"?{folded(said.tail)}"

    def _key(self, head: str, type_: str, tail: str) -> Key:
        """A relation as one comparable thing; direction and tail only where they matter."""
        label = self.things[head].type if head in self.things else ""
        type_ = rules.plain(type_, label)
        first, last = sorted((head, tail)) if rules.two_way(type_) else (head, tail)
        return first, type_, "*" if rules.headed(type_) else last

    def facts(self) -> list[list[Relation]]:
        """The required relations; those with one `alt` are one fact in several encodings."""
        groups: dict[object, list[Relation]] = {}
        for number, relation in enumerate(r for r in self.gold.relations if not r.optional):
            groups.setdefault(relation.alt or number, []).append(relation)
        return list(groups.values())

    def judged(self, said: list[Said]) -> Iterator[Said]:
        """What the annotation can judge; a type that it turns round is turned where that fits."""
        for one in said:
            if one.type in rules.TURNED:
                turned = _turned(one)
                if self.said_key(turned) in self.keys:
                    yield turned
            elif one.type not in rules.NOT_ANNOTATED and not self._is_true(one):
                yield one

    def _is_true(self, said: Said) -> bool:
        return (folded(said.head), said.type, folded(said.tail)) in self._true


def _turned(said: Said) -> Said:
    return replace(
        said, type=rules.TURNED[said.type],
        head=said.tail, head_type=said.tail_type, head_node=said.tail_node,
        tail=said.head, tail_type=said.head_type, tail_node=said.head_node,
    )  # fmt: skip


def _names(thing: Thing) -> set[str]:
    said = [thing.name, *thing.aliases, *(spot.text for spot in thing.mentions)]
    return {folded(name) for name in said} - {""}
