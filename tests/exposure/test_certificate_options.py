"""Every option that shapes an answer is part of its certificate: proved, and not to be changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.answers import Filters
from kg.answers.statuses import REAL
from kg.exposure.certificate import Files, Kept, read
from kg.exposure.certificate.case import Case
from kg.exposure.certificate.opening import Evidence
from kg.exposure.certificate.seen import Seen
from kg.exposure.kernel import kernel_of
from kg.graph.contract import Store
from schemas.claim import Resolved
from schemas.errors import QuestionUnread
from tests.exposure.proofs import Told, asked, examine, proof, reseal, resolved, shelf
from tests.exposure.test_certificate_sources import judge

Content = dict[str, Any]
Made = Callable[[Store], str]
CURB = "the Norland tin curb"
PLACES = Told("s4", "Harbour Post", "2025-06-04", (
    ("firm:keld", "LOCATED_IN", "country:no", "Keld is at home in Norland.", {}),
    ("firm:orrin", "LOCATED_IN", "country:su", "Orrin is at home in Sund.", {}),
))  # fmt: skip


def shown(**filters: Any) -> Made:
    return lambda store: proof(store, filters=Filters(**filters))


def question(words: str, **more: Any) -> Made:
    return lambda store: asked(store, words, **more)


# What is asked; the option that says so, with another value; whom the answer names.
OPTIONS: dict[str, tuple[Made, str, object, set[str]]] = {
    "hops": (lambda s: proof(s, hops=2), "hops", 3, {"solder", "Orrin"}),
    "hops, in words": (
        question(f"who is exposed to {CURB} within two hops"), "hops", 1, {"solder", "Orrin"}),
    "channel": (lambda s: proof(s, channel="demand"), "channel", "supply", set()),
    "channel, in words": (
        question(f"who is exposed to {CURB} by finance"), "channel", None,
        {"solder", "Keld", "Orrin"}),
    "confidence": (lambda s: proof(s, min_confidence=0.85), "min_confidence", 0.2, {"solder"}),
    "limit": (lambda s: proof(s, limit=2), "limit", 3, {"solder", "Orrin"}),
    "via": (shown(via="solder"), "via", "firm:keld", {"Keld"}),
    "excluding": (shown(excluding=("Keld",)), "excluding", ["firm:tavola"], {"solder", "Orrin"}),
    "realised": (shown(statuses=REAL), "statuses", [], {"solder", "Keld", "Orrin"}),
    "without plans, in words": (
        question(f"who is exposed to {CURB} without plans"), "statuses", ["asserted"],
        {"solder", "Keld", "Orrin"}),
    "all of them": (
        shown(via="solder", excluding=("Orrin",), statuses=REAL, hops=3), "via", "", {"Keld"}),
    "as of a date": (
        lambda s: proof(s, as_of="2025-06-04", filters=Filters(excluding=("Keld",))),
        "excluding", [], {"solder", "Orrin"}),
    "as known": (
        lambda s: proof(s, known_at="2025-07-02", filters=Filters(via="solder")), "via", "",
        {"Keld"}),
    "until": (question(f"who is exposed to {CURB} before 2025-06-02"), "until",
              {"text": "2025-06-03"}, {"Orrin"}),
    "since": (question(f"who is exposed to {CURB} since 2025-06-01"), "since",
              None, {"solder", "Keld", "Orrin"}),
    "side": (question(f"who benefits from {CURB}"), "side", "hurt", {"Orrin"}),
    "label": (question(f"which firms are exposed to {CURB}"), "label", "Product",
              {"Keld", "Orrin"}),
    "within": (question(f"which firms in Norland are exposed to {CURB}"), "within", "country:su",
               {"Keld"}),
    "outside": (question(f"who is most exposed to {CURB} outside Norland"), "outside",
                "country:su", {"Orrin"}),
    "one": (question(f"is Tavola exposed to {CURB}"), "named", ["firm:keld"], {"Tavola"}),
    "why": (question(f"why is Keld exposed to {CURB}"), "named", [], {"Keld"}),
    "two": (question(f"is Keld more exposed to {CURB} than Norland"), "named", ["firm:keld"],
            {"Keld", "Norland"}),
}  # fmt: skip


def place(folder: Path, alter: Callable[[list[Resolved]], list[Resolved]] = list) -> Store:
    return shelf(folder, lambda every: alter([*every, resolved(PLACES, folder)]))


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("news")


@pytest.fixture(scope="module")
def store(news: Path) -> Store:
    return place(news)


@pytest.fixture(scope="module", params=OPTIONS)
def name(request: pytest.FixtureRequest) -> str:
    """The option that the answer was asked with."""
    return str(request.param)


@pytest.fixture(scope="module")
def text(name: str, store: Store) -> str:
    return OPTIONS[name][0](store)


def failed(text: str, *places: Evidence) -> tuple[str, str]:
    """The first group of checks that fails, and why."""
    found = examine(text, *places).failed
    assert found is not None
    assert "\n" not in found.reason
    return found.name, found.reason


def sealed(text: str, change: Callable[[Content], object]) -> str:
    content = json.loads(text)
    change(content)
    return json.dumps(reseal(content))


def test_the_answer_is_proved(text: str, name: str, store: Store, news: Path) -> None:
    place(news)
    assert examine(text, Kept(store)).failed is None
    assert examine(text, Files(news)).failed is None
    assert {a["entity"] for a in json.loads(text)["answers"]} == OPTIONS[name][3]


def test_another_option_is_not_that_of_the_question(text: str, name: str, store: Store) -> None:
    _, option, other, _ = OPTIONS[name]
    forged = sealed(text, lambda c: c["options"].update({option: other}))
    group, why = failed(forged, Kept(store))
    assert group in {"options", "entities"}
    assert any(word in why for word in (option, "of which the certificate says nothing"))


def test_an_option_changed_without_a_new_digest_fails_that_too(text: str, store: Store) -> None:
    content = json.loads(text)
    content["options"]["structural"] = False
    wrong = {c.name for c in examine(json.dumps(content), Kept(store)).checks if not c.holds}
    assert {"options", "digest"} <= wrong


def test_a_byte_of_a_source_fails_it(text: str, tmp_path: Path) -> None:
    place(tmp_path)
    path = tmp_path / "s1.txt"
    path.write_text(path.read_text("utf-8").replace("tin", "tun"), "utf-8")
    group, why = failed(text, Files(tmp_path))
    assert (group, "s1.txt was changed" in why) == ("sources", True)
    assert "at 0-51 no longer stands there" in why


def test_a_claim_that_is_gone_fails_it(text: str, news: Path) -> None:
    def without(every: list[Resolved]) -> list[Resolved]:
        return [r.model_copy(update={"claims": r.claims[:1]}) for r in every]

    group, why = failed(text, Kept(place(news, without)))
    assert (group, why) == ("claims", "claim s1c1 of story s1 is not in the store")


def test_a_story_that_is_retracted_fails_it(text: str, name: str, news: Path) -> None:
    store = place(news)
    judge(store, "retract", "s1", made="2025-07-01T18:00:00Z")
    assert failed(text, Kept(store)) == ("stories", "story s1 was retracted")


@pytest.mark.parametrize(("part", "key"), [("status", "asserted"), ("kappa", "access>supply")])
def test_another_factor_fails_it(text: str, store: Store, part: str, key: str) -> None:
    forged = sealed(text, lambda c: c["priors"][part].update({key: 0.7}))
    group, why = failed(forged, Kept(store))
    assert (group, f"prior '{part} {key}' is 0.7 there" in why) == ("priors", True)


def test_another_version_or_vocabulary_fails_it(text: str, store: Store) -> None:
    newer = sealed(text, lambda c: c.update(program="knockon 9.0"))
    assert failed(newer, Kept(store))[0] == "program"
    other = sealed(text, lambda c: c["priors"]["half_lives"].update(LENDS_WITH=2.0))
    group, why = failed(other, Kept(store))
    assert (group, why) == ("priors", "prior 'half_lives LENDS_WITH' is 2 there, absent here")


def test_a_proof_is_never_worked_out_on_arrays(text: str, store: Store) -> None:
    case = Case(*read(text), ())
    assert kernel_of(store.view()) is not None
    assert [kernel_of(v) for v in (case.closed, case.seen, Seen(store.view()))] == [None] * 3


@pytest.mark.parametrize("words", ["who supplies Tavola", "how is Keld linked to tin"])
def test_a_question_that_asks_for_no_exposure_has_no_certificate(store: Store, words: str) -> None:
    with pytest.raises(QuestionUnread, match="no certificate for a question of the form"):
        asked(store, words)
