"""Amounts that replace amounts, in every store: any order, retraction, clocks, commands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.graph import migrate, open_store
from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.rdf.store import blocks
from kg.graph.whole import shape
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from schemas.values import plain
from schemas.when import When
from tests.graph.revising import JULY, MARCH, MAY, NOW, chain, edge_of, filled, tells
from tests.graph.stores import digest_of


def test_the_edge_shows_the_latest_amount_and_keeps_every_claim_with_its_quote(
    store: Store,
) -> None:
    for one in (JULY, MARCH, MAY):
        store.add([one], known_from=NOW)
    edge = edge_of(store)
    assert edge.amount == "6100"
    quotes = {s.story_id: s.quote for s in edge.claims}
    assert quotes == {r.story.story_id: r.story.text for r in (MARCH, MAY, JULY)}
    told_ = {c.story_id: plain(c.amount) for c in store.claims() if c.amount}
    assert told_ == {"march": "5800", "may": "6300", "july": "6100"}
    assert chain(store) == [("july", "may"), ("may", "march")]


def test_an_older_story_that_is_read_later_replaces_nothing(store: Store) -> None:
    store.add([MAY], known_from="2025-07-01")
    store.add([MARCH], known_from="2025-07-02")
    assert chain(store) == [("may", "march")]
    assert edge_of(store).amount == "6300"


def test_a_retraction_gives_back_the_earlier_one_and_its_undoing_the_later(store: Store) -> None:
    store.add([MARCH, MAY, JULY], known_from=NOW)
    gone = judgement(sort="retract", ends=("may", ""), who="us", made="2025-08-01")
    store.judge(gone)
    assert chain(store) == [("july", "march")]
    last = judgement(sort="retract", ends=("july", ""), who="us", made="2025-08-02")
    store.judge(last)
    assert (chain(store), edge_of(store).amount) == ([], "5800")
    for number, one in enumerate((last, gone)):
        store.judge(judgement(sort="undo", ends=(one.judgement_id, ""), who="us",
                              made=f"2025-08-0{number + 3}"))  # fmt: skip
    assert chain(store) == [("july", "may"), ("may", "march")]
    assert edge_of(store).amount == "6100"


def test_what_was_not_yet_published_or_known_has_replaced_nothing(store: Store) -> None:
    store.add([MARCH], known_from="2025-07-01")
    store.add([MAY], known_from="2025-07-02")
    amounts = {
        moment: [e.amount for e in store.view(*moment).edges()]
        for moment in ((None, None), (When(text="2025-04"), None), (None, "2025-07-01"))
    }
    assert [*amounts.values()] == [["6300"], ["5800"], ["5800"]]
    then = [r for r in shape(store, When(text="2025-04")) if r[0] == "SUPERSEDES"]
    assert then == []


def test_merged_forecasters_have_one_chain_and_split_ones_two(store: Store) -> None:
    other = tells("other", "6300", "2025-05-01", head="firm:orrin")
    store.add([MARCH, other], known_from=NOW)
    assert chain(store) == []
    merge = judgement(sort="merge", ends=("firm:keld", "firm:orrin"), who="us", made="2025-08-01")
    store.judge(merge)
    assert chain(store) == [("other", "march")]
    store.judge(judgement(sort="undo", ends=(merge.judgement_id, ""), who="us", made="2025-08-02"))
    assert chain(store) == []


amounts = st.sampled_from(("5800", "6300", "6100"))
days = st.none() | st.sampled_from(("2025", "2025-03", "2025-03-09", "2025-06-01"))
statuses = st.sampled_from(("asserted", "planned", "denied"))
priors = st.sampled_from(("", "5800", "6300"))
periods = st.none() | st.sampled_from(("2025", "2026")).map(lambda t: When(text=t))
types = st.sampled_from(("FORECASTS", "OWNS", "ACQUIRES", "FINES"))
texts = st.sampled_from(("", "Tin is short."))


@st.composite
def histories(draw: st.DrawFn) -> list[Resolved]:
    """A few stories that tell amounts of one edge."""
    type_, unit = draw(types), draw(st.sampled_from(("percent", "")))
    return [
        tells(f"s{n}", draw(amounts), draw(days), type_=type_, status=draw(statuses), unit=unit,
              previous=draw(priors), date=draw(periods), text=draw(texts))
        for n in range(draw(st.integers(1, 5)))
    ]  # fmt: skip


@given(histories(), st.randoms(use_true_random=False))
def test_any_history_gives_one_chain_in_any_order_and_any_store(stories, chance) -> None:
    model, mixed = filled(*stories), list(stories)
    chance.shuffle(mixed)
    with closing(Embedded(":memory:")) as store:
        for one in mixed:
            store.add([one], known_from=NOW)
        assert chain(store) == chain(model)
        assert digest_of(store) == digest_of(model)


@given(histories())
def test_no_claim_replaces_itself_by_any_way_round(stories: list[Resolved]) -> None:
    store = filled(*stories)
    ties = chain(store)
    after = {later: {b for a, b in ties if a == later} for later, _ in ties}
    while gone := [a for a, before in after.items() if not before & after.keys()]:
        for one in gone:
            del after[one]
    assert after == {}


@given(histories())
def test_of_claims_that_all_hold_none_replaces_all_that_tell_what_the_edge_shows(
    stories: list[Resolved],
) -> None:
    store = filled(*(r for r in stories if r.claims[0].status == "asserted"))
    gone = {before for _, before in chain(store)}
    for edge in store.view().edges():
        told = {c.story_id for c in store.claims() if c.amount and plain(c.amount) == edge.amount}
        assert told - gone


@given(histories())
def test_the_chain_is_written_as_rdf(stories: list[Resolved]) -> None:
    store = filled(*stories)
    lines = [b for b in blocks(store) if any("wasRevisionOf" in str(p) for p in b.pairs)]
    assert len(lines) == len(chain(store))


def test_a_store_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    ahead = tells("ahead", "5900", None, date=When(text="2026"))
    with closing(Embedded(str(tmp_path / "g.db"))) as store:
        store.add([MARCH, MAY, ahead], known_from=NOW)
        wanted = digest_of(store)
    with closing(sqlite3.connect(tmp_path / "g.db")) as link:
        link.execute("UPDATE edges SET record = replace(record, '6300', '5900')")
        link.execute("DROP TABLE marks")
        link.execute("PRAGMA user_version = 4")
        link.commit()
    migrate(str(tmp_path / "g.db"))
    with closing(open_store(str(tmp_path / "g.db"))) as store:
        assert edge_of(store).amount == "6300"
        assert digest_of(store) == wanted


# ------------------------------------------------------------------------------- from the words

WORDS = (
    '{"id": "march", "published": "2025-03-01", "publisher": "Harbour Post", "text": "Goldman'
    ' Sachs expects the S&P 500 to reach 6,300 by the end of 2025."}\n'
    '{"id": "may", "published": "2025-05-01", "publisher": "Nordwire", "text": "Goldman Sachs'
    ' raised its target for the S&P 500 to 6,500 from 6,300."}\n'
)


def test_both_values_are_told_by_the_commands_in_the_order_of_their_days(kg, tmp_path) -> None:
    for name, line in zip(("may", "march"), reversed(WORDS.splitlines()), strict=True):
        (tmp_path / f"{name}.jsonl").write_text(line, encoding="utf-8")
        done = kg("ingest", tmp_path / f"{name}.jsonl")
        assert done.returncode == 0, done.stderr
    told_ = kg("timeline", "S&P 500").stdout
    assert told_.index("6300]") < told_.index("6500]")
    shown = kg("show", "S&P 500").stdout
    assert "to 6,500 from 6,300" in shown
    asked = kg("cypher", "MATCH (a:Claim)-[:SUPERSEDES]->(b:Claim) RETURN a.story_id, b.story_id")
    assert asked.stdout.split()[-2:] == ["may", "march"]
    forecast = kg("cypher", "MATCH ()-[f:FORECASTS]->() RETURN f.amount_text")
    assert forecast.stdout.split()[-1] == "6500"
