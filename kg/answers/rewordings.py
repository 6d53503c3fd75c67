"""Colloquial shells around a question of the grammar: the same question in its own words.

"Is anyone other than A supplying B" is "who is supplying B excluding A"; "companies based in X" is
"which companies are based in X". They are tried after the words themselves. Bias: a shell is
taken off only where no word of it narrows the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.answers.labels import label_of
from kg.answers.verbs import participles, verb_meanings

_BE = r"(?:is|are|was|were)"
_STOP = r"(?:halt|stop|suspend|pause|cease|end|idle|curtail)(?:s|ed|ped|d|ing|ping)?"
_STATE = r"(?:exposed|vulnerable|sensitive|at risk|based|located|headquartered|listed)"
_SHELLS: tuple[tuple[str, str], ...] = (
    (r"(?:is|are) there (?:any|an?|some)? ?(?P<r>.+)", r"\g<r>"),
    (r"(?:do|can) (?:we|you|i) (?:know|have|see)(?: of)? (?:any|some) (?P<r>.+)", r"\g<r>"),
    (r"(?:everything|anything|all) (?:that is )?(?P<r>.+ (?:by|from|in) .+)", r"what is \g<r>"),
    (r"any(?!one|body|thing) ?(?P<r>.+)", r"\g<r>"),
    (r"(?:does|do|did) (?:anyone|anybody|somebody|someone)(?: else)? (?P<r>.+)", r"who \g<r>"),
    (r"(?P<b>is|are|was|were|has|have|will|would|can|could) "
     r"(?:anyone|anybody|somebody|someone)(?: else)? (?P<r>.+)", r"who \g<b> \g<r>"),
    (r"(?P<b>is|are|was|were|has|have|will|would|can|could|does|do|did) (?:anyone|anybody)"
     r"(?: else)? (?:other than|besides|apart from|except(?: for)?) (?P<z>\S+(?: (?-i:[A-Z])\S*)*) "
     r"(?P<r>.+)", r"who \g<b> \g<r> excluding \g<z>"),
    (r"(?:does|do|did) any (?P<n>[\w-]+(?: [\w-]+)?) (?P<r>.+)", r"which \g<n> \g<r>"),
    (r"(?P<b>is|are|was|were|has|have) any (?P<n>[\w-]+(?: [\w-]+)?) (?P<r>.+)",
     r"which \g<n> \g<b> \g<r>"),
    (r"(?P<w>who|which [\w-]+|what)(?: else)? (?:other than|besides|apart from|except(?: for)?) "
     r"(?P<z>\S+(?: (?-i:[A-Z])\S*)*) (?P<r>.+)", r"\g<w> \g<r> excluding \g<z>"),
    (r"(?:since when|from when|for how long|how long|(?:in|on) (?:what|which) (?:year|date|day|"
     r"month)|what (?:year|date|day)) (?P<r>.+)", r"when \g<r>"),
    (r"(?P<w>which|what) of the (?P<r>.+)", r"which \g<r>"),
    (r"(?:(?:what|which) .*?materials |what )?(?:is|are) (?P<x>.+?) made (?:of|from|out of)",
     r"inputs to \g<x>"),
    (r"what (?:is|are) (?:needed|required|used|necessary) (?:to (?:make|produce|build)|for|in) "
     r"(?P<x>.+)", r"inputs to \g<x>"),
    (r"(?:what (?:is|are) )?(?P<x>.+?)(?:'s|(?<=s)') exposures? to (?P<y>.+)",
     r"how exposed is \g<x> to \g<y>"),
    (r"(?:what (?:is|are) )?(?:the )?exposures? of (?P<x>.+?) to (?P<y>.+)",
     r"how exposed is \g<x> to \g<y>"),
    (r"(?:who|where) (?:does|do|did) (?P<x>.+?) (?:get|buy|source|obtain|receive|purchase) "
     r"(?:(?:its|their|his|her|all|most of its) )?(?P<y>.+?) from", r"who supplies \g<y> to \g<x>"),
    (r"(?:who|where) (?:does|do|did) (?P<x>.+?) (?:get|buy|source|obtain|receive|purchase) from",
     r"who supplies \g<x>"),
    (rf"(?P<r>.*?\b)(?P<v>{_STOP}) (?P<x>.+?)(?:'s)? (?P<o>production|output|assembly)",
     r"\g<r>\g<v> \g<o> of \g<x>"),
    (r"(?:which|what) (?P<r>.+? (?:of|to|for) .+?|.+?'s? [\w-]+) (?:are|is) (?:based |located )?"
     r"(?P<p>in|outside) (?P<z>.+)", r"\g<r> \g<p> \g<z>"),
    (r"what (?:does|do|did) (?P<x>.+?) (?:expect|forecast|predict|see|project) (?:for|of|on|from) "
     r"(?P<y>.+)", r"\g<x>'s forecast for \g<y>"),
)  # fmt: skip
_RELATIVE = re.compile(r"(?:(?:all|every|each|both|the) )*(?P<n>[\w&/-]+(?: [\w&/-]+){0,2}?) "
                       r"(?:that|which|who) (?P<r>.+)", re.IGNORECASE)  # fmt: skip
_NOUNS = re.compile(r"(?:(?:all|every|each|the) )*(?P<n>[\w&/-]+(?: [\w&/-]+){0,2}?) (?P<r>.+)",
                    re.IGNORECASE)  # fmt: skip
_SHELL = tuple((re.compile(pattern, re.IGNORECASE), shape) for pattern, shape in _SHELLS)
_WORDS = 3  # of a noun with what narrows it
_DEPTH = 3  # shells within shells


def rewordings(text: str) -> Iterator[str]:
    """The question in other words, the likeliest first, each once; nothing where it has none."""
    front, seen = [text], {text}
    for _ in range(_DEPTH):
        front = [w for t in front for w in _once(t) if w not in seen]
        front = list(dict.fromkeys(front))
        seen |= set(front)
        yield from front


def _once(text: str) -> Iterator[str]:
    for pattern, shape in _SHELL:
        match = pattern.fullmatch(text)
        if match:
            yield match.expand(shape)
    yield from _bare(text)


def _bare(text: str) -> Iterator[str]:
    """"Companies based in X" as "which companies are based in X"."""
    relative = _RELATIVE.fullmatch(text)
    if relative and label_of(f"which {relative['n']}"):
        yield f"which {relative['n']} {relative['r']}"
    match = _NOUNS.fullmatch(text)
    while match:
        noun, rest = match["n"], match["r"]
        if label_of(f"which {noun.split(' ')[-1]}") and _goes_on(rest):
            yield f"which {noun} are {rest}"
        longer = noun.count(" ") + 1
        pattern = rf"(?:(?:all|every|each|the) )*(?P<n>[\w&/-]+(?: [\w&/-]+){{{longer}}}) (?P<r>.+)"
        match = re.fullmatch(pattern, text, re.IGNORECASE) if longer < _WORDS else None


def _goes_on(rest: str) -> bool:
    """Whether the words go on as behind "which companies are": "exposed to", "owned by", "in"."""
    first = rest.split(" ", maxsplit=1)[0].lower()
    if re.match(rf"(?:{_STATE}|not|in|at risk)\b", rest, re.IGNORECASE):
        return True
    return first in participles() or (first.endswith("ing") and first in verb_meanings())
