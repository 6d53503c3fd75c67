"""Text is never code: hostile names pass through every verb and change no schema."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.graph.bolt import Link
from kg.graph.contract import Store
from kg.graph.memory import Memory
from kg.graph.neo4j import Server
from kg.resolve.register import judgement
from schemas.claim import Entity, Refusal, Resolved
from schemas.errors import StoreError
from schemas.evidence import Setback
from tests.graph.factories import claim, resolved, story
from tests.graph.neo4j.shown import shown, wanted
from tests.graph.stores import told

ODD = (
    "'", '"', "`", "``", "}) DETACH DELETE n //", "'}) DETACH DELETE n //", "`}) RETURN 1 //",
    "\\u0027}) DETACH DELETE n //", "\\", "\\\\", "$rows", "$(row.type)", "{x: 1}", "{{}}",
    "\u202eevorp\u202c", "אבן", "🍜👩\u200d🏭", "x" * 1500, "a\tb\nc\r", "\0", "nul\0in", "\uffff",
    "\ufeffbom", "' OR 1=1 --", "null", "0", " ", "\u2028", "é", "e\u0301", "𝒳", ":Label",
    "a:b", "a/b/c", "%s", "\x1f", "\x7f", "/*", "*/", ";", "CALL { MATCH (n) DETACH DELETE n }",
)  # fmt: skip
NAMES = [ODD[i % len(ODD)] + (str(i) if i >= len(ODD) else "") for i in range(200)]
SCHEMA = (
    "SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties",
    "SHOW INDEXES YIELD name, labelsOrTypes, properties",
    "CALL db.labels()",
    "CALL db.relationshipTypes()",
)


def node(at: int) -> str:
    return f"firm:{at % 200}:{NAMES[at % 200]}"


def hostile(at: int) -> Resolved:
    """A story all of whose texts are hostile."""
    name = NAMES[at]
    told_ = story(f"{name}|{at}", f"text {name} {at}", publisher=name, published="2025-06-09")
    told_ = told_.model_copy(update={"title": name, "url": name, "byline": name})
    pairs = ((name, name), ("edge_id", "x"), ("more_a", name))
    free = dict.fromkeys(("currency", "unit", "attributed_to", "rule", "quote"), name)
    bought = claim(
        told_, node(at), "ACQUIRES", node(at + 1), amount=Decimal("5.00"), more=pairs, **free
    )
    halted = claim(told_, node(at), "HALTS_PRODUCTION", "", tail_type="", claim_id=name)
    claims = (
        bought,
        halted.model_copy(update={"head": name, "tail": ""}),
        claim(told_, node(at), "IMPOSES", node(at + 2)),
        claim(told_, node(at + 2), "TARGETS", node(at + 3)),
    )
    things = tuple(
        Entity(
            node=node(n), label="Firm", name=NAMES[n % 200], aliases=(name,), properties=pairs,
            identifiers=((name, name), ("isin", str(n % 200))),
        )
        for n in range(at, at + 4)
    )  # fmt: skip
    return resolved(
        told_,
        *claims,
        entities=things,
        mentions=(*((e.node, 0, 1, name) for e in things), (f"loose:{name}", 1, 2, name)),
        names=((node(at), "Firm", name),),
        refusals=(
            Refusal(story_id=told_.story_id, start=0, end=1, text=name, why="ambiguous", note=name),
        ),
    )


def fill(store: Store) -> None:
    """All writing verbs with all names."""
    store.add([hostile(at) for at in range(200)], known_from="2025-07-01")
    for at, name in enumerate(NAMES):
        store.set_aside(Setback(where=name, why=name))
        if at < 12:
            ends = node(at), node(at + 60)
            said = judgement(sort="merge", ends=ends, who=name, made="2025-07-02", why=name)
            store.judge(said)
    store.judge(judgement(sort="retract", ends=(f"{NAMES[5]}|5", ""), who="me", made="2025-07-03"))
    for name in NAMES[:20]:
        store.clear(name)


def schema(link: Link) -> list[list[str]]:
    return [sorted(map(str, link.rows(query))) for query in SCHEMA]


def test_hostile_names_come_back_as_they_were_and_change_no_schema(
    store: Server, link: Link
) -> None:
    first = [hostile(at) for at in range(2)]
    store.add(first, known_from="2025-07-01")
    model = Memory()
    model.add(first, known_from="2025-07-01")
    before = schema(link)
    for each in (store, model):
        fill(each)
    assert schema(link)[:2] == before[:2]
    new = set(schema(link)[2]) - set(before[2])
    assert new <= {str({"label": name}) for name in ("Judgement", "Setback", "Ledger")}
    assert list(told(store)) == list(told(model))
    assert shown(link) == wanted(model)
    for name in NAMES[:40]:
        found = store.view().find(name), model.view().find(name)
        assert found[0] == found[1]
        assert store.story(name) is None
        assert store.has([name]) == set()


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb"])
def test_half_a_character_is_refused_whole(store: Server, half: str) -> None:
    whole = story("s1", "Keld.")
    source = whole.source.model_copy(update={"text": half})
    for update in ({"text": half}, {"story_id": half}, {"title": half}, {"source": source}):
        with pytest.raises(StoreError):
            store.add([resolved(whole.model_copy(update=update))], known_from="2025-07-01")
    for read in (store.story, lambda name: store.claims(node=name), store.view().find):
        with pytest.raises(StoreError):
            read(half)
    assert store.story_ids() == []


def test_a_name_that_no_index_takes_is_refused_in_one_line(store: Server) -> None:
    long = Entity(node="firm:long", label="Firm", name="x" * 20_000)
    with pytest.raises(StoreError, match=r"leave that input out") as error:
        store.add([resolved(story("s1", "Keld."), entities=(long,))], known_from="2025-07-01")
    assert "\n" not in str(error.value)
    assert store.story_ids() == []
    store.set_aside(Setback(where="w" * 20_000, why="too long"))
    assert len(store.setbacks()[0].where) == 20_000
