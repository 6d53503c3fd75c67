"""The laws of causes: without the sentences named, every answer is what it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answers.desk import Watchlist
from kg.answers.desk.items import Item, Move, items_now, same
from kg.answers.desk.otherwise import Evidence
from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.facts import told_of
from schemas.claim import Resolved
from tests.graph.factories import batches, claim, resolved, story

EARLY, LATE = "2025-06-09T12:00:00Z", "2025-06-10T12:00:00Z"
WATCHED = ("firm:keld", "firm:orrin", "policy:levy", "country:no", "commodity:tin")


@settings(max_examples=15)
@given(batches(2), batches(2))
def test_without_the_causes_the_answer_is_what_it_was(
    before: list[Resolved], after: list[Resolved]
) -> None:
    """The law: asked of a store that never held the named claims, the line stands as before."""
    after = [_renamed(r, f"t{n}") for n, r in enumerate(after)]
    with open_closing(before, EARLY) as store:
        kept = Watchlist(store)
        known = [w for w in WATCHED if store.view().entity(w)]
        for words in known:
            kept.add(words)
        then = {w: items_now(store.view(), w) for w in known}
        store.add(after, known_from=LATE)
        past = store.view(known_at=EARLY)
        assert {w: _bare(items_now(past, w)) for w in known} == {w: _bare(then[w]) for w in known}
        for news in kept.run():
            for because in (b for b in news.because if b.causes):
                ids = {i for c in because.causes for i in c.claim_ids}
                for move in because.moves:
                    assert _stands(before, after, ids, news.words, move)
                    assert ids <= {c.claim_id for r in after for c in r.claims}


@settings(max_examples=30)
@given(batches(4), st.data())
def test_a_view_without_claims_is_that_of_a_store_without_them(
    batch: list[Resolved], data: st.DataObject
) -> None:
    every = sorted({c.claim_id for r in batch for c in r.claims})
    gone = data.draw(st.sets(st.sampled_from(every)) if every else st.just(set()))
    with open_closing(batch, EARLY) as store, open_closing(_less(batch, gone), EARLY) as other:
        claims = [c for c in store.claims() if c.claim_id in gone]
        view = Evidence(store, store.view()).without(claims)
        assert list(view.edges()) == list(other.view().edges())
        for node in WATCHED:
            assert view.out_edges(node) == other.view().out_edges(node)
            assert view.in_edges(node) == other.view().in_edges(node)


class open_closing:  # noqa: N801  (used like `open`)
    """A store of these stories for the length of a block."""

    def __init__(self, batch: Sequence[Resolved], known: str) -> None:
        self.store = open_store(":memory:")
        self.store.add(batch, known_from=known)

    def __enter__(self) -> Store:
        return self.store

    def __exit__(self, *_: object) -> None:
        self.store.close()


def _renamed(one: Resolved, key: str) -> Resolved:
    told = one.story.model_copy(update={"story_id": key})
    claims = tuple(
        c.model_copy(update={"story_id": key, "claim_id": f"{key}{c.claim_id}"}) for c in one.claims
    )
    return one.model_copy(update={"story": told, "claims": claims})


def _less(batch: Iterable[Resolved], gone: set[str]) -> list[Resolved]:
    """The stories without these claims; what they name they still name."""
    return [
        one.model_copy(
            update={
                "claims": tuple(c for c in one.claims if c.claim_id not in gone),
                "entities": tuple(told_of(one)),
            }
        )
        for one in batch
    ]


def _bare(items: dict[str, Item]) -> dict[str, Item]:
    return {key: item.model_copy(update={"name": ""}) for key, item in items.items()}


def _stands(
    before: list[Resolved], after: list[Resolved], gone: set[str], words: str, move: Move
) -> bool:
    with open_closing([*before, *_less(after, gone)], EARLY) as store:
        return same(items_now(store.view(), words).get(move.key), move.before)


def test_another_policy_in_between_still_restricts() -> None:
    """Without one of two policies on a firm, what restricts it is the other one alone."""
    told = story("s1", "Norland has a levy and a ban on Keld.", published="2025-06-01")
    made = [
        claim(told, *ends)
        for policy in ("policy:levy", "policy:ban")
        for ends in (("country:no", "IMPOSES", policy), (policy, "TARGETS", "firm:keld"))
    ]
    whole = [resolved(told, *made)]
    for gone in made:
        with open_closing(whole, EARLY) as store:
            view = Evidence(store, store.view()).without([gone])
            with open_closing(_less(whole, {gone.claim_id}), EARLY) as other:
                assert list(view.edges()) == list(other.view().edges())
                assert "RESTRICTS" in {e.type for e in view.out_edges("country:no")}
