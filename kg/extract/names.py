"""Names in a sentence: runs of proper nouns, cut where titles and countries end.

The longest run wins: a known name inside a longer unknown one is not a hit ("Honda" in
"Honda Trading Corp"). In headlines set in title case only known names count, and names that the
body also has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract import gazetteer
from kg.extract.gazetteer import Hit, words
from kg.extract.lexicon import (
    AGENCY_WORDS,
    FIRM_WORDS,
    FLOW_NOUNS,
    LEGAL_FORMS,
    NOT_NAMES,
    PLACE_WORDS,
    TITLE_WORDS,
)  # fmt: skip
from kg.extract.spots import Board, Spot
from kg.extract.titles import is_title
from kg.extract.tokens import Sentence, Token

PARTICLES = frozenset("des de del della di da du von van der den la le bin al el ibn dos".split())
GENERIC = frozenset(
    "company partnership registrant board state county city court agreement plan table contents"
    " trust fund"
    " inc inc. ltd ltd. corp corp. plc llc holdings group senior committee city capital government parliament party".split()
)
PORTFOLIOS = frozenset(
    "technology finance trade commerce energy foreign defence defense interior investment"
    " treasury labour labor"
    " health transport agriculture environment industry economy prime vice deputy justice home education".split()
)
JOINERS = frozenset({"&", "-", "–"})
OF_HEADS = AGENCY_WORDS | frozenset(
    {"bank", "university", "republic", "port", "gulf", "strait", "house", "city"}
)
SERIES = frozenset({"series", "model", "models", "version", "chip", "chips", "family", "line"})


def read_names(board: Board, sentence: Sentence) -> None:
    """Enter the sentence's names, demonyms and known goods on the board."""
    found = gazetteer.hits(sentence)
    runs = [] if _title_case(sentence) else _runs(sentence, found)
    for first, last in runs:
        for part in _cut(sentence, first, last, found):
            board.add(part)
    for hit in found:
        if not _only_a_part(hit, runs) and not _only_a_flow(sentence, hit):
            board.add(_known_good(sentence, hit))


def drop_reporters(board: Board, publisher: str) -> None:
    """Take off the board who only reports: the publisher, and who was told or polled."""
    reporters = {publisher.lower()} if publisher else set()
    for sentence in board.sentences:
        reporters |= {
            w.lower() for a in sentence.asides if a.sort == "dateline" for w in _signed(a.text)
        }
    for spot in board.spots:
        if _is_told(board.sentence(spot), spot):
            reporters.add(spot.text.lower())
    for spot in [x for x in board.spots if x.text.lower() in reporters]:
        board.drop(spot)


def _signed(dateline: str) -> list[str]:
    """Who signs a dateline: "(Reuters)"."""
    return re.findall(r"\(([^()]+)\)", dateline)


def _is_told(s: Sentence, spot: Spot) -> bool:
    """ "told Reuters", "a Reuters poll", "polled by Reuters", "Reuters reported"."""
    token, up = s.tokens[spot.head], s.up(spot.head)
    if up is None or spot.sort != "name":
        return False
    if token.dep in {"dobj", "dative"} and up.lemma == "tell":
        return True
    if token.dep in {"compound", "nmod"} and up.lemma in {"report", "poll", "survey", "interview"}:
        return True
    above = s.up(up.i)
    polled = (
        token.dep == "pobj"
        and above is not None
        and above.lemma in {"poll", "survey", "see", "review"}
    )
    return polled and up.lemma == "by"


def read_repeats(board: Board) -> None:
    """Enter in headlines the names that the body gave."""
    names = {s.text.lower(): s for s in board.spots if s.sort == "name" and not s.known}
    for sentence in board.sentences:
        if sentence.headline:
            _repeat(board, sentence, names)


def _repeat(board: Board, sentence: Sentence, names: dict[str, Spot]) -> None:
    for size in range(5, 0, -1):
        for first in range(len(sentence.tokens) - size + 1):
            like = names.get(words(sentence, first, first + size - 1).lower())
            if like:
                board.add(_spot(sentence, first, first + size - 1))


def _title_case(sentence: Sentence) -> bool:
    letters = [t for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 3]
    capital = sum(t.text[0].isupper() for t in letters)
    return sentence.headline and len(letters) > 3 and capital > 0.7 * len(letters)


def _runs(s: Sentence, found: list[Hit]) -> list[tuple[int, int]]:
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
    if text.lower().endswith(("-based", "-owned", "-listed", "-led", "-backed")):
        return False
    if not text[0].isupper() and not (text[0].isdigit() and token.pos == "PROPN"):
        return text[0].islower() and any(c.isupper() for c in text) and token.pos == "PROPN"
    if text.lower() in NOT_NAMES or (token.ent in {"DATE", "TIME"} and text[0].isalpha()):
        return False
    if token.pos == "PROPN":
        return any(c.isalpha() for c in text)
    if (
        token.ent == "NORP"
        or token.i == 0
        or token.pos in {"PRON", "DET", "ADP", "CCONJ", "INTJ", "AUX"}
    ):
        return False
    return token.pos in {"NOUN", "ADJ", "X", "VERB", "NUM"} and not _opens_quote(s, token)


def _opens_quote(s: Sentence, token: Token) -> bool:
    before = s.tokens[token.i - 1].text
    return before in {'"', "“", "‘", "'", ":", "``"} and token.pos != "PROPN"


def _next(s: Sentence, named: list[bool], last: int) -> int | None:
    """Position of the token that continues the run behind `last`."""
    after = last + 1
    if after >= len(named):
        return None
    token = s.tokens[after]
    broken = any(a.after == last and a.sort != "day" for a in s.asides)
    if broken:
        return None
    if named[after]:
        return after
    if _continues_number(s, last, token):
        return after
    if after + 1 < len(named) and _joins(s, last, token, named[after + 1]):
        return after + 1
    return None


def _continues_number(s: Sentence, last: int, token: Token) -> bool:
    if token.pos != "NUM" or not token.text[0].isdigit() or s.tokens[last].text[0].isdigit():
        return False
    follow = s.tokens[token.i + 1] if token.i + 1 < len(s.tokens) else None
    plain = all(c.isdigit() or c == "." for c in token.text) and len(token.text) <= 4
    counted = follow is not None and (
        follow.pos in {"NOUN", "SYM", "NUM"} or follow.text in {"%", "million", "billion"}
    )
    return plain and (not counted or (follow is not None and follow.lemma in SERIES))


def _joins(s: Sentence, last: int, token: Token, next_named: bool) -> bool:
    tight = token.start == s.tokens[last].end and s.tokens[token.i + 1].start == token.end
    following = s.tokens[token.i + 1]
    if token.text == "," and following.text.lower() in LEGAL_FORMS - {"group", "company"}:
        return following.text[0].isupper()
    if token.text in JOINERS and (tight or token.text == "&"):
        return next_named or following.text[0].isdigit()
    if not next_named:
        return False
    if token.text in PARTICLES:
        return True
    if token.lemma == "of":
        return s.tokens[last].text.lower() in OF_HEADS
    closes = following.text.lower() in FIRM_WORDS and s.tokens[last].text.lower() in FIRM_WORDS
    if token.lemma == "and" and closes and _ends_name(s, following.i):
        return True
    same_entity = (
        token.ent in {"ORG", "FAC", "LAW"} and following.ent == token.ent and not following.begins
    )
    return token.lemma in {"for", "the", "de"} and same_entity


def _ends_name(s: Sentence, i: int) -> bool:
    """Whether no capital follows: "Refinery and Petrochemicals," closes one name."""
    return i + 1 >= len(s.tokens) or not s.tokens[i + 1].text[0].isupper()


def _cut(s: Sentence, first: int, last: int, found: list[Hit]) -> Iterable[Spot]:
    """The run as one spot or several: titles are cut out, a leading country is cut off."""
    start = first
    for i in range(first, last + 2):
        if i == last + 1 or _is_office(s, i):
            if i > start:
                yield from _segment(s, start, i - 1, found)
            start = i + 1


def _is_office(s: Sentence, i: int) -> bool:
    """An office, its portfolio ("Technology" Secretary), or a form of address."""
    word = s.tokens[i].text.lower().rstrip(".")
    if is_title(s, i) or word in TITLE_WORDS:
        return True
    return word in PORTFOLIOS and i + 1 < len(s.tokens) and is_title(s, i + 1)


def _segment(s: Sentence, first: int, last: int, found: list[Hit]) -> Iterable[Spot]:
    if first == last and s.tokens[first].text.lower() in GENERIC:
        return
    inside = [h for h in found if first <= h.first and h.last <= last]
    whole = next(
        (h for h in inside if h.first == first and _rest_is_form(s, h.last + 1, last)), None
    )
    if whole:
        yield _known_spot(s, Hit(first, last, whole.surfaces))
        return
    lead = next((h for h in inside if h.first == first and _is_land(h) and h.last < last), None)
    if lead and not _owns_lead(s, lead, last):
        yield _known_spot(s, lead)
        yield from _segment(s, lead.last + 1, last, found)
        return
    tail = next((h for h in inside if h.last == last and h.first > first), None)
    if tail and _is_agency(tail):
        yield _known_spot(s, tail)
        yield from _segment(s, first, tail.first - 1, found)
        return
    yield _spot(s, first, last)


def _rest_is_form(s: Sentence, first: int, last: int) -> bool:
    return all(s.tokens[i].text.lower() in LEGAL_FORMS for i in range(first, last + 1))


def _is_land(hit: Hit) -> bool:
    return any(x.known.label in {"Country", "Place"} for x in hit.surfaces)


def _is_agency(hit: Hit) -> bool:
    return any(x.known.label in {"Agency", "Index", "Exchange"} for x in hit.surfaces)


def _owns_lead(s: Sentence, lead: Hit, last: int) -> bool:
    """Whether the country belongs to the name ("China Rare Earth Group", "Bank of ...")."""
    end = s.tokens[last].text.lower()
    if end in FIRM_WORDS | AGENCY_WORDS | PLACE_WORDS:
        return last > lead.last
    return (
        s.tokens[lead.first].ent == "ORG"
        and s.tokens[last].ent == "ORG"
        and not s.tokens[last].begins
    )


def _only_a_part(hit: Hit, runs: list[tuple[int, int]]) -> bool:
    return any(a <= hit.first and hit.last <= b for a, b in runs)


def _only_a_flow(s: Sentence, hit: Hit) -> bool:
    """Bare "exports" or "shipments": what is shipped is the thing, not that it is."""
    return hit.first == hit.last and s.tokens[hit.first].lemma in FLOW_NOUNS


def _known_good(s: Sentence, hit: Hit) -> Spot:
    """The known thing; "oil" in "cooking oil" is another good and not known."""
    before = s.tokens[hit.first - 1] if hit.first else None
    single = hit.first == hit.last and hit.surfaces[0].known.label in {"Commodity", "Product"}
    if (
        not single
        or before is None
        or before.pos not in {"NOUN", "VERB"}
        or before.head != hit.first
    ):
        return _known_spot(s, hit)
    if before.dep not in {"compound", "amod"} or not before.text.islower():
        return _known_spot(s, hit)
    spot = _spot(s, hit.first - 1, hit.last)
    spot.votes[hit.surfaces[0].known.label] += 5
    return spot


def _known_spot(s: Sentence, hit: Hit) -> Spot:
    spot = _spot(s, hit.first, hit.last)
    best = sorted(hit.surfaces, key=lambda x: (_ORDER.index(x.sort), x.known.node))
    spot.known = best[0].known if len({x.known.node for x in best}) == 1 else _prefer(best, spot)
    if all(x.sort == "demonym" for x in hit.surfaces):
        spot.sort = "demonym"
    elif any(x.sort == "metonym" for x in hit.surfaces):
        spot.parts.append(("metonym", "1"))
    for surface in hit.surfaces:
        spot.votes[surface.known.label] += 3
    if any(x.sort == "short" for x in hit.surfaces):
        spot.parts.append(("short", "1"))
    return spot


_ORDER = ["name", "alias", "short", "ticker", "metonym", "demonym"]


def _prefer(best: list[gazetteer.Surface], spot: Spot) -> gazetteer.Known | None:
    """One of several readings, if only one goes by its full name."""
    names = {x.known.node: x.known for x in best if x.sort == best[0].sort}
    if len(names) > 1:
        spot.parts.append(("ambiguous", " ".join(sorted(names))))
        return None
    return next(iter(names.values()))


def _spot(s: Sentence, first: int, last: int) -> Spot:
    return Spot(s.order, first, last, head_of(s, first, last), words(s, first, last), "name")


def head_of(s: Sentence, first: int, last: int) -> int:
    """The token of the span whose head lies outside it; the last one if several do."""
    outside = [
        i
        for i in range(first, last + 1)
        if not first <= s.tokens[i].head <= last or s.tokens[i].head == i
    ]
    return outside[-1] if outside else last
