"""The property graph of a store: what holds for any stories, and what a few known ones give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.shape import KEYS, Node, Relationship, entity_node
from kg.graph.whole import shape
from kg.resolve.judged import judgement
from schemas.base import edge_types, labels
from schemas.claim import Entity
from schemas.when import When
from tests.graph.curbed import curbed
from tests.graph.factories import claim, entity, resolved, story
from tests.graph.generated import stories

KNOWN = "2025-06-09T12:00:00Z"


def filled(store: Store, count: int = 60) -> Store:
    store.add(list(stories(count, seed=3)), known_from=KNOWN)
    gone = judgement(sort="retract", ends=("g3-00004", ""), who="us", made="2025-07-01")
    store.judge(gone)
    return store


def rows(store: Store, **moment: object) -> tuple[list[Node], list[Relationship]]:
    found = list(shape(store, **moment))  # type: ignore[arg-type]
    nodes = [row for row in found if isinstance(row, Node)]
    assert [*map(type, found)] == [*map(type, nodes), *[Relationship] * (len(found) - len(nodes))]
    return nodes, [row for row in found if isinstance(row, Relationship)]


@pytest.mark.parametrize(
    "moment",
    [{}, {"as_of": When.parse("2025-03")}, {"known_at": "2025-06-30"}, {"known_at": "2024"}],
    ids=str,
)
def test_every_node_is_there_once_and_every_relationship_leads_to_one(
    moment: dict[str, object],
) -> None:
    nodes, ties = rows(filled(Memory()), **moment)
    ends = [node.end for node in nodes]
    assert len(set(ends)) == len(ends)
    assert {end for tie in ties for end in (tie.start, tie.end)} <= set(ends)
    assert len({repr(tie) for tie in ties}) == len(ties)


def test_labels_and_types_are_of_the_vocabulary_and_values_of_the_plainest() -> None:
    nodes, ties = rows(filled(Memory()))
    assert {label for node in nodes for label in node.labels} <= {*labels(), *KEYS}
    assert {tie.type for tie in ties} <= set(edge_types())
    for row in (*nodes, *ties):
        for name, value in row.properties.items():
            assert name
            assert value not in ("", None, [])
            assert type(value) in {str, int, float, bool, list}


def test_both_stores_have_the_same_graph() -> None:
    memory, embedded = filled(Memory()), filled(Embedded(":memory:"))
    assert sorted(map(repr, shape(memory))) == sorted(map(repr, shape(embedded)))


def test_a_claim_names_the_edge_that_it_supports() -> None:
    store = filled(Memory())
    nodes, _ = rows(store)
    claims = [n.properties for n in nodes if n.labels == ("Claim",)]
    held = {row["key"]: row.get("edge_id") for row in claims}
    gone = {row["key"] for row in claims if "known_to" in row}
    for edge in store.view().edges():
        supports = {f"{s.story_id}/{s.claim_id}" for s in edge.claims}
        own = {key for key, edge_id in held.items() if edge_id == edge.edge_id}
        assert own <= supports
    assert all(held[key] is None for key in gone)


def turned() -> Memory:
    store = Memory()
    for number, (day, status) in enumerate(
        (("2025-01-02", "rumoured"), ("2025-02-03", "rumoured"), ("2025-03-04", "denied"))
    ):
        own = story(f"s{number}", f"Orrin and Keld {number}", published=day)
        said = claim(own, "firm:orrin", "ACQUIRES", "firm:keld", status=status, amount="12.5")
        store.add([resolved(own, said)], known_from=KNOWN)
    return store


def of(ties: list[Relationship], type_: str) -> list[tuple[str, str]]:
    return [(t.start.key.partition("/")[0], t.end.key.partition("/")[0])
            for t in ties if t.type == type_]  # fmt: skip


def test_a_change_of_status_supersedes_and_the_last_word_contradicts() -> None:
    _, ties = rows(turned())
    assert of(ties, "SUPERSEDES") == [("s2", "s1")]
    assert of(ties, "CONTRADICTS") == [("s2", "s1")]


@pytest.mark.parametrize("given", [Memory, lambda: Embedded(":memory:")], ids=["model", "sqlite"])
def test_claims_about_the_halves_of_a_curb_are_not_set_against_each_other(
    given: Callable[[], Store],
) -> None:
    whole, halves = given(), given()
    whole.add(curbed(), known_from=KNOWN)
    halves.add(curbed()[1:3], known_from=KNOWN)
    (edge,) = [e for e in halves.view().edges() if e.type == "RESTRICTS"]
    assert {s.story_id for s in edge.claims} == {"s1", "s2"}
    assert not {"SUPERSEDES", "CONTRADICTS"} & {t.type for t in rows(halves)[1]}
    for type_ in ("SUPERSEDES", "CONTRADICTS"):
        assert of(rows(whole)[1], type_) == [("s3", "s0")]


def test_a_retracted_story_keeps_its_claims_and_loses_what_follows() -> None:
    store = turned()
    store.judge(judgement(sort="retract", ends=("s2", ""), who="us", made="2025-07-01T00:00:00Z"))
    nodes, ties = rows(store)
    (gone,) = [n for n in nodes if n.properties.get("known_to") and n.labels == ("Story",)]
    assert gone.properties["known_to"] == "2025-07-01T00:00:00.000000+00:00"
    assert {t.type for t in ties if t.start.key.startswith("s2")} == {"FROM", "PUBLISHED_BY"}
    assert not of(ties, "CONTRADICTS")


def test_a_copied_text_points_at_the_first() -> None:
    store = Memory()
    for name, day in (("late", "2025-02-02"), ("first", "2025-01-01"), ("undated", None)):
        told = story(name, "The very same words.", published=day)
        store.add([resolved(told)], known_from=KNOWN)
    _, ties = rows(store)
    assert sorted(of(ties, "DUPLICATE_OF")) == [("late", "first"), ("undated", "first")]


def test_an_identifier_of_one_value_is_a_property_and_a_clash_is_not() -> None:
    held = (("isin", "NO1"), ("ticker", "A"), ("ticker", "B"), ("country", "x"), ("name", "y"))
    firm = entity("firm:keld").model_copy(
        update={"identifiers": held, "properties": (("country", "country:no"), ("@rid", "#1:1"))}
    )
    node = entity_node(firm)
    assert node.labels == ("Entity", "Firm")
    assert node.properties["isin"] == "NO1"
    assert node.properties["country"] == "country:no"
    assert node.properties["name"] == "Keld"
    assert node.properties["more_@rid"] == "#1:1"
    assert "ticker" not in node.properties


def test_a_label_that_is_unknown_is_a_property() -> None:
    node = entity_node(Entity(node="yacht:x", label="Yacht", name="X"))
    assert node.labels == ("Entity",)
    assert node.properties["label"] == "Yacht"
