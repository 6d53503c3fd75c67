"""Who a question asks for: "which German banks" is a label, a noun that says more, and a place.

Bias: a noun that is narrower than its label ("refiners") filters nothing, and the answer says so.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from schemas.base import labels

_NOUNS = {
    "Firm": "firm company bank brokerage broker business carmaker automaker producer startup fund "
    "insurer miner refiner manufacturer retailer airline chipmaker stock corporation group "
    "maker supplier lender exporter importer issuer listed operator",
    "Country": "country nation state economy bloc",
    "Agency": "agency ministry regulator government court authority",
    "Industry": "industry sector",
    "Product": "product good material model device brand",
    "Commodity": "commodity metal",
    "Person": "person people executive",
    "Place": "place city port plant mine region site",
    "Index": "index indices",
    "Exchange": "exchange",
    "Policy": "policy policies",
    "Deal": "deal",
    "Indicator": "indicator figure rate statistic",
}
_PLAIN = set(
    "firm company business corporation country nation person people industry sector product "
    "commodity place index exchange policy deal indicator good agency material asset thing entity "
    "name actor party side unit brand".split()
)
_BY_NOUN = {noun: label for label, nouns in _NOUNS.items() for noun in nouns.split()}
_BARE = {"or", "and", "other", "the", "of", "else", "all", "named", "known", "two", "three"}
_OUT = re.compile(r" (?:based |located )?outside (?:of )?(?:the )?", re.IGNORECASE)
_IN = re.compile(r" (?:based |located |headquartered )?(?:in|from) (?:the )?", re.IGNORECASE)


class Asked(NamedTuple):
    """Whom a question asks for: label ("" for any), the noun if it says more, where, where not."""

    label: str = ""
    noun: str = ""
    within: str = ""
    outside: str = ""


def bears(asked_for: str, label: str) -> bool:
    """Whether a thing of the label is what is asked for; in plain speech a commodity is a product.

    An empty label asks for anything.
    """
    return asked_for in {"", label} or (asked_for, label) == ("Product", "Commodity")


def label_of(who: str) -> str:
    """The label that "which …" asks for; empty for any."""
    return asked(who).label


def asked(who: str) -> Asked:
    """What "which …" says of the answers it wants."""
    phrase, *beyond = _OUT.split(who.strip(), maxsplit=1)
    phrase, *place = _IN.split(phrase, maxsplit=1)
    words = phrase.replace("/", " ").replace(",", " ").split()
    if not words or words[0].lower() not in {"which", "what"}:
        return Asked()
    kinds = [(w, kind) for w in words[1:] if (kind := _kind(w.lower()))]
    label = kinds[-1][1] if kinds else ""
    rest = [w for w in words[1:] if w.lower() not in _BARE and not _is_plain(w.lower())]
    named = [w for w in rest if w[0].isupper() and not _kind(w.lower())]
    within = place[0] if place else " ".join(named)
    noun = " ".join(w for w in rest if w not in named)
    return Asked(label, noun, within, beyond[0] if beyond else "")


def _kind(word: str) -> str:
    known = {name.lower(): name for name in labels()}
    forms = _singular(word)
    return next((_BY_NOUN[s] for s in forms if s in _BY_NOUN), "") or next(
        (known[s] for s in forms if s in known), ""
    )


def _is_plain(word: str) -> bool:
    known = {name.lower() for name in labels()}
    return any(s in _PLAIN or s in known for s in _singular(word))


def _singular(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), word.removesuffix("ies") + "y", word.removesuffix("es"))
