"""Saved queries say what they are for, and the user's own stand beside ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.cypher.guard import demand_read
from kg.graph.cypher.saved import find, saved
from schemas.errors import KnockonError

OURS = saved(Path("none"))
HEAD = "// Mine\n// what it answers\n"


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.name)
def test_a_shipped_query_is_described_and_only_reads(one) -> None:  # type: ignore[no-untyped-def]
    assert one.title
    assert one.answers
    assert one.example.startswith(f"kg query {one.name}")
    assert {p.name for p in one.params} >= {w.split("=")[0] for w in one.example.split()[4::2]}
    assert all(f"${p.name}" in one.query for p in one.params)
    assert demand_read(one.query) == one.query
    assert "ORDER BY" in one.query


def test_there_are_enough_of_them() -> None:
    assert len(OURS) >= 14


def test_the_users_own_is_found_and_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(
        HEAD + '// param least = 0.5: how sure\nRETURN $least AS x\n', encoding="utf-8"
    )
    (tmp_path / "publishers.cypher").write_text(HEAD + "RETURN 1 AS one\n", encoding="utf-8")
    assert find("mine", tmp_path).values({}) == {"least": 0.5}
    assert find("publishers", tmp_path).query == "RETURN 1 AS one"
    assert len(saved(tmp_path)) == len(OURS) + 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RETURN 1", "has no head"),
        (HEAD, "has no head"),
        (HEAD + "// param least: how sure\nRETURN 1", "a parameter is not described"),
        (HEAD + "// param least = sure: how sure\nRETURN 1", "a parameter is not described"),
    ],
)
def test_a_file_that_does_not_say_what_it_is_for_is_refused(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "mine.cypher").write_text(text, encoding="utf-8")
    with pytest.raises(KnockonError, match=said):
        saved(tmp_path)


def test_a_parameter_that_lacks_or_is_not_known_is_told() -> None:
    one = find("shared-suppliers", Path("none"))
    with pytest.raises(KnockonError, match="needs 'second', the other; give it with --param"):
        one.values({"first": "x"})
    with pytest.raises(KnockonError, match="no parameter 'third'; it has first, second"):
        one.values({"third": "x"})


def test_a_name_that_is_none_is_told_with_all_there_are() -> None:
    with pytest.raises(KnockonError, match="no saved query is called 'nothing'; there are comp"):
        find("nothing", Path("none"))
