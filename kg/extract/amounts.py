"""Money, shares, quantities and rates in a sentence, each with its unit and place.

`16.5 trillion won ($12 bn)` is one amount in two currencies: the one outside the bracket counts.
"to 6,300 from 5,800" is a new and an old value. A bare number has no unit and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.extract.tokens import Sentence

SCALE = {
    "thousand": 3, "k": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "bln": 9,
    "b": 9, "trillion": 12, "tn": 12, "trn": 12, "lakh": 5, "crore": 7,
}  # fmt: skip
CURRENCY = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW", "₹": "INR",
    "a$": "AUD", "c$": "CAD", "hk$": "HKD", "s$": "SGD", "nt$": "TWD", "r$": "BRL",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "dollar": "USD", "euro": "EUR", "pound": "GBP",
    "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "won": "KRW", "rupee": "INR", "ruble": "RUB",
    "rouble": "RUB", "franc": "CHF", "real": "BRL", "peso": "MXN", "rand": "ZAR", "lira": "TRY",
    "krona": "SEK", "krone": "NOK", "rs": "INR", "rs.": "INR", "chf": "CHF",
}  # fmt: skip
UNITS = {
    "ton": "tons", "tonne": "tonnes", "barrel": "barrels", "job": "jobs", "unit": "units",
    "ounce": "ounces", "bushel": "bushels", "vehicle": "vehicles", "car": "cars",
    "megawatt": "MW", "gigawatt": "GW", "share": "shares", "bpd": "barrels per day",
    "kg": "kg", "kilogram": "kg", "point": "points",
}  # fmt: skip
_SYMBOL = r"(?:US\$|A\$|C\$|HK\$|S\$|NT\$|R\$|[$£€¥₩₹]|\bRs\.? ?|\b(?:USD|EUR|GBP|CHF) )"
_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = (
    r"(?:[ -]?(?:thousand|million|billion|trillion|lakh|crore)\b|(?:bn|mn|mln|bln|tn|trn|[mbk])\b)"
)
_UNIT = r"(?:metric )?(?:[A-Za-z]+)"
_AMOUNT = re.compile(
    rf"(?P<symbol>{_SYMBOL})?"
    rf"(?P<number>(?<![\w.])(?:{_NUMBER})|(?<=[$£€¥₩₹])(?:{_NUMBER}))(?P<scale>{_SCALE})?"
    rf"(?P<percent> ?%|[ -]per ?cent\b|[ -]percentage points?\b)?"
    rf"(?P<bps>[ -]?(?:bps?\b|basis points?\b))?(?: (?P<unit>{_UNIT}))?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sort, unit and clean offsets; `lead` is the word before it."""

    sort: str
    number: Decimal
    unit: str
    start: int
    end: int
    lead: str


def amounts(sentence: Sentence, text: str) -> list[Amount]:
    """The amounts of the sentence, left to right; `text` is the story's clean text."""
    found = []
    inside = text[sentence.start : sentence.end]
    for match in _AMOUNT.finditer(inside):
        amount = _amount(match, sentence.start, inside)
        if amount is not None:
            found.append(amount)
    return found


def _amount(match: re.Match[str], base: int, text: str) -> Amount | None:
    number = _number(match["number"], (match["scale"] or "").strip(" -").lower())
    if number is None:
        return None
    sort, unit, end = _sort(match, number)
    lead = re.search(r"(\w+)\W*\Z", text[: match.start()])
    return Amount(
        sort, number, unit, base + match.start(), base + end, lead.group(1).lower() if lead else ""
    )


def _sort(match: re.Match[str], number: Decimal) -> tuple[str, str, int]:
    """The amount's sort, its unit, and where in the match it ends."""
    bare = match.start("unit") - 1 if match["unit"] else match.end()
    signed = _signed_sort(match)
    if signed:
        return *signed, bare
    spelt = _spelt_sort((match["unit"] or "").lower())
    if spelt:
        return *spelt, match.end()
    if 1900 <= number <= 2100 and "," not in match["number"] and not match["scale"]:
        return "year", "", bare
    return "number", "", bare


def _signed_sort(match: re.Match[str]) -> tuple[str, str] | None:
    """The sort and unit that a sign at the number says."""
    if match["bps"]:
        return "rate", "bps"
    if match["percent"]:
        return "share", "percent"
    return ("money", CURRENCY[match["symbol"].strip().lower()]) if match["symbol"] else None


def _spelt_sort(word: str) -> tuple[str, str] | None:
    """The sort and unit that the word behind the number says."""
    root = word.rpartition(" ")[2]
    root = root if root in UNITS or root in CURRENCY else root.removesuffix("s")
    if root in CURRENCY:
        return "money", CURRENCY[root]
    return ("quantity", UNITS[root]) if root in UNITS else None


def _number(text: str, scale: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "")) * (Decimal(10) ** SCALE.get(scale, 0))
    except InvalidOperation:
        return None
