"""A type of edge is one class, and a loader one module: dropped in at run time, all know them."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
import loaders
from kg.answers import answer
from kg.extract import extract
from kg.graph import open_store
from kg.graph.contract import Store
from kg.resolve import resolve
from loaders.kit.raw import Raw
from schemas import derive
from schemas.base import Edge, Transmission, edge_types, forget, state_edges, verb
from schemas.errors import LoaderUnknown
from schemas.samples import samples

SENTENCE = "Heineken sponsors Ferrari."
LOADER = '''
"""Letters that open with TOY: the rest is the story."""

from loaders.kit.story import source_of
from schemas.evidence import Piece, Reading, Story, digest

NAME = "toy"
DESCRIPTION = "a letter that opens with TOY"


def sniff(raw):
    return 1.0 if raw.text.startswith("TOY ") else 0.0


def read(raw, published):
    source = source_of(raw, NAME)
    text = source.text[4:]
    piece = Piece(at=0, length=len(text), start=4, end=4 + len(text))
    story = Story(story_id=digest(text), source=source, text=text, pieces=(piece,))
    return Reading(stories=(story,))
'''

# Where our own code may name a type: its rule is about that type's meaning, not about its words.
# A file that is not here names none, and a name that is no longer needed must leave the list.
NAMED = {
    "kg/answers/acts.py": "a policy is shown by its issuer and its object",
    "kg/answers/deals.py": "a policy is listed by its imposing; a sale with its buyer",
    "kg/answers/edges.py": "who supplies is who is depended on; a policy restricts for its issuer",
    "kg/answers/nouns.py": "nouns of questions that no story uses ('client of')",
    "kg/answers/telling_forms.py": "'who has an X target' asks for a forecast",
    "kg/answers/verbs.py": "words of questions that no story uses ('customers of')",
    "kg/answers/within.py": "where a thing is: in a place, a bloc or an industry",
    "kg/eval/rules.py": "what annotators leave out, turn round or write in its long form",
    "kg/exposure/certificate/narrowing.py": "where a thing is, found apart from the answer",
    "kg/exposure/links.py": "a stated effect carries its own sign",
    "kg/exposure/listing.py": "a stated effect is the class `stated`",
    "kg/exposure/shock.py": "how each kind of event is injected",
    "kg/exposure/structural.py": "a listed firm stands in for its industry",
    "kg/exposure/what_if/implied.py": "who restricts whom follows from the policy in between",
    "kg/extract/drafts.py": "a policy's issuer and object are read off its noun phrase",
    "kg/extract/effects.py": "an effect is told across sentences",
    "kg/extract/links.py": "what a noun phrase alone says: seat, ticker, maker",
    "kg/graph/exports/ftm.py": "the two types that FollowTheMoney has schemas of its own for",
    "kg/graph/keeping.py": "who restricts whom follows from the policy in between",
    "kg/graph/state.py": "who restricts whom follows from the policy in between",
    "kg/resolve/deals.py": "one firm becomes another's: behind such a claim there is a deal",
    "kg/resolve/links.py": "a country in the text tells namesakes apart",
}
ROOT = Path(kg.__file__).parents[1]


@pytest.fixture
def sponsors() -> Iterator[type[Edge]]:
    class Sponsors(Edge):
        """A firm pays for another's show."""

        head = ("Firm",)
        tail = ("Firm",)
        phrase = "sponsors"
        frames = (verb("sponsor"),)
        transmissions = (
            Transmission(travel="against", into="demand", out="finance", factor=0.8, source="toy"),
        )
        examples = samples(f"{SENTENCE} | Heineken | Ferrari")

    yield Sponsors
    forget(Sponsors)


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    (tmp_path / "toy.py").write_text(LOADER, encoding="utf-8")
    monkeypatch.setattr(loaders, "__path__", [*loaders.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    yield "toy"
    sys.modules.pop("loaders.toy", None)
    vars(loaders).pop("toy", None)


@pytest.fixture
def letter() -> Raw:
    return Raw.of("letter.txt", f"TOY {SENTENCE}".encode())


@pytest.fixture
def store(sponsors: type[Edge], toy: str, letter: Raw) -> Iterator[Store]:
    (story,) = loaders.read(letter).stories
    opened = open_store(":memory:")
    opened.add([resolve(story, extract(story))], known_from="2025-06-09T12:00:00Z")
    yield opened
    opened.close()


def test_the_loader_is_found_by_its_place_and_by_what_it_recognises(toy: str, letter: Raw) -> None:
    found, picked = loaders.find(toy), loaders.pick(letter)
    assert found is picked
    assert found.NAME in loaders.names()


def test_the_loader_is_gone_with_its_file() -> None:
    with pytest.raises(LoaderUnknown):
        loaders.find("toy")


def test_whatever_is_derived_knows_the_type(sponsors: type[Edge]) -> None:
    assert "SPONSORS" in derive.json_schema()["properties"]["type"]["enum"]
    assert "SPONSORS" in derive.mermaid()
    assert "### `SPONSORS`" in derive.types_page()
    assert SENTENCE in derive.types_page()
    assert "'SPONSORS'" in derive.sqlite_constraints()["type"]
    assert any(":SPONSORS]" in statement for statement in derive.cypher_constraints())


def test_nothing_derived_knows_it_once_it_is_forgotten() -> None:
    assert "SPONSORS" not in edge_types()
    assert "SPONSORS" not in derive.types_page()


def test_a_story_that_says_it_yields_the_edge_with_its_quote(store: Store) -> None:
    (claim,) = [c for c in store.claims() if c.type == "SPONSORS"]
    assert claim.head.startswith("Heineken")
    assert (claim.tail, claim.status) == ("Ferrari", "asserted")
    assert claim.quote == f"TOY {SENTENCE}"[claim.start : claim.end] == SENTENCE


def test_a_question_with_its_verb_is_answered(store: Store) -> None:
    (who,) = answer("Who sponsors Ferrari?", store.view()).answers
    (what,) = answer("What does Heineken sponsor?", store.view()).answers
    assert who.entity.startswith("Heineken")
    assert who.paths[0].steps[0].edge == "SPONSORS"
    assert what.entity == "Ferrari"


def test_a_shock_travels_over_it(store: Store) -> None:
    found = answer("Who is exposed to Ferrari?", store.view())
    (hit,) = [a for a in found.answers if a.entity.startswith("Heineken")]
    (step,) = hit.paths[0].steps
    assert (step.edge, step.forward) == ("SPONSORS", False)
    assert (hit.channel, hit.sign, hit.class_) == ("finance", "hurt", "linked")
    assert step.claims[0].quote == SENTENCE


def test_without_the_class_the_sentence_says_nothing(toy: str, letter: Raw) -> None:
    (story,) = loaders.read(letter).stories
    assert not [d for d in extract(story).drafts if d.type == "SPONSORS"]


def test_type_names_are_written_in_the_classes_and_in_a_few_reasoned_places_only() -> None:
    files = sorted(p for part in ("kg", "loaders") for p in (ROOT / part).rglob("*.py"))
    naming = {p.relative_to(ROOT).as_posix() for p in files if _type_names(p)}
    assert naming == set(NAMED)


def _type_names(path: Path) -> set[str]:
    """The state types that a module's strings name, docstrings left aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is str]
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    words = {w.strip("'\"():,") for n in strings if id(n) not in told for w in str(n.value).split()}
    return words & {kind.TYPE for kind in state_edges()}
