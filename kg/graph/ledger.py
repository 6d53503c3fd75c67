"""What a database must do for the store: keep records, find them again, hold what is derived.

`kg.graph.recording` is the store on top of any ledger, so that SQLite and Neo4j differ in how they
keep things and in nothing else. A ledger decides nothing: it neither merges names nor sums up
claims. Bias: verbs take and give many things at once, since each may be a trip to a server.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from kg.graph.facts import Facts
from kg.graph.packed import Grown, Packed
from kg.graph.state import Chain, Told, Witness
from kg.graph.view import Kept
from kg.resolve.register import Name
from schemas.answer import StateEdge
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Setback, Story
from schemas.judgement import Judgement

T = TypeVar("T")
Ref = tuple[str, str]
"""A claim: (story_id, claim_id)."""
Span = tuple[str, int, int, str]
"""A mention as told: (node, start, end, surface)."""
Pair = tuple[str, str]
"""Two nodes that an edge joins: (head, tail)."""


def slices(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The values in runs of at most `size`."""
    ahead = iter(values)
    while run := tuple(islice(ahead, size)):
        yield run


class Rested(NamedTuple):
    """A claim as told and the state edge that it supports (None: none)."""

    claim: Claim
    edge_id: str | None


class Ledger(Protocol):
    """A database as the store sees it; every failure is a StoreError of one line."""

    # -- transactions

    def write(self, work: Callable[[], T]) -> T:
        """Run the work in one durable transaction, alone among writers; gives what it gives.

        Kept whole or not at all. May be run again where the server asks for it, so that the work
        must not change anything outside. Every verb called within takes part in it.
        """

    def stamp(self) -> int:
        """How many writes there were, the running one included."""

    def recast(self) -> int:
        """The stamp of the last write that may have taken facts away or judged anew."""

    def mark_recast(self) -> None:
        """Make the running write the last of that kind."""

    def close(self) -> None:
        """Release the database."""

    # -- what is recorded, never rewritten

    def put(self, told: Sequence[tuple[Resolved, Kept]]) -> None:
        """Record stories that are new: text, told, entities, names, mentions, refusals.

        Their claims are written by `put_claims`, later in the same transaction.
        """

    def words(self, story_ids: Collection[str]) -> dict[str, str]:
        """A digest of the text (`words_of`) of each of these stories that is recorded."""

    def alike(self, marks: Collection[str]) -> list[Told]:
        """The stories whose bodies bear one of these marks (`kg.graph.copies`), in no order."""

    def story_ids(self) -> list[str]:
        """The id of every recorded story, sorted."""

    def story(self, story_id: str) -> Story | None:
        """The story with its source text."""

    def kept(self, story_ids: Collection[str] | None = None) -> Iterator[Kept]:
        """The records of these stories (None: of all), sorted by story id."""

    def spans(
        self, stories: Collection[str] | None = None, nodes: Collection[str] | None = None
    ) -> list[tuple[str, Span]]:
        """Mentions as told, (story_id, span), in these stories (None: all) of these nodes."""

    def refusals(self, without: Collection[str]) -> list[Refusal]:
        """The refusals of all stories but these, in no order."""

    def undated(self, without: Collection[str]) -> int:
        """How many stories but these have no `attested` date."""

    def named_in(self, story_ids: Collection[str]) -> set[str]:
        """The nodes of which these stories say something (entities and names)."""

    def told_of(
        self, nodes: Collection[str], without: Collection[str]
    ) -> tuple[list[Entity], list[Name]]:
        """What all stories but these say of the nodes."""

    def judgements(self) -> list[Judgement]:
        """Every judgement, in no order."""

    def put_judgement(self, judgement: Judgement) -> None:
        """Record a judgement whose id is new."""

    def setbacks(self) -> list[Setback]:
        """Every setback, sorted by place."""

    def put_setback(self, setback: Setback) -> None:
        """Record a setback, in place of one of the same place."""

    def drop_setback(self, where: str) -> None:
        """Forget the setback of that place, if any."""

    # -- claims: recorded, each with the state edge that it now supports

    def put_claims(self, rows: Sequence[Rested]) -> None:
        """Record claims of stories that are new."""

    def rest(self, edges: Mapping[Ref, str | None]) -> None:
        """Set the edge that each of these claims supports."""

    def claims(
        self, *, nodes: Collection[str] | None = None, stories: Collection[str] | None = None
    ) -> list[Claim]:
        """Claims as told with an end among the nodes, of these stories (None: any), unsorted."""

    def touching(self, nodes: Collection[str], stories: Collection[str]) -> list[Rested]:
        """Claims with an end among the nodes as told, and all claims of the stories."""

    def witnesses(self, edge_ids: Collection[str]) -> list[Witness]:
        """The claims that support these edges, with their stories."""

    # -- derived: nodes as told, what is known of each, and its present node

    def facts(self, nodes: Collection[str]) -> dict[str, Facts]:
        """What is known of these nodes as told."""

    def facts_since(self, stamp: int) -> Iterator[tuple[str, Facts]]:
        """The nodes whose facts were written after that stamp (−1: all)."""

    def now(self, nodes: Collection[str] | None = None) -> dict[str, str]:
        """The present node of each of these nodes (None: of all) that is known."""

    def members(self, now: Collection[str]) -> dict[str, dict[str, Facts]]:
        """For each of these that is a present node: the nodes that it stands for, with facts."""

    def put_facts(self, facts: Mapping[str, Facts], now: Mapping[str, str]) -> None:
        """Write facts that have grown and their name keys; `now` is for nodes that are new."""

    def put_now(self, now: Mapping[str, str]) -> None:
        """Set the present node of known nodes."""

    def drop_members(self, nodes: Collection[str]) -> None:
        """Forget these nodes, their facts and their keys."""

    def drop_derived(self) -> None:
        """Forget all that is derived; claims keep no edge."""

    def named(self, key: str) -> list[tuple[str, int]]:
        """The present nodes that have this name key, with the best rank of each."""

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""

    def present_nodes(self) -> list[str]:
        """Every present node, sorted."""

    # -- derived: state edges

    def draw(
        self,
        edges: Sequence[StateEdge],
        *,
        fresh: Collection[str] = (),
        heard: Mapping[str, Sequence[Witness]] | None = None,
    ) -> None:
        """Write edges, in place of those of the same id; the `fresh` are surely not there.

        `heard` are the witnesses of each edge itself, of which one may replace another.
        """

    def erase(self, edge_ids: Collection[str]) -> None:
        """Take edges out."""

    def edges(
        self, *, heads: Collection[str] | None = None, tails: Collection[str] | None = None
    ) -> Iterator[StateEdge]:
        """Edges that leave one of the heads and enter one of the tails (None: any), by edge id."""

    def drawn(self, edge_ids: Collection[str]) -> list[StateEdge]:
        """These edges, by edge id."""

    def packed(self) -> Iterator[Packed]:
        """Every edge in few bytes, a page at a time, in an order of the ledger's own."""

    def grown(self, content: str) -> Grown | None:
        """What became of the edges since that content; None where that is not known."""

    def content(self) -> str:
        """A text that changes with every write; kept beside what was computed from `packed`."""

    def folder(self) -> Path | None:
        """Where what is computed from the store may be kept; None: nowhere."""

    def bearing(self, label: str) -> list[str]:
        """The present nodes that may be such a thing: more rather than fewer."""

    def keys(self, edge_ids: Collection[str], types: Collection[str]) -> list[tuple[str, str, str]]:
        """(head, type, tail) of those of these edges that are of these types."""

    def ends(
        self, type_: str, *, heads: Collection[str] = (), tails: Collection[str] = ()
    ) -> list[Pair]:
        """The ends of that type's edges that leave one of the heads or enter one of the tails."""

    def chains(self, first: str, second: str, pairs: Collection[Pair]) -> dict[Pair, list[Chain]]:
        """For each (head, tail) the two edges, of these types, that lead over one node between."""

    # -- what is shown to users beside the record

    def settle(self, nodes: Collection[str], stories: Collection[str]) -> None:
        """Bring what users see up to date: the last call of a write.

        `nodes` are those as told whose facts or present node changed (or that are gone);
        `stories` are those that are new, retracted or counting again.
        """
