"""Watchlists: what moved, and the sentences without which it would not have moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answers.desk import News, Watchlist, load, save
from kg.answers.desk.causes import minimal
from kg.answers.desk.items import Item, same
from kg.graph import open_store
from kg.graph.contract import Store
from kg.resolve.register import judgement
from schemas.claim import Claim
from schemas.errors import EntityUnknown, QuestionUnread, SourceMalformed
from tests.graph.factories import claim, resolved, story

EARLY, LATE = "2025-06-09T12:00:00Z", "2025-06-10T12:00:00Z"
KELD = "who is exposed to Keld"


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    tells(opened, "s1", "Keld supplies Tavola.", ("firm:keld", "SUPPLIES", "firm:tavola"))
    yield opened
    opened.close()


def tells(
    store: Store, key: str, text: str, *told: tuple[str, str, str], **more: object
) -> tuple[Claim, ...]:
    """Add a story that says these things in its one sentence; the claims."""
    words = story(key, text, published=f"2025-06-0{key[1:]}")
    claims = tuple(claim(words, *one, **more) for one in told)
    store.add([resolved(words, *claims)], known_from=EARLY)
    return claims


def watching(store: Store, *words: str) -> Watchlist:
    kept = Watchlist(store)
    for one in words:
        assert kept.add(one)
    return kept


def quotes(news: News) -> list[list[str]]:
    return [[c.quote for c in b.causes] for b in news.because]


def test_nothing_new_is_nothing_to_report(store: Store) -> None:
    kept = watching(store, "Keld", KELD)
    assert kept.run() == []
    assert kept.run() == []


def test_a_story_that_touches_no_answer_is_not_reported(store: Store) -> None:
    kept = watching(store, "Keld")
    tells(store, "s2", "Orrin owns a mine.", ("firm:orrin", "OWNS", "firm:mine"))
    assert kept.run() == []


def test_a_new_answer_is_told_with_the_sentence_that_made_it(store: Store) -> None:
    kept = watching(store, "Keld")
    tells(store, "s2", "Keld supplies Orrin.", ("firm:keld", "SUPPLIES", "firm:orrin"))
    (news,) = kept.run()
    (move,) = news.moves
    assert (move.sort, move.key, move.before) == ("new", "firm:orrin", None)
    (because,) = news.because
    (cause,) = because.causes
    assert (cause.sort, cause.quote, cause.story_id) == ("new", "Keld supplies Orrin.", "s2")
    assert (cause.publisher, cause.published) == ("The Ledger", "2025-06-02")


def test_what_was_reported_is_not_reported_again(store: Store) -> None:
    kept = watching(store, "Keld")
    tells(store, "s2", "Keld supplies Orrin.", ("firm:keld", "SUPPLIES", "firm:orrin"))
    assert kept.run()
    assert kept.run() == []


def test_three_answers_moved_because_of_this_sentence(store: Store) -> None:
    kept = watching(store, "Keld")
    ends = ("firm:orrin", "firm:mine", "firm:mill")
    tells(store, "s2", "Keld feeds all.", *(("firm:keld", "SUPPLIES", end) for end in ends))
    tells(store, "s3", "Tavola grows.", ("firm:tavola", "OWNS", "firm:barn"))
    (news,) = kept.run()
    fed = [b for b in news.because if [c.quote for c in b.causes] == ["Keld feeds all."]]
    assert {m.key for b in fed for m in b.moves} == set(ends)


def test_scores_before_and_after_are_told(store: Store) -> None:
    kept = watching(store, "Keld")
    tells(store, "s2", "Keld still sells to Tavola.", ("firm:keld", "SUPPLIES", "firm:tavola"))
    (move,) = kept.run()[0].moves
    assert move.sort == "moved"
    assert move.before is not None
    assert move.after is not None
    assert move.after.score < move.before.score < 0


def test_a_sign_that_turns_is_a_flip(store: Store) -> None:
    effect = ("policy:levy", "IMPACTS", "firm:orrin")
    tells(store, "s2", "The levy hurts Orrin.", effect, sign="-")
    kept = watching(store, "levy on tin")
    for key in ("s3", "s4", "s5"):
        tells(store, key, f"The levy helps Orrin, says {key}.", effect, sign="+")
    tells(store, "s6", "The levy does not hurt Orrin.", effect, sign="-", status="ended")
    (move,) = [m for m in kept.run()[0].moves if m.key == "firm:orrin"]
    assert move.sort == "flipped"


def test_a_retracted_story_is_a_cause_too(store: Store) -> None:
    tells(store, "s2", "Keld supplies Orrin.", ("firm:keld", "SUPPLIES", "firm:orrin"))
    kept = watching(store, "Keld")
    store.judge(judgement(sort="retract", ends=("s2", ""), who="me", made=LATE, why="withdrawn"))
    (news,) = kept.run()
    assert [(m.sort, m.key) for m in news.moves] == [("gone", "firm:orrin")]
    assert [(c.sort, c.quote) for c in news.because[0].causes] == [
        ("retracted", "Keld supplies Orrin.")
    ]


def test_a_merge_is_told_as_the_reason_instead_of_a_sentence(store: Store) -> None:
    tells(store, "s2", "Orrin supplies a mill.", ("firm:orrin", "SUPPLIES", "firm:mill"))
    kept = watching(store, "firm:keld")
    made = judgement(sort="merge", ends=("firm:keld", "firm:orrin"), who="me", made=LATE, why="one")
    store.judge(made)
    (news,) = kept.run()
    assert quotes(news) == [[]]
    assert news.because[0].reason == "judged since: merge firm:keld firm:orrin (one)"


def test_a_listing_moves_when_a_row_comes(store: Store) -> None:
    kept = watching(store, "Who does Keld supply?", "who supplies Tavola?")
    tells(store, "s2", "Keld supplies Orrin.", ("firm:keld", "SUPPLIES", "firm:orrin"))
    (news,) = kept.run()
    assert news.words == "Who does Keld supply?"
    assert quotes(news) == [["Keld supplies Orrin."]]


def test_what_follows_from_a_policy_in_between_is_undone_with_it(store: Store) -> None:
    tells(store, "s2", "Norland has a levy.", ("country:no", "IMPOSES", "policy:levy"))
    kept = watching(store, "what does Norland restrict")
    tells(store, "s3", "The levy is on Keld.", ("policy:levy", "TARGETS", "firm:keld"))
    (news,) = kept.run()
    assert quotes(news) == [["The levy is on Keld."]]


@pytest.mark.parametrize("words", ["Keldt", "who is exposed to Nobody Inc"])
def test_a_name_that_is_not_known_cannot_be_watched(store: Store, words: str) -> None:
    with pytest.raises(EntityUnknown):
        Watchlist(store).add(words)


def test_a_question_about_a_time_gone_by_cannot_be_watched(store: Store) -> None:
    with pytest.raises(QuestionUnread, match="known"):
        Watchlist(store).add(f"{KELD} as known at 2025-01-01")


def test_watching_twice_is_watching_once_and_removing_ends_it(store: Store) -> None:
    kept = watching(store, "Keld")
    assert not kept.add(" Keld ")
    kept.remove("Keld")
    assert (kept.watches, kept.known) == ({}, {})
    with pytest.raises(EntityUnknown, match="watched are: none"):
        kept.remove("Keld")


def test_the_list_is_kept_in_a_file_beside_those_of_other_stores(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "watch.json"
    save(path, "one.db", watching(store, "Keld"))
    save(path, "two.db", watching(store, "Tavola"))
    assert list(load(path, "one.db", store).watches) == ["Keld"]
    assert list(load(path, "two.db", store).watches) == ["Tavola"]
    assert load(path, "other.db", store).watches == {}
    assert [p.name for p in tmp_path.iterdir()] == ["watch.json"]


def test_what_was_saved_goes_on_where_it_stopped(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "watch.json"
    save(path, "one.db", watching(store, "Keld"))
    tells(store, "s2", "Keld supplies Orrin.", ("firm:keld", "SUPPLIES", "firm:orrin"))
    kept = load(path, "one.db", store)
    assert quotes(kept.run()[0]) == [["Keld supplies Orrin."]]
    save(path, "one.db", kept)
    assert load(path, "one.db", store).run() == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 9}', '{"stores": 3}'])
def test_a_file_that_is_no_watchlist_is_refused_and_left_alone(
    store: Store, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "watch.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceMalformed, match="watchlist"):
        load(path, "one.db", store)
    assert path.read_text("utf-8") == text


def test_a_name_shown_otherwise_is_no_move() -> None:
    one, other = (Item(name=n, score=0.5, sign="hurt") for n in ("Keld", "Keld Group"))
    assert same(one, other)
    assert not same(one, None)


@given(st.sets(st.integers(0, 30), min_size=1, max_size=6), st.integers(31, 60))
def test_the_smallest_cause_is_found_among_many(needed: set[int], most: int) -> None:
    found = minimal(range(most), lambda some: needed <= set(some))
    assert set(found) == needed
