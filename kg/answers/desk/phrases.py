"""Sentences that put something on the calendar: "due on June 20", "vote next week".

A day ahead alone is no schedule: a word of the same clause must announce it (will, due, expected
to, takes effect, ahead of the vote …). General words only, no topic. Bias: what is only possible
(may, could, if), negated or called off is not expected, even where a reader might.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers.desk.days import Days, Found, days_ahead

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Gen|Sen|Rep|Gov|Prof|Jr|Sr|etc|approx|est)|\b[A-Z]|\b[ap]\.m|\b(?:[A-Z]\.)+[A-Z])\.$"
)
_END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9$€£])|\n\s*\n")
_BREAK = re.compile(
    r"[;:–—]|, (?:but|and|so|while|which|who|although|though|where|as|with|adding|after|when)\b"
    r"| (?:but|while|although|though|after|because|since|when|according to) | - "
)
_TIGHT = r"(?:also|now|still|formally|officially|tentatively|widely|only|then|again|not until)"
_AT = r"(?:on|in|by|for|from|at|before|within|during|around|next|later|this|tomorrow|as early as)"
_FINITE = r"(?:[a-z]{3,}|be|go|do)"
EVENT = (
    r"(?:votes?|ballot|results?|decisions?|meetings?|talks|summit|hearings?|elections?|rulings?"
    r"|verdict|auctions?|earnings|reports?|data|figures|releases?|deadline|conference|budget"
    r"|speech|reviews?|referendum|trial|launch|opening|closing|closure|strikes?|negotiations"
    r"|rounds?|visits?|listing|tenders?|briefing|inspections?|announcements?|debut|completion"
    r"|signing|start|restart|delivery|deliveries|maturity|expiry|payment|session|inauguration)"
)
_ONE = (
    r"(?:(?!(?:The|An?|This|That|These|Its|Their|His|Her|No|Some|Any|Our)\b)[A-Z][\w&.’'-]*"
    r"|bank|company|group|government|ministry|court|parliament|council|committee|commission|union"
    r"|firm|regulator|minister|president|board|\w*maker|cabinet|senate|agency|fund|lender|retailer"
    r"|airline|producer|operator|supplier|miner|utility|it|he|she|which|who|that)"
)
_MANY = (
    r"(?:[Mm]inisters|[Ss]hareholders|[Ll]awmakers|[Ll]eaders|[Mm]embers|[Pp]olicymakers|[Vv]oters"
    r"|[Dd]elegates|[Oo]fficials|[Tt]alks|[Nn]egotiators|[Cc]reditors|[Dd]irectors|they|who)"
)

# What something can be due to do; anything else behind "due to" is a reason.
_INFINITIVE = (
    r"(?:be|begin|start|open|close|end|meet|vote|decide|report|publish|release|announce|hold|take"
    r"|come|go|return|arrive|leave|expire|make|give|speak|testify|appear|sign|visit|finish|complete"
    r"|resume|launch|list|pay|receive|deliver|last|run|reach|enter|become|step|retire|present|rule"
    r"|set|sit|face|stand|join|move|lapse|mature|reopen|restart|rise|fall|unveil|host|ship)"
)
# Each cue with its name; the first group, where there is one, is where the cue itself begins.
_CUES: tuple[tuple[str, str], ...] = (
    ("will", rf"\b(?:will|shall)\b|\b\w+['’]ll\b(?= (?:{_TIGHT} )?{_FINITE})"),
    ("due", rf"\b(?:falls? |comes? |is |are |be )?due\b(?! (?:diligence|process|date|course))"
     rf"(?! to (?!{_INFINITIVE}\b))"),
    ("scheduled", rf"\b(?:scheduled|slated|timetabled|planned|expected|set|supposed|poised"
     rf"|booked|pencilled in|lined up|on (?:track|course)|about) (?:to\b|{_AT}\b)"),
    ("is to", rf"\b(?:is|are) to (?:{_TIGHT} )?{_FINITE}\b"),
    ("event to", rf"(?i:\b{EVENT}) to {_FINITE}\b"),
    ("plans", r"\b(?:plans?|aims?|intends?|expects?|vows?|prepares?|agrees?|proposes?|pledges?"
     r"|promises?|undertakes?|agreed|pledged|promised|vowed|undertook|preparing|planning|aiming"
     r"|intending|expecting|preparations|arranged) (?:to|for)\b"),
    ("plans", r"\bplans? (?:a|an|its|the|another|new)\b"),
    ("would", r"\b(?:said|says|announced|told|added|confirmed|promised|pledged|stated|wrote|agreed)"
     r"\b[^;.]{0,80}?\b(?:would\b|(?:it|they|he|she) (?:expected|planned|aimed|intended)\b"
     r"[^;.]{0,40}?\bto\b)"),
    ("deadline", r"\b(?:deadlines?|cut-?off|due date|target date|closing date)\b"),
    ("must", r"\b(?:must|ha(?:s|ve) (?:until|to)|required to|obliged to|ordered to|needs? to"
     r"|given until|has been given|(?:gave|gives?|granted|allow(?:s|ed))\b[^;.]{0,40}\buntil)\b"),
    ("until", r"\b(?:runs?|lasts?|valid|in force|in place|stays?|remains?)\b[^;.,]{0,40}\b"
     r"(?:until|through)\b"),
    ("takes place", rf"(?i:\b{EVENT}) (?:is|are) (?=(?:on|in|at|next)\b)|\b(?:takes? place)\b"),
    ("takes effect", r"\b(?:takes? effect|comes? into (?:force|effect)|enters? into force"
     r"|go(?:es)? into (?:force|effect)|kicks? off|expires?|lapses?|matures?|gets? under way"
     r"|go(?:es)? (?:on sale|on trial|to the polls|public)|(?<!to )(?<!ould )(?:begins?|resumes?"
     r"|reopens?))\b"),
    ("present", rf"\b{_ONE} (?:{_TIGHT} )?(?:begin|start|open|close|end|meet|vote|decide|report"
     rf"|publishe|release|announce|unveil|hold|host|convene|rule|launche|present|visit|sign"
     rf"|choose)s\b"),
    ("present", rf"\b{_MANY} (?:{_TIGHT} )?(?:start|open|close|end|meet|vote|decide|report|publish"
     rf"|convene|present|sign|choose)\b"),
    ("ahead of", rf"\b(?:ahead of|before|await\w*|wait(?:ing|s)? for|prepar\w+ for"
     rf"|look(?:s|ing|ed)? (?:ahead )?to|focus\w* [^;.]{{0,20}}?on|turn\w* to|brac\w+ for|watch\w* "
     rf"for|eye(?:s|d|ing)?|pending|in the run-up to)\b[^;.]{{0,60}}?\b{EVENT}\b"),
    ("moved to", r"\b(?:postponed|delayed|moved|pushed back|put off|rescheduled|brought forward"
     r"|adjourned|extended)\b[^;.]{0,30}?\b(?:to|until|till|by)\b"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _CUES)
_SURE = re.compile(rf"\b{EVENT}\b[^;.,]{{0,25}}$")
_PLAIN = frozenset({"will", "would", "plans", "must", "is to"})
_SAID = re.compile(r"\b(?:said|told|added|announced|wrote|showed|reported)\b")
LONGEST = 2000
"""Characters of a sentence at most; what is longer is a table without full stops."""
_REACH = 25  # characters before a cue in which a "no" or "not" is about it
_NEAR = 12  # characters between a cue and its own day: "due on", "scheduled for early"
_LEADING = frozenset({"will", "due", "scheduled", "is to", "takes effect", "present", "must"})
_ED = re.compile(r"\b(?!expected|scheduled|planned|slated|limited|united|proposed)[a-z]+ed\b")
_HEADLINE = re.compile(rf"\bto {_FINITE}\b")
_PAST = re.compile(
    r"\b(?:was|were|had been|had|been originally|originally|initially|previously|once|no longer)"
    r"(?: \w+ly)?(?: both)?\s*$"
)
_NOT = re.compile(
    r"\b(?:not|no|never|neither|nor|nobody|none|without|hardly|\w+n['’]t|cannot)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:could|might|may|should|were to)\b")
_CONDITION = re.compile(r"\b(?:if|unless|provided that|whether or not)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:on|by|in|from|as of|as from|starting|beginning|late|early|at)?\W*", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:said|announced|added|told \w+|confirmed|wrote)\b[^;.]*$")
_DROPPED = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|been)\b[^;.]{0,12}?"
    r"\b(?:cancell?ed|called off|scrapped|postponed|shelved|abandoned|put off|delayed|suspended"
    r"|dropped|rejected|blocked|vetoed|voted down|ruled out)\b"
    r"|\b(?:cancell?ed|called off|scrapped|shelved|abandoned|dropped|ditched|withdrew|cancels"
    r"|scraps|shelves|abandons|drops)\b"
)
_DID = re.compile(
    r"\b(?:took|came|went|rose|fell|voted|met|opened|closed|began|started|said it had|ended|signed"
    r"|reported|published|released|approved|rejected|passed|held|bought|sold|expired|resumed)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands in the clean text."""

    start: int
    end: int
    text: str
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Scheduled:
    """Something put on the calendar: the words for it, when, and the cue that announced it.

    `said` are the words for the day.
    """

    what: str
    days: Days
    cue: str
    said: str


def sentences(text: str, title_end: int = 0) -> Iterator[Sentence]:
    """The sentences of a clean text; the headline is one of its own."""
    if title_end:
        yield from _stripped(text, 0, title_end, headline=True)
    at = title_end
    for match in _END.finditer(text, title_end):
        before = text[max(at, match.start() - 12) : match.start() + 1]
        if match.group().strip() and _ABBREVIATION.search(before):
            continue
        yield from _stripped(text, at, match.end(), headline=False)
        at = match.end()
    yield from _stripped(text, at, len(text), headline=False)


def _stripped(text: str, start: int, end: int, *, headline: bool) -> Iterator[Sentence]:
    words = text[start:end].strip()
    if words:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield Sentence(start, start + len(words), words, headline)


def scheduled(text: str, said: dt.date, *, headline: bool = False) -> list[Scheduled]:
    """What a sentence of a story of that day puts on the calendar, in the order of the text."""
    flat = " ".join(text.split())
    if flat.endswith("?") or len(flat) > LONGEST:
        return []
    found = [_read(flat, day, headline=headline) for day in days_ahead(flat, said)]
    kept: dict[str, Scheduled] = {}
    for one in (f for f in found if f):
        kept.setdefault(one.days.text, one)
    return list(kept.values())


def _read(text: str, day: Found, *, headline: bool) -> Scheduled | None:
    left = _clause_before(text, day.start)
    cue = _cue_in(left[0], day, text, headline=headline)
    if cue is None and _OPENS.fullmatch(left[0]):
        # "On Thursday the bank will decide": the announcement follows the day.
        right = _clause_after(text, day.end)
        cue = _cue_in(right, day, text, headline=headline, behind=True)
    if cue is None:
        return None
    what = (left[0] + text[day.start : day.end] + _rest(text, day.end)).strip(" ,\"“”'")
    return Scheduled(what, day.days, cue, text[day.start : day.end])


def _rest(text: str, end: int) -> str:
    """What follows the day in its own clause."""
    return _clause_after(text, end).rstrip(" .!")


def _clause_before(text: str, end: int) -> tuple[str, int]:
    """The words of the clause before a place, and where they begin."""
    breaks = [m.end() for m in _BREAK.finditer(text, 0, end)]
    start = max(breaks, default=0)
    return text[start:end], start


def _clause_after(text: str, start: int) -> str:
    comma = start + (text[start : start + 1] == ",")
    match = _BREAK.search(text, comma)
    return text[start : match.start() if match else len(text)]


def _cue_in(
    clause: str, day: Found, text: str, *, headline: bool, behind: bool = False
) -> str | None:
    if _MAYBE.search(clause) or _CONDITION.search(text):
        return None
    found = _last_cue(clause, day, text, headline=headline, behind=behind)
    if found is None:
        return None
    name, start, end = found
    if name == "moved to":
        return name
    before, around = clause[:start], clause[max(0, start - _REACH) : end + _NEAR]
    past = _PAST.search(before) and not _REPORTED.search(before)
    open_ = past or re.search(r"\bwhether\b", before)
    if open_ or _DROPPED.search(text) or _NOT.search(around):
        return None
    # A past verb behind the cue takes the day for itself: "due talks opened on Monday".
    joined = name in _PLAIN or len(clause) - end <= _NEAR
    told = clause[end:] + ("" if joined else _clause_after(text, day.end))
    taken = _SAID.search(clause[end:]) or (name != "would" and _DID.search(told))
    return None if taken and not behind else name


def _last_cue(
    clause: str, day: Found, text: str, *, headline: bool, behind: bool
) -> tuple[str, int, int] | None:
    """The cue nearest to the day, with its place in the clause."""
    looked = clause if behind else clause + text[day.start : day.end]
    hits = [
        (m.start(), m.end(), name)
        for name, pattern in _COMPILED
        for m in pattern.finditer(looked)
        if m.start() < len(clause) and not (headline and name == "present")
        and not (name == "moved to" and len(clause) - m.end() > _NEAR)
        and not (behind and (name not in _LEADING or _ED.search(clause[: m.start()])))
    ]
    if headline and not hits:
        hits = [(m.start(), m.end(), "headline") for m in _HEADLINE.finditer(clause)]
    if not hits and not behind and day.sure and (m := _SURE.search(clause.rstrip() + " ")):
        hits = [(m.start(), m.end(), "event")] if not _DID.search(clause) else []
    if not hits:
        return None
    start, end, name = (min if behind else max)(hits)
    return name, start, end
