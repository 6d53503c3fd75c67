"""A text file as one story: headline if it has one, then paragraphs, furniture dropped.

Bias: a first line is only a headline if it does not end as a sentence.
"""

from __future__ import annotations

from loaders.kit import page
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw, check_size
from loaders.kit.story import Notice, source_of
from schemas.errors import SourceMalformed
from schemas.evidence import Reading

NAME = "plain"
DESCRIPTION = "a text file with one story"


def sniff(raw: Raw) -> float:
    """A little for any text: the loader of last resort."""
    return 0.05 if raw.text.lstrip()[:1] in "<{[" else 0.3


def read(raw: Raw, published: Moment | None) -> Reading:
    """The file's one story; SourceTooLarge over 20 MB, SourceMalformed if only furniture."""
    check_size(raw)
    source = source_of(raw, NAME)
    notice = Notice(published=published.when if published else None, url=page.address(raw))
    story, picked = page.compose(source, page.paras(raw.text), notice, trim=True)
    if story is None:
        raise SourceMalformed("nothing but page furniture", where=raw.uri, cure="give the article")
    left = page.leftovers(source, picked.leftovers)
    return Reading(stories=(story,), leftovers=left, chrome=picked.chrome)
