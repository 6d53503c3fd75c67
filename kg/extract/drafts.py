"""From frames, links, policies and effects to drafts: status, value, date, who says so.

Bias: on doubt the weaker status; a claim from a damaged sentence is weakened where it is resolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import amounts, dates, effects, frames, learned, links, modality, phrases, values
from kg.extract.effects import Raw
from kg.extract.lexicon import GROUP_HEADS, SITES
from kg.extract.modality import RANK
from kg.extract.reader import Reading
from kg.extract.spots import Board
from kg.extract.tokens import Sentence
from kg.extract.units import UNITS
from schemas import edge_type
from schemas.base import Status
from schemas.claim import Draft
from schemas.evidence import Story
from schemas.when import When

STANDING = frozenset({"LEADS", "LOCATED_IN", "LISTED_ON"})  # held, not done: an agreed one holds
ANAPHOR_DISCOUNT = 0.85  # for each end that a pronoun or "the company" stands for


def drafts(board: Board, story: Story, reading: Reading | None = None) -> list[Draft]:
    """Every draft of the story, in reading order, without repeats."""
    raw: list[Raw] = []
    for s in board.sentences:
        raw += _framed(board, s)
        raw += _linked(board, s)
        raw += list(effects.ellipses(board, s, raw))
    raw = _without_brand_owners(raw)
    raw += _policies(board)
    raw += list(effects.policy_effects(board, raw))
    if reading:
        raw += list(learned.links(board, reading, list(_fitting(raw))))
    kept = _under_way(list(_kept(_without_implied(raw))))
    told = {r.sentence.order: r.sentence for r in kept}
    numbers = {order: _numbers(board, s, story.text) for order, s in told.items()}
    anchor = dates.story_date(story)
    return [_draft(r, story, anchor, numbers[r.sentence.order]) for r in kept]


def _under_way(raw: list[Raw]) -> list[Raw]:
    """A deal that the story calls planned, agreed or rumoured is not done where a noun names it."""
    pending = {
        (r.type, r.head.thing, r.tail.thing): r.status
        for r in raw
        if r.status in {"agreed", "planned", "rumoured"} and edge_type(r.type).by_deal
    }
    found = []
    for r in raw:
        status = pending.get((r.type, r.head.thing, r.tail.thing))
        named_only = r.status == "asserted" and r.rule.startswith("noun:")
        found.append(replace(r, status=status) if status and named_only else r)
    return found


def _without_brand_owners(raw: list[Raw]) -> list[Raw]:
    """ "Tesla's AI5, made by TSMC": the owner of a name is not its maker if another is named."""
    made = {(r.type, r.tail.thing) for r in raw if r.rule != "maker"}
    return [r for r in raw if r.rule != "maker" or (r.type, r.tail.thing) not in made]


def _without_implied(raw: Sequence[Raw]) -> list[Raw]:
    """Without what a policy's issuer and targets imply: the graph adds it, and takes it back."""
    targets: dict[str, set[str]] = defaultdict(set)
    for r in raw:
        if r.type == "TARGETS":
            targets[r.head.thing].add(r.tail.thing)
    implied = {(r.head.thing, t) for r in raw if r.type == "IMPOSES" for t in targets[r.tail.thing]}
    return [
        r for r in raw
        if r.type != "RESTRICTS" or (r.head.thing, r.tail.thing) not in implied
        or r.rule.startswith("verb:")
    ]  # fmt: skip


def _kept(raw: Sequence[Raw]) -> Iterator[Raw]:
    """What the vocabulary allows, each statement of a sentence once: the most guarded status."""
    best: dict[tuple[object, ...], Raw] = {}
    for r in _fitting(raw):
        ends = r.head.thing, r.tail.thing
        if edge_type(r.type).symmetric:
            ends = min(ends), max(ends)
        key = (r.sentence.order, *ends, r.type, r.sign)
        best[key] = min(r, best.get(key, r), key=lambda x: (RANK.index(x.status), -x.confidence))
    return iter(best.values())


def _fitting(raw: Sequence[Raw]) -> Iterator[Raw]:
    issuers = {(x.thing, y.thing) for r in raw for x in (r.head, r.tail) for y in x.issuers}
    for r in raw:
        if (r.head.thing, r.tail.thing) in issuers:
            continue  # who issues a policy is not its target
        edge = edge_type(r.type)
        fits = edge.allows(r.head.label, r.tail.label) or (edge.tail_optional and r.head is r.tail)
        same = r.head.thing == r.tail.thing and not (edge.tail_optional and r.head is r.tail)
        if r.head.thing and r.tail.thing and fits and not same:
            yield r


def _framed(board: Board, s: Sentence) -> list[Raw]:
    found = []
    for f in frames.match(board, s):
        if (f.frame.sign and _own_thing(board, s, f)) or _says_nothing(f):
            continue
        reading = _reading(s, f)
        status = _status(f, reading.status)
        confidence = f.frame.confidence
        for end in (f.head, f.tail):
            confidence *= ANAPHOR_DISCOUNT if end.sort == "anaphor" else 1.0
        found.append(
            Raw(f.head, f.edge.TYPE, f.tail, s, f.trigger, status, f.frame.sign, confidence,
                f"{f.frame.pos}:{s.tokens[f.trigger].lemma.lower()}", reading.said_by)
        )  # fmt: skip
    return found


def _reading(s: Sentence, f: frames.Found) -> modality.Reading:
    """How the trigger is meant; what only describes ("its plant in X") holds in any case."""
    described = f.frame.pos == "noun" and s.tokens[f.trigger].lemma in SITES | UNITS | GROUP_HEADS
    if not described or s.tokens[f.trigger].dep in {"attr", "ROOT"}:
        return modality.read(s, f.trigger, f.frame.status)
    return modality.Reading(f.frame.status or "asserted")


def _says_nothing(f: frames.Found) -> bool:
    """ "The Chicago plant is in Chicago": a town in the name says no more than the name."""
    if f.edge.TYPE == "LOCATED_IN" and f.head.label == "Firm" and f.tail.part("site"):
        return True  # the firm owns the site; the site is somewhere
    town = f.tail.label == "Place" and f.head is not f.tail
    return bool(f.head.part("site")) and town and f.tail.text in f.head.name


def _own_thing(board: Board, s: Sentence, f: frames.Found) -> bool:
    """ "suspended its Swift line": what a firm does to its own is no effect on another."""
    if f.tail.label not in {"Product", "Place", "Firm"}:
        return False
    owners = (board.at(s.order, i) for i in phrases.possessors(s, f.tail.head))
    return any(x is not None and x.thing == f.head.thing for x in owners)


def _status(f: frames.Found, read: Status) -> Status:
    """A forecast is a fact about its author; a standing relation that was agreed holds."""
    makes_forecast = {"Indicator", "Index"} <= set(f.edge.tail) and "Person" in f.edge.head
    if makes_forecast and read in {"planned", "agreed"}:
        return "asserted"
    if f.edge.by_deal and read == "asserted" and _progressive(f):
        return "planned"
    if f.edge.TYPE in STANDING and read == "agreed":
        return "asserted"
    return read


def _progressive(f: frames.Found) -> bool:
    """ "is buying", "is being sold": under way."""
    s, token = f.sentence, f.sentence.tokens[f.trigger]
    being = any(k.tag == "VBG" for k in s.kids(token.i, "auxpass"))
    return being or (token.tag == "VBG" and any(k.lemma == "be" for k in s.kids(token.i, "aux")))


def _linked(board: Board, s: Sentence) -> list[Raw]:
    return [
        Raw(k.head, k.type, k.tail, s, k.at, "asserted", None, k.confidence, k.rule)
        for k in links.links(board, s)
    ]


def _policies(board: Board) -> Iterator[Raw]:
    """Who imposes each policy and what it is aimed at, from the mentions that say it."""
    for spot in board.in_order():
        if spot.label != "Policy" or not spot.thing or spot.sort == "anaphor":
            continue
        s = board.sentence(spot)
        family = spot.part("family")
        reading = modality.read(s, spot.head)
        sure = 0.85 if not spot.part("verb") else 0.8
        aim = "SUPPORTS" if family in {"subsidy", "exemption"} else "TARGETS"
        claims = [
            *((issuer, "IMPOSES", spot) for issuer in spot.issuers),
            *((spot, aim, target) for target in spot.objects),
        ]
        for claim in claims:
            yield Raw(*claim, s, spot.head, reading.status, None, sure, f"policy:{family}",
                      reading.said_by)  # fmt: skip


def _draft(r: Raw, story: Story, anchor: When | None, numbers: Sequence[amounts.Amount]) -> Draft:
    value = values.value(edge_type(r.type), r.sentence, r.trigger, numbers, story.text)
    return Draft(
        head=r.head.thing,
        type=r.type,
        tail=r.tail.thing,
        start=_opening(r, story),
        end=r.sentence.end,
        status=r.status,
        sign=r.sign,
        when=values.when(r.sentence, r.trigger, story.text, anchor),
        amount=value.amount,
        currency=value.currency,
        unit=value.unit,
        attributed_to=_speaker(r),
        confidence=round(r.confidence, 4),
        rule=r.rule,
        more=value.more,
    )


def _opening(r: Raw, story: Story) -> int:
    """Where the quote begins; one paragraph at most, since markup may stand between two."""
    start = r.since.start if r.since else r.sentence.start
    return r.sentence.start if "\n" in story.text[start : r.sentence.start] else start


def _numbers(board: Board, s: Sentence, text: str) -> list[amounts.Amount]:
    """The sentence's amounts, without the numbers that are part of a name ("S&P 500")."""
    names = [x for x in board.within(s.order) if x.sort == "name"]
    spans = [(s.tokens[x.first].start, s.tokens[x.last].end) for x in names]
    found = amounts.amounts(s, text)
    bare = {"number", "year"}  # what has a unit is no part of a name ("EUR 380 million")
    return [a for a in found if a.sort not in bare or not any(x <= a.start < y for x, y in spans)]


def _speaker(r: Raw) -> str:
    """The words for who says so, as the sentence gives them."""
    if not r.said_by:
        return ""
    inside = r.sentence.subtree(r.said_by[0])
    words = [
        r.sentence.tokens[i].text
        for i in inside
        if r.sentence.tokens[i].dep not in {"relcl", "punct"}
    ]
    return " ".join(words[:8])
