"""A row as a typed fact, held against the vocabulary: what tables and exported graphs share.

Bias: a row that the vocabulary does not allow is refused with the nearest valid names.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

import schemas
from loaders.kit.rows import LONGEST
from schemas.base import STATUSES
from schemas.errors import SchemaError
from schemas.evidence import Fact, Source
from schemas.when import When

__all__ = ["FIELDS", "fact", "of_edge", "sound"]

FIELDS = (
    "status", "sign", "date", "amount", "currency", "unit", "attributed_to", "quote", "confidence",
)  # fmt: skip
_ENDED = frozenset({"ended", "negated"})
# Columns of an exported edge that say what a fact says in fields of its own, or who supports it.
_SPENT = frozenset(
    {"head", "type", "tail", "head_name", "head_label", "tail_name", "tail_label", "edge_id",
     "valid_from", "valid_to", "last_attested", "reference", "claims", "stories", "quotes",
     "amount_text", *FIELDS}
)  # fmt: skip
# Names that a fact's own field, or a claim's, already has: a property may not pass for one.
_KEPT = _SPENT | {"head_type", "tail_type", "head_node", "tail_node", "start", "end", "rule",
                  "when", "more", "story_id", "claim_id"}  # fmt: skip
_PREFIX = "more_"  # how an export renames a property that has the name of a column
_MAGNITUDE = 24  # powers of ten; no sum of money in any currency has more digits
_SURROGATE = re.compile("[\ud800-\udfff]")


def sound(value: object) -> str:
    """The value as text without half characters and without blanks around it."""
    return _SURROGATE.sub("\ufffd", str(value)).strip()


def fact(
    source: Source, line: int, cells: Mapping[str, str], more: Iterable[tuple[str, str]] = ()
) -> Fact:
    """The fact of a row; ValueError or SchemaError for what the vocabulary does not allow.

    `more` are (name, value) pairs that only this edge type has.
    """
    if not cells.get("head") or not cells.get("type"):
        raise ValueError("a fact needs head and type")
    if max(len(cells["head"]), len(cells.get("tail", ""))) > LONGEST:
        raise ValueError(f"a name has more than {LONGEST} characters")
    kind = _known(cells["type"], schemas.edge_types(), "edge type")
    head = _known(cells.get("head_type", ""), schemas.labels(), "label (head_type)")
    tail = _tail(kind, cells)
    _check_ends(kind, head, tail)
    return Fact(
        source=source, line=line, head=cells["head"], head_type=head, type=kind,
        tail=cells.get("tail", ""), tail_type=tail, head_node=_node(cells.get("head_node"), head),
        tail_node=_node(cells.get("tail_node"), tail), fields=(*_fields(cells), *more),
    )  # fmt: skip


def _node(given: str | None, label: str) -> str:
    """The node where it is one of ours for that label; else the name alone counts."""
    return given if given and label and given.startswith(f"{label.lower()}:") else ""


def of_edge(source: Source, line: int, row: Mapping[str, str]) -> Fact:
    """The fact of an exported state edge, its ends by name and label; errors as for `fact`.

    An edge that has ended is dated by its end, any other by its beginning.
    """
    told = {n: sound(v) for n, v in row.items() if n in FIELDS}
    clock = ("valid_to", "valid_from") if told.get("status") in _ENDED else ("valid_from",)
    told["date"] = next((row[c] for c in clock if row.get(c)), "")
    ends = {"head": "head_name", "head_type": "head_label", "type": "type",
            "tail": "tail_name", "tail_type": "tail_label"}  # fmt: skip
    told |= {name: sound(row.get(column, "")) for name, column in ends.items()}
    told |= {"head_node": sound(row.get("head", "")), "tail_node": sound(row.get("tail", ""))}
    if not told["head"] and row.get("head"):
        raise ValueError("the edge names no head, only its id; export it again")
    own = {n.removeprefix(_PREFIX): v for n, v in row.items() if v and n not in _SPENT}
    more = sorted((n, v) for n, v in own.items() if n and n not in _KEPT)
    return fact(source, line, told, more)


def _tail(kind: str, cells: Mapping[str, str]) -> str:
    if cells.get("tail"):
        return _known(cells.get("tail_type", ""), schemas.labels(), "label (tail_type)")
    if not schemas.edge_type(kind).tail_optional:
        raise SchemaError(f"{kind} needs a tail")
    return ""


def _known(name: str, valid: Iterable[str], what: str) -> str:
    """The valid name that is meant (case ignored); SchemaError with the nearest ones."""
    by_fold = {v.casefold(): v for v in valid}
    found = by_fold.get(name.replace(" ", "_").casefold())
    if found:
        return found
    near = difflib.get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.5)
    cure = f"nearest: {', '.join(by_fold[n] for n in near)}" if near else "see kg schema"
    raise SchemaError(f"unknown {what} {name!r}", cure=cure)


def _check_ends(kind: str, head: str, tail: str) -> None:
    edge = schemas.edge_type(kind)
    if edge.allows(head, tail) or (not tail and edge.tail_optional and head in edge.head):
        return
    raise SchemaError(
        f"{kind} does not go from {head} to {tail or 'nothing'}",
        cure=f"head is one of {', '.join(edge.head)}; tail is one of {', '.join(edge.tail)}",
    )


def _fields(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        if value := cells.get(name, ""):
            _check_field(name, value)
            yield name, value


def _check_field(name: str, value: str) -> None:
    """Nothing for a value that fits its field; ValueError says what is expected."""
    if name == "status" and value not in STATUSES:
        raise ValueError(f"status {value!r} is not one of {', '.join(STATUSES)}")
    if name == "sign" and value not in {"+", "-"}:
        raise ValueError(f"sign {value!r} is not + or -")
    if name == "date":
        _check_date(value)
    if name in {"amount", "confidence"} and not _in_range(name, value):
        raise ValueError(f"{name} {value!r} is not a number in range")


def _check_date(value: str) -> None:
    try:
        When.parse(value)
    except ValueError as error:
        raise ValueError(f"date {value!r} is none ({error})") from error


def _in_range(name: str, value: str) -> bool:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    if not number.is_finite() or abs(number.adjusted()) > _MAGNITUDE:
        return False
    return name == "amount" or 0 <= number <= 1
