"""Events in a question's words: "a shutdown at X", "X's bankruptcy", "higher X prices".

Bias: a word between the name and the event must be one of a site or of trade; any other word
makes it another event, which is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_EVENTS = {
    "halt": r"disruptions?|halts?|shut ?downs?|outages?|stoppages?|strikes?|closures?|fires?|"
    r"accidents?|suspensions?|blackouts?|production (?:halt|stop)s?|problems?|trouble",
    "shortage": r"shortages?|scarcity|shortfalls?|supply (?:squeeze|crunch|loss)",
    "bankruptcy": r"bankruptcy|insolvency|collapse|default|failure",
    "slump": r"slumps?|slowdown|recession|(?:drop|fall|decline|slump) in demand|weak(?:er)? demand",
    "price": r"(?:higher|rising|dearer|soaring) prices?|(?:rise|surge|jump|increase) in (?:the )?"
    r"prices?|price (?:rise|surge|jump|increase|hike|spike)s?",
    "curb": r"sanctions?|tariffs?|(?:export |import )?(?:curbs?|bans?|restrictions?|controls?)|"
    r"embargo|blockade",
    "takeover": r"takeover|acquisition|purchase|buyout",
    "rate": r"(?:rate )?(?:hike|cut|rise|increase)s?",
}  # fmt: skip
EVENT_NAMES = tuple(_EVENTS)
_DEARER = (
    r"(?:a )?(?:higher|rising|dearer|soaring) (?P<x>.+?) prices?",
    r"(?:a )?(?:rise|surge|jump|increase) in (?:the )?(?P<x>.+?) prices?",
    r"(?:dearer|costlier|more expensive) (?P<x>.+)",
)
_AT = r"(?:at|in|of|to|by|from|on|for|with|affecting|near)"
_BETWEEN = r"(?:(?:production|supply|plant|factory|mine|export|import|trade|mining) )?"


def happenings(words: str) -> Iterator[tuple[str, str, bool]]:
    """(name, event, whether the name stands before the event as its owner), likeliest first."""
    for event, pattern in _EVENTS.items():
        for reading, own in _readings(event, pattern):
            match = re.fullmatch(reading, words, re.IGNORECASE)
            if match:
                yield re.sub(r"^(?:the|an?)\s+", "", match["x"]), event, own


def _readings(event: str, pattern: str) -> Iterator[tuple[str, bool]]:
    yield rf"(?:an? |the |any |another )?(?:[\w-]+ )??(?:{pattern}) {_AT} (?P<x>.+)", False
    yield rf"(?P<x>.+?)(?:'s|')? {_BETWEEN}(?:{pattern})", True
    if event == "takeover":
        yield rf".+?(?:'s|s')(?: [\w-]+)? (?:{pattern}) of (?P<x>.+)", False
    if event == "price":
        yield from ((reading, False) for reading in _DEARER)
