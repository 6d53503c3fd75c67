"""What every store promises, asked of each of them."""

from __future__ import annotations

import io
import json
from decimal import Decimal

import pytest

from kg.graph.contract import STEPS, Added, Store
from kg.graph.export import FIELDS, jsonl
from kg.graph.memory import Memory, to_networkx
from kg.resolve.register import judgement
from schemas.claim import Refusal
from schemas.errors import JudgementConflict, StoreError
from schemas.evidence import Piece, Setback
from schemas.when import When
from tests.graph.factories import claim, entity, resolved, story

NOW = "2025-06-10"
TOLD = story("s1", "Keld bought Tavola for 5 crowns.", published="2025-06-09")
BOUGHT = claim(
    TOLD, "firm:keld", "ACQUIRES", "firm:tavola", amount=Decimal("5.00"), currency="NOK",
    date=When(text="2025-06"), status="completed",
)  # fmt: skip


def judged(sort: str, left: str, right: str = "", made: str = "2025-06-11") -> object:
    return judgement(sort=sort, ends=(left, right), who="me", made=made)  # type: ignore[arg-type]


def test_a_story_is_added_once(store: Store) -> None:
    assert store.add([resolved(TOLD, BOUGHT)], known_from=NOW) == Added(1, 0, 1)
    assert store.add([resolved(TOLD, BOUGHT)] * 2, known_from="2026-01-01") == Added(0, 2, 0)
    assert store.has(["s1", "s2"]) == {"s1"}
    assert [c.claim_id for c in store.claims()] == [BOUGHT.claim_id]


FAR = 2**63
UNKEEPABLE = {
    "an empty id": resolved(story("", "Keld.")),
    "an offset of a claim": resolved(TOLD, claim(TOLD, "firm:keld", "OWNS", "firm:orrin", end=FAR)),
    "an offset of a mention": resolved(TOLD, mentions=(("firm:keld", -FAR - 1, 4, "Keld"),)),
    "an offset of a refusal": resolved(
        TOLD, refusals=(Refusal(story_id="s1", start=0, end=FAR, text="x", why="ambiguous"),)
    ),
    "an offset of the story": resolved(
        TOLD.model_copy(update={"pieces": (Piece(at=0, length=4, start=FAR, end=FAR + 4),)})
    ),
}


@pytest.mark.parametrize("name", UNKEEPABLE)
def test_what_some_store_could_not_keep_is_refused_by_all_in_the_same_words(
    store: Store, name: str
) -> None:
    batch = [resolved(story("s0", "A good one.")), UNKEEPABLE[name]]
    errors = []
    for each in (store, Memory()):
        with pytest.raises(StoreError) as caught:
            each.add(batch, known_from=NOW)
        errors.append(str(caught.value))
    assert errors[0] == errors[1]
    assert f"{batch[1].story.source.uri}: " in errors[0]
    assert "'s1'" in errors[0] or "id is empty" in errors[0]
    assert "; " in errors[0]
    assert store.story_ids() == []


def test_the_widest_offset_is_kept(store: Store) -> None:
    wide = claim(TOLD, "firm:keld", "OWNS", "firm:orrin", start=FAR - 1, end=FAR - 1)
    store.add([resolved(TOLD, wide)], known_from=NOW)
    assert list(store.claims()) == [wide]


def test_a_claim_comes_back_as_it_was(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    assert list(store.claims(story_id="s1")) == [BOUGHT]
    assert list(store.claims(node="firm:keld")) == [BOUGHT]
    assert list(store.claims(node="firm:orrin")) == []


def test_a_quote_can_be_opened_again(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    kept = store.story("s1")
    assert kept == TOLD
    assert store.story("s2") is None


def test_a_known_id_with_other_text_is_set_aside_and_the_first_is_kept(store: Store) -> None:
    other = story("s1", "Something else.")
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    assert store.add([resolved(other)], known_from=NOW) == Added(0, 1, 0)
    assert store.story("s1") == TOLD
    assert [s.why for s in store.setbacks()] == ["story id s1 already holds other text"]


def test_the_edge_sums_up_its_claim(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    (edge,) = store.view().out_edges("firm:keld")
    assert (edge.type, edge.tail, edge.status) == ("ACQUIRES", "firm:tavola", "completed")
    assert (edge.amount, edge.currency, edge.confidence) == ("5", "NOK", 0.8)
    assert [(s.claim_id, s.publisher, s.published) for s in edge.claims] == [
        (BOUGHT.claim_id, "The Ledger", "2025-06-09")
    ]
    assert store.view().in_edges("firm:tavola") == [edge]
    assert list(store.view().edges()) == [edge]


def test_a_short_name_meets_the_firm_that_another_story_calls_so(store: Store) -> None:
    short = story("s2", "Orrin bought Keld.")
    store.add(
        [resolved(short, claim(short, "firm:orrin", "ACQUIRES", "firm:keld"))], known_from=NOW
    )
    long = story("s3", "Orrin Metals Group (Orrin) did well.")
    full = entity("firm:orrin-metals-group")
    names = ((full.node, "Firm", "Orrin"),)
    store.add([resolved(long, entities=(full,), names=names)], known_from=NOW)
    assert [e.head for e in store.view().edges()] == [full.node]
    assert [c.head_node for c in store.claims(node="firm:orrin")] == [full.node]
    assert [e.node for e in store.view().find("orrin")] == [full.node]
    merged = store.view().entity("firm:orrin")
    assert merged is not None
    assert (merged.name, merged.aliases) == ("Orrin Metals Group", ("Orrin",))


def test_judgements_change_the_graph_and_undo_changes_it_back(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    before = list(store.rows()), list(store.view().edges())
    merge = judged("merge", "firm:keld", "firm:tavola")
    store.judge(merge)
    store.judge(merge)
    assert list(store.view().edges()) == []
    assert {c.head_node for c in store.claims()} == {c.tail_node for c in store.claims()}
    store.judge(judged("undo", merge.judgement_id))
    assert (list(store.rows()), list(store.view().edges())) == before
    assert len(store.judgements()) == 2


def test_a_conflicting_judgement_is_refused_and_leaves_no_trace(store: Store) -> None:
    store.judge(judged("merge", "a", "b"))
    store.judge(judged("merge", "b", "c"))
    with pytest.raises(JudgementConflict, match="a = b, b = c"):
        store.judge(judged("split", "a", "c"))
    assert len(store.judgements()) == 2


def test_names_are_found_exactly_and_near_ones_are_suggested(store: Store) -> None:
    tin = entity("firm:keld", aliases=("Keld Works",), identifiers=(("ticker", "KLD"),))
    told = story("s1", "Keld.")
    store.add([resolved(told, entities=(tin, entity("firm:tavola")))], known_from=NOW)
    view = store.view()
    for typed in ("Keld", "KELD", "keld works", "KLD", "firm:keld"):
        assert [e.node for e in view.find(typed)] == ["firm:keld"]
    assert list(view.find("Keld", "Person")) == []
    assert list(view.find("Kelt")) == []
    assert next(iter(view.near("Tavolla"))).node == "firm:tavola"
    assert [e.node for e in view.near("Works of Keld")] == ["firm:keld"]
    assert list(view.near("Xkeldia")) == []  # a short name within a longer word is not near


def test_setbacks_are_replaced_and_cleared(store: Store) -> None:
    store.set_aside(Setback(where="b.txt", why="empty"))
    store.set_aside(Setback(where="a.txt", why="empty"))
    store.set_aside(Setback(where="b.txt", why="too large"))
    assert [s.where for s in store.setbacks()] == ["a.txt", "b.txt"]
    assert [s.why for s in store.setbacks()] == ["empty", "too large"]
    store.clear("a.txt")
    assert [s.where for s in store.setbacks()] == ["b.txt"]


def test_rows_are_those_of_the_contract(store: Store) -> None:
    more = (entity("firm:keld"), entity("firm:tavola"), entity("person:orrin"))
    store.add([resolved(TOLD, BOUGHT, entities=more)], known_from=NOW)
    stream = io.StringIO()
    assert jsonl(store, stream) == 2
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert list(first) == [f for f in FIELDS if f in first]
    assert (first["amount"], first["date"]) == ("5", "2025-06")
    assert "sign" not in first
    assert second == {
        "story_id": "s1", "entity": "Orrin", "entity_type": "Person", "entity_node": "person:orrin",
    }  # fmt: skip


def test_mentions_and_refusals_are_kept(store: Store) -> None:
    refusal = Refusal(story_id="s1", start=0, end=4, text="Keld", why="ambiguous")
    held = {"mentions": (("firm:keld", 0, 4, "Keld"),), "refusals": (refusal,)}
    store.add([resolved(TOLD, BOUGHT, **held)], known_from=NOW)
    assert store.mentions(node="firm:keld") == [("s1", "firm:keld", 0, 4, "Keld")]
    assert store.mentions(story_id="s2") == []
    assert list(store.view().refusals()) == [refusal]


def test_what_was_said_later_is_not_in_the_view_of_before(store: Store) -> None:
    early = story("s0", "Keld wants Tavola.", published="2025-05")
    wish = claim(early, "firm:keld", "ACQUIRES", "firm:tavola", status="planned")
    store.add([resolved(TOLD, BOUGHT), resolved(early, wish)], known_from=NOW)
    status = [e.status for e in store.view(as_of=When(text="2025-06-08")).edges()]
    assert status == ["planned"]
    assert [e.status for e in store.view().edges()] == ["completed"]
    assert list(store.view(as_of=When(text="2025-04")).edges()) == []


def test_what_was_learnt_later_is_not_in_the_view_of_before(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from="2025-06-10T12:00:00+02:00")
    assert list(store.view(known_at="2025-06-09").edges()) == []
    assert list(store.view(known_at="2025-06-10T09:59:59Z").edges()) == []
    assert len(list(store.view(known_at="2025-06-10T10:00:00Z").edges())) == 1
    assert len(list(store.view(known_at="2025-06-10").edges())) == 1


def test_a_merge_judged_later_is_not_in_the_view_of_before(store: Store) -> None:
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    store.judge(judged("merge", "firm:keld", "firm:tavola", made="2025-06-12"))
    assert len(list(store.view(known_at="2025-06-11").edges())) == 1
    assert len(list(store.view(known_at="2025-06-12").edges())) == 0


def test_a_story_without_a_date_always_counts_and_is_noted(store: Store) -> None:
    told = story("s1", "Keld bought Tavola.", published="--06-09")
    one = claim(told, "firm:keld", "ACQUIRES", "firm:tavola")
    two = claim(told, "firm:keld", "ACQUIRES", "firm:orrin", date=When(text="2025-06-09"))
    store.add([resolved(told, one, two)], known_from=NOW)
    view = store.view(as_of=When(text="2020"))
    assert [e.tail for e in view.edges()] == ["firm:tavola"]
    assert view.notes() == store.view().notes() == ("1 story has no date and always counts",)


def test_a_time_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="ISO 8601"):
        store.add([], known_from="yesterday")


@pytest.mark.parametrize("error", [OSError, KeyError, UnicodeError, ConnectionError])
def test_an_error_of_the_callers_own_comes_out_as_it_is(
    store: Store, error: type[Exception]
) -> None:
    def fail(step: str) -> None:
        if step == "claims":
            raise own

    own = error("the caller's disk")
    with pytest.raises(error) as caught:
        store.add([resolved(TOLD, BOUGHT)], known_from=NOW, steps=fail)
    assert caught.value is own
    assert store.story_ids() == []
    assert store.add([resolved(TOLD, BOUGHT)], known_from=NOW).stories == 1


def test_the_steps_of_a_write_are_told_in_order(store: Store) -> None:
    heard: list[str] = []
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW, steps=heard.append)
    assert tuple(heard) == STEPS


@pytest.mark.parametrize("step", STEPS[:-1])
def test_a_write_that_fails_halfway_never_happened(store: Store, step: str) -> None:
    def fail(reached: str) -> None:
        if reached == step:
            raise RuntimeError(step)

    with pytest.raises(RuntimeError):
        store.add([resolved(TOLD, BOUGHT)], known_from=NOW, steps=fail)
    assert list(store.rows()) == []
    assert list(store.view().edges()) == []
    store.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    assert len(list(store.view().edges())) == 1


def test_the_graph_goes_to_networkx() -> None:
    memory = Memory()
    memory.add([resolved(TOLD, BOUGHT)], known_from=NOW)
    graph = to_networkx(memory.view())
    assert graph.nodes["firm:keld"] == {"label": "Firm", "name": "Keld"}
    ((head, tail, said),) = graph.edges(data=True)
    assert (head, tail, said["type"], said["claims"]) == (
        "firm:keld", "firm:tavola", "ACQUIRES", [BOUGHT.claim_id],
    )  # fmt: skip


def test_an_implied_restriction_moves_with_what_it_restricts(store: Store) -> None:
    told, later = story("s1", "A levy hits Orrin."), story("s2", "Orrin Metals Group (Orrin).")
    imposes = claim(told, "country:no", "IMPOSES", "policy:levy")
    targets = claim(told, "policy:levy", "TARGETS", "firm:orrin")
    full = entity("firm:orrin-metals-group")
    names = ((full.node, "Firm", "Orrin"),)
    for part in (resolved(told, imposes, targets), resolved(later, entities=(full,), names=names)):
        store.add([part], known_from=NOW)
    tails = {e.tail for e in store.view().edges() if e.type == "RESTRICTS"}
    assert tails == {full.node}
    store.judge(judged("split", full.node, "firm:orrin"))
    tails = {e.tail for e in store.view().edges() if e.type == "RESTRICTS"}
    assert tails == {"firm:orrin"}
