"""Stories and extractions of our own making, built by hand."""

from __future__ import annotations

import hashlib
import itertools

from schemas.claim import Draft, Extraction, Mention, Thing
from schemas.evidence import Gap, Piece, Source, Story

CHROME = "\n[Advertisement]\n"


def source(text: str, uri: str = "story.txt") -> Source:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Source(uri=uri, sha256=sha, encoding="utf-8", loader="plain", text=text)


def story(text: str, *, cuts: tuple[int, ...] = (), damage: tuple[int, ...] = ()) -> Story:
    """A story of that clean text; page chrome stands in the source at each cut."""
    edges = [0, *sorted({c for c in cuts if 0 < c < len(text)}), len(text)]
    raw, pieces = "HEADER\n", []
    for number, (a, b) in enumerate(itertools.pairwise(edges)):
        raw += CHROME if number else ""
        pieces.append(Piece(at=a, length=b - a, start=len(raw), end=len(raw) + b - a))
        raw += text[a:b]
    gaps = tuple(Gap(at=at, sort="damage") for at in damage)
    made = source(raw)
    return Story(
        story_id=made.sha256[:8], source=made, text=text, pieces=tuple(pieces), gaps=gaps
    )  # fmt: skip


def thing(told: Story, label: str, *names: str, key: str = "", **given: object) -> Thing:
    """A thing by its names, best first, mentioned wherever the story has them."""
    found = [
        Mention(start=at, end=at + len(n), text=n, label=label)
        for n in names
        if (at := told.text.find(n)) >= 0
    ]
    basic = {"key": key or names[0], "label": label, "name": names[0], "mentions": tuple(found)}
    return Thing.model_validate({**basic, **given})


def draft(told: Story, head: str, kind: str, tail: str, **given: object) -> Draft:
    """A draft whose sentence is the whole story."""
    basic = {"head": head, "type": kind, "tail": tail, "start": 0, "end": len(told.text)}
    return Draft.model_validate({**basic, **given})


def said(told: Story, *parts: Thing | Draft) -> Extraction:
    return Extraction(
        story_id=told.story_id,
        things=tuple(p for p in parts if isinstance(p, Thing)),
        drafts=tuple(p for p in parts if isinstance(p, Draft)),
    )
