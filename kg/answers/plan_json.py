"""A plan as JSON: the schema that any translator may fill, and the plan of a filled one.

Nothing here reads a question; whoever turns words into a plan (a program, a person, a language
model) is held to this schema, and the plan is answered like one of the grammar's own. Bias: a
key or value that the schema does not know is refused, never dropped.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, cast, get_args

from kg.answers.events import EVENT_NAMES
from kg.answers.plan import Filters, Form, Measure, Plan
from schemas.base import CHANNELS, STATUSES, labels, state_edges
from schemas.errors import QuestionUnread

_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
_NAME = {"type": "string"}
_LONGEST = 1000  # answers
_MOST = 12  # hops; the same bound as on the command line


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan, with the edge types and labels known now."""
    sides = [f"{kind.TYPE}:{side}" for kind in state_edges() for side in ("head", "tail")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A question as a plan",
        "type": "object",
        "additionalProperties": False,
        "required": ["form"],
        "properties": {
            "form": {"enum": list(get_args(Form))},
            "subject": _NAME, "other": _NAME, "third": _NAME,
            "types": {"type": "array", "items": {"enum": sides}},
            "label": {"enum": sorted(labels())},
            "noun": _NAME, "kind": _NAME,
            "event": {"enum": list(EVENT_NAMES)},
            "sign": {"enum": ["+", "-"]},
            "measure": {"enum": [m for m in get_args(Measure) if m]},
            "filters": _filters_schema(),
        },
    }  # fmt: skip


def _filters_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "as_of": _DATE, "since": _DATE, "until": _DATE,
            "known_at": _NAME, "via": _NAME, "within": _NAME, "outside": _NAME,
            "limit": {"type": "integer", "minimum": 1, "maximum": _LONGEST},
            "hops": {"type": "integer", "minimum": 1, "maximum": _MOST},
            "excluding": {"type": "array", "items": _NAME},
            "channel": {"enum": list(CHANNELS)},
            "min_confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "statuses": {"type": "array", "items": {"enum": list(STATUSES)}},
        },
    }  # fmt: skip


def plan_from(given: object) -> Plan:
    """The plan that a JSON object of the schema gives; QuestionUnread says what does not fit."""
    fields = _checked(given, plan_schema(), "plan")
    filters = {k: _frozen(v) for k, v in fields.pop("filters", {}).items()}
    sides = (t.split(":") for t in fields.pop("types", ()))
    types = tuple((type_, side) for type_, side in sides)
    plan = Plan(**fields, types=types, filters=Filters(**filters))
    if plan.form not in _BARE and not plan.subject:
        raise QuestionUnread(f"a plan of form {plan.form!r} needs a subject", where="plan")
    return plan


_BARE = {"listing", "pairs", "changes", "things", "left_out"}


def _frozen(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _checked(given: object, schema: Mapping[str, Any], where: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise QuestionUnread("not a JSON object", where=where)
    known = schema["properties"]
    for name, value in given.items():
        if name not in known:
            raise QuestionUnread(
                f"no field {name!r}", where=where, cure=f"give some of {', '.join(known)}"
            )
        _check(value, known[name], f"{where}.{name}")
    if missing := [n for n in schema.get("required", ()) if n not in given]:
        raise QuestionUnread(f"without {', '.join(missing)}", where=where)
    return cast("dict[str, Any]", {**given})


def _check(value: object, schema: Mapping[str, Any], where: str) -> None:
    if schema.get("properties"):
        _checked(value, schema, where)
    elif schema.get("type") == "array":
        if not isinstance(value, list):
            raise QuestionUnread(f"{value!r} is no list", where=where)
        for item in value:
            _check(item, schema["items"], where)
    elif "enum" in schema:
        if value not in schema["enum"]:
            raise QuestionUnread(f"{value!r} is none of {_some(schema['enum'])}", where=where)
    else:
        _check_plain(value, schema, where)


def _check_plain(value: object, schema: Mapping[str, Any], where: str) -> None:
    kinds: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,),
                                          "number": (int, float)}  # fmt: skip
    fits = isinstance(value, kinds[schema["type"]]) and not isinstance(value, bool)
    if fits and "pattern" in schema:
        from kg.answers.dates import is_date

        fits = is_date(str(value))
    if fits and "minimum" in schema:
        fits = schema["minimum"] <= cast("float", value) <= schema["maximum"]
    if not fits:
        raise QuestionUnread(f"{value!r} does not fit", where=where, cure=f"needs {dict(schema)}")


def _some(names: list[str]) -> str:
    return ", ".join(names[:20]) + (" …" if len(names) > 20 else "")


if {f.name for f in dataclasses.fields(Filters)} != set(_filters_schema()["properties"]):
    raise TypeError("the plan's schema leaves out a filter")
