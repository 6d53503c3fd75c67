"""Stores whose ids, names, quotes and properties hold whatever text there is."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.graph.memory import Memory
from kg.resolve.register import judgement
from schemas.claim import Claim, Entity, Resolved
from tests.graph.factories import batches

HALF = ("\ud800half", "\udc00\ud800", "a\ud83d", "\ud800\udc00")
ODD = (
    "مصنع", "שלום\u202e", "🛢️ oil", "a\x0bb", "\x00", "two\r\nlines", "\r", '"q", ;|', "=1+1",
    "\\u0041", "\ufffe", "e\u0301", "\u00e9", "1e308", " edge ", "<b>", "urn:x", "a%3Ab", "..",
    "a/../b", "''' \"\"\"",
    "\u2028", "\x85", "@en", "^^", "{{}}", "0.50", "\U000e0041", *HALF,
)  # fmt: skip
WORDS = st.sampled_from(ODD) | st.text(min_size=1, max_size=8)
NAMES = ("kind", "stake", "name", "a:b", "label", "//x", "role")
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES) | WORDS, WORDS), max_size=3)


@st.composite
def stores(draw: st.DrawFn, most: int = 3) -> Memory:
    """A store of odd stories, some retracted, some of their nodes judged to be one."""
    made = Memory()
    made.add([draw(odd(r)) for r in draw(batches(most))], known_from="2025-07-01")
    if draw(st.booleans()):
        left = made.story_ids()[0]
        made.judge(
            judgement(sort="retract", ends=(left, ""), who=draw(WORDS), made="2025-07-02", why="x")
        )
    return made


@st.composite
def odd(draw: st.DrawFn, told: Resolved) -> Resolved:
    """The story with odd ids, names, quotes, properties, and now and then no tail."""
    ids = {e.node: draw(st.just(e.node) | WORDS) for e in told.entities}
    ids |= {n: ids.get(n, n) for c in told.claims for n in (c.head_node, c.tail_node)}
    return told.model_copy(
        update={
            "story": told.story.model_copy(update={"title": draw(WORDS), "publisher": draw(WORDS)}),
            "entities": tuple(draw(odd_entity(e, ids)) for e in told.entities),
            "claims": tuple(draw(odd_claim(c, ids)) for c in told.claims),
            "mentions": tuple((ids[n], *rest) for n, *rest in told.mentions),
            "names": (),
        }
    )


@st.composite
def odd_entity(draw: st.DrawFn, told: Entity, ids: dict[str, str]) -> Entity:
    named = {"node": ids[told.node], "name": draw(WORDS), "properties": tuple(draw(PAIRS))}
    return told.model_copy(update={**named, "aliases": tuple(draw(st.lists(WORDS, max_size=2)))})


@st.composite
def odd_claim(draw: st.DrawFn, told: Claim, ids: dict[str, str]) -> Claim:
    more: dict[str, object] = {
        "head_node": ids[told.head_node], "tail_node": ids[told.tail_node],
        "claim_id": told.claim_id + draw(st.just("") | WORDS), "quote": draw(WORDS),
        "attributed_to": draw(st.just("") | WORDS), "more": tuple(sorted(set(draw(PAIRS)))),
        "confidence": draw(st.floats(0, 1)), "head": draw(WORDS),
    }  # fmt: skip
    if draw(st.integers(0, 4)) == 0:
        more |= {"type": "HALTS_PRODUCTION", "tail": "", "tail_node": "", "tail_type": ""}
    return told.model_copy(update=more)
