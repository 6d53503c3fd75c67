"""Runs of name tokens: where a name begins, what joins its parts, where it ends.

Bias: a run rather too long than too short, since `names` cuts it and a known name inside a longer
unknown one is no hit.
"""

from __future__ import annotations

from kg.extract import gazetteer
from kg.extract.gazetteer import Hit
from kg.extract.lexicon import FIRM_WORDS, LEGAL_FORMS, NOT_NAMES, OF_HEADS, PARTICLES, SERIES
from kg.extract.tokens import Sentence, Token

JOINERS = frozenset({"&", "-", "–"})
RELATED = ("-based", "-owned", "-listed", "-led", "-backed")  # "US-based" is no name
CLOSED = frozenset({"PRON", "DET", "ADP", "CCONJ", "INTJ", "AUX"})  # no names, capital or not
QUOTES = frozenset({'"', "“", "‘", "'", ":", "``"})  # a capital behind them may open a sentence


def in_title_case(sentence: Sentence) -> bool:
    """Whether it is a headline whose words nearly all have capitals."""
    letters = [t for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 3]
    capital = sum(t.text[0].isupper() for t in letters)
    return sentence.headline and len(letters) > 3 and capital > 0.7 * len(letters)


def name_runs(s: Sentence, found: list[Hit]) -> list[tuple[int, int]]:
    """Maximal stretches of name tokens, as (first, last)."""
    inside = {i for h in found for i in range(h.first, h.last + 1) if _is_name_hit(h)}
    named = [_is_name(s, t) or t.i in inside for t in s.tokens]
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(named):
        if not named[i]:
            i += 1
            continue
        last = i
        while (step := _next(s, named, last)) is not None:
            last = step
        runs.append((i, last))
        i = last + 1
    return runs


def _is_name_hit(hit: Hit) -> bool:
    return any(
        x.known.label not in gazetteer.ANY_CASE and x.sort != "demonym" for x in hit.surfaces
    )


def _is_name(s: Sentence, token: Token) -> bool:
    text = token.text
    if text.lower().endswith(RELATED):
        return False
    if not text[0].isupper() and not (text[0].isdigit() and token.pos == "PROPN"):
        return text[0].islower() and any(c.isupper() for c in text) and token.pos == "PROPN"
    dated = token.ent in {"DATE", "TIME"} and text[0].isalpha()
    if text.lower() in NOT_NAMES or (dated and not _numbered(s, token)):
        return False
    if token.pos == "PROPN":
        return any(c.isalpha() for c in text)
    if token.ent == "NORP" or token.i == 0 or token.pos in CLOSED:
        return False
    noun = token.pos in {"NOUN", "ADJ", "X", "VERB", "NUM"} or token.dep in {"pobj", "dobj"}
    return noun and not _opens_quote(s, token)


def _numbered(s: Sentence, token: Token) -> bool:
    """ "Llama 3", which small parsers take for a date."""
    after = s.tokens[token.i + 1] if token.i + 1 < len(s.tokens) else None
    small = after is not None and after.pos == "NUM" and len(after.text) <= 3
    return small and token.pos == "PROPN"


def _opens_quote(s: Sentence, token: Token) -> bool:
    before = s.tokens[token.i - 1].text
    return before in QUOTES and token.pos != "PROPN"


def _next(s: Sentence, named: list[bool], last: int) -> int | None:
    """Position of the token that continues the run behind `last`."""
    after = last + 1
    if after >= len(named):
        return None
    token = s.tokens[after]
    broken = any(a.after == last and (a.sort != "day" or a.text[-1] == ",") for a in s.asides)
    if broken:
        return None
    if named[after] or (
        token.text == "AI" and token.pos == "PROPN" and s.tokens[last].pos == "PROPN"
    ):
        return after
    if _continues_number(s, last, token):
        return after
    if after + 1 < len(named) and _joins(s, last, token, next_named=named[after + 1]):
        return after + 1
    small = [t.text in PARTICLES for t in s.tokens[after : after + 2]] == [True, True]
    goes_on = small and after + 2 < len(named) and named[after + 2]
    return after + 2 if goes_on else None  # "van den Brink"


def _continues_number(s: Sentence, last: int, token: Token) -> bool:
    if token.pos != "NUM" or not token.text[0].isdigit() or s.tokens[last].text[0].isdigit():
        return False
    follow = s.tokens[token.i + 1] if token.i + 1 < len(s.tokens) else None
    plain = all(c.isdigit() or c == "." for c in token.text) and len(token.text) <= 4
    counted = follow is not None and (
        follow.pos in {"NOUN", "SYM", "NUM"} or follow.text in {"%", "million", "billion"}
    )
    return plain and (not counted or (follow is not None and follow.lemma in SERIES))


def _joins(s: Sentence, last: int, token: Token, *, next_named: bool) -> bool:
    """Whether the token, itself no name, ties the name before it to what follows."""
    following = s.tokens[token.i + 1]
    if token.text == "," and following.text.lower() in LEGAL_FORMS - {"group", "company"}:
        return following.text[0].isupper()
    tight = token.start == s.tokens[last].end and following.start == token.end
    if token.text in JOINERS and (tight or token.text == "&"):
        return next_named or following.text[0].isdigit()
    return next_named and _joins_names(s, last, token, following)


def _joins_names(s: Sentence, last: int, token: Token, following: Token) -> bool:
    """Whether a small word stands inside one name ("Bank of", "van der")."""
    if token.text in PARTICLES:
        return True
    before = s.tokens[last].text.lower()
    if token.lemma == "of":
        return before in OF_HEADS
    closes = following.text.lower() in FIRM_WORDS and before in FIRM_WORDS
    if token.lemma == "and" and closes and _ends_name(s, following.i):
        return True
    parsed = token.ent in {"ORG", "FAC", "LAW"} and following.ent == token.ent
    return token.lemma in {"for", "the", "de"} and parsed and not following.begins


def _ends_name(s: Sentence, i: int) -> bool:
    """Whether no capital follows: "Refinery and Petrochemicals," closes one name."""
    return i + 1 >= len(s.tokens) or not s.tokens[i + 1].text[0].isupper()
