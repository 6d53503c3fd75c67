"""A small world of stories in files, the store that holds them, and certificates of its answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Unpack

from kg.answers import Filters, answer, exposed
from kg.answers.proving import question_of
from kg.exposure import Ask
from kg.exposure.certificate import Finding, Kept, certify, read, verify, write
from kg.exposure.certificate.opening import Evidence
from kg.exposure.certificate.shape import content_of, digest_of
from kg.exposure.certificate.verifying import Check
from kg.graph import open_store
from kg.graph.contract import Store
from schemas.claim import Claim, Entity, Resolved
from schemas.evidence import Piece, Source, Story
from schemas.when import When

NAMES = {
    "policy:curb": ("Policy", "Norland tin curb"),
    "country:no": ("Country", "Norland"),
    "country:su": ("Country", "Sund"),
    "commodity:tin": ("Commodity", "tin"),
    "firm:keld": ("Firm", "Keld"),
    "firm:tavola": ("Firm", "Tavola"),
    "firm:orrin": ("Firm", "Orrin"),
    "product:solder": ("Product", "solder"),
}
PROPERTIES = {"policy:curb": (("kind", "export_control"),)}
KNOWN_FROM = "2025-07-01T12:00:00Z"


Row = tuple[str, str, str, str, dict[str, object]]


class Told(NamedTuple):
    """A story in short; its claims are (head, type, tail, sentence, more)."""

    story_id: str
    paper: str
    day: str
    claims: Sequence[Row]


CURB = "Norland put a curb on its exports of tin on Monday."
SOLDER = "The makers of solder depend on tin."
TOLD = (
    Told("s1", "The Ledger", "2025-06-02", (
        ("country:no", "IMPOSES", "policy:curb", CURB, {}),
        ("policy:curb", "TARGETS", "commodity:tin", CURB, {"confidence": 0.9}),
        ("policy:curb", "IMPACTS", "firm:orrin", "Orrin gains by the curb.", {"sign": "+"}),
    )),
    Told("s2", "Harbour Post", "2025-06-03", (
        ("product:solder", "DEPENDS_ON", "commodity:tin", SOLDER, {"confidence": 0.7}),
        ("firm:keld", "DEPENDS_ON", "product:solder", "Keld cannot work without solder.", {}),
    )),
    Told("s3", "Meridian Post", "2025-06-05", (
        ("product:solder", "DEPENDS_ON", "commodity:tin", "Without tin there is no solder.", {}),
        ("firm:keld", "SUPPLIES", "firm:tavola", "Keld may supply Tavola.", {"status": "planned"}),
    )),
)  # fmt: skip


def resolved(told: Told, folder: Path) -> Resolved:
    """The story with its claims, its text written to a file in the folder."""
    sentences = list(dict.fromkeys(s for *_, s, _ in told.claims))
    text = " ".join(sentences)
    path = folder / f"{told.story_id}.txt"
    path.write_text(text, encoding="utf-8")
    source = Source(
        uri=str(path), sha256=hashlib.sha256(text.encode()).hexdigest(), encoding="utf-8",
        loader="plain", text=text,
    )  # fmt: skip
    story = Story(
        story_id=told.story_id, source=source, text=text, publisher=told.paper,
        pieces=(Piece(at=0, length=len(text), start=0, end=len(text)),),
        published=When.parse(told.day),
    )  # fmt: skip
    claims = tuple(_claim(story, n, row) for n, row in enumerate(told.claims))
    nodes = sorted({n for c in claims for n in (c.head_node, c.tail_node)})
    return Resolved(story=story, claims=claims, entities=tuple(map(entity, nodes)))


def _claim(story: Story, number: int, row: Row) -> Claim:
    head, type_, tail, quote, more = row
    start = story.text.index(quote)
    fields: dict[str, object] = {
        "story_id": story.story_id, "claim_id": f"{story.story_id}c{number}",
        "head": NAMES[head][1], "head_type": NAMES[head][0], "head_node": head, "type": type_,
        "tail": NAMES[tail][1], "tail_type": NAMES[tail][0], "tail_node": tail,
        "status": "asserted", "quote": quote, "start": start, "end": start + len(quote),
        "confidence": 0.8, "rule": "test",
    }  # fmt: skip
    return Claim.model_validate(fields | more)


def entity(node: str) -> Entity:
    """The entity of a node of this world."""
    label, name = NAMES[node]
    return Entity(node=node, label=label, name=name, properties=PROPERTIES.get(node, ()))


Alter = Callable[[list[Resolved]], Sequence[Resolved]]


def shelf(folder: Path, alter: Alter = list) -> Store:
    """A store of the world's stories, or of what a test makes of them."""
    store = open_store(":memory:")
    store.add(list(alter([resolved(t, folder) for t in TOLD])), known_from=KNOWN_FROM)
    return store


def proof(
    store: Store, name: str = "Norland tin curb", as_of: str = "", known_at: str | None = None,
    filters: Filters | None = None, **ask: Unpack[Ask],
) -> str:  # fmt: skip
    """The certificate of the answer to who is exposed to what bears the name, as text."""
    view = store.view(When.parse(as_of) if as_of else None, known_at)
    answer = exposed(view, name, filters=filters, **ask)
    question, at = question_of(answer, view, ask, reopen=store.view, names=[name])
    return write(certify(store, at, question, answer.answers))


def asked(store: Store, words: str, as_of: str = "", **ask: Unpack[Ask]) -> str:
    """The certificate of the answer to an English question, as text."""
    view = store.view(When.parse(as_of) if as_of else None)
    given = answer(words, view, reopen=store.view, **ask)
    question, at = question_of(given, view, ask, reopen=store.view)
    return write(certify(store, at, question, given.answers))


def examine(text: str, *places: Evidence) -> Finding:
    """The finding on a certificate's text."""
    return verify(*read(text), places)


def forged(text: str, forge: Callable[[dict[str, Any]], object], place: Evidence) -> Check:
    """The first check to fail on the certificate after the forgery, sealed anew."""
    content = json.loads(text)
    forge(content)
    failed = examine(_text(reseal(content)), place).failed
    assert failed is not None
    return failed


def held(store: Store) -> Evidence:
    """The store as a place of evidence."""
    return Kept(store)


def reseal(content: dict[str, object]) -> dict[str, object]:
    """The changed content with a digest that fits it, as a forger would."""
    certificate, _ = read(_text(content))
    plain = content_of(certificate)
    return {**plain, "digest": digest_of(plain)}


def _text(content: dict[str, object]) -> str:
    return json.dumps(content)
