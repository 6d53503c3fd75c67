"""The rows of a table become claims whose quote is their line."""

from __future__ import annotations

from kg.resolve import resolve_facts
from schemas.evidence import Fact
from tests.resolve.saying import source

CSV = (
    "head,head_type,type,tail,tail_type,status,date,amount\r\n"
    "Zorvex Inc,Firm,SUPPLIES,Lumo,Firm,,2025-05,\r\n"
    '\r\n"Quill\r\nWorks",Firm,ACQUIRES,Lumo,Firm,planned,,2400000000\r\n'
    "Zorvex Inc,Firm,SUPPLIES,Lumo,Firm,,2025-06,\r\n"
)


def fact(line: int, head: str, kind: str, *fields: tuple[str, str], uri: str = "a/b.csv") -> Fact:
    return Fact(source=source(CSV, uri), line=line, head=head, head_type="Firm", type=kind,
                tail="Lumo", tail_type="Firm", fields=fields)  # fmt: skip


FACTS = [
    fact(2, "Zorvex Inc", "SUPPLIES", ("date", "2025-05")),
    fact(4, "Quill\r\nWorks", "ACQUIRES", ("status", "planned"), ("amount", "2400000000")),
    fact(6, "Zorvex Inc", "SUPPLIES", ("date", "2025-06")),
]


def test_a_table_is_one_story_and_each_row_a_claim() -> None:
    (found,) = resolve_facts(FACTS)
    assert found.story.title == "b.csv"
    assert [(c.head_node, c.type, c.rule) for c in found.claims] == [
        ("firm:zorvex", "SUPPLIES", "table"),
        ("firm:quill-works", "ACQUIRES", "table"),
        ("firm:zorvex", "SUPPLIES", "table"),
    ]
    assert [str(c.date) for c in found.claims] == ["2025-05", "None", "2025-06"]
    assert found.claims[1].status == "planned"
    assert str(found.claims[1].amount) == "2400000000"
    assert len({c.claim_id for c in found.claims}) == 3


def test_the_quote_is_the_whole_row_as_it_stands() -> None:
    (found,) = resolve_facts(FACTS)
    assert all(CSV[c.start : c.end] == c.quote for c in found.claims)
    assert found.claims[0].quote == "Zorvex Inc,Firm,SUPPLIES,Lumo,Firm,,2025-05,"
    assert found.claims[1].quote.startswith('"Quill')
    assert found.claims[1].quote.endswith("2400000000")
    assert ("firm:lumo", "Lumo") in {(n, surface) for n, _, _, surface in found.mentions}


def test_the_order_of_the_rows_does_not_matter() -> None:
    assert resolve_facts(FACTS) == resolve_facts(FACTS[::-1])


def test_the_same_bytes_in_another_place_are_the_same_story() -> None:
    moved = [f.model_copy(update={"source": source(CSV, "c/d.csv")}) for f in FACTS]
    ids = {r.story.story_id for r in (*resolve_facts(FACTS), *resolve_facts(moved))}
    assert len(ids) == 1


def test_a_row_that_is_not_in_the_file_is_refused() -> None:
    (found,) = resolve_facts([fact(99, "Zorvex Inc", "SUPPLIES")])
    assert not found.claims
    assert found.refusals[0].why == "unresolved"


def test_a_field_that_cannot_be_read_is_refused() -> None:
    (found,) = resolve_facts([fact(2, "Zorvex Inc", "SUPPLIES", ("amount", "lots"))])
    assert not found.claims
    assert (found.refusals[0].why, found.refusals[0].text[:6]) == ("schema", "Zorvex")


def test_an_object_of_json_lines_is_quoted_as_written() -> None:
    line = '{"head":"US Quill","head_type":"Firm","type":"HALTS_PRODUCTION","note":"say \\"x"}'
    text = f"\n{line}\n{line}\n"
    halt = Fact(source=source(text, "f.jsonl"), line=3, head="US Quill", head_type="Firm",
                type="HALTS_PRODUCTION", fields=(("shift", "night"),))  # fmt: skip
    (found,) = resolve_facts([halt])
    (halted,) = found.claims
    assert (halted.quote, halted.start) == (line, len(line) + 2)
    assert (halted.tail, halted.tail_node) == ("", "")
    assert halted.more == (("shift", "night"),)


def test_no_facts_are_no_story() -> None:
    assert resolve_facts([]) == []
