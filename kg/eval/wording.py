"""Whether two wordings name one thing, as a careful reader would say.

Case, accents, legal form and plural never count. Bias: strict. Freedom of wording is only for
things without a fixed name: policies, deals, indicators, industries and places.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

__all__ = ["COMMON", "SMALL", "alike", "content", "folded", "short", "singular"]

LEGAL = frozenset(
    "inc corp corporation co ltd limited plc ag sa nv bv lp llc gmbh kk pvt group holdings holding"
    " company".split()
)
SMALL = frozenset("the of on and to in for a an its by from with s".split())
VAGUE = frozenset(
    "global world worldwide industry sector company companie firm maker manufacturer producer"
    " market ecosystem".split()
)
COMMON = frozenset({"export", "ban", "tariff", "china", "us", "united", "state"})
SAME_LAND = {
    "united states": "us, usa, u s, america, united states of america",
    "european union": "eu", "south korea": "korea, republic of korea",
    "britain": "uk, united kingdom, great britain", "cote divoire": "ivory coast, cote d ivoire",
    "china": "prc, peoples republic of china",
    "democratic republic of congo": "drc, dr congo, democratic republic of the congo",
}  # fmt: skip
LANDS = {other: land for land, others in SAME_LAND.items() for other in others.split(", ")}
FREE_WORDED = frozenset({"Policy", "Deal", "Indicator", "Industry", "Place"})
ALIKE = 78  # of 100: the least likeness of two wordings of one free-worded thing
SPELT_ALIKE = 88  # of 100: the same of a fixed name of several words ("Baotou Inst Magnetics")
LETTERS = 5  # a fixed name of fewer is spelt as it is, or is another


@cache
def folded(name: str) -> str:
    """The name without case, punctuation, accents, possessive and leading article."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    text = re.sub(r"'s\b", "", text.replace("&", " and ").lower())
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b|\s|$)", r"\1", text)  # u.s. is us
    words = re.sub(r"[^a-z0-9%+ ]+", " ", text).split()
    plain = " ".join(words[1:] if words[:1] == ["the"] else words)
    return LANDS.get(plain, plain)


@cache
def short(name: str) -> str:
    """A folded name without its legal form."""
    return " ".join(w for w in name.split() if w not in LEGAL) or name


@cache
def singular(name: str) -> str:
    """A folded name with its words in the singular, as far as an `s` goes."""
    return re.sub(r"\b(\w{2,}[^\Ws])s\b", r"\1", name)


def content(name: str, without: frozenset[str] = SMALL) -> set[str]:
    """The words of a folded name that carry its meaning."""
    return {w for w in singular(name).split() if w not in without}


def alike(wanted: str, name: str, label: str, *, fits: bool) -> float:
    """0 for another name, else higher the surer the folded names are one thing of the label.

    `fits` says whether the thing was also read under a right label.
    """
    for sure, form in ((104, str), (101, short), (98, singular)):
        if form(wanted) == form(name):
            return sure
    if label not in FREE_WORDED:
        return _spelt_alike(short(wanted), short(name))
    if label == "Industry" and content(wanted, VAGUE) == content(name, VAGUE) != set():
        return 97
    return _worded_alike(short(wanted), short(name), fits=fits)


def _worded_alike(wanted: str, name: str, *, fits: bool) -> float:
    likeness: float = fuzz.token_sort_ratio(wanted, name)
    ours, theirs = content(wanted), content(name)
    if fits and len(ours & theirs) >= 2:
        likeness = max(likeness, 50 + 100 * len(ours & theirs) / (len(ours) + len(theirs)))
    return min(likeness, 96) if likeness >= ALIKE else 0


def _spelt_alike(wanted: str, name: str) -> float:
    """The likeness of two fixed names; single words, short ones and other numbers are others."""
    if min(len(wanted), len(name)) < LETTERS or " " not in wanted + name:
        return 0
    likeness: float = fuzz.token_sort_ratio(wanted, name)
    same_numbers = re.findall(r"\d+", wanted) == re.findall(r"\d+", name)
    return min(likeness, 96) if likeness >= SPELT_ALIKE and same_numbers else 0
