"""Names in a sentence: runs of proper nouns, cut where titles and countries end.

The longest run wins: a known name inside a longer unknown one is not a hit ("Honda" in
"Honda Trading Corp"). In headlines set in title case only known names count, and names that the
body also has.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import gazetteer
from kg.extract.gazetteer import Hit, words
from kg.extract.lexicon import (
    AGENCY_WORDS,
    FIRM_WORDS,
    GENERIC,
    LEGAL_FORMS,
    PLACE_WORDS,
    PORTFOLIOS,
    TITLE_WORDS,
)
from kg.extract.policy_words import FLOW_NOUNS
from kg.extract.runs import in_title_case, name_runs
from kg.extract.spots import GOODS, Board, Spot
from kg.extract.titles import is_title
from kg.extract.tokens import Sentence, Token, head_of
from kg.reference.known import Known, Surface
from kg.reference.universe import universe

APART = frozenset({"Agency", "Index", "Exchange"})
"""Labels of known names that, at the end of a longer run, are cut off as names of their own."""
ONE_NAME = frozenset({"ORG", "PERSON"})  # the parser's sorts that hold a land in their name
SUREST = ("name", "alias", "short", "ticker", "metonym", "demonym")  # sorts of surface


def read_names(board: Board, sentence: Sentence) -> None:
    """Enter the sentence's names, demonyms and known goods on the board."""
    found = gazetteer.hits(sentence)
    runs = [] if in_title_case(sentence) else name_runs(sentence, found)
    runs = [r for r in runs if not _inside_a_good(r, found)]
    runs = [r for r in runs if not any(_opens_good(sentence, r, h) for h in found)]
    for first, last in runs:
        for part in _cut(sentence, first, last, found):
            board.add(part)
    for hit in found:
        if not _only_a_part(hit, runs) and not _only_a_flow(sentence, hit):
            board.add(_known_good(sentence, hit))


def _inside_a_good(run: tuple[int, int], found: list[Hit]) -> bool:
    """ "Brent" in "Brent crude"."""
    return any(
        h.first <= run[0] and run[1] <= h.last and (h.first, h.last) != run and _is_good(h)
        for h in found
    )


def _is_good(hit: Hit) -> bool:
    return all(x.known.label in gazetteer.ANY_CASE for x in hit.surfaces)


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


def _cut(s: Sentence, first: int, last: int, found: list[Hit]) -> Iterable[Spot]:
    """The run as one spot or several: titles are cut out, a leading country is cut off."""
    start = first
    for i in range(first, last + 2):
        if i == last + 1 or _is_office(s, i, closes=first < i == last):
            if i > start:
                yield from _segment(s, start, i - 1, found)
            start = i + 1


def _is_office(s: Sentence, i: int, *, closes: bool = False) -> bool:
    """An office, its portfolio ("Technology" Secretary), or a form of address.

    A form of address that closes a name is part of it ("Burger King").
    """
    word = s.tokens[i].text.lower().rstrip(".")
    if is_title(s, i) or (word in TITLE_WORDS and not closes):
        return True
    behind = i  # "Deputy Defence Minister"
    while behind < len(s.tokens) and s.tokens[behind].text.lower() in PORTFOLIOS:
        behind += 1
    return i < behind < len(s.tokens) and is_title(s, behind)


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
    if tail and _is_apart(tail):
        yield _known_spot(s, tail)
        yield from _segment(s, first, tail.first - 1, found)
        return
    spot = _spot(s, first, last)
    if any(h.first == first and _is_firm(h) for h in inside):
        spot.votes["Firm"] += 2  # "Siemens Gamesa", "Tata Steel Nederland"
    yield spot


def _is_firm(hit: Hit) -> bool:
    return all(x.known.label == "Firm" for x in hit.surfaces)


def _rest_is_form(s: Sentence, first: int, last: int) -> bool:
    return all(s.tokens[i].text.lower() in LEGAL_FORMS for i in range(first, last + 1))


def _is_land(hit: Hit) -> bool:
    return any(x.known.label in {"Country", "Place"} for x in hit.surfaces)


def _is_apart(hit: Hit) -> bool:
    return any(x.known.label in APART for x in hit.surfaces)


def _owns_lead(s: Sentence, lead: Hit, last: int) -> bool:
    """Whether the country belongs to the name ("China Rare Earth Group", "Bank of ...")."""
    end = s.tokens[last].text.lower()
    if end in FIRM_WORDS | AGENCY_WORDS | PLACE_WORDS:
        return last > lead.last
    kind = s.tokens[lead.first].ent
    return kind in ONE_NAME and s.tokens[last].ent == kind and not s.tokens[last].begins


def _only_a_part(hit: Hit, runs: list[tuple[int, int]]) -> bool:
    return any(a <= hit.first and hit.last <= b for a, b in runs)


def _only_a_flow(s: Sentence, hit: Hit) -> bool:
    """Bare "exports" or "shipments": what is shipped is the thing, not that it is."""
    return hit.first == hit.last and s.tokens[hit.first].lemma in FLOW_NOUNS


def _known_good(s: Sentence, hit: Hit) -> Spot:
    """The known thing; "oil" in "cooking oil" is another good and not known."""
    before = s.tokens[hit.first - 1] if hit.first else None
    single = hit.first == hit.last and hit.surfaces[0].known.label in GOODS
    opens = single and _opens_good(s, (0, hit.first - 1), hit)
    if not single or before is None or not (opens or _makes_another(before, hit.first)):
        return _known_spot(s, hit)
    first = hit.first - 1
    while first > 1 and s.tokens[first - 1].text == "-":
        first -= 2  # "sodium-ion batteries"
    spot = _spot(s, first, hit.last)
    spot.votes[hit.surfaces[0].known.label] += 5
    return spot


def _opens_good(s: Sentence, run: tuple[int, int], hit: Hit) -> bool:
    """Whether the run is a word that only opens the sentence and a good ("Oat milk is dear")."""
    if run != (0, 0) or hit.first != 1 or not _is_good(hit):
        return False
    word = s.tokens[0]
    plain = not word.ent and word.text[1:].islower() and not universe().find(word.text, "Firm")
    return plain and word.dep == "compound" and word.head in range(1, hit.last + 1)


def _makes_another(before: Token, good: int) -> bool:
    """Whether the common word before a good makes it another one."""
    if before.pos not in {"NOUN", "VERB"} or before.head != good:
        return False
    return before.text.islower() and (before.dep == "compound" or before.tag == "VBG")


def _known_spot(s: Sentence, hit: Hit) -> Spot:
    spot = _spot(s, hit.first, hit.last)
    best = sorted(hit.surfaces, key=lambda x: (SUREST.index(x.sort), x.known.node))
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


def _prefer(best: list[Surface], spot: Spot) -> Known | None:
    """One of several readings, if only one goes by its full name."""
    goods = [x for x in best if x.known.label in GOODS]
    if goods and all(x.known.label in gazetteer.ANY_CASE for x in best):
        best = goods  # "semiconductor sales": the good before its makers
    names = {x.known.node: x.known for x in best if x.sort == best[0].sort}
    if len(names) > 1:
        spot.parts.append(("ambiguous", " ".join(sorted(names))))
        return None
    return next(iter(names.values()))


def _spot(s: Sentence, first: int, last: int) -> Spot:
    return Spot(s.order, first, last, head_of(s, first, last), words(s, first, last), "name")
