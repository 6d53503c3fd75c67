"""The store as an executable specification: plain dicts, everything derived anew.

What the SQLite store keeps up to date piece by piece, this one computes from scratch; tests hold
them equal. Nothing outlives the process. The graph goes to networkx here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.graph.admission import admit
from kg.graph.contract import STEPS, Added, Recorded, View, other_text, silent
from kg.graph.flat import present
from kg.graph.lineage import repeated
from kg.graph.moments import instant
from kg.graph.retraction import demand, still_retracted
from kg.graph.view import GraphView, Kept, counting, derive, keep, moment, recorded, rows_at
from kg.resolve.judged import retractions
from kg.resolve.register import Register, check
from schemas.claim import Claim, Resolved
from schemas.evidence import Setback, Story, digest
from schemas.judgement import Judgement
from schemas.when import When

if TYPE_CHECKING:
    import networkx


class Memory:
    """A store of dicts; see `kg.graph.contract.Store` for what each verb gives."""

    def __init__(self) -> None:
        self._stories: dict[str, tuple[Resolved, Kept]] = {}
        self._judgements: dict[str, Judgement] = {}
        self._setbacks: dict[str, Setback] = {}
        self._derived: tuple[GraphView, dict[str, str]] | None = None

    def add(
        self,
        batch: Sequence[Resolved],
        *,
        known_from: str,
        steps: Callable[[str], None] = silent,
    ) -> Added:
        """Write stories with their claims; a story already there changes nothing."""
        admit(batch)
        entered, fresh = instant(known_from), set[str]()
        stories, setbacks, claims = dict(self._stories), dict(self._setbacks), 0
        for resolved in batch:
            story = resolved.story
            if story.story_id not in stories:
                kept = keep(resolved, entered)
                stories[story.story_id] = resolved, kept
                fresh.add(story.story_id)
                claims += len(kept.claims)
            elif stories[story.story_id][0].story.text != story.text:
                setbacks[other_text(story).where] = other_text(story)
        for step in STEPS[:-1]:
            steps(step)
        self._stories, self._setbacks, self._derived = stories, setbacks, None
        steps(STEPS[-1])
        gone = still_retracted(batch, retractions(self.judgements()))
        copies = repeated(fresh, [kept.told for _, kept in stories.values()])
        return Added(len(fresh), len(batch) - len(fresh), claims, gone, copies)

    def has(self, story_ids: Sequence[str]) -> set[str]:
        """Which of these stories are already recorded, retracted or not."""
        return {s for s in story_ids if s in self._stories}

    def story_ids(self) -> list[str]:
        """The id of every recorded story, retracted or not, sorted."""
        return sorted(self._stories)

    def records(self, story_ids: Sequence[str] | None = None) -> Iterator[Recorded]:
        """Each of these stories (None: all) as it was added, retracted or not, sorted by id."""
        for story_id in self.story_ids() if story_ids is None else sorted(set(story_ids)):
            if story_id in self._stories:
                resolved, kept = self._stories[story_id]
                yield recorded(resolved.story, kept, resolved.mentions)

    def stamp(self) -> str:
        """A text that is another one after every write."""
        told = len(self._stories), len(self._judgements), sorted(self._setbacks.items())
        return digest(repr(told))

    def story(self, story_id: str) -> Story | None:
        """The recorded story with its source text."""
        return self._stories[story_id][0].story if story_id in self._stories else None

    def mentions(
        self, *, node: str | None = None, story_id: str | None = None
    ) -> list[tuple[str, str, int, int, str]]:
        """Where things are named: (story_id, present node, start, end, surface), sorted."""
        now = self._identity()
        found = {
            (s, now.get(m[0], m[0]), *m[1:])
            for s in self._counting()
            for m in self._stories[s][0].mentions
        }
        wanted = now.get(node, node) if node is not None else None
        return sorted(m for m in found if wanted in (None, m[1]) and story_id in (None, m[0]))

    def claims(self, *, node: str | None = None, story_id: str | None = None) -> Iterator[Claim]:
        """Recorded claims, ends under their present node, sorted by claim id."""
        now = self._identity()
        wanted = now.get(node, node) if node is not None else None
        kept = [k for s, k in self._counting().items() if story_id in (None, s)]
        found = [present(c, now) for k in kept for c in k.claims]
        held = [c for c in found if wanted in (None, c.head_node, c.tail_node)]
        return iter(sorted(held, key=lambda c: (c.claim_id, c.story_id)))

    def judge(self, judgement: Judgement) -> None:
        """Record a merge, split, retract or undo, once; see the contract for what is refused."""
        instant(judgement.made)
        demand(judgement, self.story_ids())
        judgements = {**self._judgements}
        judgements.setdefault(judgement.judgement_id, judgement)
        check(list(judgements.values()))
        self._judgements, self._derived = judgements, None

    def judgements(self) -> list[Judgement]:
        """Every judgement in the order made."""
        return sorted(self._judgements.values(), key=lambda j: (instant(j.made), j.judgement_id))

    def set_aside(self, setback: Setback) -> None:
        """Remember an input that could not be read; replaced when it fails again."""
        self._setbacks[setback.where] = setback

    def clear(self, where: str) -> None:
        """Forget a setback, since the input was read after all."""
        self._setbacks.pop(where, None)

    def setbacks(self) -> list[Setback]:
        """Inputs set aside and not yet read, sorted."""
        return [self._setbacks[where] for where in sorted(self._setbacks)]

    def view(self, as_of: When | None = None, known_at: str | None = None) -> View:
        """The state graph, optionally as of a date and as known at a time."""
        if as_of is None and known_at is None:
            return self._now()[0]
        return derive(self._kept(), self.judgements(), as_of, known_at)

    def rows(
        self, as_of: When | None = None, known_at: str | None = None
    ) -> Iterator[dict[str, object]]:
        """The canonical export, sorted by story."""
        return rows_at(moment(self._kept(), self.judgements(), as_of, known_at))

    def rebuild(self) -> None:
        """Derive everything anew; it is never kept longer than until the next write."""
        self._derived = None

    def close(self) -> None:
        """Release the store."""

    def _kept(self) -> list[Kept]:
        return [kept for _, kept in self._stories.values()]

    def _counting(self) -> dict[str, Kept]:
        """The records of the stories that are not retracted, by story id."""
        return {k.told.story_id: k for k in counting(self._kept(), self.judgements())}

    def _identity(self) -> dict[str, str]:
        return self._now()[1]

    def _now(self) -> tuple[GraphView, dict[str, str]]:
        if self._derived is None:
            register = Register(self.judgements())
            kept = self._counting().values()
            learnt = [register.learn(k.entities, k.names) for k in kept]
            register.update(set().union(*learnt))
            self._derived = derive(self._kept(), self.judgements()), register.now
        return self._derived


def to_networkx(view: View) -> networkx.MultiDiGraph[Any]:
    """The view as a networkx graph: nodes with label and name, edges with what they say."""
    import networkx

    graph: networkx.MultiDiGraph[Any] = networkx.MultiDiGraph()
    for entity in view.entities():
        graph.add_node(entity.node, label=entity.label, name=entity.name)
    for edge in view.edges():
        graph.add_edge(
            edge.head,
            edge.tail,
            key=edge.edge_id,
            type=edge.type,
            status=edge.status,
            sign=edge.sign or "",
            confidence=edge.confidence,
            claims=[s.claim_id for s in edge.claims],
        )
    return graph
