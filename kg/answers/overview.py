"""Questions about the store as a whole: what things there are, what changed, what was left out.

Bias: nothing is summed up in words of our own; a list is a list of names, a change is a dated link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.answers.labels import bears
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.telling import row
from kg.answers.within import called_note, inside, is_called
from kg.graph.contract import View
from schemas.answer import Answer
from schemas.claim import Refusal
from schemas.errors import QuestionUnread

NAMED = 200  # names in one list; the rest is counted


def things_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every thing of the label, by name."""
    every = [e for e in view.entities() if bears(plan.label, e.label) and is_called(view, plan, e)]
    notes = [called_note(plan)] if plan.noun else []
    every, lines = inside(view, plan, every)
    notes += lines
    names = sorted({e.name for e in every}, key=str.casefold)
    shown = ", ".join(names[:NAMED])
    verdict = str(len(names)) + (f": {shown}" if names and not plan.measure else "")
    notes += [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return Answer(
        question=question, plan=plan.shown(), verdict=verdict, left_out=tuple(notes),
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def changes_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every link begun or last told in the period, in the order of its date."""
    if not (plan.subject or plan.filters.since or plan.filters.until):
        raise QuestionUnread(
            "from when?", cure="give a date: what changed since 2025-06-01, or between two dates"
        )
    node = one(view, plan.subject).node if plan.subject else ""
    edges = [e for e in view.edges() if not node or node in {e.head, e.tail}]
    rows = [r for e in edges if (r := row(view, e))["date"]]
    rows.sort(key=lambda r: (str(r["date"]), str(r["edge"]), str(r["head"]), str(r["tail"])))
    over = sum(r["status"] in OVER for r in rows)
    verdict = f"{len(rows)} links" + (f", {over} of them denied, negated or over" if over else "")
    return Answer(
        question=question, plan=plan.shown(), rows=tuple(rows), verdict=verdict,
        left_out=tuple(view.notes()), as_of=view.as_of.text if view.as_of else None,
        known_at=view.known_at,
    )  # fmt: skip


def left_out_answer(view: View, question: str, plan: Plan) -> Answer:
    """What the stories hold and the graph does not: passages that were refused, by reason."""
    refused = list(view.refusals())
    counts = sorted(Counter(r.why for r in refused).items())
    lines = [f"{why}: {n}, such as {_such(why, refused)}" for why, n in counts]
    return Answer(
        question=question, plan=plan.shown(), left_out=(*lines, *view.notes()),
        verdict=f"{len(refused)} passages" if len(refused) != 1 else "1 passage",
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def _such(why: str, refused: Sequence[Refusal]) -> str:
    words = dict.fromkeys(" ".join(r.text.split()) for r in refused if r.why == why)
    return ", ".join(f"“{w[:60]}”" for w in list(words)[:3])
