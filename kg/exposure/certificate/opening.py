"""Where the texts of a proof are opened again: a store that keeps them, or the files themselves.

Bias: a text that cannot be opened is a failure with its reason, unless nobody promised it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kg.exposure.certificate.shape import ProvedStory
from kg.graph.contract import Recorded, Store, View
from kg.graph.moments import instant
from kg.graph.view import made_by
from kg.resolve.judged import retractions
from loaders import Raw, read, take
from schemas.claim import Claim
from schemas.errors import KnockonError
from schemas.evidence import Source, Story
from schemas.when import When


@dataclass(frozen=True, slots=True)
class Opened:
    """A source opened again: its text, the SHA-256 of its bytes, and what else is known of it.

    `claims` are those recorded of the story; None where only texts are at hand.
    """

    text: str
    file_sha256: str
    story: Story | None = None
    claims: Mapping[str, Claim] | None = None
    known_from: str = ""


class Evidence(Protocol):
    """A place where the sources of a proof can be opened."""

    name: str
    recorded: bool
    """Whether it knows what was read from the texts, or the texts alone."""

    def expect(self, story_ids: Sequence[str]) -> None:
        """Hear which stories will be opened, so that they can be fetched together."""

    def open(self, story: ProvedStory) -> Opened | None:
        """The story's source; None where this place makes no promise. KnockonError if it fails."""

    def instead(self, story: ProvedStory) -> Opened | None:
        """What the place has of the same source where the story itself is not there."""

    def known(self, story_ids: Sequence[str]) -> Mapping[str, str]:
        """Since when (UTC) it knows each of these stories; nothing where it keeps no record."""

    def retracted(self, known_at: str | None) -> frozenset[str]:
        """The stories that no longer count, as known at that time."""

    def view(self, as_of: When | None, known_at: str | None) -> View | None:
        """The state graph at that moment, if this place has one."""


class Missing(KnockonError):
    """A story or source of the proof is not there."""


@dataclass(slots=True)
class Kept:
    """The texts and claims that a store keeps."""

    store: Store
    name: str = "the store"
    recorded: bool = True
    _records: dict[str, Recorded] = field(default_factory=dict)

    def expect(self, story_ids: Sequence[str]) -> None:
        """Fetch the stories."""
        self._records |= {r.resolved.story.story_id: r for r in self.store.records(story_ids)}

    def open(self, story: ProvedStory) -> Opened:
        """The story as it was recorded; Missing if it is not."""
        if story.story_id not in self._records:
            self.expect([story.story_id])
        record = self._records.get(story.story_id)
        if record is None:
            raise Missing(f"story {story.story_id} is not in the store")
        held = record.resolved.story
        claims = {c.claim_id: c for c in record.resolved.claims}
        source = held.source
        return Opened(source.text, source.sha256, held, claims, record.known_from)

    def instead(self, story: ProvedStory) -> Opened | None:
        """Another story of the same address, else of the same file name: its source was changed."""
        ends = story.uri.rsplit("/", maxsplit=1)[-1], story.item
        found: Opened | None = None
        for record in self.store.records():
            other = record.resolved.story
            source = other.source
            if (source.uri.rsplit("/", maxsplit=1)[-1], source.item) == ends:
                found = Opened(source.text, source.sha256, other)
                if source.uri == story.uri:
                    break
        return found

    def known(self, story_ids: Sequence[str]) -> Mapping[str, str]:
        """Since when the store knows each of these stories."""
        self.expect([i for i in story_ids if i not in self._records])
        return {i: self._records[i].known_from for i in story_ids if i in self._records}

    def retracted(self, known_at: str | None) -> frozenset[str]:
        """The stories that judgements take out, as known at that time."""
        limit = instant(known_at, end=True) if known_at else None
        return frozenset(retractions(made_by(self.store.judgements(), limit)))

    def view(self, as_of: When | None, known_at: str | None) -> View:
        """The store's view at that moment."""
        return self.store.view(as_of, known_at)


@dataclass(slots=True)
class Files:
    """The original files: those under `folder`, else wherever the proof says they were."""

    folder: Path | None = None
    name: str = "the files"
    recorded: bool = False
    _raws: dict[Path, Raw] = field(default_factory=dict)
    _texts: dict[tuple[Path, str], dict[str, tuple[Source, dict[str, Story]]]] = field(
        default_factory=dict
    )

    def expect(self, story_ids: Sequence[str]) -> None:
        """Nothing: a file is read when it is opened."""

    def open(self, story: ProvedStory) -> Opened | None:
        """The story's file and the text in it; Missing if a named folder lacks it."""
        path = self._path(story.uri)
        if path is None:
            if self.folder is None:
                return None
            raise Missing(f"source {story.uri} is not under {self.folder}")
        raw = self._raws.setdefault(path, take(str(path)))
        if raw.sha256 != story.file_sha256:
            return Opened(raw.text, raw.sha256)
        inside = self._inside(path, story.loader).get(story.item)
        if inside is None:
            raise Missing(f"source {story.uri} has no {story.item or 'text'}")
        return Opened(inside[0].text, raw.sha256, inside[1].get(story.story_id))

    def instead(self, story: ProvedStory) -> None:  # noqa: ARG002  (a protocol)
        """Nothing: a file that was changed is opened as it is."""
        return

    def known(self, story_ids: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002  (a protocol)
        """Nothing: files keep no record."""
        return {}

    def retracted(self, known_at: str | None) -> frozenset[str]:  # noqa: ARG002  (a protocol)
        """Nothing: files know of no judgement."""
        return frozenset()

    def view(self, as_of: When | None, known_at: str | None) -> None:  # noqa: ARG002  (a protocol)
        """Nothing: files are no graph."""
        return

    def _path(self, uri: str) -> Path | None:
        """The file of the address: the longest end of it that stands under the folder."""
        if "://" in uri or uri in {"", "-"}:
            return None
        parts = Path(uri).parts
        tails = [Path(*parts[at:]) for at in range(len(parts))]
        if self.folder is None:
            places = [Path(uri)]
        else:
            places = [self.folder / t for t in tails if not t.is_absolute()]
        return next((p for p in places if p.is_file()), None)

    def _inside(self, path: Path, loader: str) -> dict[str, tuple[Source, dict[str, Story]]]:
        """The sources in the file by item, each with its stories by id."""
        if (path, loader) not in self._texts:
            reading = read(self._raws[path], loader=loader)
            found: dict[str, tuple[Source, dict[str, Story]]] = {}
            for story in reading.stories:
                place = found.setdefault(story.source.item, (story.source, {}))
                place[1][story.story_id] = story
            for fact in reading.facts:
                found.setdefault(fact.source.item, (fact.source, {}))
            self._texts[path, loader] = found
        return self._texts[path, loader]
