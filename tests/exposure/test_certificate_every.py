"""Every value and every entry of a certificate, changed and sealed anew: all are found."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.exposure.certificate import Kept
from schemas.errors import SchemaError
from tests.exposure.proofs import examine, proof, reseal, shelf

PROSE = {("question",), ("plan", "subject")}
"""What nothing follows from: only the digest covers it, and the names to show in a plan."""
ANOTHER: dict[object, object] = {
    None: "x", "asserted": "completed", "planned": "agreed", "+": "-", "hurt": "helped",
    "helped": "hurt", "linked": "structural", "stated": "structural", "supply": "price",
    "access": "price", "finance": "price", "price": "supply", "demand": "price",
}  # fmt: skip
Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, dict[str, Any]]:
    store = shelf(tmp_path_factory.mktemp("news"))
    content: dict[str, Any] = json.loads(proof(store))
    return Kept(store), content


def values(at: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value that is no table and no list, with its place."""
    inside = at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
    if not isinstance(at, dict | list):
        yield place, at
    for key, value in inside:
        yield from values(value, (*place, key))


def lists(at: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every entry of every list."""
    inside = at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
    for key, value in inside:
        if isinstance(at, list):
            yield (*place, key)
        yield from lists(value, (*place, key))


def another(value: Any) -> Any:
    """A value of the same sort that is not the same."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 if isinstance(value, int) else value * 0.9 + 0.0137
    if value in ANOTHER:
        return ANOTHER[value]
    return "2019-01-01" if len(value) == 10 and value.startswith("20") else value + "x"


def parent(content: dict[str, Any], place: Place) -> Any:
    at: Any = content
    for key in place[:-1]:
        at = at[key]
    return at


def passes(content: dict[str, Any], store: Kept) -> bool:
    """Whether the changed content, sealed anew, is taken for a proof."""
    try:
        return examine(json.dumps(reseal(content)), store).failed is None
    except SchemaError:
        return False


def test_no_value_can_be_changed(made: tuple[Kept, dict[str, Any]]) -> None:
    store, content = made
    unseen = set()
    every = list(values({k: v for k, v in content.items() if k != "digest"}))
    priors = [at for at, _ in every if at[:2] == ("priors", "transmissions")]
    for place, value in every:
        if place in priors and priors.index(place) % 5:  # they are alike, and there are many
            continue
        forged = copy.deepcopy(content)
        parent(forged, place)[place[-1]] = another(value)
        if passes(forged, store):
            unseen.add(place)
    assert {at for at in unseen if at[:2] != ("plan", "names")} == PROSE


@pytest.mark.parametrize("how", ["left out", "given twice"])
def test_no_entry_can_be_left_out_or_given_twice(
    made: tuple[Kept, dict[str, Any]], how: str
) -> None:
    store, content = made
    unseen = []
    for place in lists(content):
        forged = copy.deepcopy(content)
        entries = parent(forged, place)
        entry = entries.pop(place[-1])
        entries.extend([entry, entry] if how == "given twice" else [])
        if passes(forged, store):
            unseen.append(place)
    assert unseen == []


@pytest.mark.parametrize("part", ["kappa", "status", "transmissions", "half_lives", "constants"])
def test_no_prior_can_be_left_out(made: tuple[Kept, dict[str, Any]], part: str) -> None:
    store, content = made
    for name in content["priors"][part]:
        forged = copy.deepcopy(content)
        del forged["priors"][part][name]
        assert not passes(forged, store), name


def test_the_world_has_what_the_changes_are_about(made: tuple[Kept, dict[str, Any]]) -> None:
    content = made[1]
    assert len(content["answers"]) >= 3
    assert any(len(e["witnesses"]) > 1 for e in content["edges"])
    assert any(e["chains"] for e in content["edges"])
    assert Path(content["stories"][0]["uri"]).is_absolute()
