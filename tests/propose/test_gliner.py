"""A span model: what is missing is told, and what it finds becomes things beside the rules'."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.extract import OFF, extract
from kg.propose.gliner import SpansModel, label_words, spans_model, with_spans
from schemas import labels
from schemas.claim import Extraction
from schemas.errors import KnockonError, ModelMissing
from tests.propose.stories import story

TEXT = "Shares of Halden Motors fell.\nThe Qvenna, a dishwasher, sold well in Zlatograd."
NOTHING = Extraction(story_id="test", things=(), drafts=())


def span(words: str, label: str, text: str = TEXT, **more: object) -> dict[str, object]:
    """A span as the package gives it."""
    at = text.index(words)
    return {"start": at, "end": at + len(words), "text": words, "label": label, "score": 0.9} | more


def things(*spans: dict[str, object], text: str = TEXT) -> dict[str, str]:
    found = with_spans(story(text), NOTHING, spans)
    return {t.name: t.label for t in found.things}


class Spans:
    """What a loaded model gives: its spans of the text that it is handed."""

    def __init__(self, *words: tuple[str, str]) -> None:
        self.words = words
        self.texts: list[str] = []

    def predict_entities(
        self, text: str, labels: list[str], threshold: float = 0.0
    ) -> Sequence[dict[str, object]]:
        self.texts.append(text)
        return [span(w, label, text) for w, label in self.words if w in text and label in labels]


def test_without_a_folder_it_says_which_setting() -> None:
    with pytest.raises(KnockonError, match="KG_GLINER"):
        spans_model("")


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnockonError, match=r"gliner_config\.json") as caught:
        spans_model(str(tmp_path))
    assert str(tmp_path) in str(caught.value)


def test_without_the_package_or_with_an_empty_model_it_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "gliner_config.json").write_text("{}")
    there = importlib.util.find_spec("gliner") is not None
    with pytest.raises(KnockonError if there else ModelMissing) as caught:
        spans_model(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_every_label_that_a_name_may_have_is_asked_for() -> None:
    asked = set(label_words().values())
    evidence = {name for name, node in labels().items() if node.evidence}
    assert asked == set(labels()) - evidence - {"Policy", "Deal", "Portfolio"}


def test_spans_become_things_with_their_places() -> None:
    both = [span("Qvenna", "product"), span("Zlatograd", "place")]
    found = with_spans(story(TEXT), NOTHING, both)
    assert {t.name: t.label for t in found.things} == {"Zlatograd": "Place", "Qvenna": "Product"}
    assert all(TEXT[m.start : m.end] == m.text for t in found.things for m in t.mentions)


def test_one_name_is_one_thing_wherever_it_stands() -> None:
    text = "Zlatograd grows. They left Zlatograd."
    second = {"start": 27, "end": 36, "text": "Zlatograd", "label": "place", "score": 0.6}
    found = with_spans(story(text), NOTHING, [span("Zlatograd", "place", text), second])
    assert [len(t.mentions) for t in found.things] == [2]


@pytest.mark.parametrize("wrong", [
    {"start": 0}, {"end": 9999}, {"start": -3}, {"start": "1"}, {"text": "Qvennas"},
    {"label": "deity"}, {"label": None}, {"end": None}, {"label": "Product"},
])  # fmt: skip
def test_a_span_that_does_not_stand_where_it_says_is_left_out(wrong: dict[str, object]) -> None:
    assert things(span("Qvenna", "product") | wrong) == {}


def test_descriptions_of_what_has_a_name_are_left_out() -> None:
    assert things(span("dishwasher", "person"), span("The", "company")) == {}
    assert things(span("dishwasher", "product")) == {"dishwasher": "Product"}


def test_a_name_that_the_universe_knows_keeps_its_label() -> None:
    assert things(span("Chile", "company", "Chile won."), text="Chile won.") == {}


def test_the_rules_things_and_claims_stand() -> None:
    text = "Halden Motors bought Brightwell Foods in Zlatograd."
    told = story(text)
    read = extract(told, reader=OFF)
    model = SpansModel(Spans(("Halden", "person"), ("Halden Motors", "product")))
    assert model.propose(told, read) == read
    assert model.account() == "gliner: 1 stories read; 0 things added"


def test_a_story_is_read_paragraph_by_paragraph_with_its_offsets() -> None:
    text = f"{'Filler words go on. ' * 200}\n\n{TEXT}"
    spans = Spans(("Qvenna", "product"))
    found = SpansModel(spans).propose(story(text), NOTHING)
    (mention,) = found.things[0].mentions
    assert text[mention.start : mention.end] == "Qvenna"
    assert max(map(len, spans.texts)) <= 1200
    assert "".join(spans.texts) == text.replace("\n\n", "\n")
