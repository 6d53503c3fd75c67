"""Certificates forged with care: consistent in themselves, or two proofs in one text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.exposure.certificate import Kept, read, reading
from schemas.errors import SchemaError
from tests.exposure.proofs import forged, proof, shelf

Content = dict[str, Any]


def steps(c: Content, node: str = "firm:keld") -> list[Content]:
    return next(a for a in c["answers"] if a["node"] == node)["paths"][0]["steps"]  # type: ignore[no-any-return]


def answer(c: Content, node: str = "firm:keld") -> Content:
    return next(a for a in c["answers"] if a["node"] == node)  # type: ignore[no-any-return]


def claim(c: Content, claim_id: str) -> Content:
    return next(x for x in c["claims"] if x["claim_id"] == claim_id)  # type: ignore[no-any-return]


def turned_over(c: Content) -> None:
    """The last factor, its path and its score with the other sign, all alike."""
    last, found = steps(c)[-1], answer(c)
    last["factor"] *= -1
    last["parts"]["transmission"] *= -1
    found["paths"][0]["score"] *= -1
    found.update(score=-found["score"], residual=-found["residual"], sign="helped")


def turned_shock(c: Content) -> None:
    """A ban told as a boon: every size and score with the other sign."""
    c["shocks"][0]["size"] = 1.0
    for entry in c["shocks"][0]["entries"]:
        entry["size"] *= -1
    for found in c["answers"]:
        found.update(score=-found["score"], residual=-found["residual"])
        found["sign"] = {"hurt": "helped", "helped": "hurt"}[found["sign"]]
        for path in found["paths"]:
            path["score"] *= -1
            path["start"]["size"] *= -1


def moved(claim_id: str, by: int) -> Callable[[Content], None]:
    """A quote said to stand elsewhere."""

    def forge(c: Content) -> None:
        claim(c, claim_id)["start"] += by
        claim(c, claim_id)["end"] += by

    return forge


def other_sentence(c: Content) -> None:
    """A claim under a sentence of its story that says something else."""
    one, two = claim(c, "s2c0"), claim(c, "s2c1")
    one.update({name: two[name] for name in ("quote", "start", "end")})


def swapped_quotes(c: Content) -> None:
    one, two = claim(c, "s2c0"), claim(c, "s2c1")
    for name in ("quote", "start", "end"):
        one[name], two[name] = two[name], one[name]


def look_alike(c: Content) -> None:
    """A Cyrillic letter that looks like the Latin one."""
    claim(c, "s2c0")["quote"] = claim(c, "s2c0")["quote"].replace("e", "\u0435", 1)


def unseen_character(c: Content) -> None:
    claim(c, "s2c0")["quote"] += "\u200b"
    claim(c, "s2c0")["end"] += 1


def hidden_residual(c: Content) -> None:
    """The part that no path explains, put into the best path."""
    found = answer(c)
    found["paths"][0]["score"] += found["residual"] or 0.01
    found["score"] += 0.0 if found["residual"] else 0.01
    found["residual"] = 0.0


def trimmed(c: Content) -> None:
    """All that leads to one firm left out: claims, edge, answer."""
    gone = {"s2c1", "s3c1"}
    c["claims"] = [x for x in c["claims"] if x["claim_id"] not in gone]
    c["edges"] = [e for e in c["edges"] if "firm:keld" not in (e["head"], e["tail"])]
    c["answers"] = [a for a in c["answers"] if a["node"] != "firm:keld"]
    c["entities"] = [e for e in c["entities"] if e["node"] != "firm:keld"]


def one_witness_less(c: Content) -> None:
    """A score lowered by leaving a second story out with all that follows from it."""
    kept = lambda x: x["story_id"] != "s3"  # noqa: E731
    c["claims"], c["stories"] = list(filter(kept, c["claims"])), list(filter(kept, c["stories"]))


def earlier(c: Content) -> None:
    c["known_at"] = "2025-06-30"


def wider_identity(c: Content) -> None:
    """Who is who retold, so that a claim is about somebody else."""
    c["identity"] = {"firm:keld": "firm:tavola"}


def own_half_life(c: Content) -> None:
    c["priors"]["half_lives"]["SUPPLIES"] = 99.0
    c["priors"]["changed"] = ["half_lives SUPPLIES"]


def own_source(c: Content) -> None:
    c["priors"]["transmissions"]["SUPPLIES with supply>supply"]["source"] = "a famous paper"
    c["priors"]["changed"] = ["SUPPLIES with supply>supply"]


def two_shocks(c: Content) -> None:
    c["shocks"].append(c["shocks"][0])


SLY: dict[str, tuple[Callable[[Content], object], str, str]] = {
    "steps in another order": (lambda c: steps(c).reverse(), "factors", "does not go on"),
    "a step taken twice": (lambda c: steps(c).append(steps(c)[-1]), "factors", "does not go on"),
    "a sign turned all along": (turned_over, "factors", "transmission is 0.6, not -0.6"),
    "the shock turned": (turned_shock, "shocks", "size is 1.0, worked out again -1.0"),
    "a quote moved on": (moved("s2c0", 1), "quotes", "at 1-36 of story s2 is not in the store"),
    "a quote before the text": (moved("s2c0", -9), "quotes", "is not in the store"),
    "a quote behind the text": (moved("s2c0", 10**9), "quotes", "is not in the store"),
    "another sentence of the story": (other_sentence, "claims", "its quote in the store is"),
    "quotes of two claims swapped": (swapped_quotes, "claims", "its quote in the store is"),
    "a letter that looks alike": (look_alike, "quotes", "at 0-35 of story s2 is not in the store"),
    "a character that is not seen": (unseen_character, "quotes", "is not in the store"),
    "a class promoted": (
        lambda c: answer(c).update({"class": "stated"}), "answers", "class is linked, not stated"),
    "the residual hidden": (hidden_residual, "paths", "a path to Keld multiplies to"),
    "a firm left out with all its evidence": (trimmed, "coverage", "was known and is left out"),
    "a story left out": (one_witness_less, "claims", "of story s3, which is missing"),
    "known earlier than it was": (earlier, "stories", "became known only after 2025-06-30"),
    "somebody else": (wider_identity, "entities", "firm:keld is firm:keld in the store, not"),
    "a shock told twice": (two_shocks, "shocks", "2 shocks, not the 1"),
    "a confidence above 1": (
        lambda c: claim(c, "s2c0").update(confidence=7.0), "claims", "its confidence in the store"),
    "a prior of the user's that is none": (
        lambda c: c["priors"].update(changed=["luck"]), "priors", "'luck' is called the user's"),
    "a half-life called the user's": (own_half_life, "priors", "half_lives SUPPLIES' is 99 there"),
    "a source called the user's": (own_source, "priors", "'SUPPLIES with supply>supply' is 0.6"),
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, str]:
    store = shelf(tmp_path_factory.mktemp("news"))
    return Kept(store), proof(store)


@pytest.mark.parametrize("name", SLY)
def test_a_forgery_with_care_is_found(made: tuple[Kept, str], name: str) -> None:
    place, text = made
    forge, group, words = SLY[name]
    failed = forged(text, forge, place)
    assert (failed.name, words in failed.reason) == (group, True), failed
    assert "\n" not in failed.reason


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


TEXTS: dict[str, tuple[Callable[[str], str], str]] = {
    "a key given twice": (replaced('"as_of": null', '"as_of": null, "as_of": null'),
                          "'as_of' is given twice in one object"),
    "a key given twice, escaped": (replaced('"as_of": null', '"as_of": null, "as\\u005fof": null'),
                                   "'as_of' is given twice"),
    "NaN": (replaced('"gamma": 0.85', '"gamma": NaN'), "NaN is no number"),
    "infinity": (replaced('"gamma": 0.85', '"gamma": -Infinity'), "-Infinity is no number"),
    "a number without end": (replaced('"gamma": 0.85', '"gamma": 1e999'), "too large a number"),
    "a number of 5,000 digits": (replaced('"gamma": 0.85', '"gamma": ' + "9" * 5000), "no JSON"),
    "a number of 400 digits": (replaced('"gamma": 0.85', '"gamma": ' + "9" * 400), "too large"),
    "a number in quotes": (replaced('"gamma": 0.85', '"gamma": "0.85"'), "be a valid number"),
    "a truth as a number": (replaced('"limit": 50', '"limit": true'), "options.limit"),
    "a part as a whole number": (replaced('"limit": 50', '"limit": 50.0'), "options.limit"),
    "half a character": (replaced('"question": "', '"question": "\\ud800'), "Invalid JSON"),
    "nothing": (lambda _: "", "no JSON"),
    "nested without end": (lambda _: "[" * 200_000, "nested too deep"),
    "nested within": (replaced('"plan": {', '"plan": {"x": ' + "[" * 500 + "]" * 500 + ", "), ""),
    "two certificates": (lambda text: text + text, "no JSON: Extra data"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_with_two_readings_is_refused(made: tuple[Kept, str], name: str) -> None:
    change, words = TEXTS[name]
    text = change(made[1])
    assert text != made[1]
    with pytest.raises(SchemaError) as refused:
        read(text, where="proof.json")
    assert words in str(refused.value)
    assert len(str(refused.value)) < 400
    assert "\n" not in str(refused.value)


def test_a_certificate_that_is_too_large_is_refused(
    made: tuple[Kept, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST", 1000)
    with pytest.raises(SchemaError, match="MB, and no certificate has more than"):
        read(made[1])
