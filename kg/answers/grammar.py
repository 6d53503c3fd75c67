"""The grammar of questions: closed, case-blind, without any language model.

Each form is a pattern with an example; the first that fits gives the plan. Edge questions come
from the edge classes (see `edge_questions`). Bias: refuse with the nearest forms rather than
answer another question.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.answers import exposure_forms, telling_forms
from kg.answers.edge_questions import edge_plans
from kg.answers.figure_forms import EXAMPLES as FIGURES
from kg.answers.figure_forms import figure_plans
from kg.answers.filters import plain, split_filters
from kg.answers.forms import clean, fits, joined
from kg.answers.labels import asked
from kg.answers.link_forms import EXAMPLES as LINKS
from kg.answers.link_forms import link_plans
from kg.answers.plan import Plan
from kg.answers.rewordings import rewordings
from schemas.errors import QuestionUnread

READINGS = (*exposure_forms.READINGS, *telling_forms.READINGS)
EDGE_EXAMPLES = (
    "who supplies X", "who depends on X", "what does X produce", "what is supplied by X",
    "what does X restrict", "who acquires X", "who owns X", "which firms are listed on X",
    "who are X's suppliers", "did X acquire Y", "is X a supplier of Y", "when did X acquire Y",
    "who plans to acquire X", "who no longer supplies X", "who denied acquiring X",
    "which lawsuits are there", "rumoured takeovers of X", "who is suing whom",
)  # fmt: skip
THINGS = ("list all companies", "which mines do you know", "top 5 companies exposed to X")
LONGEST = 600
"""Characters of a question at most: the forms are tried by search, whose cost grows faster."""
_SAME_WORD = 0.75  # "suplies" is "supplies", "sell" is not "tell"; own prior
_LITTLE = set("who what which is are was does did the a of to by on for in there".split())


def read(question: str) -> Plan:
    """The plan of a question; QuestionUnread with the three nearest forms."""
    return next(readings(question))


def readings(question: str) -> Iterator[Plan]:
    """Every way to read the question, likeliest first: which fits, the names in it decide.

    QuestionUnread, with the three nearest forms, where there is none, or if it is too long.
    """
    if len(question) > LONGEST:
        raise QuestionUnread(
            f"a question of {len(question)} characters", cure=f"ask in {LONGEST} at most"
        )
    text = plain(question)
    told: set[Plan] = set()
    for plan in itertools.chain(_plans(text), *map(_reworded, rewordings(text)), _last(text)):
        if plan not in told:
            told.add(plan)
            yield plan
    if not told:
        raise QuestionUnread(
            f"question not understood: {question.strip()!r}",
            cure="nearest forms: " + "; ".join(nearest(question)),
        )


def _plans(words: str) -> Iterator[Plan]:
    """The plans of the words themselves, with the filters that stand in them."""
    for kept in ("", "outside") if " outside " in words else ("",):
        text, filters = split_filters(words, kept=kept)
        found = (_top(text), figure_plans(text, _every), _every(text))
        yield from (joined(plan, filters) for plan in itertools.chain(*found))


def _every(text: str) -> Iterator[Plan]:
    return itertools.chain(_listed(text), _things(text))


def _reworded(words: str) -> Iterator[Plan]:
    """The plans of other words for the question; none where their filters make no sense."""
    try:
        yield from _plans(words)
    except QuestionUnread:
        return


def _last(words: str) -> Iterator[Plan]:
    text, filters = split_filters(words)
    yield from (joined(plan, filters) for plan in fits(telling_forms.LAST, text))


def _top(text: str) -> Iterator[Plan]:
    """The top five of an exposure."""
    match = re.fullmatch(r"(?:(?:what|which|who) (?:are|is) )?(?:the )?(?:top|first) "
                         r"(?P<n>\d+|two|three|five|ten) (?P<rest>.+)",
                         text, re.IGNORECASE)  # fmt: skip
    if not match:
        return
    few = {"two": 2, "three": 3, "five": 5, "ten": 10}
    limit = few.get(match["n"].lower()) or int(match["n"])
    for words in (match["rest"], *rewordings(match["rest"])):
        for plan in fits(exposure_forms.READINGS, words):
            yield replace(plan, filters=replace(plan.filters, limit=max(limit, 1)))


def _things(text: str) -> Iterator[Plan]:
    """All things of a kind: "list all companies", "which mines do you know"."""
    match = re.fullmatch(
        r"(?:list |name |show )?(?:what |which )?(?:all |all the |the |every |known )*"
        r"(?P<noun>(?:[\w-]+ )?[\w-]+?(?:s|ies))(?: (?:are there|are known|exist|do (?:we|you) "
        r"(?:know|have)(?: of)?|are in the (?:store|graph)))?(?: (?:in|from) (?P<place>.+))?",
        text, re.IGNORECASE,
    )  # fmt: skip
    meant = asked(f"which {match['noun']}") if match else asked("")
    if match and meant.label and not (set(meant.noun.split()) - {match["noun"].split()[-1]}):
        within = clean(match["place"] or "") or meant.within
        plan = Plan("things", label=meant.label, noun=meant.noun)
        yield replace(plan, filters=replace(plan.filters, within=within))


def _listed(text: str) -> Iterator[Plan]:
    return itertools.chain(fits(READINGS, text), link_plans(text), edge_plans(text))


def forms() -> tuple[str, ...]:
    """An example of every supported form."""
    last = (r.example for r in telling_forms.LAST)
    every = (*(r.example for r in READINGS), *EDGE_EXAMPLES, *LINKS, *FIGURES, *THINGS, *last)
    return tuple(dict.fromkeys(every))


def nearest(question: str, count: int = 3) -> list[str]:
    """The supported forms that come nearest to the words of the question."""
    words = question.casefold().rstrip(" ?.!").split()
    asked_for = [w for w in words if w not in _LITTLE]

    def likeness(form: str) -> float:
        known = [w for w in form.split() if not w.isupper() and w not in _LITTLE]
        order = difflib.SequenceMatcher(None, words, form.casefold().split()).ratio()
        return order + _covered(known, words) + _covered(asked_for, known)

    return sorted(forms(), key=lambda f: (-likeness(f), f))[:count]


def _covered(words: Sequence[str], others: Sequence[str]) -> float:
    """How much of the words the others hold, misspelt or in another form."""
    best = (max((difflib.SequenceMatcher(None, w, o).ratio() for o in others), default=0.0)
            for w in words)  # fmt: skip
    return sum(b for b in best if b > _SAME_WORD) / max(len(words), 1)
