"""The one module that loads GLiNER: spans with labels, which become things beside the rules'.

The model is read from a folder that the user names and nothing is fetched. It proposes mentions
only, the claims stay the rules'. Bias: where a rule has read something, its reading stands.
"""

from __future__ import annotations

import importlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import schemas
from kg.propose.surfaces import Cast, Span, bare, thing_of, undeserving
from schemas.claim import Extraction, Thing
from schemas.errors import KnockonError, ModelMissing
from schemas.evidence import Story

__all__ = ["SpansModel", "label_words", "spans_model", "with_spans"]

SURE = 0.5  # least score of a span: the package's own default
LONGEST = 1200  # characters read at once: such models see some 384 words
ACTS = frozenset({"Policy", "Deal", "Portfolio"})  # made of their parties; a bare name is none
WORDS = {
    "Firm": "company", "Agency": "government agency", "Person": "person", "Place": "place",
    "Commodity": "raw material", "Index": "market index", "Indicator": "economic indicator",
    "Exchange": "stock exchange",
}  # fmt: skip
"""What a model is asked for where a label's own name is not the usual word."""

Found = Mapping[str, object]


class Model(Protocol):
    """What is used of a loaded `gliner.GLiNER`."""

    def predict_entities(
        self, text: str, labels: list[str], threshold: float = SURE
    ) -> Sequence[Found]:
        """The spans of the text: `start`, `end`, `text`, `label` and `score` of each."""


class SpansModel:
    """A loaded model as a proposer."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._stories = self._things = 0

    def propose(self, story: Story, extraction: Extraction) -> Extraction:
        """The rules' extraction with the things that the model found behind it."""
        found = [span for at, text in _paragraphs(story.text) for span in self._spans(text, at)]
        both = with_spans(story, extraction, found)
        self._stories += 1
        self._things += len(both.things) - len(extraction.things)
        return both

    def _spans(self, text: str, at: int) -> Iterator[Found]:
        for span in self._model.predict_entities(text, list(label_words()), threshold=SURE):
            start, end = span.get("start"), span.get("end")
            if isinstance(start, int) and isinstance(end, int):
                yield {**span, "start": start + at, "end": end + at}

    def account(self) -> str:
        """How many stories were read and things added, in one line."""
        return f"gliner: {self._stories} stories read; {self._things} things added"


def spans_model(path: str) -> SpansModel:
    """The model in that folder; ModelMissing without the package, KnockonError without a model."""
    if not path:
        raise KnockonError("--extractor gliner needs KG_GLINER",
                           cure="set it to the folder of a GLiNER model")  # fmt: skip
    folder = Path(path).expanduser()
    if not (folder / "gliner_config.json").is_file():
        raise KnockonError("no GLiNER model here (gliner_config.json)", where=str(folder),
                           cure="set KG_GLINER to a folder that holds one")  # fmt: skip
    os.environ["HF_HUB_OFFLINE"] = "1"  # read at the import below: nothing is fetched
    try:
        package = importlib.import_module("gliner")
    except ImportError as error:
        raise ModelMissing("the package gliner is not installed",
                           cure="pip install 'knockon[gliner]'") from error  # fmt: skip
    try:
        return SpansModel(package.GLiNER.from_pretrained(str(folder), local_files_only=True))
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        said = " ".join(str(error).split())[:200]
        raise KnockonError(f"the model cannot be loaded ({said})", where=str(folder),
                           cure="its folder must hold the tokenizer too") from error  # fmt: skip


def label_words() -> dict[str, str]:
    """The words that a model is asked for, each with the label that it stands for."""
    known = (n for n, node in schemas.labels().items() if not node.evidence and n not in ACTS)
    return {WORDS.get(name, name.lower()): name for name in known}


def with_spans(story: Story, extraction: Extraction, spans: Iterable[Found]) -> Extraction:
    """The extraction with the spans, in the story's offsets, as things behind the rules'."""
    cast = Cast(story.text, extraction.things)
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for words, label, at in _sound(story.text, spans):
        if not cast.touches(at) and undeserving(words, label) is None:
            places[words, label].append(at)
    taken = {t.key for t in extraction.things}
    fresh: dict[str, Thing] = {}
    for (words, label), found in places.items():
        thing = thing_of(words, label, sorted(set(found)))
        if thing.key in taken or label != _first_label(places, words):
            continue
        kept = fresh.setdefault(thing.key, thing)
        if kept is not thing:
            joined = sorted({*kept.mentions, *thing.mentions}, key=lambda m: (m.start, m.end))
            fresh[thing.key] = kept.model_copy(update={"mentions": tuple(joined)})
    things = sorted((*extraction.things, *fresh.values()), key=lambda t: t.key)
    return extraction.model_copy(update={"things": tuple(things)})


def _first_label(places: Mapping[tuple[str, str], Sequence[Span]], words: str) -> str:
    """The label that the model gave the words most often, the first of several."""
    counts = {label: len(found) for (named, label), found in places.items() if named == words}
    return max(counts, key=lambda label: counts[label])


def _sound(text: str, spans: Iterable[Found]) -> Iterator[tuple[str, str, Span]]:
    """Words, label and place of the spans that stand where they say, under a label asked for."""
    asked = label_words()
    for span in spans:
        start, end, label = span.get("start"), span.get("end"), asked.get(str(span.get("label")))
        if not (isinstance(start, int) and isinstance(end, int) and label):
            continue
        if not 0 <= start < end <= len(text) or text[start:end] != span.get("text"):
            continue
        words = bare(text[start:end])
        at = text.find(words, start, end)
        if words:
            yield words, label, (at, at + len(words))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The lines of the text, long ones in pieces at a blank, each with its offset."""
    at = 0
    while at < len(text):
        behind = text.find("\n", at) + 1 or len(text)
        if behind - at > LONGEST:
            behind = max(text.rfind(" ", at, at + LONGEST), at) + 1
            behind = at + LONGEST if behind == at + 1 else behind
        if text[at:behind].strip():
            yield at, text[at:behind]
        at = behind
