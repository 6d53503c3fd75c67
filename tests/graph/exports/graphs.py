"""Graphs of whatever text there is, made without a store: what the exports are proved with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from kg.graph.memory import Memory
from schemas.answer import StateEdge, Support
from schemas.base import STATUSES, labels
from schemas.claim import Entity
from schemas.when import When

ODD = (
    "مصنع", "שלום\u202e", "🛢️ oil", "a\x0bb", "\x00", "two\r\nlines", "\r", "\n", '"q", ;|',
    "=1+1", "'=1", "''-x", "'", "-5.2", "'-5.2", "+", "\t@x", "\ud800half", "\ufffe\uffff",
    "e\u0301", "1e308", " edge ", "\u2028\u2029\x85", r"\u0000", r"\\u005cu0000", r"C:\u", "\\",
    "\x1b[31m", "\x1c\x1d\x1e", "null", "None", "[]", '["a"]', "true", "]]>", "<a>&amp;</a>",
    "{x}", "Unnamed", "0", "\U0001fffe", "\x7f\x9f", "\ufeff", "a,b", "100%", "%3A:",
)  # fmt: skip
NAMES = (
    "kind", "name", "label", "type", "a:b", "more_name", "more_", "", "stake", "value", "weight",
    "id", "head_name", "amount_text", "claims", "aliases", "start", "end", "node_type", "source",
    "confidence", "=x", "'", "x\r\ny", "\x01", "key%", "node", "tail", "more_weight", "q{r}",
)  # fmt: skip
DAYS = ("2024", "2025-03", "2024-02", "2025-03-09", "--06-09", "0001-01-01", "9999-12")
words = st.sampled_from(ODD) | st.text(max_size=6)
some = words.filter(bool)
pairs = st.lists(st.tuples(st.sampled_from(NAMES) | words, words), max_size=3)
days = st.none() | st.sampled_from(DAYS).map(When.parse)


@dataclass
class Listed:
    """A view of lists: no more than an export asks for."""

    found: Sequence[Entity]
    links: Sequence[StateEdge]
    as_of: When | None = None
    known_at: str | None = None

    def entity(self, node: str) -> Entity | None:
        return next((e for e in self.found if e.node == node), None)

    def entities(self) -> Iterator[Entity]:
        return iter(self.found)

    def edges(self) -> Iterator[StateEdge]:
        return iter(self.links)


@st.composite
def entities(draw: st.DrawFn, at: int) -> Entity:
    return Entity.model_construct(
        node=f"n{at}:{draw(words)}",
        label=draw(st.sampled_from(sorted(labels()))),
        name=draw(words),
        aliases=tuple(draw(st.lists(words, max_size=3))),
        identifiers=tuple(draw(st.lists(st.tuples(some, words), max_size=2))),
        properties=tuple(dict(draw(pairs)).items()),
    )


@st.composite
def edges(draw: st.DrawFn, at: int, ends: Sequence[str]) -> StateEdge:
    cited = draw(st.lists(words, max_size=2))
    return StateEdge.model_construct(
        edge_id=f"e{at}:{draw(words)}",
        head=draw(st.sampled_from(ends)),
        type="OWNS",
        tail=draw(st.sampled_from(ends)) if draw(st.integers(0, 4)) else "",
        status=draw(st.sampled_from(STATUSES)),
        sign=draw(st.sampled_from((None, "+", "-"))),
        confidence=draw(st.sampled_from((0.0, 0.8, 0.999, 1e-7))),
        amount=draw(st.sampled_from(("", "5", "-2400000000.55", "0.1", "9" * 30))),
        currency=draw(st.sampled_from(("", "NOK"))),
        unit=draw(words),
        valid_from=draw(days),
        valid_to=draw(days),
        last_attested=draw(days),
        claims=tuple(
            Support.model_construct(claim_id=f"c{n}", story_id=f"s{n}", quote=quote)
            for n, quote in enumerate(cited)
        ),
        reference=draw(st.booleans()),
        more=tuple(dict(draw(pairs)).items()),
    )


@st.composite
def views(draw: st.DrawFn) -> Listed:
    """Up to three nodes and as many edges."""
    found = [draw(entities(at)) for at in range(draw(st.integers(0, 3)))]
    ends = [e.node for e in found]
    links = [draw(edges(at, ends)) for at in range(draw(st.integers(0, 3)) if ends else 0)]
    return Listed(found, links)


class Rows(Memory):
    """A store of no stories whose canonical rows are given."""

    def __init__(self, rows: Sequence[dict[str, object]] = ()) -> None:
        super().__init__()
        self.given = rows

    def rows(self, as_of: object = None, known_at: object = None) -> Iterator[dict[str, object]]:
        return iter(self.given)
