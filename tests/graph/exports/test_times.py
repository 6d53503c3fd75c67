"""An export of another time holds what counted then, and nothing that came later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.graph.contract import Store
from kg.graph.export import sound_rows
from kg.graph.exports import FORMATS, export
from kg.graph.exports.reading import read
from kg.graph.memory import Memory
from kg.graph.rdf import FORMS as RDF
from kg.resolve.judged import judgement
from schemas.when import When
from tests.conftest import Run
from tests.graph.factories import claim, entity, resolved, story


def filled() -> Store:
    store = Memory()
    for name, day, tail in (("a", "2025-03-01", "firm:tavola"), ("b", "2025-06-01", "firm:orrin")):
        told = story(name, f"Keld owns it, {name}.", published=day)
        batch = resolved(told, claim(told, "firm:keld", "OWNS", tail), entities=(entity("firm:x"),))
        store.add([batch], known_from=f"{day}T12:00:00Z")
    return store


def rows(store: Store, **times: object) -> list[tuple[object, object]]:
    found = sound_rows(store, store.view(**times))  # type: ignore[arg-type]
    return [(row["story_id"], row.get("tail_node") or row["entity_node"]) for row in found]


def test_claims_of_later_stories_are_left_out() -> None:
    store = filled()
    early = [("a", "firm:tavola"), ("a", "firm:x")]
    assert rows(store, as_of=When.parse("2025-04")) == early
    assert rows(store, known_at="2025-04-01") == early
    assert rows(store, known_at="2025-07-01") == rows(store)


def test_a_story_that_was_retracted_later_is_still_there() -> None:
    store = filled()
    before = rows(store)
    made = "2025-08-01T00:00:00Z"
    store.judge(judgement(sort="retract", ends=("a", ""), who="me", made=made))
    assert {story_id for story_id, _ in rows(store)} == {"b"}
    assert rows(store, known_at="2025-07-01") == before


def test_every_format_is_of_that_time(tmp_path: Path) -> None:
    store = filled()
    view = store.view(as_of=When.parse("2025-04"))
    for form in FORMATS:
        export(store, form, tmp_path / form, view=view)
        path = tmp_path / form
        told = path.read_text("utf-8") if form in RDF else json.dumps(read(form, path))
        assert "avola" in told
        assert "rrin" not in told


@pytest.mark.parametrize("form", ["csv", "gexf"])
def test_the_command_line_takes_the_times(kg: Run, form: str) -> None:
    table = "head,head_type,type,tail,tail_type,date\nKeld,Firm,OWNS,Tavola,Firm,2025-03\n"
    later = "Keld,Firm,OWNS,Orrin,Firm,2025-06\n"
    Path("facts.csv").write_text(table + later, encoding="utf-8")
    kg("ingest", "facts.csv")
    done = kg("export", form, "out", "--as-of", "2025-04")
    assert done.returncode == 0, done.stderr
    found = read(form, Path("out"))
    assert [row["valid_from"] for row in found.edges] == ["2025-03"]
    wrong = kg("export", form, "out", "--known-at", "soon")
    assert wrong.returncode == 2
