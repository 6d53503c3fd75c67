"""The verbs by which a question may ask for an edge, taken from the edge classes themselves.

A new edge type brings its own verbs; the few listed here are words of questions that news do
not use. A type's own phrase outweighs the frames of others, which read more into a verb than a
question means. Bias: a verb that several types share otherwise asks for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from schemas.base import Edge, state_edges

_IRREGULAR = {
    "buy": "bought", "sell": "sold", "make": "made", "hold": "held", "lead": "led",
    "take": "took taken", "set": "set", "cut": "cut", "hit": "hit", "hurt": "hurt",
    "ship": "shipped",
    "run": "ran run", "build": "built", "win": "won", "give": "gave given", "grow": "grew grown",
    "bring": "brought", "pay": "paid", "lend": "lent", "feed": "fed", "see": "saw seen",
    "get": "got", "have": "had", "ban": "banned", "bar": "barred", "stop": "stopped",
    "spin": "spun", "bind": "bound", "find": "found", "sue": "sued", "shut": "shut",
    "quit": "quit", "seek": "sought", "halve": "halved", "rely": "relied", "supply": "supplied",
    "control": "controlled", "refer": "referred", "plan": "planned", "drop": "dropped",
}  # fmt: skip
_OWN = {  # words of questions that no news verb covers, by type; the side is the subject's
    "DEPENDS_ON": "depend rely need use", "SUPPLIES": "supply", "OWNS": "own", "LEADS": "lead run",
    "COMPETES_WITH": "compete rival", "PARTNERS_WITH": "partner", "LOCATED_IN": "locate base",
    "LISTED_ON": "list", "ACQUIRES": "acquire buy", "PRODUCES": "produce make", "SUES": "sue",
    "RESTRICTS": "restrict ban curb", "FORECASTS": "forecast predict", "IMPOSES": "impose",
}  # fmt: skip
_NOUNS = {  # role nouns of questions: type, and the side on which the answer stands
    "supplier": ("SUPPLIES", "head"), "customer": ("SUPPLIES", "tail"),
    "owner": ("OWNS", "head"), "parent": ("OWNS", "head"), "shareholder": ("OWNS", "head"),
    "subsidiary": ("OWNS", "tail"), "subsidiaries": ("OWNS", "tail"),
    "rival": ("COMPETES_WITH", "head"), "competitor": ("COMPETES_WITH", "head"),
    "partner": ("PARTNERS_WITH", "head"), "producer": ("PRODUCES", "head"),
    "maker": ("PRODUCES", "head"), "product": ("PRODUCES", "tail"),
    "exporter": ("EXPORTS", "head"), "importer": ("IMPORTS", "head"),
    "buyer": ("ACQUIRES", "head"), "acquirer": ("ACQUIRES", "head"),
    "target": ("ACQUIRES", "tail"), "investor": ("INVESTS_IN", "head"),
    "lender": ("LENDS_TO", "head"), "creditor": ("LENDS_TO", "head"),
    "ceo": ("LEADS", "head"), "chief executive": ("LEADS", "head"), "head": ("LEADS", "head"),
    "boss": ("LEADS", "head"), "leader": ("LEADS", "head"), "chairman": ("LEADS", "head"),
    "chief": ("LEADS", "head"), "president": ("LEADS", "head"), "issuer": ("IMPOSES", "head"),
    "forecaster": ("FORECASTS", "head"), "member": ("MEMBER_OF", "head"),
}  # fmt: skip

_COPULAS = {"is", "was", "has", "does"}

Meaning = tuple[str, bool]  # edge type, and whether the verb's subject is its head


def verb_meanings() -> dict[str, tuple[Meaning, ...]]:
    """Every surface form of every asking verb with the edges it asks for."""
    return _meanings(tuple(state_edges()))


@lru_cache(maxsize=4)  # by the types, so that one added at run time is asked for at once
def _meanings(kinds: tuple[type[Edge], ...]) -> dict[str, tuple[Meaning, ...]]:
    framed, own = _collect(kinds, _framed), _collect(kinds, _own)
    return {form: tuple(sorted(m)) for form, m in sorted((framed | own).items())}


def role_nouns() -> dict[str, tuple[str, str]]:
    """Role nouns ("suppliers of") with their edge type and the side that answers."""
    plural = {n + "s": meaning for n, meaning in _NOUNS.items() if not n.endswith("s")}
    return {**_NOUNS, **plural}


def _collect(
    kinds: tuple[type[Edge], ...], lemmas: Callable[[type[Edge]], Iterator[Meaning]]
) -> dict[str, set[Meaning]]:
    found: dict[str, set[Meaning]] = {}
    for kind in kinds:
        for lemma, subject_is_head in lemmas(kind):
            for form in inflect(lemma):
                found.setdefault(form, set()).add((kind.TYPE, subject_is_head))
    return found


def _own(kind: type[Edge]) -> Iterator[Meaning]:
    """The verbs of the type's phrase and of questions."""
    yield from ((lemma, True) for lemma in _OWN.get(kind.TYPE, "").split())
    first = kind.phrase.split(" ")[0]
    known = [lemma for lemma, head in _framed(kind) if head and _third(lemma) == first]
    bare = [first.removesuffix("s")] if first.endswith("s") and first not in _COPULAS else []
    yield from ((lemma, True) for lemma in known or bare)


def _framed(kind: type[Edge]) -> Iterator[Meaning]:
    """The verbs of the type's frames, with whether the subject is the head."""
    for frame in kind.frames:
        roles = (*frame.head, *frame.tail)
        if frame.pos == "verb" and "subj" in roles:
            yield from ((lemma.replace("_", " "), "subj" in frame.head) for lemma in frame.lemmas)


def inflect(lemma: str) -> set[str]:
    """The forms of an English verb: `take over` gives takes over, took over, taken over …."""
    word, _, particle = lemma.partition(" ")
    if not word:
        return set()
    tail = f" {particle}" if particle else ""
    return {form + tail for form in (word, _third(word), _ing(word), *_past(word))}


def _third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ing(word: str) -> str:
    doubled = [p for p in _past(word) if p == word + word[-1] + "ed"]
    if doubled:
        return word + word[-1] + "ing"
    return (word[:-1] if word.endswith("e") and not word.endswith("ee") else word) + "ing"


def _past(word: str) -> list[str]:
    if word in _IRREGULAR:
        return _IRREGULAR[word].split()
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ied"]
    return [word + ("d" if word.endswith("e") else "ed")]
