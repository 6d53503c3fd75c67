"""A certificate that was changed and sealed anew: every kind of change has its own reason."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from kg.exposure.certificate import Kept, read, write
from schemas.errors import SchemaError
from tests.exposure.proofs import examine, forged, proof, shelf

Content = dict[str, Any]
Forge = Callable[[Content], object]

SOLDER_EDGE = ("product:solder", "DEPENDS_ON", "commodity:tin")


def edge(c: Content, ends: tuple[str, str, str] = SOLDER_EDGE) -> Content:
    return next(e for e in c["edges"] if (e["head"], e["type"], e["tail"]) == ends)


def answer(c: Content, node: str = "product:solder") -> Content:
    return next(a for a in c["answers"] if a["node"] == node)


def step(c: Content, number: int = -1) -> Content:
    return answer(c)["paths"][0]["steps"][number]


def claim(c: Content, claim_id: str = "s2c0") -> Content:
    return next(x for x in c["claims"] if x["claim_id"] == claim_id)


def story(c: Content, story_id: str = "s2") -> Content:
    return next(s for s in c["stories"] if s["story_id"] == story_id)


def drop_claim(c: Content) -> None:
    c["claims"].remove(claim(c))


def drop_claim_and_its_mention(c: Content) -> None:
    drop_claim(c)
    edge(c)["claims"] = [r for r in edge(c)["claims"] if r["claim_id"] != "s2c0"]


def drop_story(c: Content) -> None:
    c["stories"].remove(story(c))


def add_story(c: Content) -> None:
    c["stories"].append({**story(c), "story_id": "s9"})


def add_claim(c: Content) -> None:
    c["claims"].append({**claim(c), "claim_id": "more", "tail_node": "firm:orrin"})


def raise_score_with_path(c: Content) -> None:
    answer(c)["score"] *= 1.1
    answer(c)["paths"][0]["score"] *= 1.1


def raise_score_with_residual(c: Content) -> None:
    answer(c)["score"] -= 0.1
    answer(c)["residual"] -= 0.1


def drop_property(c: Content) -> None:
    """Leave out that the policy is a curb, and tell the shock accordingly."""
    next(e for e in c["entities"] if e["node"] == "policy:curb")["properties"].pop()
    c["shocks"][0]["reason"] = "policy: access lost on what it targets"


def own_gamma(c: Content) -> None:
    c["priors"]["gamma"] = 0.9
    c["priors"]["changed"] = ["gamma"]


def drop_answer_path(c: Content) -> None:
    gone = answer(c)["paths"].pop()
    answer(c)["residual"] += gone["score"]


def turn(c: Content) -> None:
    step(c)["forward"] = not step(c)["forward"]


def swap(c: Content) -> None:
    c["answers"].reverse()


def forged_shock(c: Content) -> None:
    c["shocks"][0]["entries"][0]["size"] = -0.5


def hops(c: Content) -> None:
    c["options"]["hops"] = 1
    c["plan"]["filters"] = {"hops": 1}


def put(*keys: str | int) -> Callable[[object], Forge]:
    """A change of one value in the content, by its place."""

    def to(value: object) -> Forge:
        def forge(c: Content) -> None:
            at: Any = c
            for key in keys[:-1]:
                at = at[key]
            at[keys[-1]] = value

        return forge

    return to


def field(part: Callable[[Content], Content], name: str, value: object) -> Forge:
    return lambda c: part(c).__setitem__(name, value)


FORGERIES: dict[str, tuple[Forge, str, str]] = {
    "another program": (put("program")("knockon 0.0.9"), "program", "this is knockon"),
    "a changed gamma": (put("priors", "gamma")(0.9), "priors", "prior 'gamma' is 0.9 there, 0.85"),
    "a changed kappa": (
        put("priors", "kappa", "supply>finance")(0.6), "priors", "kappa supply>finance"),
    "a changed status factor": (
        put("priors", "status", "planned")(0.9), "priors", "status planned"),
    "a changed transmission": (
        put("priors", "transmissions", "SUPPLIES with supply>supply", "factor")(0.7),
        "priors", "'SUPPLIES with supply>supply' is 0.7 there, 0.6 here"),
    "a prior of another type": (
        lambda c: c["priors"]["transmissions"].pop("INPUT_TO with supply>price"),
        "priors", "absent there"),
    "a changed half-life": (
        put("priors", "half_lives", "SUPPLIES")(99.0), "priors", "half_lives SUPPLIES"),
    "a changed proxy": (put("priors", "proxy")(0.5), "priors", "'proxy'"),
    "a changed floor": (put("priors", "constants", "floor")(0.01), "priors", "constants floor"),
    "a gamma said to be one's own": (own_gamma, "factors", "gamma is 0.9, not 0.85"),
    "a story left out": (drop_story, "stories", "s2 is cited and not in the certificate"),
    "a story that nobody cites": (add_story, "sources", "story s9 is not in the store"),
    "a story's publisher": (field(story, "publisher", "The Times"), "stories", "its publisher"),
    "a story's date": (field(story, "attested", {"text": "2025-01-01"}), "stories", "its attested"),
    "a story's words": (field(story, "body", "0" * 16), "stories", "its body"),
    "a source's file hash": (field(story, "file_sha256", "0" * 64), "sources", "was changed"),
    "a source's text hash": (field(story, "text_sha256", "0" * 64), "sources", "the text in"),
    "a claim left out": (drop_claim, "claims", "rests on claim s2c0 of story s2, which is missing"),
    "a claim left out and unmentioned": (drop_claim_and_its_mention, "edges", "confidence"),
    "a claim from nowhere": (add_claim, "claims", "claim more of story s2 is not in the store"),
    "a claim given twice": (lambda c: c["claims"].append(claim(c)), "claims", "given twice"),
    "a claim's confidence": (field(claim, "confidence", 0.9), "claims", "its confidence in"),
    "a claim's status": (field(claim, "status", "negated"), "claims", "its status in"),
    "a claim's end": (field(claim, "tail_node", "firm:keld"), "claims", "its tail_node in"),
    "a claim's quote": (field(claim, "quote", "Tin is dear."), "quotes", "is not in the store"),
    "a claim's offsets": (field(claim, "start", 3), "quotes", "is not in the store"),
    "an edge's confidence": (
        field(edge, "confidence", 0.99), "edges", "its claims give confidence"),
    "an edge's status": (field(edge, "status", "planned"), "edges", "its claims give status"),
    "an edge's last word": (
        field(edge, "last_attested", {"text": "2030-01-01"}), "edges", "give last_attested"),
    "an edge left out": (lambda c: c["edges"].remove(edge(c)), "edges", "also add up to"),
    "a witness too many": (
        lambda c: edge(c)["witnesses"].append(edge(c)["witnesses"][0]), "edges", "witnesses are"),
    "a witness trusted more": (
        lambda c: edge(c)["witnesses"][0].update(confidence=0.95), "edges", "witnesses are"),
    "an entity's label": (put("entities", 0, "label")("Firm"), "entities", "is not in the store"),
    "an entity's property": (
        lambda c: next(e for e in c["entities"] if e["node"] == "policy:curb")["properties"].append(
            ["scope", "20%"]),
        "entities", "does not say scope 20%"),
    "a property left out": (
        drop_property, "entities", "with what the store says of Norland tin curb: shock"),
    "who is who": (put("identity", "firm:keld")("firm:orrin"), "entities", "who is who"),
    "the size of the shock": (forged_shock, "shocks", "entries is"),
    "the reason of the shock": (put("shocks", 0, "reason")("a flood"), "shocks", "reason is"),
    "a step's factor": (lambda c: step(c).update(factor=-0.9), "factors", "multiply to"),
    "a part of a factor": (lambda c: step(c)["parts"].update(status=0.5), "factors", "status is 1"),
    "a part too many": (lambda c: step(c)["parts"].update(luck=1.0), "factors", "luck is no part"),
    "a step's transmission": (
        lambda c: step(c).update(prior="DEPENDS_ON against price>price"),
        "factors", "transmission"),
    "a step that starts elsewhere": (
        lambda c: step(c).update({"from": "firm:orrin"}), "factors", "does not go on"),
    "a step's direction": (turn, "factors", "told is 0"),
    "a path's score": (
        lambda c: answer(c)["paths"][0].update(score=-0.5), "paths", "multiplies to"),
    "a path's start": (
        lambda c: answer(c)["paths"][0]["start"].update(size=-0.4), "paths", "multiplies to"),
    "a path left out": (drop_answer_path, "answers", "residual"),
    "a score": (lambda c: answer(c).update(score=-0.99), "scores", "its paths and residual give"),
    "a score with its path": (raise_score_with_path, "paths", "multiplies to"),
    "a score with its residual": (raise_score_with_residual, "answers", "worked out again"),
    "a sign": (lambda c: answer(c).update(sign="helped"), "answers", "sign is hurt, not helped"),
    "a class": (lambda c: answer(c).update({"class": "stated"}), "answers", "class is linked"),
    "a channel": (lambda c: answer(c).update(channel="price"), "answers", "channel is"),
    "the order": (swap, "answers", "another order"),
    "the hops": (put("options", "hops")(1), "options", "hops is 1, and the plan of the question"),
    "the hops, told alike": (hops, "answers", "not exposed when"),
    "the date": (put("as_of")({"text": "2025-06-02"}), "stories", "after 2025-06-02"),
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, str]:
    store = shelf(tmp_path_factory.mktemp("news"))
    return Kept(store), proof(store)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_found_for_its_own_reason(made: tuple[Kept, str], name: str) -> None:
    place, text = made
    forge, group, words = FORGERIES[name]
    failed = forged(text, forge, place)
    assert (failed.name, words in failed.reason) == (group, True), failed


def test_an_honest_certificate_holds(made: tuple[Kept, str]) -> None:
    place, text = made
    finding = examine(text, place)
    assert finding.failed is None
    assert finding.notes == ()


def test_what_is_read_and_written_again_is_the_same(made: tuple[Kept, str]) -> None:
    _, text = made
    assert write(read(text)[0]) == text


def test_a_changed_digest_is_all_that_fails(made: tuple[Kept, str]) -> None:
    place, text = made
    content = json.loads(text)
    content["digest"] = "0" * 64
    checks = examine(json.dumps(content), place).checks
    assert [c.name for c in checks if not c.holds] == ["digest"]


def test_an_unsealed_change_fails_the_digest_beside_its_own_check(made: tuple[Kept, str]) -> None:
    place, text = made
    content = json.loads(text)
    content["question"] = "who gains?"
    assert [c.name for c in examine(json.dumps(content), place).checks if not c.holds] == ["digest"]
    answer(content)["score"] = -0.99
    failed = [c.name for c in examine(json.dumps(content), place).checks if not c.holds]
    assert failed == ["scores", "answers", "digest"]


BROKEN: dict[str, tuple[str | Forge, str]] = {
    "no JSON": ("{", "no JSON"),
    "a list": ("[]", "not a 'knockon certificate 2'"),
    "another form": (put("form")("knockon certificate 9"), "not a 'knockon certificate 2'"),
    "an option from elsewhere": (put("options", "luck")(1), "options.luck: Extra inputs"),
    "a part left out": (lambda c: c.pop("claims"), "claims: Field required"),
    "a part too many": (put("luck")(1), "luck: Extra inputs"),
    "a number that is none": (lambda c: answer(c).update(score="much"), "answers.1.score"),
    "a status that is none": (field(edge, "status", "sworn"), "status"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_certificate_is_refused_in_one_line(made: tuple[Kept, str], name: str) -> None:
    change, words = BROKEN[name]
    content = copy.deepcopy(json.loads(made[1]))
    if not isinstance(change, str):
        change(content)
    text = change if isinstance(change, str) else json.dumps(content)
    with pytest.raises(SchemaError) as refused:
        read(text, where="proof.json")
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)
