"""The annotation as written: one JSON object a story (docs/gold.md), checked where it is read.

Bias: a relation whose end is no annotated thing stops the reading; a gold that is silently smaller
would flatter whoever is measured with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from schemas.errors import SourceMalformed, SourceMissing

__all__ = ["Gold", "Relation", "Same", "Thing", "paths", "read_gold", "read_same"]

SAME = "canonical_entities.json"
"""The file, in the folder of the gold or beside it, that says who is who across its stories."""


class _Written(BaseModel):
    """A frozen part of an annotation; what else its annotator noted is left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")


Part = TypeVar("Part", bound=_Written)


class Spot(_Written):
    """A mention of a thing, as the story words it."""

    text: str


class Thing(_Written):
    """An annotated thing; `type_ok` are the labels that are right for it, `type` if none is named.

    One that is `optional` is defensible: neither right nor wrong.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Spot, ...] = ()
    type_ok: tuple[str, ...] = ()
    optional: bool = False


class Relation(_Written):
    """An annotated relation; those of one story with one `alt` are one fact in other encodings."""

    head: str
    head_id: str
    type: str
    tail: str
    tail_id: str
    status: str = "asserted"
    status_ok: tuple[str, ...] = ()
    sign: str | None = None
    amount: float | None = None
    date: str | None = None
    evidence_sentence: str = ""
    optional: bool = False
    alt: str | None = None


class Triple(_Written):
    """A relation that is true and not required, by its names."""

    head: str
    type: str
    tail: str


class Gold(_Written):
    """One story's annotation; a row about a name of `ignore_entities` is not judged."""

    id: str
    title: str = ""
    entities: tuple[Thing, ...]
    relations: tuple[Relation, ...]
    ignore_entities: tuple[str, ...] = ()
    also_ok: tuple[Triple, ...] = ()


class Member(_Written):
    """One thing of one story."""

    story: str
    id: str


class Cluster(_Written):
    """Things of several stories that are one; where annotators differ it is `contested`."""

    members: tuple[Member, ...]
    contested: bool = False


class Same(_Written):
    """Who is who across stories."""

    clusters: tuple[Cluster, ...]


def paths(place: Path) -> list[Path]:
    """The files of the gold: the place itself, or the JSON files in that folder."""
    if not place.is_dir():
        return [place]
    return sorted(p for p in place.glob("*.json") if p.name != SAME)


def read_gold(place: Path) -> list[Gold]:
    """The annotation in a folder of JSON files or in one file of JSON Lines, by file and line.

    Raises SourceMissing where there is none and SourceMalformed at the first that is not sound.
    """
    found = [gold for path in paths(place) for gold in _read(path)]
    if not found:
        raise SourceMissing(
            "no annotated story here", where=str(place), cure="name a folder of gold JSON files"
        )
    names = [gold.id for gold in found]
    if twice := sorted({n for n in names if names.count(n) > 1}):
        raise SourceMalformed(
            f"annotated twice: {', '.join(twice)}", where=str(place), cure="give each id once"
        )
    return found


def read_same(place: Path, given: Path | None) -> Same | None:
    """Who is who across the stories: the given file, else the one that lies with the gold."""
    beside = [place / SAME, place.parent / SAME] if place.is_dir() else [place.parent / SAME]
    path = given or next((p for p in beside if p.is_file()), None)
    return _checked(Same, _text(path), str(path)) if path else None


def _read(path: Path) -> Iterator[Gold]:
    text = _text(path)
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield _sound(_checked(Gold, line, f"{path}:{number}"), f"{path}:{number}")
    else:
        yield _sound(_checked(Gold, text, str(path)), str(path))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise SourceMissing(why, where=str(path), cure="check the path") from error
    except UnicodeDecodeError as error:
        raise SourceMalformed("not UTF-8", where=str(path), cure="save it as UTF-8") from error


def _checked(kind: type[Part], text: str, where: str) -> Part:
    try:
        return kind.model_validate(json.loads(text))
    except (ValidationError, ValueError) as error:
        raise SourceMalformed(_why(error), where=where, cure="see docs/gold.md") from error


def _why(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return f"not JSON: {error}"
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc']) or 'this'}: {first['msg']}"


def _sound(gold: Gold, where: str) -> Gold:
    """The annotation, once each thing has an id and each end of a relation is one of them."""
    known = {thing.id for thing in gold.entities}
    if len(known) < len(gold.entities):
        raise SourceMalformed("two entities have one id", where=where, cure="give each id once")
    for relation in gold.relations:
        if lost := {relation.head_id, relation.tail_id} - known:
            raise SourceMalformed(
                f"{relation.type} has an end that is no entity: {', '.join(sorted(lost))}",
                where=where, cure="annotate it, or mend the id",
            )  # fmt: skip
    return gold
