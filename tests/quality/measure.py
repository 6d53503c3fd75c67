"""What the bundled stories score today; `python -m tests.quality.measure` prints it.

With `--write` the figures become the floors of the gate: shares a little below what was measured,
so that another processor's rounding does not break it, counts of bad things as they are. The
scoring itself is `kg.eval`; this adds the examples of the vocabulary and keeps the floors.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kg
from kg import eval as scoring
from kg.eval import Gold, Said, Score, read_gold, score
from kg.eval.said import by_story
from kg.extract import extract_many
from kg.graph.flat import story_rows
from kg.resolve import resolve
from loaders import expand, read, take
from schemas.claim import Resolved
from tests.quality import examples

STORIES = Path(kg.__file__).parent / "demo" / "stories"
GOLD = Path(__file__).parent / "gold"
UNSEEN = Path(__file__).parent / "unseen"  # written and annotated apart from the extractor
FLOOR_FILE = Path(__file__).parent / "floors.json"
FLOORS: dict[str, Any] = json.loads(FLOOR_FILE.read_text(encoding="utf-8"))
GATED = "relations_f1", "relations_precision", "entities_f1", "status_right", "unreal_as_fact"
SLACK = 0.02
AT_MOST = frozenset({"unreal_as_fact", "unseen_unreal_as_fact", "unreal_examples_as_fact"})


def read_stories(folder: Path = STORIES) -> list[Resolved]:
    """The folder's stories through the whole chain, from files to claims."""
    places = [p for p in expand(str(folder)) if not p.endswith(".json")]
    stories = [s for place in places for s in read(take(place)).stories]
    return [resolve(s, e) for s, e in zip(stories, extract_many(stories), strict=True)]


def documents(folder: Path = GOLD) -> list[Gold]:
    """The folder's annotated documents, by name."""
    return read_gold(folder)


def rows(read: Sequence[Resolved], folder: Path = GOLD) -> dict[str, list[Said]]:
    """The rows of each annotated document: a story by its id, or all stories of a file."""
    names = {gold.id for gold in documents(folder)}
    files = {r.story.story_id: Path(r.story.source.uri).stem for r in read}
    made = [
        row for r in read
        for row in story_rows(r.claims, [(r.story.story_id, e) for e in r.entities])
    ]  # fmt: skip
    found = by_story(made, names, files).stories
    return {name: found[name] for name in sorted(names)}


def figures(total: Score) -> dict[str, float]:
    """The gate's figures of a score."""
    every = scoring.figures(total)
    return {name: every[name] for name in GATED}


def unseen_figures() -> dict[str, float]:
    """The figures of the stories that were annotated blind, under names of their own."""
    found = figures(score(documents(UNSEEN), rows(read_stories(UNSEEN), UNSEEN)))
    return {f"unseen_{name}": value for name, value in found.items()}


def corpus() -> str:
    """A SHA-256 digest of the annotation and the stories: other text, other floors."""
    whole = hashlib.sha256()
    for path in sorted([*GOLD.iterdir(), *STORIES.iterdir(), *UNSEEN.iterdir()]):
        whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()


def floor(name: str, value: float) -> float:
    """What must hold where `value` was measured; never stricter than the measure."""
    if isinstance(value, int):
        return value
    if name in AT_MOST:
        return math.ceil((value + SLACK) * 1000) / 1000
    return math.floor((value - SLACK) * 1000) / 1000


def main(arguments: Sequence[str]) -> None:
    """Print the figures beside the floors; write new floors where asked to."""
    measured = figures(score(documents(), rows(read_stories())))
    measured |= unseen_figures()
    measured |= examples.figures(examples.readings())
    for name, value in measured.items():
        sys.stdout.write(f"{name:26} {value:6.3f}   floor {FLOORS.get(name, 0):6.3f}\n")
    if "--write" in arguments:
        floors = {n: floor(n, v) for n, v in measured.items()} | {"corpus": corpus()}
        FLOOR_FILE.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
