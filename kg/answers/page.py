"""The page of all forms of question, made from the grammar itself.

Bias: a form is on the page because it is in the grammar; nothing is listed by hand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.answers.figure_forms import EXAMPLES as FIGURES
from kg.answers.grammar import EDGE_EXAMPLES, READINGS, THINGS
from kg.answers.link_forms import EXAMPLES as LINKS
from kg.answers.telling_forms import LAST
from kg.answers.verbs import phrase_lemmas
from schemas.base import Edge, state_edges

_HEAD = """# Questions that `kg ask` reads

A closed grammar, without any language model. X, Y, A, B stand for names; case, articles and
politeness do not matter. What is read is shown as a plan; what is not read is refused with the
three nearest of these forms, and a name that nothing bears is asked back ("did you mean"), never
guessed. A program may write the plan itself: `kg.answers.plan_schema()` is its JSON Schema, and
`kg ask --plan FILE` answers it.

This page is made from the grammar: `python -m kg.answers.page > docs/questions.md`.
"""
FILTERS = (
    ("as of June 2025", "the state of the world then"),
    ("as known on 2025-06-10", "what the store knew then"),
    ("since 2024; before June 2025; between 2023 and 2024; in May 2025",
     "links begun or told then; undated ones are left out"),
    ("within two hops", "no longer path"),
    ("via Y", "only paths that pass Y"),
    ("excluding Y and Z", "no path that passes them"),
    ("by supply", "one channel: supply, demand, price, finance or access"),
    ("above 0.7 confidence", "no weaker link"),
    ("realised only; without rumours; without plans", "which statuses count"),
    ("outside Y", "answers known to be elsewhere; who is nowhere told is counted beside them"),
    ("in Y; which firms in Y; which German firms", "answers in a country, place or industry"),
)  # fmt: skip
STATUSES = (
    "who plans to acquire X", "who agreed to acquire X", "who reportedly acquired X",
    "who denied acquiring X", "who no longer supplies X", "who abandoned its bid for X",
    "rumoured takeovers of X", "which deals were rejected or abandoned",
    "completed acquisitions by X", "who is X's former CEO",
)  # fmt: skip


def questions_page() -> str:
    """The page as Markdown."""
    return "\n".join((_HEAD, *_forms(), *_edges(), *_types(), *_filters()))


def _forms() -> Iterator[str]:
    chapters: dict[str, list[str]] = {}
    for reading in (*READINGS, *LAST):
        chapters.setdefault(reading.chapter, []).append(reading.example)
    for chapter, examples in chapters.items():
        yield from (f"## {chapter}\n", *(f"- {e}" for e in dict.fromkeys(examples)), "")


def _edges() -> Iterator[str]:
    yield "## Links\n"
    yield "Any verb or noun of a type of edge, from either end, in any status:\n"
    yield from (f"- {e}" for e in dict.fromkeys((*EDGE_EXAMPLES, *LINKS, *STATUSES)))
    yield from ("", "## All things of a kind\n", *(f"- {e}" for e in THINGS))
    yield from ("", "## Figures\n", *(f"- {e}" for e in FIGURES), "")


def _types() -> Iterator[str]:
    yield "## Every type of edge\n"
    yield "A type that is dropped in at run time is asked for by its own phrase and verbs.\n"
    yield "| type | its head | its tail | whether |"
    yield "|---|---|---|---|"
    for kind in state_edges():
        yield f"| `{kind.TYPE}` | " + " | ".join(asked_of(kind)) + " |"


def asked_of(kind: type[Edge]) -> tuple[str, str, str]:
    """How to ask for the type's head, for its tail, and whether it holds."""
    state = re.match(r"(is|can) (.+)", kind.phrase)
    if state:
        be, rest = state.groups()
        return f"what {kind.phrase} X", f"what {be} X {rest}", f"{be} Y {rest} X"
    word = next(phrase_lemmas(kind)).split(" ")[0]
    rest = kind.phrase.split(" ", 1)[1] if " " in kind.phrase else ""
    does = f"{word} {rest}".rstrip()
    return f"who {kind.phrase} X", f"what does X {does}", f"does Y {does} X"


def _filters() -> Iterator[str]:
    yield "\n## Filters\n"
    yield "Behind any question, in any order:\n"
    yield from (f"- {words}: {meaning}" for words, meaning in FILTERS)
    yield ""


if __name__ == "__main__":
    import sys

    sys.stdout.write(questions_page())
