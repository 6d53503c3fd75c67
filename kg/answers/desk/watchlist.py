"""Questions that are kept, with their last answers: what moved since, and by which sentence.

The list is one JSON file; nothing of it stands in a store. Which stories counted at the last
answer is remembered by their ids, not by a clock: two readings within one second are two. Bias:
what cannot be compared (a file that is no watchlist) is refused, never begun anew silently.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from kg.answers.desk.causes import Cause, Change, Inquest, sentences
from kg.answers.desk.items import Item, Items, Move, ask, items, items_now, moves
from kg.answers.desk.otherwise import Evidence
from kg.graph.contract import Store
from kg.resolve.judged import retractions
from schemas.base import Record
from schemas.errors import EntityUnknown, SourceMalformed
from schemas.evidence import digest

VERSION = 1
_NAMES = "names now mean other things than before; no claim alone did it"


class Known(Record):
    """What a store held at a moment: the stories that counted, and the judgements made."""

    stories: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """A digest of it."""
        return digest("known", *self.stories, "", *self.judgements)


class Watch(Record):
    """A question, its last answer line by line, and the mark of what was known then."""

    words: str
    items: dict[str, Item]
    mark: str


class Because(Record):
    """Moves that have the same causes; without a sentence, the other reason there is."""

    moves: tuple[Move, ...]
    causes: tuple[Cause, ...] = ()
    reason: str = ""


class News(Record):
    """What became of one watched question since the last time."""

    words: str
    moves: tuple[Move, ...]
    because: tuple[Because, ...]


class _Shelf(Record):
    """The watches over one store, and what was known at their last answers, by mark."""

    stamp: str = ""
    watches: tuple[Watch, ...] = ()
    known: dict[str, Known] = {}


class _File(Record):
    """The whole file: a shelf for each store's address."""

    version: int = VERSION
    stores: dict[str, _Shelf] = {}


@dataclass(slots=True)
class Watchlist:
    """The questions watched over one store."""

    store: Store
    stamp: str = ""
    watches: dict[str, Watch] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)

    def add(self, words: str) -> bool:
        """Watch a question or name from now on; whether it is new. Its words must be readable.

        EntityUnknown, EntityAmbiguous or QuestionUnread otherwise.
        """
        words = " ".join(words.split())
        found = items(ask(self.store.view(), words))
        if words in self.watches:
            return False
        now = self._now()
        self.known[now.mark] = now
        self.watches[words] = Watch(words=words, items=found, mark=now.mark)
        self.stamp = ""
        return True

    def remove(self, words: str) -> None:
        """Watch it no more; EntityUnknown where it is not watched."""
        words = " ".join(words.split())
        if words not in self.watches:
            listed = "; ".join(self.watches) or "none"
            raise EntityUnknown(f"{words!r} is not watched", cure=f"watched are: {listed}")
        del self.watches[words]
        self._tidy()

    def run(self) -> list[News]:
        """What moved since the last time; remembers the answers of now."""
        stamp = self.store.stamp()
        if stamp == self.stamp:
            return []
        now = self._now()
        self.known[now.mark] = now
        claims = Evidence(self.store, self.store.view())
        told = [(w, items_now(claims.view, w.words)) for w in self.watches.values()]
        news = [self._news(w, found, now, claims) for w, found in told]
        for watch, found in told:
            self.watches[watch.words] = Watch(words=watch.words, items=found, mark=now.mark)
        self.stamp = stamp
        self._tidy()
        return [n for n in news if n.moves]

    def _now(self) -> Known:
        made = self.store.judgements()
        counting = set(self.store.story_ids()) - retractions(made).keys()
        return Known(
            stories=tuple(sorted(counting)), judgements=tuple(sorted(j.judgement_id for j in made))
        )

    def _tidy(self) -> None:
        used = {w.mark for w in self.watches.values()}
        self.known = {mark: known for mark, known in self.known.items() if mark in used}

    def _news(self, watch: Watch, found: Items, now: Known, claims: Evidence) -> News:
        moved = moves(watch.items, found)
        if not moved:
            return News(words=watch.words, moves=(), because=())
        before = self.known[watch.mark]
        inquest = Inquest(watch.words, claims, changes(before, now, claims))
        grouped: dict[tuple[Cause, ...], list[Move]] = {}
        for move in moved:
            grouped.setdefault(sentences(claims, inquest.causes(move)), []).append(move)
        reason = self._other(before, now)
        return News(
            words=watch.words, moves=tuple(moved),
            because=tuple(
                Because(moves=tuple(some), causes=causes, reason="" if causes else reason)
                for causes, some in grouped.items()
            ),
        )  # fmt: skip

    def _other(self, before: Known, now: Known) -> str:
        """The reason for a move that no claim undoes: judgements, else names."""
        fresh = set(now.judgements) - set(before.judgements)
        made = [j for j in self.store.judgements() if j.judgement_id in fresh]
        told = [f"{j.sort} {j.left} {j.right}".rstrip() + f" ({j.why})" * bool(j.why) for j in made]
        if told:
            return "judged since: " + "; ".join(told)
        return _NAMES if before.stories != now.stories else "the program or its priors changed"


def changes(before: Known, now: Known, claims: Evidence) -> list[Change]:
    """The claims that count now and did not before, and those that count no more."""
    was, is_ = set(before.stories), set(now.stories)
    came = [Change(c) for c in claims.of_stories(is_ - was)]
    return came + [Change(c, gone=True) for c in claims.of_stories(was - is_)]


def load(path: Path, url: str, store: Store) -> Watchlist:
    """The watchlist of the store at that address; SourceMalformed where the file is none."""
    shelf = _read(path).stores.get(url, _Shelf())
    watches = {w.words: w for w in shelf.watches}
    return Watchlist(store, shelf.stamp, watches, dict(shelf.known))


def save(path: Path, url: str, kept: Watchlist) -> None:
    """Write the watchlist beside those of other stores; the file is replaced as a whole."""
    shelf = _Shelf(stamp=kept.stamp, watches=tuple(kept.watches.values()), known=kept.known)
    stores = {**_read(path).stores, url: shelf}
    text = json.dumps(_File(stores=stores).model_dump(mode="json"), ensure_ascii=False, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(path)


def _read(path: Path) -> _File:
    if not path.exists():
        return _File()
    cure = "repair it, or move it away to begin anew"
    try:
        read = _File.model_validate_json(path.read_bytes())
    except (ValidationError, ValueError) as error:
        raise SourceMalformed("no watchlist", where=str(path), cure=cure) from error
    if read.version != VERSION:
        what = f"a watchlist of version {read.version}, this program knows {VERSION}"
        raise SourceMalformed(what, where=str(path), cure=cure)
    return read
