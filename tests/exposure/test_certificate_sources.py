"""The world behind a certificate changed: stories, claims, files, judgements, dates."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.answers import exposed
from kg.answers.proving import question_of
from kg.exposure import Factors
from kg.exposure.certificate import Check, Files, Kept, certify
from kg.exposure.factors import factors_from
from kg.graph.contract import Store
from kg.resolve.judged import judgement_id
from schemas.base import Record
from schemas.claim import Entity, Resolved
from schemas.errors import StoreError
from schemas.judgement import Judgement
from schemas.when import When
from tests.exposure.proofs import KNOWN_FROM, Told, examine, proof, resolved, shelf

Change = Callable[[list[Resolved]], Sequence[Resolved]]


def with_(record: Record, **more: object) -> Record:
    return record.model_copy(update=more)


def of_story(story_id: str, change: Callable[[Resolved], Resolved]) -> Change:
    return lambda every: [
        change(r) if r.story.story_id == story_id else r for r in every
    ]


def of_claim(claim_id: str, **more: object) -> Change:
    def change(told: Resolved) -> Resolved:
        claims = [with_(c, **more) if c.claim_id == claim_id else c for c in told.claims]
        return told.model_copy(update={"claims": tuple(claims)})

    return of_story(claim_id[:2], change)


def without_claim(claim_id: str) -> Change:
    def change(told: Resolved) -> Resolved:
        kept = tuple(c for c in told.claims if c.claim_id != claim_id)
        return told.model_copy(update={"claims": kept})

    return of_story(claim_id[:2], change)


def story_with(**more: object) -> Change:
    return of_story("s2", lambda r: r.model_copy(update={"story": with_(r.story, **more)}))


def text_with(old: str, new: str) -> Change:
    """The source's text as it is kept changed, its quotes and hash left alone."""

    def change(told: Resolved) -> Resolved:
        text = told.story.source.text.replace(old, new)
        source = told.story.source.model_copy(update={"text": text})
        return told.model_copy(update={"story": with_(told.story, source=source)})

    return of_story("s2", change)


def entity_with(node: str, **more: object) -> Change:
    def one(entity: Entity) -> Entity:
        return entity.model_copy(update=more) if entity.node == node else entity

    return lambda every: [
        r.model_copy(update={"entities": tuple(map(one, r.entities))}) for r in every
    ]


WORLDS: dict[str, tuple[Change, str, str]] = {
    "a story is not there": (lambda every: every[:1] + every[2:], "sources", "s2 is not in the"),
    "a letter of the kept text": (
        text_with("solder depend", "solder defend"), "sources",
        "the quote “The makers of solder depend on tin.” at 0-35 no longer stands there"),
    "a letter behind the last quote": (text_with("solder.", "solder. "), "sources", "the text in"),
    "another hash of the file": (
        of_story("s2", lambda r: r.model_copy(update={"story": with_(
            r.story, source=with_(r.story.source, sha256="f" * 64))})),
        "sources", "SHA-256 is ffffffffffff…"),
    "another publisher": (story_with(publisher="The Times"), "stories", "its publisher in"),
    "another date": (story_with(published=When.parse("2024")), "stories", "its published in"),
    "another headline": (story_with(title="Tin"), "stories", "its title in"),
    "a claim is not there": (without_claim("s2c0"), "claims", "claim s2c0 of story s2 is not in"),
    "a claim trusted less": (of_claim("s2c0", confidence=0.2), "claims", "its confidence in"),
    "a claim denied": (of_claim("s2c0", status="denied"), "claims", "its status in"),
    "a claim of another sort": (of_claim("s2c0", type="INPUT_TO"), "claims", "its type in"),
    "a claim quoted elsewhere": (of_claim("s2c0", start=4), "claims", "its start in"),
    "a claim of another sign": (of_claim("s1c2", sign="-"), "claims", "its sign in"),
    "a property gone": (entity_with("policy:curb", properties=()), "entities", "does not say kind"),
    "another label": (entity_with("firm:orrin", label="Agency"), "entities", "Orrin (Firm) is not"),
}  # fmt: skip


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("news")


@pytest.fixture(scope="module")
def text(news: Path) -> str:
    return proof(shelf(news))


@pytest.mark.parametrize("name", WORLDS)
def test_another_world_is_found_for_its_own_reason(news: Path, text: str, name: str) -> None:
    change, group, words = WORLDS[name]
    failed = examine(text, Kept(shelf(news, change))).failed
    assert failed is not None
    assert (failed.name, words in failed.reason) == (group, True), failed


def judge(store: Store, sort: str, left: str, right: str = "", made: str = "") -> None:
    at = made or "2025-08-01T00:00:00Z"
    name = judgement_id(sort=sort, ends=(left, right), who="editor", made=at)  # type: ignore[arg-type]
    given = {"judgement_id": name, "sort": sort, "left": left, "right": right}
    store.judge(Judgement.model_validate({**given, "who": "editor", "made": at}))


def failure(text: str, store: Store) -> Check | None:
    return examine(text, Kept(store)).failed


def test_a_retracted_story_fails(news: Path, text: str) -> None:
    store = shelf(news)
    judge(store, "retract", "s3")
    failed = failure(text, store)
    assert failed is not None
    assert (failed.name, failed.reason) == ("stories", "story s3 was retracted")


def test_a_story_retracted_later_than_what_was_known_still_proves(news: Path) -> None:
    store = shelf(news)
    known = proof(store, known_at="2025-07-15")
    judge(store, "retract", "s3")
    assert failure(known, store) is None


def test_things_merged_since_fail(news: Path, text: str) -> None:
    store = shelf(news)
    judge(store, "merge", "firm:keld", "firm:tavola")
    failed = failure(text, store)
    assert failed is not None
    assert failed.name == "entities"
    assert "who is who has changed: firm:keld is firm:tavola" in failed.reason


def test_what_was_heard_since_is_a_note(news: Path, text: str, tmp_path: Path) -> None:
    store = shelf(news)
    more = Told("s4", "The Herald", "2025-06-09", (
        ("product:solder", "DEPENDS_ON", "commodity:tin", "Solder is mostly tin.", {}),
    ))  # fmt: skip
    store.add([resolved(more, tmp_path)], known_from="2025-07-02T12:00:00Z")
    finding = examine(text, Kept(store))
    assert finding.failed is None
    assert finding.notes == ("1 claims on the same nodes came in since: ask again",)


def test_what_was_heard_before_and_left_out_is_a_failure(
    news: Path, text: str, tmp_path: Path
) -> None:
    store = shelf(news)
    denied = ("product:solder", "DEPENDS_ON", "commodity:tin", "Solder needs no tin.",
              {"status": "denied"})  # fmt: skip
    store.add([resolved(Told("s4", "The Herald", "2025-06-09", (denied,)), tmp_path)],
              known_from=KNOWN_FROM)  # fmt: skip
    failed = failure(text, store)
    assert failed is not None
    told = "claim s4c0 of story s4 on solder DEPENDS_ON tin was known and is left out"
    assert (failed.name, failed.reason) == ("coverage", told)


def test_an_answer_as_of_a_date_proves_and_keeps_its_age(news: Path) -> None:
    store = shelf(news)
    aged = proof(store, as_of="2026-06-05")
    (step,) = [
        s
        for a in json.loads(aged)["answers"]
        for s in a["paths"][0]["steps"]
        if s["type"] == "DEPENDS_ON" and s["to"] == "firm:keld"
    ][:1]
    assert 0.6 < step["parts"]["age"] < 0.8
    assert failure(aged, store) is None


def test_own_priors_are_part_of_the_proof_and_named(news: Path) -> None:
    store = shelf(news)
    own: Factors = factors_from('gamma = 0.7\n[transmissions]\n"SUPPLIES with supply>supply" = 0.1')
    finding = examine(proof(store, factors=own), Kept(store))
    assert finding.failed is None
    assert finding.notes == (
        "the user's own prior: SUPPLIES with supply>supply",
        "the user's own prior: gamma",
    )


def test_the_files_alone_prove_the_quotes(news: Path, text: str) -> None:
    shelf(news)
    finding = examine(text, Files(news))
    assert finding.failed is None
    assert "not compared: no store" in {c.name: c.looked for c in finding.checks}["claims"]


def test_a_byte_changed_in_a_file_fails_and_names_the_quote(text: str, news: Path) -> None:
    shelf(news)
    path = news / "s2.txt"
    path.write_text(path.read_text("utf-8").replace("depend", "defend"), "utf-8")
    failed = examine(text, Files(news)).failed
    assert failed is not None
    assert failed.name == "sources"
    assert "was changed: in the files its SHA-256" in failed.reason
    assert "“The makers of solder depend on tin.” at 0-35 no longer stands there" in failed.reason


def test_a_file_that_only_grew_a_line_break_fails_by_its_hash(text: str, news: Path) -> None:
    shelf(news)
    path = news / "s2.txt"
    path.write_bytes(path.read_bytes() + b"\n")
    failed = examine(text, Files(news)).failed
    assert failed is not None
    assert "SHA-256" in failed.reason
    assert failed.reason.endswith("; every quote still stands")


def test_a_folder_without_the_file_fails(text: str, tmp_path: Path) -> None:
    failed = examine(text, Files(tmp_path)).failed
    assert failed is not None
    assert (failed.name, "is not under" in failed.reason) == ("sources", True)


def test_files_still_in_their_place_are_looked_at_beside_the_store(text: str, news: Path) -> None:
    store = shelf(news)
    path = news / "s1.txt"
    path.write_text(path.read_text("utf-8").upper(), "utf-8")
    failed = examine(text, Kept(store), Files()).failed
    assert failed is not None
    assert (failed.name, "in the files" in failed.reason) == ("sources", True)


def test_files_that_are_gone_are_not_asked_for_beside_the_store(tmp_path: Path) -> None:
    store = shelf(tmp_path)
    made = proof(store)
    for path in tmp_path.glob("*.txt"):
        path.unlink()
    assert examine(made, Kept(store), Files()).failed is None
    failed = examine(made, Files()).failed
    assert failed is not None
    assert "cannot be opened" in failed.reason


def test_an_answer_that_the_store_no_longer_gives_gets_no_certificate(news: Path) -> None:
    store, other = shelf(news), shelf(news, lambda every: every[:1])
    answer = exposed(store.view(), "Norland tin curb")
    question, _ = question_of(answer, store.view(), {}, reopen=store.view)
    with pytest.raises(StoreError, match="cannot be worked out again"):
        certify(other, other.view(), question, answer.answers)


def test_the_same_answer_of_two_stores_has_the_same_certificate(news: Path, text: str) -> None:
    backwards = shelf(news, lambda every: list(reversed(every)))
    assert proof(backwards) == text

