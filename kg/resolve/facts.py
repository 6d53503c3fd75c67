"""The typed facts of a table as a story of its own: one a file, each claim's quote its line.

The rows pass through the same rules as the words of a story, so a firm in a table and a firm in
the news are one node. Bias: a row whose line cannot be found in the file is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from pydantic import ValidationError

from kg.resolve.claims import TABLE
from schemas.claim import Draft, Extraction, Mention, Refusal, Thing
from schemas.evidence import Fact, Piece, Source, Story, digest
from schemas.when import When

SURE = "1"  # a row without a confidence: its author typed what holds
_NEWLINE = re.compile(r"\r\n|\n|\r")

Span = tuple[int, int]


def tables(facts: Sequence[Fact]) -> list[tuple[Story, Extraction]]:
    """A story and what its rows say for every source file, sorted by story id."""
    files: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        files[digest(TABLE, fact.source.sha256, fact.source.item)].append(fact)
    return [_table(story_id, files[story_id]) for story_id in sorted(files)]


def _table(story_id: str, facts: Sequence[Fact]) -> tuple[Story, Extraction]:
    rows = sorted(facts, key=lambda f: (f.line, f.model_dump_json()))
    source = min((f.source for f in rows), key=lambda s: s.uri)
    lines = _lines(source.text)
    things: dict[str, list[Mention]] = defaultdict(list)
    drafts, refusals = [], []
    for fact in rows:
        read = _draft(fact, lines)
        if isinstance(read, Draft):
            drafts.append(read)
            _mention(fact, (read.start, read.end), things)
        else:
            refusals.append(_refused(story_id, fact, lines, read))
    said = Extraction(
        story_id=story_id, things=tuple(_things(things)), drafts=tuple(drafts),
        refusals=tuple(refusals),
    )  # fmt: skip
    return _story(story_id, source), said


def _story(story_id: str, source: Source) -> Story:
    length = len(source.text)
    return Story(
        story_id=story_id, source=source, text=source.text,
        pieces=(Piece(at=0, length=length, start=0, end=length),),
        title=re.split(r"[\\/]", source.uri)[-1],
    )  # fmt: skip


def _lines(text: str) -> dict[int, Span]:
    """The span of the record that begins on each line, numbered from 1; blank lines have none."""
    objects = text.lstrip().startswith("{")
    breaks = list(re.finditer("\n", text) if objects else _NEWLINE.finditer(text))
    starts, stops = [0, *(b.end() for b in breaks)], [*(b.start() for b in breaks), len(text)]
    spans = list(zip(starts, stops, strict=True))
    if not objects:
        spans = [(a, _record_end(text, spans, n)) for n, (a, _) in enumerate(spans)]
    return {n: (a, b) for n, (a, b) in enumerate((_trim(text, s) for s in spans), 1) if a < b}


def _record_end(text: str, spans: Sequence[Span], number: int) -> int:
    """Where the record that begins on a line ends: a quoted cell may hold line breaks."""
    quotes = 0
    for a, b in spans[number : number + 50]:  # an unclosed quote does not swallow the file
        quotes += text.count('"', a, b)
        if quotes % 2 == 0:
            return b
    return spans[number][1]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _draft(fact: Fact, lines: Mapping[int, Span]) -> Draft | str:
    """The row as a draft, or why it is none."""
    if fact.line not in lines:
        return f"no line {fact.line} in the file"
    start, end = lines[fact.line]
    given = {k: v for k, v in fact.fields if v}
    try:
        return Draft.model_validate({
            "head": _key(fact.head_type, fact.head, fact.head_node), "type": fact.type,
            "tail": _key(fact.tail_type, fact.tail, fact.tail_node) if fact.tail else "",
            "start": start, "end": end, "rule": TABLE,
            "status": given.get("status", "asserted"), "sign": given.get("sign"),
            "when": When.parse(given["date"]) if "date" in given else None,
            "amount": Decimal(given["amount"]) if "amount" in given else None,
            "currency": given.get("currency", ""), "unit": given.get("unit", ""),
            "attributed_to": given.get("attributed_to", ""),
            "confidence": float(given.get("confidence", SURE)), "more": tuple(_more(given)),
        })  # fmt: skip
    except (InvalidOperation, ValueError, ValidationError) as error:
        return f"a field cannot be read: {' '.join(str(error).split())[:120]}"


def _more(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Fields that only this edge type has; the line itself is the quote."""
    own = {"date", "when", "quote", "story_id", "claim_id", "rule", "head_node", "tail_node"}
    own |= set(Draft.model_fields)
    return ((k, v) for k, v in sorted(given.items()) if k not in own)


def _refused(story_id: str, fact: Fact, lines: Mapping[int, Span], note: str) -> Refusal:
    start, end = lines.get(fact.line, (0, 0))
    return Refusal(
        story_id=story_id, start=start, end=end, text=fact.source.text[start:end],
        why="schema" if fact.line in lines else "unresolved", note=note,
    )  # fmt: skip


def _key(label: str, name: str, node: str) -> str:
    return f"{label}|{node}|{name}"


def _mention(fact: Fact, line: Span, things: dict[str, list[Mention]]) -> None:
    """Note the row's things, with where their names stand in the line as they are written."""
    at = line[0]
    ends = (
        (fact.head_type, fact.head, fact.head_node),
        (fact.tail_type, fact.tail, fact.tail_node),
    )
    for label, name, node in ends:
        if name:
            found = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(
                fact.source.text, at, line[1]
            )
            spans = [found.span()] if found else []
            at = spans[0][1] if spans else at
            things[_key(label, name, node)] += [
                Mention(start=a, end=b, text=name, label=label) for a, b in spans
            ]


def _things(found: Mapping[str, Iterable[Mention]]) -> Iterator[Thing]:
    for key in sorted(found):
        label, node, name = key.split("|", maxsplit=2)
        yield Thing(key=key, label=label, name=name, mentions=tuple(found[key]), known=node)
