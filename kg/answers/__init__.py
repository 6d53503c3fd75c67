"""Questions in English and their answers: a closed grammar, a plan, an answer with its proof.

Bias: refuse what is not understood, with what could be asked instead.
"""

from __future__ import annotations

from kg.answers.answer import answer, to_json
from kg.answers.exposed import exposed
from kg.answers.grammar import forms, nearest, read
from kg.answers.links import path, show
from kg.answers.plan import Filters, Plan
from kg.answers.text import render

__all__ = [
    "Filters", "Plan", "answer", "exposed", "forms", "nearest", "path", "read", "render", "show",
    "to_json",
]  # fmt: skip
