"""The gate: which proposals become claims of a story, and why the others do not.

A claim enters if its quote stands in the story character by character, its ends are words of the
story, and the vocabulary allows type, labels, status and sign. The sentence decides how sure and
how done it is. Bias: what cannot be shown in the text is refused and kept with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.dates import story_date
from kg.extract.modality import RANK
from kg.extract.tokens import Sentence
from kg.propose.reading import Passage, addressed, touched
from kg.propose.shape import Answer, Proposal, sayable
from kg.propose.surfaces import Cast, End, Missed, Span, places
from schemas.base import Edge
from schemas.claim import Draft, Extraction, Refusal
from schemas.evidence import Story

__all__ = ["admit"]

RULE = "llm"
SURE = {"linked": 0.6, "worded": 0.45, "unworded": 0.3}
"""Confidence by what bears the type in the quote; the patterns' own is 0.8 as a rule."""
RUN = 3  # sentences that one claim may rest on
SHOWN = 200  # characters of a refused quote that are kept

Slot = tuple[str, str, str]


class _Why(Exception):
    """Why a proposal is refused: the sort of refusal, and the words for it."""

    def __init__(self, why: str, note: str) -> None:
        super().__init__(note)
        self.why = why


class _Place(NamedTuple):
    """Where a proposal stands: quote, its sentences, the ends (without a tail: the head twice)."""

    quote: Span
    run: list[Sentence]
    head: End
    tail: End


def admit(
    story: Story, extraction: Extraction, answer: Answer, sentences: Sequence[Sentence]
) -> Extraction:
    """The rules' extraction, then what of the answer the story bears out; refusals behind."""
    gate = _Gate(story, extraction, sentences)
    refused = [_refusal(story, (0, 0), w, "schema", note) for w, note in answer.malformed]
    for proposal in answer.proposals:
        try:
            gate.enter(proposal)
        except _Why as why:
            span = next(iter(_verbatim(story.text, proposal.quote)), (0, 0))
            refused.append(_refusal(story, span, proposal.quote, why.why, str(why)))
    return Extraction(
        story_id=extraction.story_id,
        things=gate.cast.things(),
        drafts=(*extraction.drafts, *gate.drafts()),
        refusals=(*extraction.refusals, *refused),
    )


class _Gate:
    """One story's proposals on their way in."""

    def __init__(
        self, story: Story, extraction: Extraction, sentences: Sequence[Sentence]
    ) -> None:
        self.cast = Cast(story.text, extraction.things)
        self._story, self._sentences = story, sentences
        self._anchor = story_date(story)
        self._types = sayable()
        # Orders about things may be written for a model ("Sign up" is not): words must say more.
        self._wary = any(addressed(s) and self.cast.touches((s.start, s.end)) for s in sentences)
        self._read = {_slot(d.type, d.head, d.tail) for d in extraction.drafts}
        self._new: dict[Slot, Draft] = {}

    def drafts(self) -> list[Draft]:
        """What was let in, in reading order."""
        return sorted(self._new.values(), key=lambda d: (d.start, d.end, d.type, d.head, d.tail))

    def enter(self, proposal: Proposal) -> None:
        """Let the proposal in, or raise why not; what the rules read already is left to them."""
        edge = self._type(proposal)
        place = self._place(proposal)
        self._ends_fit(edge, place, proposal)
        slot = _slot(edge.TYPE, place.head.thing.key, place.tail.thing.key)
        if slot in self._read:
            return
        draft = self._draft(proposal, edge, place)
        guarded = min(self._new.get(slot, draft), draft, key=lambda d: RANK.index(d.status))
        self._new[slot] = guarded
        self.cast.enter(place.head)
        self.cast.enter(place.tail)

    def _type(self, p: Proposal) -> type[Edge]:
        edge = self._types.get(p.type)
        if edge is None:
            raise _Why("schema", f"no edge type {p.type!r}")
        if p.status not in edge.statuses:
            raise _Why("schema", f"{edge.TYPE} is never {p.status}")
        if not p.tail and not edge.tail_optional:
            raise _Why("schema", f"{edge.TYPE} needs a tail")
        return edge

    def _place(self, p: Proposal) -> _Place:
        """Where the proposal stands: the first place of its quote that holds an end of it."""
        quotes = _verbatim(self._story.text, p.quote)
        if not quotes:
            raise _Why("unresolved", "the quote does not stand in the story")
        found = [self._at(p, quote) for quote in quotes]
        held = (place for place in found if _holds_an_end(place))
        place = next(held, None)
        if place is None:
            raise _Why("unresolved", "neither end stands in the quote")
        if not 0 < len(place.run) <= RUN:
            raise _Why("unresolved", f"the quote runs over {len(place.run)} sentences")
        if any(addressed(s) for s in place.run):
            raise _Why("hedged", "the sentence tells its reader what to do, not what happened")
        return place

    def _at(self, p: Proposal, quote: Span) -> _Place:
        head = self._end(p.head, p.head_type, quote)
        tail = self._end(p.tail, p.tail_type, quote) if p.tail else head
        return _Place(quote, touched(self._sentences, quote), head, tail)

    def _end(self, words: str, label: str, quote: Span) -> End:
        found = self.cast.find(words, label, quote)
        if isinstance(found, Missed):
            raise _Why(found.why, found.note)
        return found

    def _ends_fit(self, edge: type[Edge], place: _Place, p: Proposal) -> None:
        """Raise where the vocabulary does not allow the ends, with the labels that they have."""
        head, tail = place.head.thing, place.tail.thing
        if p.tail and head.key == tail.key:
            raise _Why("schema", f"{edge.TYPE} from {head.name} to itself")
        allowed = edge.allows(head.label, tail.label) if p.tail else head.label in edge.head
        if not allowed:
            to = f" to {tail.label}" if p.tail else ""
            raise _Why("schema", f"{edge.TYPE} does not go from {head.label}{to}")
        if not edge.symmetric and (edge.TYPE, tail.key, head.key) in self._read and p.tail:
            raise _Why("hedged", "the patterns read it the other way round")

    def _draft(self, p: Proposal, edge: type[Edge], place: _Place) -> Draft:
        text = self._story.text
        ends = [place.head.at, place.tail.at] if p.tail else [place.head.at]
        passage = Passage(edge, place.run, place.quote, ends)
        self._words_bear(p, edge, passage)
        value = passage.value(p.amount, text)
        start, end = place.run[0].start, place.run[-1].end
        speaker = p.attributed_to.strip()
        return Draft(
            head=place.head.thing.key, type=edge.TYPE, tail=place.tail.thing.key,
            start=start, end=end,
            status=passage.status(p.status), sign=p.sign or None if _is_signed(edge) else None,
            when=passage.when(p.date, text, self._anchor),
            amount=value.amount, currency=value.currency, unit=value.unit,
            attributed_to=speaker if places(text[start:end], speaker) else "",
            confidence=SURE[passage.borne()], rule=RULE,
        )  # fmt: skip

    def _words_bear(self, p: Proposal, edge: type[Edge], passage: Passage) -> None:
        """Raise where the quote's own words speak against the proposal."""
        if self._wary and passage.borne() != "linked":
            raise _Why("hedged", f"no word links the ends by {p.type} in a story that gives orders")
        said = passage.signs()
        if _is_signed(edge) and not p.sign and "" not in said:
            raise _Why("schema", f"{edge.TYPE} needs a sign here")
        if _is_signed(edge) and passage.borne() == "linked" and not said & {p.sign, ""}:
            raise _Why("hedged", f"the words do not give the sign {p.sign}")
        if passage.reversed():
            raise _Why("hedged", "the words put the ends the other way round")


def _verbatim(text: str, quote: str) -> list[Span]:
    """Where the quote stands in the text, character by character."""
    quote, found, at = quote.strip(), list[Span](), -1
    while quote and len(found) < RUN * 3 and (at := text.find(quote, at + 1)) >= 0:
        found.append((at, at + len(quote)))
    return found


def _holds_an_end(place: _Place) -> bool:
    low, high = place.quote
    spans = (at for end in (place.head, place.tail) for at in end.at)
    return any(low <= start and end <= high for start, end in spans)


def _is_signed(edge: type[Edge]) -> bool:
    return any(frame.sign for frame in edge.frames)


def _slot(kind: str, head: str, tail: str) -> Slot:
    edge = sayable().get(kind)
    if edge is not None and edge.symmetric:
        head, tail = sorted((head, tail))
    return kind, head, tail


def _refusal(story: Story, span: Span, words: str, why: str, note: str) -> Refusal:
    return Refusal.model_validate({
        "story_id": story.story_id, "start": span[0], "end": span[1],
        "text": words[:SHOWN], "why": why, "note": f"{RULE}: {note}"[:SHOWN * 2],
    })  # fmt: skip
