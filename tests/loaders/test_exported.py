"""What `kg export` writes is taken in again: the same edges between the same names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
from kg import pipeline
from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.exports import export
from loaders import Raw, take
from schemas.claim import Entity, Resolved
from schemas.errors import KnockonError, SourceMalformed
from schemas.when import When
from tests.graph.factories import claim, entity, resolved, story

FILES = {
    "csv": "edges.csv", "parquet": "edges.parquet", "neo4j-csv": "relationships.csv",
    "graphml": "", "gexf": "",
}  # fmt: skip
HOW = pipeline.How()


def told() -> list[Resolved]:
    """Two stories whose names and roles are awkward in one format or another."""
    one = story("a", "Keld owns Tavola.", published="2025-03-09")
    two = story("b", "Keld dropped the levy.", published="2025-06-01")
    odd = {"firm:orrin": 'Orrin, "O" & <Sons>', "firm:masna": "شركة مصنع",
           "firm:minus": "-Minus =1"}  # fmt: skip
    others = [Entity(node=node, label="Firm", name=name) for node, name in odd.items()]
    first = (
        claim(one, "firm:keld", "OWNS", "firm:tavola", more=(("stake", "0.5"),)),
        claim(one, "firm:keld", "ACQUIRES", "firm:orrin", status="rumoured",
              date=When.parse("2025-05")).model_copy(update={"tail": odd["firm:orrin"]}),
        claim(one, "firm:masna", "PARTNERS_WITH", "firm:minus").model_copy(
            update={"head": odd["firm:masna"], "tail": odd["firm:minus"]}),
    )  # fmt: skip
    second = (
        claim(two, "country:no", "IMPOSES", "policy:levy", status="ended"),
        claim(two, "policy:levy", "IMPACTS", "firm:keld", sign="-"),
        claim(two, "policy:levy", "IMPACTS", "firm:keld", sign="+", status="denied"),
    )
    names = ("firm:keld", "firm:tavola")
    return [resolved(one, *first, entities=(*others, *map(entity, names))), resolved(two, *second)]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.add(told(), known_from="2025-07-01T00:00:00Z")
    yield opened
    opened.close()


@pytest.fixture
def fresh() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def said(store: Store) -> set[tuple[object, ...]]:
    """What the state graph says, nodes and names."""
    view = store.view()
    ends = {e.node: (e.node, e.name, e.label) for e in view.entities()}
    return {
        (*ends[e.head], e.type, *ends[e.tail], e.status, e.sign, e.amount, e.valid_from, e.more)
        for e in view.edges()
    }


def ingest(places: list[str], store: Store) -> list[pipeline.Taken]:
    when = "2025-07-02T00:00:00Z"
    return list(pipeline.ingest(pipeline.places(places), store, known_from=when, how=HOW))


@pytest.mark.parametrize("form", FILES)
def test_the_edges_of_an_export_are_facts_again(
    form: str, store: Store, fresh: Store, tmp_path: Path
) -> None:
    export(store, form, tmp_path / "out")
    (taken,) = ingest([str(tmp_path / "out" / FILES[form])], fresh)
    assert not taken.aside + taken.refusals
    assert len(said(store)) == 6
    assert said(fresh) == said(store)


@pytest.mark.parametrize("form", ["csv", "parquet", "neo4j-csv"])
def test_a_whole_folder_says_nothing_twice(
    form: str, store: Store, fresh: Store, tmp_path: Path
) -> None:
    export(store, form, tmp_path / "out")
    found = ingest([str(tmp_path / "out")], fresh)
    assert not [t for t in found if t.aside]
    assert said(fresh) == said(store)
    assert sum(t.added.claims for t in found) == 6


def test_raw_tables_are_taken_as_they_are(store: Store, fresh: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out", raw=True)
    ingest([str(tmp_path / "out" / "edges.csv")], fresh)
    assert said(fresh) == said(store)


def test_claims_of_an_export_are_facts_again(store: Store, fresh: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "all.jsonl")
    (taken,) = ingest([str(tmp_path / "all.jsonl")], fresh)
    assert not taken.aside + taken.refusals
    found, was = (
        {(c.head, c.type, c.tail, c.status, c.date) for c in s.claims()} for s in (fresh, store)
    )
    assert found == was


@pytest.mark.parametrize("form", FILES)
def test_the_quote_of_a_fact_is_what_the_file_says(
    form: str, store: Store, fresh: Store, tmp_path: Path
) -> None:
    export(store, form, tmp_path / "out")
    ingest([str(tmp_path / "out" / FILES[form])], fresh)
    for said_ in fresh.claims():
        there = fresh.story(said_.story_id)
        assert there is not None
        assert there.source.text[said_.start : said_.end] == said_.quote
        assert "\n" not in said_.quote


def test_an_entity_without_a_claim_is_left_over(tmp_path: Path) -> None:
    row = b'{"story_id": "s", "entity": "Keld", "entity_type": "Firm", "entity_node": "firm:keld"}'
    reading = loaders.read(Raw.of("x.jsonl", row + b"\n{oops\n"))
    assert [left.text for left in reading.leftovers] == [row.decode()]
    assert [s.where for s in reading.setbacks] == ["x.jsonl:2"]


GRAPHML = """<graphml><key id="t" for="edge" attr.name="label"/>
<key id="n" for="node" attr.name="node_type"/><graph>
<node id="A"><data key="n">Firm</data></node><node id="B"><data key="n">Firm</data></node>
<edge source="A" target="B"><data key="t">owns</data></edge>
<edge source="A" target="C"><data key="t">OWNS</data></edge>
<edge source="A" target="B"><data key="t">OWN</data></edge></graph></graphml>"""


def test_a_foreign_graph_is_read_as_far_as_it_has_our_types() -> None:
    reading = loaders.read(Raw.of("x.graphml", GRAPHML.encode()))
    (fact,) = reading.facts
    assert (fact.head, fact.type, fact.tail, fact.line) == ("A", "OWNS", "B", 4)
    assert [s.where for s in reading.setbacks] == ["x.graphml:5", "x.graphml:6"]
    assert "nearest: OWNS" in reading.setbacks[1].why


BOMB = '<!DOCTYPE graphml [<!ENTITY a "aaaa">]><graphml><graph><node id="&a;"/></graph></graphml>'


@pytest.mark.parametrize("text", [BOMB, "<graphml><graph>", "<gexf></gexf>", "<graphmlx/>"])
def test_what_is_no_graph_is_refused(text: str) -> None:
    with pytest.raises(SourceMalformed):
        loaders.read(Raw.of("x", text.encode()), loader="graphfile")


def test_a_damaged_or_foreign_parquet_file_is_refused(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    path = tmp_path / "x.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), path)
    with pytest.raises(SourceMalformed, match="none of an export"):
        loaders.read(take(str(path)))
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(SourceMalformed, match="not a Parquet file"):
        loaders.read(take(str(path)))


@pytest.mark.parametrize("name", sorted({*loaders.names()} - {"eml"}))  # which reads any bytes
def test_every_loader_says_why_it_cannot_read_a_damaged_parquet_file(name: str) -> None:
    with pytest.raises(KnockonError):
        loaders.read(Raw.of("x.parquet", b"PAR1\x15\x00 and no more"), loader=name)


def test_words_that_begin_like_a_parquet_file_are_words() -> None:
    assert Raw.of("x.txt", b"PAR1 is a part number.").text == "PAR1 is a part number."


def test_a_record_with_too_few_cells_is_set_aside() -> None:
    head = "edge_id,head,type,tail,status,confidence,head_name,head_label,tail_name,tail_label"
    rows = ["e,a,OWNS,b,asserted,0.5,A,Firm,B,Firm", "e,a,OWNS"]
    reading = loaders.read(Raw.of("edges.csv", "\r\n".join([head, *rows]).encode()))
    assert [f.head for f in reading.facts] == ["A"]
    assert [s.where for s in reading.setbacks] == ["edges.csv:3"]


def test_things_of_one_name_that_were_two_stay_two(
    store: Store, fresh: Store, tmp_path: Path
) -> None:
    three = story("c", "Norland and the Trade Office impose tariffs.")
    twins = ("policy:no-tariffs", "policy:office-tariffs")
    names = tuple(Entity(node=node, label="Policy", name="tariffs") for node in twins)
    ends = (entity("country:no"), entity("agency:trade"))
    claims = [
        claim(three, end.node, "IMPOSES", node).model_copy(
            update={"tail": "tariffs", "tail_type": "Policy"}
        )
        for end, node in zip(ends, twins, strict=True)
    ]
    store.add([resolved(three, *claims, entities=(*names, *ends))], known_from="2025-07-01")
    export(store, "graphml", tmp_path / "all.graphml")
    ingest([str(tmp_path / "all.graphml")], fresh)
    assert {e.tail for e in fresh.view().out_edges("country:no")} >= {"policy:no-tariffs"}
    assert {e.tail for e in fresh.view().out_edges("agency:trade")} == {"policy:office-tariffs"}
