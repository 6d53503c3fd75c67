"""Who is exposed: sides, comparisons, reasons, and filters that cut paths rather than lists."""

from __future__ import annotations

import pytest

from kg.answers import answer, exposed, render
from kg.answers.plan import Filters
from kg.answers.via import far
from schemas.answer import Answer, Exposure
from tests.answers.asked import names, rows
from tests.answers.worlds import trading_world
from tests.exposure.factories import ToyView, edge, view

FOUND = rows("""
    Which commodities are hurt by the tin ban? |
    Which products are hurt by the tin ban? | plastic film, tinplate
    Which firms are helped by the tin ban? | Elder Pumps, Kestrel Air
    Which firms are exposed to the tin ban via Dunmore? | Brightwater Foods, Gantry Motors
    Who is exposed to the tin ban via Kestrel Air? |
    Which firms are exposed to the tin ban within one hop? | Elder Pumps, Hollow Mills, Kestrel Air
    Which firms in Belmark are exposed to the tin ban? | Cobble Bank, Elder Pumps, Gantry Motors
    Which Belmarkian firms are exposed to the tin ban? | Cobble Bank, Elder Pumps, Gantry Motors
    Who is exposed to the tin ban in the chip industry? |
    Who is hurt by a fire at Dunmore's mill? |
    Which firms are hurt by a shutdown of Fathom within one hop? | Gantry Motors, Cobble Bank, \
Juniper Labs, Kestrel Air
    Who is exposed to Hollow Mills, realised only? | plastic film
    Who is exposed to the tin ban since 2030? |
""")
SAID = rows("""
    Is Gantry exposed to the tin ban? | yes: hurt, linked
    Is Hollow Mills hurt by the tin ban? | yes: hurt, stated
    Does the tin ban hurt Hollow Mills? | yes: hurt, stated
    How does the tin ban affect Elder Pumps? | yes: helped, stated
    Is Kestrel Air exposed to the tin ban? | no: a story says that it is not exposed
    Is Mara Quill exposed to the tin ban? | nothing known
    Why is Gantry exposed to the tin ban? | yes: hurt, linked
    Why does the tin ban hurt Hollow Mills? | yes: hurt, stated
    What makes Gantry vulnerable to the tin ban? | yes: hurt, linked
    How many products are hurt by the tin ban? | 2
""")
COMPARED = rows("""
    Is Gantry more exposed to the tin ban than Brightwater? | Brightwater Foods more than Gantry
    Is Brightwater hit harder by the tin ban than Gantry? | Brightwater Foods more than Gantry
    Who is more exposed to the tin ban: Brightwater or Gantry? | Brightwater Foods more than Gantry
    Which of Gantry and Dunmore is more exposed to the tin ban? | Dunmore Steel more than Gantry
    Is Gantry or Dunmore more exposed to the tin ban? | Dunmore Steel more than Gantry
    Compare Gantry and Isle Shipping on the tin ban | Gantry Motors is hurt
    Does the tin ban hit Isle Shipping harder than Gantry? | Gantry Motors is hurt
    Is Mara Quill more exposed to the tin ban than Isle Shipping? | nothing known of either
""")


def scores(given: Answer) -> dict[str, float]:
    return {e.entity: e.score for e in given.answers if e.class_ in {"stated", "linked"}}


@pytest.mark.parametrize(("question", "expected"), FOUND)
def test_the_question_finds_its_entities(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


@pytest.mark.parametrize(("question", "expected"), SAID)
def test_a_question_about_one_has_a_verdict(question: str, expected: str) -> None:
    assert answer(question, trading_world()).verdict == expected


@pytest.mark.parametrize(("question", "expected"), COMPARED)
def test_two_are_compared_in_words(question: str, expected: str) -> None:
    verdict = answer(question, trading_world()).verdict
    assert verdict is not None
    assert verdict.startswith(expected)


def test_why_shows_every_path_with_its_sentences() -> None:
    text = render(answer("Why is Gantry exposed to the tin ban?", trading_world()))
    assert "Dunmore Steel -SUPPLIES-> Gantry Motors" in text
    assert "“Words of Dunmore Steel|SUPPLIES|Gantry Motors.” – The Harbour Post" in text


@pytest.fixture
def fork() -> ToyView:
    """Two ways from ore to the maker, by the smelter and by the trader."""
    return view(
        """
        Commodity ore
        Firm Smelter
        Firm Trader
        Firm Maker
        Firm Shop
        """,
        edge("Smelter", "DEPENDS_ON", "ore"),
        edge("Trader", "DEPENDS_ON", "ore"),
        edge("Smelter", "SUPPLIES", "Maker"),
        edge("Trader", "SUPPLIES", "Maker", status="planned"),
        edge("Maker", "SUPPLIES", "Shop"),
    )


def ask(world: ToyView, **filters: object) -> dict[str, float]:
    given = exposed(world, "ore", "shortage", filters=Filters(**filters))  # type: ignore[arg-type]
    return scores(given)


def test_via_and_without_it_add_up_to_all(fork: ToyView) -> None:
    whole, via, rest = ask(fork), ask(fork, via="Smelter"), ask(fork, excluding=("Smelter",))
    for name in ("Maker", "Shop"):
        assert via[name] + rest[name] == pytest.approx(whole[name])


def test_via_leaves_out_the_node_and_what_lies_before_it(fork: ToyView) -> None:
    assert "Maker" not in ask(fork, via="Maker")
    assert not ask(fork, via="Shop")


def test_every_path_via_a_node_passes_it(fork: ToyView) -> None:
    given = exposed(fork, "ore", "shortage", filters=Filters(via="Trader"))
    for found in given.answers:
        for path in found.paths:
            assert "Trader" in [step.to for step in path.steps[:-1]]
            assert not any(far(step.to) == step.to for step in path.steps)
            assert len({step.to for step in path.steps}) == len(path.steps)


def test_no_path_passes_what_is_excluded(fork: ToyView) -> None:
    assert set(ask(fork, excluding=("Maker",))) == {"Smelter", "Trader"}
    assert not ask(fork, excluding=("Smelter", "Trader"))


def test_realised_takes_plans_out_of_the_sum(fork: ToyView) -> None:
    done = ask(fork, statuses=("asserted", "completed"))
    assert done["Maker"] == pytest.approx(ask(fork, via="Smelter")["Maker"])
    assert abs(done["Maker"]) < abs(ask(fork)["Maker"])


def test_paths_and_rest_add_up_with_every_filter(fork: ToyView) -> None:
    for filters in (Filters(), Filters(via="Smelter"), Filters(excluding=("Trader",))):
        for e in exposed(fork, "ore", "shortage", filters=filters).answers:
            assert _sum(e) == pytest.approx(e.score)


def _sum(exposure: Exposure) -> float:
    return sum(path.score for path in exposure.paths) + exposure.residual


def test_the_most_fragile_claim_is_one_on_the_way_asked_for(fork: ToyView) -> None:
    given = exposed(fork, "ore", "shortage", filters=Filters(via="Trader"))
    assert given.most_fragile is not None
    shown = {c.claim_id for e in given.answers for p in e.paths for s in p.steps for c in s.claims}
    assert given.most_fragile.claim_id in shown
