"""The words and signs of money, quantities and scale, and the patterns made of them.

A word that several countries call their money by stands for the best known one, unless the
country is told ("Danish kroner"). Bias: a word that is also something else ("won", "real",
"rand") counts as money only behind a number that can be nothing else.
"""

from __future__ import annotations

import re

SCALE = {
    "thousand": 3, "k": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "bln": 9,
    "b": 9, "trillion": 12, "tn": 12, "trn": 12, "lakh": 5, "crore": 7,
}  # fmt: skip
SYMBOLS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW",
    "₹": "INR", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "s$": "SGD",
    "nt$": "TWD", "r$": "BRL", "nz$": "NZD", "mx$": "MXN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "₺": "TRY", "₦": "NGN", "₽": "RUB", "₪": "ILS", "₴": "UAH", "rs": "INR", "rs.": "INR",
    "rp": "IDR", "ksh": "KES", "sh": "KES", "sfr": "CHF", "sfr.": "CHF", "skr": "SEK",
    "nkr": "NOK", "dkr": "DKK", "rmb": "CNY", "r": "ZAR",
}  # fmt: skip
CODES = (
    "USD EUR GBP CHF JPY CNY INR KRW AUD CAD HKD TWD SGD NZD SEK NOK DKK BRL MXN ZAR KES NGN EGP "
    "TRY PLN CZK HUF IDR MYR THB VND SAR AED ILS RUB PKR CLP"
).split()
MONEY = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP",
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY", "won": "KRW", "rupee": "INR",
    "ruble": "RUB", "rouble": "RUB", "franc": "CHF", "real": "BRL", "reais": "BRL", "peso": "MXN",
    "rand": "ZAR", "lira": "TRY", "krona": "SEK", "kronor": "SEK", "krone": "NOK",
    "kroner": "NOK", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "rupiah": "IDR",
    "ringgit": "MYR", "baht": "THB", "dong": "VND", "dirham": "AED", "riyal": "SAR",
    "shekel": "ILS", "naira": "NGN", "shilling": "KES", "hryvnia": "UAH", "taka": "BDT",
    "rs": "INR",
}  # fmt: skip
OF_COUNTRY = {
    "hong kong dollar": "HKD", "australian dollar": "AUD", "canadian dollar": "CAD",
    "singapore dollar": "SGD", "taiwan dollar": "TWD", "new taiwan dollar": "TWD",
    "new zealand dollar": "NZD", "us dollar": "USD", "u.s. dollar": "USD", "swiss franc": "CHF",
    "danish krone": "DKK", "danish kroner": "DKK", "danish crown": "DKK",
    "norwegian krone": "NOK", "norwegian kroner": "NOK", "norwegian crown": "NOK",
    "swedish krona": "SEK", "swedish kronor": "SEK", "swedish crown": "SEK", "czech crown": "CZK",
    "czech koruna": "CZK", "mexican peso": "MXN", "chilean peso": "CLP",
    "argentine peso": "ARS", "colombian peso": "COP", "philippine peso": "PHP",
    "indian rupee": "INR", "pakistani rupee": "PKR", "egyptian pound": "EGP",
    "british pound": "GBP", "pound sterling": "GBP", "turkish lira": "TRY",
    "brazilian real": "BRL", "brazilian reais": "BRL", "kenyan shilling": "KES",
    "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "japanese yen": "JPY",
    "chinese yuan": "CNY", "korean won": "KRW", "south korean won": "KRW",
    "south african rand": "ZAR", "russian rouble": "RUB", "russian ruble": "RUB",
    "saudi riyal": "SAR", "cfa franc": "XOF",
}  # fmt: skip
CURRENCY = SYMBOLS | {code.lower(): code for code in CODES} | MONEY | OF_COUNTRY
UNITS = {
    "ton": "tons", "tonne": "tonnes", "barrel": "barrels", "job": "jobs", "unit": "units",
    "ounce": "ounces", "bushel": "bushels", "vehicle": "vehicles", "car": "cars",
    "megawatt": "MW", "mw": "MW", "gigawatt": "GW", "gw": "GW", "share": "shares",
    "bpd": "barrels per day", "kg": "kg", "kilogram": "kg", "kilo": "kg", "point": "points",
    "litre": "litres", "liter": "litres", "gallon": "gallons", "hectare": "hectares",
    "acre": "acres", "kilometre": "km", "kilometer": "km", "km": "km", "mile": "miles",
    "terawatt-hour": "TWh", "gigawatt-hour": "GWh", "megawatt-hour": "MWh", "twh": "TWh",
    "gwh": "GWh", "mwh": "MWh", "cubic metre": "cubic metres", "cubic meter": "cubic metres",
    "bcm": "billion cubic metres", "carat": "carats", "container": "containers", "teu": "TEU",
    "wafer": "wafers", "bag": "bags", "bale": "bales", "worker": "workers",
    "employee": "employees", "aircraft": "aircraft", "plane": "planes", "home": "homes",
    "store": "stores", "truck": "trucks", "tonnes of oil equivalent": "tonnes of oil equivalent",
}  # fmt: skip
SPELT = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(), start=1
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
     "ninety": 90, "a": 1, "an": 1}  # fmt: skip
SPANS = {"daily": "day", "a": "", "annually": "year", "yearly": "year", "monthly": "month"}
DOUBTFUL = frozenset({"won", "real", "rand", "dong", "taka", "crown"})
"""Words that mean money only behind a scale or a number of a hundred and more."""


def _words(names: dict[str, str]) -> str:
    """An alternation of the names and their plurals, the longest first."""
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


SYMBOL = (
    r"(?<![A-Za-z])(?:U\.S\.\$|(?:US|AU|CA|HK|NT|NZ|MX|[ACSR])?\$|[£€¥₩₹₱฿₫₺₦₽₪₴]"
    r"|(?:Rs|Rp|SFr)\.? ?|KSh ?|Ksh ?|Sh |[SND]Kr ?|RMB ?|R(?=\d[\d.,]*(?: ?[mb]illion|[mb]n?\b))"
    rf"|(?:{'|'.join(CODES)}) ?)"
)
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONES = "|".join(w for w, n in SPELT.items() if n < 20 and len(w) > 2)
_EITHER_CASE = [(f"[{w[0].upper()}{w[0]}]{w[1:]}", n) for w, n in SPELT.items() if len(w) > 2]
WORDED = (
    "(?:(?:" + "|".join(w for w, n in _EITHER_CASE if n >= 20) + rf")(?:-(?:{_ONES}))?|"
    + "|".join(w for w, n in _EITHER_CASE if n < 20)
    + ")(?: and a half)?|[Aa] half|[Hh]alf an?"
    r"|[Aa]n?(?= (?:thousand|million|billion|trillion|lakh|crore)\b)"
)
SCALES = (
    r"(?:[ -]?(?:thousand|million|billion|trillion|lakh|crore|mln|bln|trn|mn|bn|tn)\b(?! crore)"
    r"|[ -]?lakh crore\b|[mbk]\b)"
)
UNIT = (
    rf"(?:metric )?(?:(?i:{_words(UNITS)})s?|(?i:{_words(OF_COUNTRY)})s?"
    rf"|(?i:{_words(MONEY)})s?(?! estate)|{'|'.join(CODES)})\b"
)


def spelt(word: str) -> tuple[str, str] | None:
    """The sort and unit that a word behind a number says, or None."""
    root = word.lower().removeprefix("metric ").removeprefix("metric-")
    for known in (root, root.removesuffix("s")):
        if known in CURRENCY:
            return "money", CURRENCY[known]
        if known in UNITS:
            return "quantity", UNITS[known]
    return None


def scale(word: str) -> int:
    """The power of ten that the scale word stands for: "lakh crore" is a million million."""
    return sum(SCALE.get(w, 0) for w in word.lower().strip(" -").split())


def worded(word: str) -> tuple[int, int]:
    """A spelled number in halves, and the halves that it is exact to: "two and a half" is (5, 1).

    "half a" before a scale is one half.
    """
    if word.startswith(("half", "a half")):
        return 1, 1
    whole, half, _ = word.partition(" and a half")
    number = sum(SPELT[w] for w in whole.split("-"))
    return 2 * number + bool(half), 1 if half else 2
