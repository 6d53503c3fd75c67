"""What is derived from the vocabulary follows it, and the docs page does not lag behind."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from schemas import derive
from schemas.base import Edge, edge_types, forget, labels, state_edges
from schemas.derive.__main__ import main
from schemas.errors import SchemaError

PAGE = Path(__file__).parents[2] / "docs" / "types.md"
ROW: dict[str, Any] = {
    "story_id": "s1", "claim_id": "c1", "head": "Audi", "head_type": "Firm", "head_node": "f:audi",
    "type": "OWNS", "tail": "Ducati", "tail_type": "Firm", "tail_node": "f:ducati",
    "status": "asserted", "quote": "Audi owns Ducati", "start": 0, "end": 16, "confidence": 0.8,
    "rule": "verb:own",
}  # fmt: skip


def valid(**change: object) -> bool:
    row = {k: v for k, v in {**ROW, **change}.items() if v is not None}
    validator = jsonschema.Draft202012Validator(derive.json_schema())
    return bool(validator.is_valid(row))


def test_the_json_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(derive.json_schema())


@pytest.mark.parametrize("kind", list(state_edges()), ids=lambda kind: kind.TYPE)
def test_every_type_takes_each_of_its_pairs_and_no_evidence_as_an_end(kind: type[Edge]) -> None:
    status = kind.statuses[0]
    for head in kind.head:
        for tail in kind.tail:
            assert valid(type=kind.TYPE, head_type=head, tail_type=tail, status=status)
    assert not valid(type=kind.TYPE, head_type="Story", tail_type=kind.tail[0], status=status)


def test_a_row_fails_on_wrong_ends_status_or_field() -> None:
    assert valid()
    assert not valid(head_type="Commodity")
    assert not valid(status="maybe")
    assert not valid(type="ADMIRES")
    assert not valid(colour="red")
    assert not valid(type="HOLDS", head_type="Portfolio", status="rumoured")


def test_only_an_optional_tail_may_be_left_out() -> None:
    gone = {"tail": None, "tail_type": None, "tail_node": None}
    assert not valid(**gone)
    assert valid(type="HALTS_PRODUCTION", **gone)


@pytest.mark.parametrize("date", ["2025", "2025-06", "2025-06-09", "--06-09"])
def test_a_date_may_be_partial(date: str) -> None:
    assert valid(date=date)


def test_an_amount_is_a_decimal_string_in_base_units() -> None:
    assert valid(amount="2400000000", currency="USD")
    assert not valid(amount=2.4e9)
    assert not valid(amount="2.4bn")


def test_the_picture_shows_every_state_type_and_label() -> None:
    picture = derive.mermaid()
    assert picture.startswith("flowchart LR\n")
    for kind in state_edges():
        assert re.search(rf"\b{kind.TYPE}\b", picture)
    assert "PUBLISHED_BY" not in picture
    assert "PUBLISHED_BY" in derive.mermaid(evidence=True)


def test_an_undirected_type_has_no_arrowhead() -> None:
    lines = [line for line in derive.mermaid().splitlines() if "MERGES_WITH" in line]
    assert lines
    assert all("---" in line and "-->" not in line for line in lines)


def test_sqlite_takes_what_the_vocabulary_allows_and_refuses_the_rest() -> None:
    checks = derive.sqlite_constraints()
    base = sqlite3.connect(":memory:")
    columns = ", ".join(f"{name} TEXT CHECK ({check})" for name, check in checks.items())
    base.execute(f"CREATE TABLE claims ({columns})")
    insert = "INSERT INTO claims VALUES (?, ?, ?, ?)"
    base.execute(insert, ("Firm", "OWNS", "planned", None))
    for row in (("Planet", "OWNS", "planned", "+"), ("Firm", "FROM", "planned", "+"),
                ("Firm", "OWNS", "perhaps", "+"), ("Firm", "OWNS", "planned", "?")):  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError):
            base.execute(insert, row)
    base.close()


def test_cypher_constraints_name_labels_and_types_of_the_closed_set_only() -> None:
    statements = derive.cypher_constraints()
    found = {n for s in statements for n in re.findall(r"\(n:(\w+)\)|\[n:(\w+)\]", s)}
    names = {a or b for a, b in found}
    shown = {name for name, kind in labels().items() if not kind.evidence}
    assert names >= shown | {kind.TYPE for kind in state_edges()}
    assert names - shown - edge_types().keys() == {
        "Entity", "Unnamed", "Story", "Source", "Claim",
        "Books", "Record", "Document", "Mark", "Member", "Name", "Judgement",
        "Setback",
    }  # fmt: skip
    assert all(" IF NOT EXISTS " in s for s in statements)
    assert len({s.split()[2] for s in statements}) == len(statements)


def test_a_name_that_is_not_plain_is_never_written_into_a_statement() -> None:
    odd = type("Été", (Edge,), {"head": ("Firm",), "tail": ("Firm",)})
    try:
        with pytest.raises(SchemaError):
            derive.cypher_constraints()
        with pytest.raises(SchemaError):
            derive.sqlite_constraints()
    finally:
        forget(odd)


def test_the_page_describes_every_label_type_and_trigger() -> None:
    page = derive.types_page()
    for name in (*labels(), *edge_types()):
        assert f"### `{name}`\n" in page
    for kind in state_edges():
        assert not kind.examples or kind.examples[0].text in page
        assert not kind.counter_examples or kind.counter_examples[0].text in page
        assert all(t.source in page for t in kind.transmissions)


def test_the_page_in_the_docs_is_the_one_that_the_classes_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == derive.types_page(), "run python -m schemas.derive"


def test_the_module_writes_the_page_where_it_is_told(tmp_path: Path) -> None:
    assert main([str(tmp_path / "types.md")]) == 0
    assert (tmp_path / "types.md").read_text(encoding="utf-8") == derive.types_page()
    assert main(["a", "b"]) == 2
