"""The grammar of questions: closed, case-blind, without any language model.

Each form is a pattern with an example; the first that fits gives the plan. Edge questions come
from the edge classes (see `edge_questions`). Bias: refuse with the nearest forms rather than
answer another question.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator

from kg.answers import exposure_forms, telling_forms
from kg.answers.edge_questions import edge_plans
from kg.answers.figure_forms import EXAMPLES as FIGURES
from kg.answers.figure_forms import figure_plans
from kg.answers.filters import plain, split_filters
from kg.answers.forms import fits, joined
from kg.answers.plan import Plan
from schemas.errors import QuestionUnread

READINGS = (*exposure_forms.READINGS, *telling_forms.READINGS)
EDGE_EXAMPLES = (
    "who supplies X", "who depends on X", "what does X produce", "what is supplied by X",
    "what does X restrict", "who acquires X", "who owns X", "which firms are listed on X",
    "who are X's suppliers", "did X acquire Y", "is X a supplier of Y", "when did X acquire Y",
    "who plans to acquire X", "who no longer supplies X", "who denied acquiring X",
    "which lawsuits are there", "rumoured takeovers of X", "who is suing whom",
)  # fmt: skip
_SAME_WORD = 0.75  # "suplies" is "supplies", "sell" is not "tell"; own prior
_LITTLE = set("who what which is are was does did the a of to by on for in there".split())


def read(question: str) -> Plan:
    """The plan of a question; QuestionUnread with the three nearest forms."""
    return next(readings(question))


def readings(question: str) -> Iterator[Plan]:
    """Every way to read the question, likeliest first: which fits, the names in it decide.

    QuestionUnread, with the three nearest forms, where there is none.
    """
    text, filters = split_filters(plain(question))
    told: set[Plan] = set()
    for found in (figure_plans(text, _listed), _listed(text), fits(telling_forms.LAST, text)):
        for plan in (joined(p, filters) for p in found):
            if plan not in told:
                told.add(plan)
                yield plan
    if not told:
        raise QuestionUnread(
            f"question not understood: {question.strip()!r}",
            cure="nearest forms: " + "; ".join(nearest(question)),
        )


def _listed(text: str) -> Iterator[Plan]:
    return itertools.chain(fits(READINGS, text), edge_plans(text))


def forms() -> tuple[str, ...]:
    """An example of every supported form."""
    last = (r.example for r in telling_forms.LAST)
    return (*(r.example for r in READINGS), *EDGE_EXAMPLES, *FIGURES, *last)


def nearest(question: str, count: int = 3) -> list[str]:
    """The supported forms that come nearest to the words of the question."""
    words = question.casefold().rstrip(" ?.!").split()

    def alike(word: str) -> float:
        """How near the nearest word of the question comes, misspelt or in another form."""
        best = max((difflib.SequenceMatcher(None, word, w).ratio() for w in words), default=0.0)
        return best if best > _SAME_WORD else 0.0

    def likeness(form: str) -> float:
        known = [w for w in form.split() if not w.isupper() and w not in _LITTLE]
        order = difflib.SequenceMatcher(None, words, form.casefold().split()).ratio()
        return order + sum(map(alike, known)) / max(len(known), 1)

    return sorted(forms(), key=lambda f: (-likeness(f), f))[:count]
