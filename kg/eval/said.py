"""What was read: the contract's rows, as the scorer looks at them, and where they come from.

Bias: a row that says too little to be judged stops the reading, instead of being passed over.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.errors import SourceMalformed, SourceMissing

if TYPE_CHECKING:
    from kg.pipeline import How
    from schemas.evidence import Setback

__all__ = ["Heard", "Said", "by_story", "from_rows", "from_stories"]

ROW = "head", "head_type", "head_node", "type", "tail", "tail_type", "tail_node", "status", \
    "sign", "date", "amount", "quote"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that was read, or with an empty `type` a thing; absent values are empty."""

    head: str
    head_type: str
    head_node: str = ""
    type: str = ""
    tail: str = ""
    tail_type: str = ""
    tail_node: str = ""
    status: str = "asserted"
    sign: str = ""
    date: str = ""
    amount: str = ""
    quote: str = ""

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Said:
        """A row of `kg extract`; KeyError where it has neither claim nor entity."""
        if "entity" in row and not row.get("head"):
            names = ("entity", "entity_type", "entity_node")
            return cls(*(str(row.get(name) or "") for name in names))
        needed = {name: str(row[name]) for name in ("head", "type")}
        given = {name: str(row[name]) for name in ROW if row.get(name) is not None}
        return cls(**{"head_type": "", **given, **needed})

    def ends(self) -> Iterator[tuple[str, str, str]]:
        """Name, label and node of each end that has a name."""
        for end in (
            (self.head, self.head_type, self.head_node),
            (self.tail, self.tail_type, self.tail_node),
        ):
            if end[0]:
                yield end


@dataclass(slots=True)
class Heard:
    """What was read of each annotated story; `elsewhere` counts rows of other stories."""

    stories: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: int = 0
    aside: list[Setback] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows belong to annotated stories."""
        return sum(map(len, self.stories.values()))


def by_story(
    rows: Iterable[Mapping[str, object]], names: set[str], known: Mapping[str, str]
) -> Heard:
    """The rows of each annotated story; `known` is the story's name where its id is none."""
    heard = Heard()
    for row in rows:
        story_id = str(row.get("story_id", ""))
        name = story_id if story_id in names else known.get(story_id, "")
        if name in names:
            heard.stories[name].append(Said.of(row))
        else:
            heard.elsewhere += 1
    return heard


def from_stories(places: Sequence[str], names: set[str], how: How) -> Heard:
    """What the whole chain reads in the places: a story by its id, or all of a file by its name."""
    from kg.graph import open_store
    from kg.pipeline import ingest

    store = open_store(":memory:")
    taken = list(ingest(places, store, known_from="1970-01-01T00:00:00+00:00", how=how))
    stories = [story for one in taken for story in one.reading.stories]
    files = {s.story_id: Path(s.source.uri).stem for s in stories}
    heard = by_story(store.rows(), names, files)
    store.close()
    for story in stories:  # a story in which nothing was read was given all the same
        name = story.story_id if story.story_id in names else files[story.story_id]
        if name in names:
            heard.stories.setdefault(name, [])
    heard.aside = [setback for one in taken for setback in one.aside]
    return heard


def from_rows(path: Path, names: set[str]) -> Heard:
    """The rows of a file that `kg extract` wrote.

    Raises SourceMissing or, with the line, SourceMalformed.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            return by_story(_parsed(lines, path), names, {})
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise SourceMissing(why, where=str(path), cure="check the path") from error
    except UnicodeDecodeError as error:
        raise SourceMalformed("not UTF-8", where=str(path), cure="save it as UTF-8") from error


def _parsed(lines: Iterable[str], path: Path) -> Iterator[dict[str, object]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            Said.of(row)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SourceMalformed(
                "neither a claim nor an entity", where=f"{path}:{number}",
                cure="give lines as `kg extract` writes them",
            ) from error  # fmt: skip
        yield row
