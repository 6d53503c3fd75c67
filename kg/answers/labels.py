"""Which node label a question's noun means: "which banks" asks for firms.

Bias: a noun that names no label filters nothing.
"""

from __future__ import annotations

_NOUNS = {
    "Firm": "firm company bank brokerage broker business carmaker automaker producer startup fund "
    "insurer miner refiner manufacturer retailer airline chipmaker stock corporation",
    "Country": "country nation state economy bloc",
    "Agency": "agency ministry regulator government court authority",
    "Industry": "industry sector",
    "Product": "product good model device",
    "Commodity": "commodity material metal",
    "Person": "person people executive",
    "Place": "place city port plant mine region",
    "Index": "index indices",
    "Exchange": "exchange",
}
_BY_NOUN = {noun: label for label, nouns in _NOUNS.items() for noun in nouns.split()}


def label_of(who: str) -> str:
    """The label that "which …" asks for; empty for any."""
    words = who.lower().replace("/", " ").split()
    if not words or words[0] not in {"which", "what"}:
        return ""
    return next(
        (_BY_NOUN[s] for w in reversed(words[1:]) for s in _singular(w) if s in _BY_NOUN), ""
    )


def _singular(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), word.removesuffix("ies") + "y", word.removesuffix("es"))
