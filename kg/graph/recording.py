"""The store on top of a ledger: records what came, derives what follows, in one transaction.

What is kept where is the ledger's business; what it means is settled here, once for all of them.
Bias: refuse a write rather than half-keep it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from kg.graph.admission import admit
from kg.graph.contract import STEPS, Added, Recorded, View, other_text, silent
from kg.graph.copies import marks
from kg.graph.flat import present, story_rows
from kg.graph.keeping import Keeping
from kg.graph.ledger import Ledger, slices
from kg.graph.ledgerview import LedgerView
from kg.graph.lineage import repeated
from kg.graph.moments import instant
from kg.graph.retraction import demand, still_retracted
from kg.graph.view import GraphView, Kept, derive, keep, moment, recorded, rows_at, words_of
from kg.resolve.judged import retractions
from kg.resolve.register import check
from schemas.claim import Claim, Resolved
from schemas.evidence import Setback, Story
from schemas.judgement import Judgement
from schemas.when import When

T = TypeVar("T")
AT_ONCE = 256
"""Stories that are read together where all are wanted: few trips, little memory."""
HELD = 4
"""Views of a moment that are held until the next write: the moments last asked about."""


class Recording:
    """A store; see `kg.graph.contract.Store` for what each verb gives.

    `ledger` is the database beneath.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._keeping = Keeping(ledger)
        self._views: dict[tuple[When | None, str | None], tuple[int, GraphView]] = {}

    def _write(self, work: Callable[[], T]) -> T:
        """The work in one transaction; what was learnt for one that failed is forgotten."""
        attempts = 0

        def attempt() -> T:
            nonlocal attempts
            if attempts:
                self._keeping.forget()
            attempts += 1
            return work()

        try:
            return self.ledger.write(attempt)
        except BaseException:
            self._keeping.forget()
            raise
        finally:
            self._views.clear()

    def add(
        self,
        batch: Sequence[Resolved],
        *,
        known_from: str,
        steps: Callable[[str], None] = silent,
    ) -> Added:
        """Write stories with their claims; a story already there changes nothing."""
        admit(batch)
        entered = instant(known_from)
        attempts: list[Added] = []

        def work() -> None:
            steps(STEPS[0])
            fresh = self._fresh(batch)
            kept = [keep(resolved, entered) for resolved in fresh]
            self.ledger.put(list(zip(fresh, kept, strict=True)))
            steps(STEPS[1])
            self._keeping.absorb(kept, steps)
            claims = sum(len(k.claims) for k in kept)
            retracted = still_retracted(batch, self._gone())
            known, copies = len(batch) - len(fresh), self._copies(kept)
            attempts.append(Added(len(fresh), known, claims, retracted, copies))

        self._write(work)
        steps(STEPS[-1])
        # An attempt that was cut off may have been kept: then the next one finds nothing new.
        return max(attempts, key=lambda added: added.stories)

    def _fresh(self, batch: Sequence[Resolved]) -> list[Resolved]:
        """The stories that are new, each once; another text under a known id is set aside."""
        words = self.ledger.words({r.story.story_id for r in batch})
        fresh: list[Resolved] = []
        for resolved in batch:
            story, own = resolved.story, words_of(resolved.story)
            if story.story_id not in words:
                words[story.story_id] = own
                fresh.append(resolved)
            elif words[story.story_id] != own:
                self.ledger.put_setback(other_text(story))
        return fresh

    def _copies(self, kept: Sequence[Kept]) -> int:
        """How many of these new stories carry the text of another."""
        told = [k.told for k in kept]
        alike = self.ledger.alike({mark for t in told for mark in marks(t.body)}) if told else []
        return repeated({t.story_id for t in told}, alike)

    def has(self, story_ids: Sequence[str]) -> set[str]:
        """Which of these stories are already recorded, retracted or not."""
        return set(self.ledger.words(set(story_ids)))

    def story_ids(self) -> list[str]:
        """The id of every recorded story, retracted or not, sorted."""
        return self.ledger.story_ids()

    def records(self, story_ids: Sequence[str] | None = None) -> Iterator[Recorded]:
        """Each of these stories (None: all) as it was added, retracted or not, sorted by id."""
        wanted = self.story_ids() if story_ids is None else sorted(set(story_ids))
        for ids in slices(wanted, AT_ONCE):
            spans = defaultdict(list)
            for story_id, span in self.ledger.spans(stories=ids):
                spans[story_id].append(span)
            for kept in self.ledger.kept(ids):
                story = self.story(kept.told.story_id)
                if story:
                    yield recorded(story, kept, spans[story.story_id])

    def stamp(self) -> str:
        """A text that is another one after every write, whoever made it."""
        return str(self.ledger.stamp())

    def story(self, story_id: str) -> Story | None:
        """The recorded story with its source text."""
        return self.ledger.story(story_id)

    def mentions(
        self, *, node: str | None = None, story_id: str | None = None
    ) -> list[tuple[str, str, int, int, str]]:
        """Where things are named: (story_id, present node, start, end, surface), sorted."""
        nodes = self._all_of(node) if node is not None else None
        stories = [story_id] if story_id is not None else None
        gone = self._gone()
        found = [s for s in self.ledger.spans(stories=stories, nodes=nodes) if s[0] not in gone]
        now = self.ledger.now({span[0] for _, span in found})
        return sorted({(s, now.get(n, n), *rest) for s, (n, *rest) in found})  # type: ignore[misc]

    def claims(self, *, node: str | None = None, story_id: str | None = None) -> Iterator[Claim]:
        """Recorded claims, ends under their present node, sorted by claim id."""
        nodes = self._all_of(node) if node is not None else None
        stories = [story_id] if story_id is not None else None
        gone = self._gone()
        told = [c for c in self.ledger.claims(nodes=nodes, stories=stories)
                if c.story_id not in gone]  # fmt: skip
        return iter(sorted(self._presented(told), key=lambda c: (c.claim_id, c.story_id)))

    def _presented(self, claims: Collection[Claim]) -> list[Claim]:
        now = self.ledger.now({n for c in claims for n in (c.head_node, c.tail_node)})
        return [present(claim, now) for claim in claims]

    def _all_of(self, node: str) -> set[str]:
        """All nodes that are one with this one."""
        now = self.ledger.now([node]).get(node, node)
        return {node, *self.ledger.members([now]).get(now, ())}

    def judge(self, judgement: Judgement) -> None:
        """Record a merge, split, retract or undo, once; see the contract for what is refused."""
        instant(judgement.made)

        def work() -> None:
            demand(judgement, self.story_ids())
            known = self.ledger.judgements()
            if judgement.judgement_id in {j.judgement_id for j in known}:
                return
            check([*known, judgement])
            before = set(retractions(known))
            self.ledger.put_judgement(judgement)
            self._keeping.rejudge(before ^ set(self._gone()))

        self._write(work)

    def judgements(self) -> list[Judgement]:
        """Every judgement in the order made."""
        return sorted(self.ledger.judgements(), key=lambda j: (instant(j.made), j.judgement_id))

    def _gone(self) -> dict[str, str]:
        """The stories that are retracted."""
        return retractions(self.ledger.judgements())

    def set_aside(self, setback: Setback) -> None:
        """Remember an input that could not be read; replaced when it fails again."""
        self._write(lambda: self.ledger.put_setback(setback))

    def clear(self, where: str) -> None:
        """Forget a setback, since the input was read after all."""
        self._write(lambda: self.ledger.drop_setback(where))

    def setbacks(self) -> list[Setback]:
        """Inputs set aside and not yet read, sorted."""
        return self.ledger.setbacks()

    def view(self, as_of: When | None = None, known_at: str | None = None) -> View:
        """The state graph, optionally as of a date and as known at a time."""
        if as_of is None and known_at is None:
            return LedgerView(self.ledger)
        stamp = self.ledger.stamp()
        held = self._views.pop((as_of, known_at), None)
        if held is None or held[0] != stamp:
            found = derive(self.ledger.kept(), self.judgements(), as_of, known_at)
            held = stamp, found
        self._views[as_of, known_at] = held
        for old in list(self._views)[:-HELD]:
            self._views.pop(old, None)
        return held[1]

    def rows(
        self, as_of: When | None = None, known_at: str | None = None
    ) -> Iterator[dict[str, object]]:
        """The canonical export, sorted by story."""
        if as_of is None and known_at is None:
            return self._rows_now()
        return rows_at(moment(self.ledger.kept(), self.judgements(), as_of, known_at))

    def _rows_now(self) -> Iterator[dict[str, object]]:
        for ids in slices(sorted(set(self.story_ids()) - self._gone().keys()), AT_ONCE):
            kept = list(self.ledger.kept(ids))
            nodes = {n for k in kept for c in k.claims for n in (c.head_node, c.tail_node)}
            now = self.ledger.now(nodes | {e.node for k in kept for e in k.entities})
            for k in kept:
                entities = [e.model_copy(update={"node": now[e.node]}) for e in k.entities]
                claims = [present(c, now) for c in k.claims]
                yield from story_rows(claims, [(k.told.story_id, e) for e in entities])

    def rebuild(self) -> None:
        """Derive everything anew from what was recorded; changes no answer."""
        self._write(self._keeping.rebuild)

    def close(self) -> None:
        """Release the store."""
        self.ledger.close()
