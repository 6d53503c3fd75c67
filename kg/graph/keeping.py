"""The derived part kept up to date: who is who, and the state edges that a write touches.

Everything here equals a rebuild from what was recorded; only what new facts touch is computed.
Runs inside the caller's transaction, on any ledger. Bias: on any doubt (a write failed, facts were
taken away) the register is forgotten and read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.graph.facts import Facts, gather
from kg.graph.ledger import Ledger, Rested
from kg.graph.state import DERIVED, Key, Witness, edge_of, key_of, restricts
from kg.graph.view import Kept
from kg.resolve.judged import retractions
from kg.resolve.register import Register
from schemas.answer import StateEdge

CHAINED = ("IMPOSES", "TARGETS", DERIVED)
"""The types of a policy's chain: who imposes it, whom it targets, and what follows from both."""


class Keeping:
    """Keeps nodes, name keys, edges and the claims' edges equal to what they derive from."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._register: Register | None = None
        self._seen = -1

    def forget(self) -> None:
        """Read the register again before it is used next: a write did not come through."""
        self._register = None

    def absorb(self, kept: Sequence[Kept], steps: Callable[[str], None]) -> None:
        """Derive what these new stories change."""
        touched = self._learn(kept)
        dirty = self._rekey(touched.moved)
        steps("identity")
        told = self._write_claims(kept)
        steps("claims")
        self._redraw(dirty | told, told - dirty, {k.told.story_id for k in kept})
        self._ledger.settle(touched.grown | touched.moved, {k.told.story_id for k in kept})
        steps("edges")

    def rejudge(self, moved: Collection[str] = ()) -> None:
        """Settle anew who is who, after a judgement that took these stories out or back in."""
        before = self._ledger.now()
        counted = self._recount(moved, before) if moved else set()
        self._ledger.mark_recast()
        self.forget()
        now = self._current().now
        changed = {n for n in now if before.get(n) != now[n]}
        self._ledger.put_now({n: now[n] for n in changed})
        self._redraw(self._rekey(changed, moved))
        self._ledger.settle(changed | counted, moved)

    def reweigh(self, stories: Collection[str]) -> None:
        """Derive anew the edges that these stories support, but for those of one claim as drawn.

        For a store of before near copies were known, and amounts that replace amounts.
        """
        rests = self._ledger.touching((), stories)
        heard = self._witnesses({rested.edge_id for rested in rests if rested.edge_id})
        drawn = set(self._ledger.drawn({key.edge_id for key in heard}))
        same = {k for k, found in heard.items() if len(found) < 2 and edge_of(k, found) in drawn}
        self._redraw({key.edge_id for key in heard.keys() - same})
        self._ledger.settle((), stories)

    def rebuild(self) -> None:
        """Drop all that is derived and derive it again."""
        self._ledger.drop_derived()
        self._ledger.mark_recast()
        self.forget()
        out = self._gone()
        self._learn([k for k in self._ledger.kept() if k.told.story_id not in out])
        self._redraw(self._rekey(self._current().now, out))
        self._ledger.settle(self._current().now.keys(), self._ledger.story_ids())

    def _gone(self) -> Collection[str]:
        return retractions(self._ledger.judgements())

    def _current(self) -> Register:
        """The register as of this write: read anew, or with what others have added since."""
        stamp = self._ledger.stamp()
        if self._register is None or self._ledger.recast() > self._seen:
            self._register, self._seen = Register(self._ledger.judgements()), -1
        if self._seen < stamp - 1:
            facts = self._ledger.facts_since(self._seen)
            self._register.update(_taught(self._register, facts))
        self._seen = stamp
        return self._register

    def _learn(self, kept: Sequence[Kept]) -> _Touched:
        """Take in the stories' facts."""
        register = self._current()
        found = gather((k.entities, k.names) for k in kept)
        held = self._ledger.facts(found)
        grown: dict[str, Facts] = {}
        for node, facts in found.items():
            known = held.get(node, Facts())
            size = known.size()
            known.update(facts)
            if known.size() > size:
                grown[node] = known
        moved = register.update(_taught(register, grown.items()))
        self._ledger.put_facts(grown, register.now)
        self._ledger.put_now({n: register.now[n] for n in moved})
        return _Touched(set(grown), moved)

    def _recount(self, moved: Collection[str], now: Mapping[str, str]) -> set[str]:
        """Gather anew the facts of every node that these stories name; gives the nodes."""
        nodes = self._ledger.named_in(moved)
        found = gather([self._ledger.told_of(nodes, self._gone())])
        self._ledger.drop_members(nodes)
        self._ledger.put_facts(found, {n: now.get(n, n) for n in found})
        return nodes

    def _rekey(self, changed: Collection[str], moved: Collection[str] = ()) -> set[str]:
        """Renew the edge of every claim of such an end or story; gives old and new edge ids.

        A claim of a retracted story has no edge.
        """
        if not changed and not moved:
            return set()
        now, out = self._current().now, self._gone()
        fresh: dict[tuple[str, str], str | None] = {}
        dirty: set[str | None] = set()
        for claim, before in self._ledger.touching(changed, moved):
            key = key_of(claim, now) if claim.story_id not in out else None
            after = key.edge_id if key else None
            if after != before:
                dirty |= {before, after}
                fresh[claim.story_id, claim.claim_id] = after
        self._ledger.rest(fresh)
        return {edge for edge in dirty if edge}

    def _write_claims(self, kept: Sequence[Kept]) -> set[str]:
        now = self._current().now
        keys = [(claim, key_of(claim, now)) for story in kept for claim in story.claims]
        rows = [Rested(claim, key.edge_id if key else None) for claim, key in keys]
        self._ledger.put_claims(rows)
        return {row.edge_id for row in rows if row.edge_id}

    def _redraw(
        self, dirty: set[str], told: Collection[str] = (), stories: Collection[str] = ()
    ) -> None:
        """Derive these edges anew, and the RESTRICTS edges that rest on them.

        Of the `told` edges those are new that nothing supports but the new `stories`.
        """
        if not dirty:
            return
        old = {Key(*row) for row in self._ledger.keys(dirty, CHAINED)}
        pairs = self._pairs(old)
        heard = self._witnesses(dirty)
        plain = {k: edge_of(k, found) for k, found in heard.items()}
        new = {k.edge_id for k in plain if k.edge_id in told and k.type not in CHAINED
               and all(w.told.story_id in stories for w in heard[k])}  # fmt: skip
        self._ledger.erase(dirty - {k.edge_id for k in plain})
        own = {k.edge_id: found for k, found in heard.items() if k.type != DERIVED}
        self._ledger.draw([*plain.values()], fresh=new, heard=own)
        keys = {k for k in [*old, *plain] if k.type == DERIVED}
        self._redraw_restricts(keys | pairs | self._pairs(plain))

    def _redraw_restricts(self, keys: set[Key]) -> None:
        if not keys:
            return
        stated = self._witnesses({k.edge_id for k in keys})
        chains = self._ledger.chains("IMPOSES", "TARGETS", {(k.head, k.tail) for k in keys})
        drawn: list[StateEdge] = []
        for key in sorted(keys):
            own = edge_of(key, stated[key]) if key in stated else None
            through = chains.get((key.head, key.tail))
            if through:
                drawn.append(restricts(key, own, through))
            elif own:
                drawn.append(own)
        self._ledger.erase({k.edge_id for k in keys} - {e.edge_id for e in drawn})
        self._ledger.draw(drawn, heard={k.edge_id: found for k, found in stated.items()})

    def _witnesses(self, edges: set[str]) -> dict[Key, list[Witness]]:
        """The claims of these edges by key."""
        now = self._current().now
        found: dict[Key, list[Witness]] = defaultdict(list)
        for witness in self._ledger.witnesses(edges):
            key = key_of(witness.claim, now)
            if key is not None:
                found[key].append(witness)
        return found

    def _pairs(self, keys: Iterable[Key]) -> set[Key]:
        """The RESTRICTS keys that rest on these IMPOSES and TARGETS edges as drawn now."""
        imposed, targets = _ends(keys, "IMPOSES"), _ends(keys, "TARGETS")
        after: dict[str, set[str]] = defaultdict(set)
        before: dict[str, set[str]] = defaultdict(set)
        if imposed:
            for policy, tail in self._ledger.ends("TARGETS", heads={p for _, p in imposed}):
                after[policy].add(tail)
        if targets:
            for head, policy in self._ledger.ends("IMPOSES", tails={p for p, _ in targets}):
                before[policy].add(head)
        found = {Key(head, DERIVED, tail) for head, p in imposed for tail in after[p]}
        found |= {Key(head, DERIVED, tail) for p, tail in targets for head in before[p]}
        return {k for k in found if k.head != k.tail}


class _Touched(NamedTuple):
    """Nodes of which a write taught something, and those whose present node it changed."""

    grown: set[str]
    moved: set[str]


def _ends(keys: Iterable[Key], type_: str) -> set[tuple[str, str]]:
    return {(k.head, k.tail) for k in keys if k.type == type_}


def _taught(register: Register, facts: Iterable[tuple[str, Facts]]) -> set[str]:
    """Teach the register these facts; gives the nodes of which something was new to it."""
    touched: set[str] = set()
    for node, known in facts:
        names = [(node, label, short) for label, short in sorted(known.called)]
        touched |= register.learn(known.entities(node), names)
    return touched
