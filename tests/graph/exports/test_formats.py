"""Exports are the same bytes each time, are replaced whole, and say no more than the graph."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings

from kg.graph.exports import FOLDERS, FORMATS, Parts, export, parts, pour
from kg.graph.exports.rows import edge_rows, node_rows
from kg.graph.memory import Memory
from schemas.answer import StateEdge
from schemas.claim import Entity
from schemas.errors import KnockonError
from schemas.when import When
from tests.graph.exports.graphs import Listed, Rows, views
from tests.graph.factories import claim, entity, resolved, story


def whole(told: Parts) -> dict[str, bytes]:
    return {
        name: b"".join(p.encode() if isinstance(p, str) else p for p in part)
        for name, part in told.items()
    }


@pytest.mark.parametrize("form", FORMATS)
def test_order_and_time_of_arrival_change_no_byte(form: str) -> None:
    told = story("a", "Keld owns Tavola."), story("b", "Tavola is Keld's.")
    given_ = [resolved(s, claim(s, "firm:keld", "OWNS", "firm:tavola")) for s in told]
    one, two = Memory(), Memory()
    one.add(given_, known_from="2025-07-01")
    for part in reversed(given_):
        two.add([part], known_from="2026-01-01")
    assert whole(parts(one, form)) == whole(parts(two, form))
    assert b"2025-07" not in b"".join(whole(parts(one, form)).values())


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@settings(max_examples=100)
@given(view=views())
def test_networkx_reads_the_graph_files(form: str, view: Listed) -> None:
    file = io.BytesIO(whole(parts(Rows(), form, view=view))[""])
    if form == "graphml":
        graph = networkx.read_graphml(file, force_multigraph=True)
    else:
        graph = networkx.read_gexf(file)
    nodes, rows = list(node_rows(view)), list(edge_rows(view))
    assert graph.number_of_nodes() == len(nodes) + sum("tail" not in row for row in rows)
    assert sorted(
        (d["label"], d["status"], d["confidence"], d["reference"], d.get("amount", -1.0))
        for *_, d in graph.edges(data=True)
    ) == sorted(
        (r["type"], r["status"], r["confidence"], r["reference"],
         float(str(r["amount"])) if "amount" in r else -1.0)
        for r in rows
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "spell"),
    [
        ("2025-02", None, {"start": "2025-02-01"}),
        ("2024", "2024-02", {"start": "2024-01-01", "end": "2024-02-29"}),
        ("2025-06", "2025-01", {"end": "2025-01-31"}),
        ("--06-09", None, None),
        (None, None, None),
    ],
)
def test_a_spell_is_the_first_and_the_last_day(
    since: str | None, until: str | None, spell: dict[str, str] | None
) -> None:
    (edge,) = hold("completed")
    clocks = {"valid_from": since, "valid_to": until}
    dated = edge.model_copy(update={n: When.parse(v) if v else None for n, v in clocks.items()})
    view = Listed([entity("firm:keld"), entity("firm:tavola")], [dated])
    text = whole(parts(Rows(), "gexf", view=view))[""].decode()
    assert 'mode="dynamic" timeformat="date"' in text
    told = "".join(f' {name}="{day}"' for name, day in (spell or {}).items())
    assert ("<spell" in text) == (spell is not None)
    assert f"<spells><spell{told}/></spells>" in text or spell is None
    assert all(f'value="{v}"' in text for v in clocks.values() if v)


def hold(status: str) -> list[StateEdge]:
    store, told = Memory(), story("a", "Keld owns Tavola.")
    said = claim(told, "firm:keld", "OWNS", "firm:tavola", status=status)
    store.add([resolved(told, said)], known_from="2025-07-01")
    return list(store.view().edges())


def facts(status: str = "completed") -> list[dict[str, object]]:
    told = story("a", "Norland put Keld under sanctions; Tavola owns Orrin.", published="2025-03")
    ban = Entity(node="policy:ban", label="Policy", name="ban", properties=(("kind", "sanction"),))
    claims = (
        claim(told, "country:no", "IMPOSES", "policy:ban", status=status),
        claim(told, "policy:ban", "TARGETS", "firm:keld", status=status),
        claim(told, "firm:tavola", "OWNS", "firm:orrin", status=status, more=(("stake", "0.5"),)),
    )
    names = ("country:no", "firm:keld", "firm:orrin", "firm:tavola", "agency:trade", "person:orrin",
             "commodity:tin")  # fmt: skip
    store = Memory()
    batch = resolved(told, *claims, entities=(ban, *map(entity, names)))
    store.add([batch], known_from="2025-07-01")
    return [json.loads(line) for line in whole(parts(store, "ftm"))[""].splitlines()]


def test_ftm_has_the_words_of_followthemoney() -> None:
    lines = facts()
    by = {line["schema"]: line["properties"] for line in lines}
    ids = {
        line["properties"]["name"][0]: line["id"] for line in lines if "name" in line["properties"]
    }
    assert by["Ownership"]["owner"] == [ids["Tavola"]]
    assert by["Ownership"]["percentage"] == ["50"]
    assert by["Sanction"]["entity"] == [ids["Keld"]]
    assert by["Sanction"]["authority"] == ["Norland"]
    assert by["Article"]["publishedAt"] == ["2025-03"]
    assert {"Company", "PublicBody", "Person", "LegalEntity", "Asset", "Project"} <= by.keys()
    assert "Thing" not in by


@pytest.mark.parametrize("status", ["denied", "rumoured", "planned", "negated", "ended"])
def test_ftm_states_nothing_that_is_not_a_fact(status: str) -> None:
    assert not {"Ownership", "Sanction", "UnknownLink"} & {str(r["schema"]) for r in facts(status)}


@settings(max_examples=100)
@given(view=views())
def test_ftm_has_every_name_on_one_line_and_every_fact_once(view: Listed) -> None:
    lines = [json.loads(t) for t in whole(parts(Rows(), "ftm", view=view))[""].split(b"\n") if t]
    stated = [e for e in view.edges() if e.status in {"asserted", "completed"} and e.tail]
    assert sum("name" not in line["properties"] for line in lines) == len(stated)
    texts = [v for line in lines for found in line["properties"].values() for v in found]
    assert all(v == " ".join(v.split()) and v.isprintable() for v in texts)


def test_a_format_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnockonError, match=r"'dot'.*jsonl, csv"):
        export(Memory(), "dot", tmp_path / "x")


@pytest.mark.parametrize("form", FORMATS)
def test_a_path_that_cannot_be_written_is_named_and_left_clean(form: str, tmp_path: Path) -> None:
    with pytest.raises(KnockonError, match="cannot write"):
        export(Memory(), form, Path(tmp_path / "none" / "deep" / "x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_all_that_is_left_behind(form: str, tmp_path: Path) -> None:
    made = export(Memory(), form, tmp_path / "out")
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(made)


class Broken(Rows):
    """A store whose rows end in an error."""

    def rows(self, as_of: object = None, known_at: object = None) -> Iterator[dict[str, object]]:
        yield {"story_id": "s", "entity": "x"}
        raise ZeroDivisionError


def test_an_export_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    before = tmp_path / "all.jsonl"
    before.write_text("kept\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        export(Broken(), "jsonl", before)
    assert [p.name for p in tmp_path.iterdir()] == ["all.jsonl"]
    assert before.read_text("utf-8") == "kept\n"


def test_rows_are_written_as_they_are_read() -> None:
    told = parts(Broken(), "jsonl")[""]
    assert next(iter(told)) == '{"story_id": "s", "entity": "x"}\n'


@pytest.mark.parametrize("form", FOLDERS)
def test_several_files_do_not_go_to_a_stream(form: str) -> None:
    with pytest.raises(KnockonError, match="name a folder"):
        pour(Memory(), form, io.BytesIO())
