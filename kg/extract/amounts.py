"""Money, shares, quantities and rates in a sentence, each with its unit and place.

`16.5 trillion won ($12 bn)` is one amount in two currencies: the one outside the bracket counts.
"to 6,300 from 5,800" is a new and an old value, "$2 to $3 billion" one range. A bare number has
no unit and says so. Bias: a number in a name, a date, an age or a time span is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from kg.extract.measures import (
    CURRENCY,
    DIGITS,
    DOUBTFUL,
    SCALES,
    SPANS,
    SYMBOL,
    UNIT,
    WORDED,
    scale,
    spelt,
    worded,
)
from kg.extract.months import MONTH
from kg.extract.tokens import Sentence

_MINUS = r"(?P<minus>(?<![\w)%.])[-−](?=[\d$£€])|\b[Mm]inus )?"
_AMOUNT = re.compile(
    rf"{_MINUS}(?:(?P<symbol>{SYMBOL}) ?(?P<priced>{DIGITS})"
    rf"|(?<![\w.])(?<!\d,)(?<![A-Za-z][-–])(?P<number>{DIGITS})"
    rf"|\b(?P<word>{WORDED})\b)"
    rf"(?P<scale>{SCALES})?"
    r"(?P<percent> ?%|[ -](?:per ?cent|pct|pc)\b(?! points?))?"
    r"(?P<points>[ -](?:a )?percentage[ -]points?\b| ?ppts?\b| ?pp\b|(?<=%) points?\b)?"
    rf"(?P<bps>[ -]?(?:bps?|basis[ -]points?)\b)?(?:[ -]?(?P<unit>{UNIT}))?"
)
_HALF_POINT = re.compile(
    r"\b(?P<part>quarter|half)(?:[ -]of)?(?:[ -]an?)?[ -](?:percentage[ -])?point\b"
)
_ONLY = r"\b(?! (?:earlier|ago|before|later|on|to|ended)\b)"  # "a year earlier" is no unit
_PER = re.compile(
    r"(?: of [a-z]+(?: [a-z]+)?)?(?: an?| per| each|/) ?"
    r"(?P<per>day|week|month|year|hour|quarter)" + _ONLY
    + r"| (?P<ly>daily|annually|yearly|monthly)\b"
)
_PRICE = re.compile(
    r"(?: an?| per| each|/) ?(?P<per>barrel|tonne|(?:metric )?ton|ounce|share|bushel|pound|kilogram"
    r"|kilo|kg|litre|gallon|megawatt-hour|MWh|unit|vehicle|car|parcel|head|day|week|month|year)"
    + _ONLY
)
_ROUGHLY = (
    r"(?:about|around|nearly|almost|roughly|some|over|just|only|approximately|estimated|well|under"
    r"|more than|less than|fewer than|close to|at least|at most|as (?:much|many) as|up to|a record"
    r"|a further|an additional|an estimated|another|a total of|an average of|a combined|an|a)"
)
ROUGH = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|over|just (?:under|over|above|below)|more than"
    r"|approximately|estimated|less than|at least|at most|as much as|up to|well|under|close to"
    r"|fewer than|above|below|within|or so|maybe|perhaps|towards?) (?:an? )?\Z"
)
_LEAD = re.compile(rf"(\w+)\W*(?:\b{_ROUGHLY}\W+)*\Z", re.IGNORECASE)
_SPAN = re.compile(
    r"[ -](?:(?:full|consecutive|straight|more|calendar|working|business)[ -])?"
    r"(?:year|month|week|day|hour|minute|second|decade|quarter|time|night|season|page|person|man|o'clock|a\.?m|p\.?m)s?\b"
    r"|:\d|(?:st|nd|rd|th)\b|-[A-Za-z]{2}|[-–]\d+-"
)
_NAMED = re.compile(
    r"(?:\b(?:No|Nos|no|number|Section|Article|Phase|Chapter|Type|Model|Rule|Part|Line)\.? ?"
    r"|[a-z’'A-Z-]+:|\d:)\Z"
)
_CAPITAL = re.compile(r"([A-Z][\w&’'-]*)[ -]\Z")
_OPENERS = frozenset(
    "about around some nearly almost over roughly only just more at the in of from to by its a an "
    "another all and but for on with than under up down between these those first last".split()
)
_MONTH_BEFORE = re.compile(rf"\b{MONTH} \Z")
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th)? (?:of )?{MONTH}\b")
_JOIN = re.compile(r"(?: ?[-–—] ?| to )(?:about |around )?\Z")
_CHANGED = frozenset(
    "from rose risen rise rises fell fallen fall falls by gained jumped dropped climbed up down "
    "surged slid grew increased declined raised cut lowered lifted reduced of".split()
)


NEAR = 80  # characters before a number that say what sort it is


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sort, unit and clean offsets; `lead` is the word before it.

    `high` is the upper end of a range, `per` what the amount is for one of ("barrel"), `step` the
    worth of its last printed digit that is not a closing zero; `rough` is "about" and its like.
    """

    sort: str
    number: Decimal
    unit: str
    start: int
    end: int
    lead: str
    high: Decimal | None = None
    per: str = ""
    step: Decimal = Decimal(1)
    rough: bool = False


def amounts(sentence: Sentence, text: str) -> list[Amount]:
    """The amounts of the sentence, left to right; `text` is the story's clean text."""
    return read(text[sentence.start : sentence.end], sentence.start)


def read(text: str, base: int = 0) -> list[Amount]:
    """The amounts of a piece of text, left to right; offsets count from `base`."""
    found: list[Amount] = []
    halves = [_half_point(m, text) for m in _HALF_POINT.finditer(text)]
    told = [a for m in _AMOUNT.finditer(text) if (a := _amount(m, text)) is not None]
    apart = [a for a in told if not any(h.start < a.end and a.start < h.end for h in halves)]
    for amount in sorted(halves + apart, key=lambda a: a.start):
        joined = _joined(found[-1], amount, text) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], amount]
    return [replace(a, start=a.start + base, end=a.end + base) for a in found]


def _half_point(match: re.Match[str], text: str) -> Amount:
    """ "a quarter point", "half a percentage point", in basis points."""
    bps = Decimal(25 if match["part"] == "quarter" else 50)
    lead = _lead(text[: match.start()][-NEAR:])
    return Amount("rate", bps, "bps", *match.span(), lead)


def _amount(match: re.Match[str], text: str) -> Amount | None:
    said = _number(match)
    if said is None:
        return None
    number, step = said
    sort, unit, end = _sort(match, number)
    if _is_no_amount(match, text, sort, end):
        return None
    before = text[max(0, match.start() - NEAR) : match.start()]
    per = _per(sort, text, end)
    if per and sort == "quantity" and " per " not in unit:
        unit, per = f"{unit} per {per}", ""
    return Amount(
        sort, number, unit, match.start(), end, _lead(before), None, per, step,
        bool(ROUGH.search(before)),
    )  # fmt: skip


def _number(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The number, and the worth of its last digit; None where it is beyond reading."""
    power = Decimal(10) ** scale(match["scale"] or "")
    if match["word"]:
        halves, exact = worded(match["word"].lower())
        return Decimal(halves) / 2 * power, Decimal(exact) / 2 * power
    digits = (match["number"] or match["priced"]).replace(",", "")
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return None
    places = len(digits.partition(".")[2])
    zeros = 0 if places else min(len(digits) - len(digits.rstrip("0")), max(len(digits) - 2, 0))
    signed = -number if match["minus"] else number
    return signed * power, Decimal(10) ** (zeros - places) * power


def _sort(match: re.Match[str], number: Decimal) -> tuple[str, str, int]:
    """The amount's sort, its unit, and where in the text it ends."""
    signed = _signed_sort(match)
    if signed:
        return *signed, match.start("unit") if match["unit"] else match.end()
    told = spelt(match["unit"] or "")
    bare = max(match.end(part) for part in ("number", "priced", "word", "scale"))
    if told and not _is_doubtful(match, number):
        return *told, match.end("unit")
    if 1900 <= number <= 2100 and not match["word"] and "," not in match[0] and not match["scale"]:
        return "year", "", bare
    return "number", "", bare


def _is_doubtful(match: re.Match[str], number: Decimal) -> bool:
    """ "two won", "5 real", "one tonne": as likely not a measure."""
    if match["scale"]:
        return False
    told, one = spelt(match["unit"]), (match["word"] or "").lower() in {"one", "a half", "half a"}
    if one and told and told[0] == "quantity":
        return True
    word = match["unit"].lower().removesuffix("s")
    return word in DOUBTFUL and (bool(match["word"]) or number < 100) and told != ("money", "INR")


def _signed_sort(match: re.Match[str]) -> tuple[str, str] | None:
    """The sort and unit that a sign at the number says."""
    if match["bps"]:
        return "rate", "bps"
    if match["points"]:
        return "rate", "percentage points"
    if match["percent"]:
        return "share", "percent"
    return ("money", CURRENCY[match["symbol"].strip().lower()]) if match["symbol"] else None


def _is_no_amount(match: re.Match[str], text: str, sort: str, end: int) -> bool:
    """A spelled number without a unit; a bare one in a name, a date, an age or a time span."""
    if end < len(text) and text[end].isalnum():
        return True
    if match["word"] and sort == "number":
        return not match["scale"] or bool(_SPAN.match(text, end))
    if sort not in {"number", "year"} or match["symbol"]:
        return False
    before = text[max(0, match.start() - NEAR) : match.start()]
    dated = _MONTH_BEFORE.search(before) or _MONTH_BEHIND.match(text, end)
    if not match["scale"] and (dated or _NAMED.search(before)):
        return True
    return bool(_SPAN.match(text, end)) or (not match["scale"] and _is_named(match, before))


def _is_named(match: re.Match[str], before: str) -> bool:
    """ "Boeing 737", "Qwen 3": a small number right behind a name."""
    name = _CAPITAL.search(before)
    plain = "," not in (match["number"] or "") and len(match["number"] or "") < 5
    return name is not None and plain and name.group(1).lower() not in _OPENERS


def _per(sort: str, text: str, end: int) -> str:
    """What the amount is for one of: a price by the barrel, an output by the day."""
    told = (_PRICE if sort == "money" else _PER).match(text, end)
    if not told or sort not in {"money", "quantity"}:
        return ""
    return told["per"] or SPANS[told["ly"]]


def _lead(before: str) -> str:
    lead = _LEAD.search(before)
    return lead.group(1).lower() if lead else ""


def _joined(low: Amount, high: Amount, text: str) -> Amount | None:
    """Both as one range, where the text between them joins two ends of one measure."""
    between = text[low.end : high.start]
    paired = low.lead == "between" and between in {" and ", " and about "}
    if not paired and (not _JOIN.fullmatch(between) or low.lead in _CHANGED - {"of"}):
        return None
    bare = low.sort == "number" and high.sort not in {"number", "year"}
    prefixed = low.sort == "money" and high.sort == "number"
    if not (bare or prefixed or (low.sort == high.sort != "number" and low.unit == high.unit)):
        return None
    shared = _shared(low, high)
    if low.number * shared >= high.number:
        return None
    kept = low if prefixed else high
    return replace(
        low, sort=kept.sort, unit=kept.unit, per=high.per or low.per, number=low.number * shared,
        high=high.number, end=high.end, step=low.step * shared,
    )  # fmt: skip


def _shared(low: Amount, high: Amount) -> Decimal:
    """The scale that the first end of "2-3 million" takes from the second."""
    power = Decimal(1)
    while low.number * power * 1000 <= high.number and low.number < 1000:
        power *= 1000
    return power
