"""English verb and noun forms, as far as questions need them.

Bias: a form too many does no harm (nobody types it), a missing one leaves a question unread.
"""

from __future__ import annotations

import re

_IRREGULAR = {
    "buy": "bought", "sell": "sold", "make": "made", "hold": "held", "lead": "led",
    "take": "took taken", "set": "set", "cut": "cut", "hit": "hit", "hurt": "hurt",
    "run": "ran run", "build": "built", "win": "won", "give": "gave given", "grow": "grew grown",
    "bring": "brought", "pay": "paid", "lend": "lent", "feed": "fed", "see": "saw seen",
    "get": "got", "have": "had", "find": "found", "quit": "quit", "seek": "sought",
    "spin": "spun", "bind": "bound", "sue": "sued", "shut": "shut", "send": "sent",
    "spend": "spent", "begin": "began begun", "choose": "chose chosen", "leave": "left",
    "rise": "rose risen", "fall": "fell fallen", "drive": "drove driven", "put": "put",
    "mean": "meant", "keep": "kept", "stand": "stood", "tell": "told", "shrink": "shrank shrunk",
    "sink": "sank sunk", "strike": "struck", "deal": "dealt", "become": "became become",
    "refer": "referred", "control": "controlled", "compel": "compelled", "bid": "bid",
    "annul": "annulled", "cancel": "cancelled canceled", "fly": "flew flown",
}  # fmt: skip


def inflect(lemma: str) -> set[str]:
    """The forms of an English verb: `take over` gives takes over, took over, taken over …."""
    word, _, particle = lemma.partition(" ")
    if not word:
        return set()
    tail = f" {particle}" if particle else ""
    return {form + tail for form in (word, third(word), _ing(word), *past(word))}


def third(word: str) -> str:
    """The third person singular, which is the plural of a noun as well."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _doubled(word: str) -> str:
    """The stem before -ed and -ing: one syllable that ends in one vowel and one consonant."""
    return word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word) else word


def _ing(word: str) -> str:
    if word in {"refer", "control", "compel", "annul", "begin"}:
        return word + word[-1] + "ing"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def past(word: str) -> list[str]:
    """The past forms of an English verb, the participle last."""
    if word in _IRREGULAR:
        return _IRREGULAR[word].split()
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ied"]
    return [word + "d" if word.endswith("e") else _doubled(word) + "ed"]
