"""The priors: printed with their source, edited in one text, refused where they name nothing."""

from __future__ import annotations

import pytest

from kg.exposure import Links, factors, factors_from, spread
from schemas.base import edge_types
from schemas.errors import SchemaError
from tests.exposure.factories import edge, view


def test_every_transmission_is_printed_with_its_source() -> None:
    lines = "\n".join(factors())
    for kind in edge_types().values():
        for given in kind.transmissions:
            assert f"{kind.TYPE} {given.travel} {given.into}>{given.out} = " in lines
    assert "not a price forecast" in lines


def test_an_answer_prints_only_what_it_used() -> None:
    lines = [line for line in factors(types={"SUPPLIES"}) if " with " in line]
    assert lines
    assert all(line.startswith("SUPPLIES") for line in lines)


def test_a_changed_factor_is_used_and_marked_as_the_users() -> None:
    mine = factors_from('[transmissions]\n"SUPPLIES with supply>supply" = 0.1\n')
    graph = view("Firm a\nFirm b", edge("a", "SUPPLIES", "b"))
    found = spread(Links(graph, mine), [("a", "supply", -1.0)])
    assert found.at("b")["supply"] == pytest.approx(-0.085)
    assert "SUPPLIES with supply>supply = 0.1 (user)" in factors(mine)


def test_gamma_status_and_kappa_can_be_changed() -> None:
    mine = factors_from('gamma = 0.5\n[status]\nplanned = 0.4\n[kappa]\n"supply>finance" = 0.2\n')
    assert (mine.gamma, mine.status["planned"]) == (0.5, 0.4)
    assert mine.kappa["supply", "finance"] == 0.2
    assert mine.kappa["access", "supply"] == 0.8


@pytest.mark.parametrize(
    "text",
    [
        "gama = 0.5",
        "gamma = 7",
        "gamma = 'high'",
        "[status]\nperhaps = 0.1",
        '[kappa]\n"finance>supply" = 0.1',
        '[transmissions]\n"SUPPLIES with finance>price" = 0.1',
        "status = 3",
        "not toml",
    ],
)
def test_a_key_or_number_without_meaning_is_refused(text: str) -> None:
    with pytest.raises(SchemaError):
        factors_from(text)
