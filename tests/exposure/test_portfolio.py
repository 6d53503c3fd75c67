"""Portfolios: scores as everywhere else, sums by channel, and what stands above."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exposure import exposed_to, shocks_for
from kg.exposure.factors import Factors
from kg.exposure.held import Held, holder, matched
from kg.exposure.holdings import Holding, holdings
from kg.exposure.portfolio import Report, portfolio
from kg.exposure.upstream import Above, dominators, nowhere, shared
from schemas.answer import StateEdge
from tests.exposure.factories import ToyView, edge, view

FIRMS = "Adler Bremen Corvel Dalmore Eastmoor".split()


@pytest.fixture
def world() -> ToyView:
    """Three held firms, their suppliers, an ore, a mine in a country, and a policy on the ore."""
    return view(
        """
        Firm Adler Motors; alias=Adler
        Firm Bremen Tools; alias=Bremen
        Firm Corvel Plastics; alias=Corvel
        Firm Mercer Paper; alias=Mercer
        Firm Mercer Steel; alias=Mercer
        Firm Gearworks
        Firm Magnetica
        Firm Holding Nord
        Commodity neodymium
        Country Ardenia
        Policy Ardenia export curbs; kind=export_control
        """,
        edge("Gearworks", "SUPPLIES", "Adler Motors"),
        edge("Magnetica", "SUPPLIES", "Adler Motors"),
        edge("neodymium", "INPUT_TO", "Gearworks"),
        edge("Magnetica", "DEPENDS_ON", "neodymium"),
        edge("Bremen Tools", "DEPENDS_ON", "neodymium"),
        edge("Holding Nord", "OWNS", "Corvel Plastics"),
        edge("Ardenia export curbs", "TARGETS", "neodymium"),
        edge("Corvel Plastics", "SUPPLIES", "Bremen Tools", status="denied"),
        edge("Adler Motors", "COMPETES_WITH", "Corvel Plastics"),
    )


CSV = "name,weight\nAdler,50%\nBremen Tools,30%\nCorvel Plastics,20%\n"


def report(world: ToyView, text: str = CSV, shock: str = "neodymium") -> Report:
    return portfolio(world, holdings(text), {shock: shocks_for(world, shock)})


def test_a_position_has_the_score_that_an_answer_gives_it(world: ToyView) -> None:
    answers = {e.node: e for e in exposed_to(world, shocks_for(world, "neodymium"))}
    hits = {p.node: h for p in report(world).positions for h in p.hits}
    assert set(hits) == {"Adler Motors", "Bremen Tools", "Corvel Plastics"} & set(answers)
    for node, hit in hits.items():
        assert (hit.score, hit.class_, hit.sign) == (
            answers[node].score, answers[node].class_, answers[node].sign,
        )  # fmt: skip
        assert hit.paths == answers[node].paths


def test_the_sum_is_weight_times_score_channel_by_channel(world: ToyView) -> None:
    found = report(world)
    (total,) = found.totals
    for channel, amount in total.evidenced.items():
        parts = [p.weight * h.by_channel.get(channel, 0.0) for p in found.positions for h in p.hits]
        assert amount == pytest.approx(sum(parts))
    assert total.structural == {}
    assert total.evidenced["supply"] < 0


def test_a_short_position_gains_where_a_long_one_loses(world: ToyView) -> None:
    long, short = report(world), report(world, CSV.replace("50%", "-50%"))
    (held,), (sold,) = long.positions[0].hits, short.positions[0].hits
    assert held.contribution == -sold.contribution < 0


def test_the_firm_that_is_struck_itself_counts_in_full(world: ToyView) -> None:
    (position, *_) = report(world, shock="Adler Motors").positions
    (hit,) = position.hits
    assert (hit.score, hit.hops, hit.class_) == (-1.0, 0, "stated")
    assert hit.by_channel == {"supply": -1.0, "demand": -1.0, "finance": -0.5}


def test_reference_data_and_evidence_are_two_sums(world: ToyView) -> None:
    told = edge("Bremen Tools", "SUPPLIES", "Mercer Paper", reference=True)
    world.by_edge[told.edge_id] = told
    (total,) = report(world, "name,weight\nBremen,60%\nMercer Paper,40%\n").totals
    assert total.evidenced["supply"] == pytest.approx(0.6 * -0.51, abs=0.01)
    assert 0 > total.structural["supply"] > -0.4


def test_what_is_said_not_to_be_exposed_adds_nothing(world: ToyView) -> None:
    said = edge("neodymium", "IMPACTS", "Bremen Tools", sign="-", status="negated")
    world.by_edge[said.edge_id] = said
    hit = next(h for p in report(world).positions for h in p.hits if p.node == "Bremen Tools")
    assert (hit.class_, hit.contribution, hit.by_channel) == ("stated_not_exposed", 0.0, {})


def test_several_shocks_are_told_apart(world: ToyView) -> None:
    shocks = {n: shocks_for(world, n) for n in ("neodymium", "Gearworks")}
    found = portfolio(world, holdings(CSV), shocks)
    assert [t.shock for t in found.totals] == ["neodymium", "Gearworks"]
    assert {h.shock for p in found.positions for h in p.hits} == set(shocks)


@given(st.permutations(CSV.splitlines()[1:]))
def test_the_order_of_rows_does_not_matter(rows: list[str]) -> None:
    world = view("Firm Adler\nFirm Bremen Tools\nFirm Corvel Plastics\nFirm G",
                 edge("G", "SUPPLIES", "Adler"), edge("G", "SUPPLIES", "Bremen Tools"))  # fmt: skip
    given = report(world, "\n".join(["name,weight", *rows]), "G")
    plain = report(world, CSV, "G")
    assert given.totals[0].evidenced == pytest.approx(plain.totals[0].evidenced)
    assert given.upstream == plain.upstream


@given(st.integers(1, 49))
def test_a_position_split_in_two_rows_is_one_position(part: int) -> None:
    world = view("Firm Adler\nFirm G", edge("G", "SUPPLIES", "Adler"))
    whole = report(world, "name,weight\nAdler,50%\n", "G")
    split = report(world, f"name,weight\nAdler,{part}%\nAdler,{50 - part}%\n", "G")
    assert split.positions[0].lines == (2, 3)
    assert split.totals[0].evidenced == pytest.approx(whole.totals[0].evidenced)


def test_what_fits_no_firm_is_offered_and_never_taken(world: ToyView) -> None:
    found = report(world, "name,weight\nAdlr,60%\nBremen,30%\nArdenia,10%\n")
    assert [p.node for p in found.positions] == ["Bremen Tools"]
    assert [(u.name, u.line) for u in found.unmatched] == [("Adlr", 2), ("Ardenia", 4)]
    assert found.unmatched[0].near == ("Adler Motors",)
    assert "70.0% of the portfolio is not matched" in found.notes


def test_a_name_that_fits_two_firms_is_left_open_with_both(world: ToyView) -> None:
    (lost,) = report(world, "name,weight\nMercer,60%\nAdler,40%\n").unmatched
    assert lost.why == "fits 2 firms"
    assert lost.near == ("Mercer Paper (Mercer Paper)", "Mercer Steel (Mercer Steel)")


def test_an_identifier_is_enough_and_two_columns_must_agree(world: ToyView) -> None:
    rows = "isin,name,weight\nUS67066G1040,,50%\nUS67066G1040,Adler,50%\n"
    found = report(world, rows)
    assert [(p.node, p.told) for p in found.positions] == [("firm:nvidia", False)]
    assert "Nvidia: no story names it" in found.notes
    assert "its isin means Nvidia; its name means Adler Motors" in found.unmatched[0].why


@pytest.mark.parametrize("ticker", ["NVDA", "NVDA.O", "NASDAQ:NVDA"])
def test_a_ticker_is_known_in_its_usual_spellings(world: ToyView, ticker: str) -> None:
    found, _ = matched(world, [Holding(2, (("ticker", ticker),), 1.0)])
    assert [m.entity.node for m in found] == ["firm:nvidia"]


def test_the_portfolio_is_laid_over_the_view_and_nowhere_else(world: ToyView) -> None:
    before = dict(world.by_edge)
    found, _ = matched(world, holdings(CSV).rows)
    over = Held(world, holder("mine"), found)
    held = [e for e in over.edges() if e.edge_id not in before]
    assert [(e.type, over.entity(e.head).label) for e in held] == [("HOLDS", "Portfolio")] * 3
    assert sorted(dict(e.more)["weight"] for e in held) == ["0.2", "0.3", "0.5"]
    assert world.by_edge == before
    assert "HOLDS" not in {e.type for e in world.edges()}
    assert over.find("mine")[0].label == "Portfolio"
    assert [e.head for e in over.in_edges("Adler Motors") if e.type == "HOLDS"]


def test_what_stands_above_two_positions_is_told_with_its_share(world: ToyView) -> None:
    above = {u.node: u for u in report(world).upstream}
    assert above["neodymium"].share == pytest.approx(0.8)
    assert above["neodymium"].positions == ("Adler Motors", "Bremen Tools")
    assert above["neodymium"].class_ == "linked"
    assert "Gearworks" not in above  # above one position only
    assert "Holding Nord" not in above


def test_a_node_on_every_chain_of_two_positions_dominates_them(world: ToyView) -> None:
    (found,) = report(world).dominators
    assert (found.node, found.dominates) == ("neodymium", ("Adler Motors", "Bremen Tools"))


def test_another_way_up_ends_the_dominance(world: ToyView) -> None:
    other = edge("Holding Nord", "SUPPLIES", "Adler Motors")
    world.by_edge[other.edge_id] = other
    assert report(world).dominators == ()


@pytest.mark.parametrize("status", ["denied", "negated", "ended"])
def test_what_is_denied_or_over_is_no_way_up(world: ToyView, status: str) -> None:
    above = Above(world)
    assert "Corvel Plastics" not in {r.above for r in above.rungs("Bremen Tools")}
    gone = edge("Gearworks", "SUPPLIES", "Adler Motors", status=status)
    world.by_edge[gone.edge_id] = gone
    assert {r.above for r in Above(world).rungs("Adler Motors")} == {"Magnetica"}


def test_a_rival_and_a_customer_are_not_above() -> None:
    edges = edge("A", "SUPPLIES", "B"), edge("A", "COMPETES_WITH", "C")
    world = view("Firm A\nFirm B\nFirm C", *edges)
    assert Above(world).rungs("A") == []


def test_an_owner_a_country_and_a_policy_are_above() -> None:
    world = view(
        "Firm A\nFirm O\nCountry X\nPolicy P",
        edge("O", "OWNS", "A"), edge("A", "LOCATED_IN", "X"), edge("P", "TARGETS", "A"),
        edge("P", "SUPPORTS", "A"),
    )  # fmt: skip
    assert [r.above for r in Above(world).rungs("A")] == ["O", "P", "P", "X"]


def test_goods_that_a_country_imports_are_no_inputs_of_its_firms() -> None:
    world = view(
        "Firm A\nCountry X\nCommodity tea\nPolicy P",
        edge("A", "LOCATED_IN", "X"), edge("X", "IMPORTS", "tea"), edge("P", "TARGETS", "X"),
    )  # fmt: skip
    assert [[r.above for r in ladder] for ladder in Above(world).ladders("A")] == [["X", "P"]]


def test_a_seat_from_reference_data_is_marked_and_dominates_nothing() -> None:
    world = view("Firm A\nFirm B\nCountry X")
    above = Above(world, seat_of=lambda _node: "X")
    ladders = {n: above.ladders(n) for n in ("A", "B")}
    assert not shared(ladders)["X"].evidenced
    assert dominators(ladders) == {}
    assert Above(world, seat_of=nowhere).ladders("A") == []


@st.composite
def graphs(draw: st.DrawFn) -> ToyView:
    pairs = [p for p in product(FIRMS, repeat=2) if p[0] != p[1]]
    taken = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=9))
    return view("\n".join(f"Firm {f}" for f in FIRMS), *(edge(a, "SUPPLIES", b) for a, b in taken))


def chains(edges: list[StateEdge], node: str) -> list[set[str]]:
    """Every maximal chain of at most two suppliers above a firm, written out."""
    found: list[set[str]] = []
    for first in [e.head for e in edges if e.tail == node]:
        seconds = [e.head for e in edges if e.tail == first and e.head not in {node, first}]
        found += [{first, second} for second in seconds] or [{first}]
    return found


@given(graphs())
def test_shares_and_dominators_are_those_of_all_chains_written_out(world: ToyView) -> None:
    weight = {f: n + 1 for n, f in enumerate(FIRMS)}
    rows = "".join(f"{f},{w}\n" for f, w in weight.items())
    found = portfolio(world, holdings(f"name,weight\n{rows}"))
    every = {f: chains(list(world.edges()), f) for f in FIRMS}
    over = {u: {f for f, all_ in every.items() if any(u in c for c in all_)} for u in FIRMS}
    assert {u.node: u.positions for u in found.upstream if u.type == "Firm"} == {
        u: tuple(sorted(below)) for u, below in over.items() if len(below) > 1
    }
    for u in (u for u in found.upstream if u.type == "Firm"):
        assert u.share == pytest.approx(sum(weight[p] for p in u.positions) / 15)
        through = {f for f, all_ in every.items() if all_ and all(u.node in c for c in all_)}
        assert set(u.dominates) == through


def test_the_users_own_factors_count(world: ToyView) -> None:
    none = Factors(changed={"SUPPLIES with supply>supply": 0.0, "SUPPLIES with price>price": 0.0})
    shocks = {"neodymium": shocks_for(world, "neodymium")}
    found = portfolio(world, holdings(CSV), shocks, factors=none)
    assert not next(p for p in found.positions if p.node == "Adler Motors").hits
