"""Questions in English and their answers: a closed grammar, a plan, an answer with its proof.

Bias: refuse what is not understood, with what could be asked instead.
"""

from __future__ import annotations

from kg.answers.answer import answer, answer_plan, to_json
from kg.answers.exposed import exposed
from kg.answers.grammar import forms, nearest, read
from kg.answers.links import path
from kg.answers.plan import Filters, Plan
from kg.answers.plan_json import plan_from, plan_schema
from kg.answers.telling import show
from kg.answers.text import render

__all__ = [
    "Filters", "Plan", "answer", "answer_plan", "exposed", "forms", "nearest", "path", "plan_from",
    "plan_schema", "read", "render", "show", "to_json",
]  # fmt: skip
