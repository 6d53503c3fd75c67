"""The bundled scenarios on the bundled stories: each moves whom it should, the way it should."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from kg.exposure import exposed_to, shocks_for
from kg.exposure.what_if import Overlay, Row, play, read
from kg.exposure.what_if.laying import lay
from kg.graph import open_store
from kg.graph.contract import Store
from kg.pipeline import How, ingest, places
from schemas.answer import StateEdge
from tests.conftest import Run

DEMO = Path(str(resources.files("kg.demo")))
DOCS = Path(__file__).parents[2] / "docs" / "what-if.md"
MAIN = {
    "ban-lifted.yaml": {"rare earth magnets": +1, "electric vehicles": +1},
    "ban-back.yaml": {"gallium nitride chips": -1},
    "mine-halted.yaml": {"CMOC Group": -1, "Contemporary Amperex Technology": -1},
    "deal-broken.yaml": {"Teck Resources": -1, "Anglo American plc": +1},
    "tariff-25.yaml": {"Nissan": -1, "Mexico": -1},
    "supplier-lost.yaml": {"BMW": -1},
    "rate-cut.yaml": {"data centre operators": +1, "Standard Chartered": -1},
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    every = places([str(DEMO / "stories")])
    list(ingest(every, opened, known_from="2025-12-01T00:00:00Z", how=How()))
    yield opened
    opened.close()


def test_every_scenario_has_its_effect_here_and_a_place_in_the_documents() -> None:
    assert {p.name for p in (DEMO / "scenarios").glob("*.yaml")} == set(MAIN)
    assert not [name for name in MAIN if f"`{name}`" not in DOCS.read_text("utf-8")]


@pytest.mark.parametrize("name", MAIN)
def test_a_scenario_moves_whom_it_should(store: Store, name: str) -> None:
    text = (DEMO / "scenarios" / name).read_text("utf-8")
    stamp = store.stamp()
    rows: dict[str, Row] = {
        r.entity: r for r in play(store.view(), read(text, where=name)).rows
    }
    moved = {who: 1 if rows[who].change > 0 else -1 for who in MAIN[name] if who in rows}
    assert moved == MAIN[name]
    assert all(r.reason and r.paths for r in rows.values())
    assert store.stamp() == stamp


def test_the_overlay_answers_as_a_store_that_was_told_so(store: Store) -> None:
    """Lifting a curb here, and a story that says it is over, leave the same answers."""
    view = store.view()
    (curb,) = view.find("China gallium export ban")
    text = (DEMO / "scenarios" / "ban-back.yaml").read_text("utf-8")
    overlay: Overlay = lay(view, read(text, where="plan")).overlay
    (restricts,) = [
        e
        for e in overlay.out_edges("country:CN")
        if e.type == "RESTRICTS" and e.tail == "commodity:gallium"
    ]
    chain: list[StateEdge] = [
        *(e for e in overlay.in_edges(curb.node) if e.type == "IMPOSES"),
        *(e for e in overlay.out_edges(curb.node) if e.tail == "commodity:gallium"),
    ]
    assert restricts.status == "asserted"
    product = chain[0].confidence * chain[1].confidence
    assert restricts.confidence == pytest.approx(product, abs=1e-6)
    hurt = exposed_to(overlay, shocks_for(overlay, curb.node))
    assert "gallium nitride chips" in {e.entity for e in hurt}
    assert not exposed_to(view, shocks_for(view, curb.node))


def test_the_command_gives_a_table_and_json(kg: Run) -> None:
    assert kg("ingest", DEMO / "stories" / "facts.csv").returncode == 0
    scenario = DEMO / "scenarios" / "supplier-lost.yaml"
    table = kg("what-if", scenario)
    assert table.returncode == 0, table.stderr
    assert "BMW (Firm)" in table.stdout
    told = json.loads(kg("what-if", scenario, "--json").stdout)
    assert [d["effect"] for d in told["differences"] if d["entity"] == "BMW"] == ["worse"]


def test_the_command_refuses_a_fault_in_one_line(kg: Run) -> None:
    kg("ingest", DEMO / "stories" / "facts.csv")
    Path("plan.yaml").write_text("name: a\nshock: {on: Robert Bosh, event: halt}\n", "utf-8")
    done = kg("what-if", "plan.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kg: plan.yaml:2: nothing called 'Robert Bosh'; did you mean")
