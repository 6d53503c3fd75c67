"""Names folded to keys, so that spellings of one name meet and different names do not.

Folding is exact and small on purpose: it forgives accents, case, punctuation and legal forms, and
nothing else. It prefers to miss a match rather than to merge two firms.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "’": "'",
        "‘": "'",
        "`": "'",
    }
)
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_INITIALS = re.compile(r"\b(?:\w\.\s?){2,}")
_OTHER = re.compile(r"[^\w+%]+|_")

# Legal forms as single folded words; the lists of the cleanco package hold more, but among them
# words such as "as", "da", "pt" and "et" that end ordinary names.
_FORMS = frozenset(
    (
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "companies",
        "ltd",
        "limited",
        "plc",
        "llc",
        "llp",
        "lp",
        "ag",
        "sa",
        "nv",
        "se",
        "gmbh",
        "kgaa",
        "kg",
        "kk",
        "bhd",
        "tbk",
        "oyj",
        "oy",
        "ab",
        "asa",
        "spa",
        "bv",
        "sarl",
        "sas",
        "pte",
        "pty",
        "pvt",
        "pcl",
        "pjsc",
        "ojsc",
        "jsc",
        "psc",
        "aps",
        "sab",
        "ltda",
        "srl",
        "sro",
        "doo",
        "dd",
        "kft",
        "zrt",
        "nyrt",
        "publ",
        "ooo",
        "oao",
        "pao",
        "sae",
        "saog",
        "eurl",
        "uab",
    )
)
_GROUPS = frozenset(("group", "groupe", "holding", "holdings"))
_JOINERS = frozenset(("and", "of", "the"))
# Two-word legal forms left when their last word is gone: "Sdn Bhd", "S.A. de C.V.", "A/S".
_TAILS = ("sdn", "sa de cv", "de cv", "sab de", "a s", "and co", "s a", "s p a", "n v", "pt")


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The name for comparison: no accents, case or punctuation, no leading "the", no 's."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = _POSSESSIVE.sub("", plain).replace("'", "").replace("&", " and ")
    plain = _INITIALS.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", plain)
    words = _OTHER.sub(" ", plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def firm_key(name: str) -> str:
    """The name's key without legal forms, "Group" and "Holdings"; at least one word stays."""
    words = name_key(re.sub(r"\s*\([^)]*\)", "", name) or name).split()
    if len(words) > 1 and words[0] == "pt":
        words = words[1:]
    while len(words) > 1 and (kept := _shorter(words)) != words:
        words = kept
    return " ".join(words)


def _shorter(words: list[str]) -> list[str]:
    """The words without one trailing legal form, or the words as they are."""
    for tail in _TAILS:
        parts = tail.split()
        if len(words) > len(parts) and words[-len(parts) :] == parts:
            return words[: -len(parts)]
    if words[-1] in _FORMS or words[-1] in _GROUPS or words[-1] in _JOINERS:
        return words[:-1]
    return words


def slug(text: str) -> str:
    """The text as part of a node id: "Rare earths" gives "rare-earths"."""
    return name_key(text).replace("+", "-plus").replace(" ", "-").replace("%", "-percent")
