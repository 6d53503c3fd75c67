"""Stories made from a sentence, and what is read from them."""

import pytest

from kg.extract import extract
from schemas.evidence import Gap, Piece, Source, Story
from schemas.when import When


def make_story(text, *, published=None, gaps=(), title_end=0):
    source = Source(uri="test", sha256="0" * 64, encoding="utf-8", loader="plain", text=text)
    piece = Piece(at=0, length=len(text), start=0, end=len(text))
    return Story(
        story_id="test",
        source=source,
        text=text,
        pieces=(piece,),
        gaps=tuple(Gap(at=at, sort="damage") for at in gaps),
        published=When.parse(published) if published else None,
        title_end=title_end,
    )


def read_claims(text, **more):
    """The claims of a text as (head, type, tail, status) with names to show."""
    found = extract(make_story(text, **more))
    names = {t.key: t.name for t in found.things}
    return {(names[d.head], d.type, names[d.tail], d.status) for d in found.drafts}


@pytest.fixture
def claims():
    return read_claims


@pytest.fixture
def reading():
    return lambda text, **more: extract(make_story(text, **more))
