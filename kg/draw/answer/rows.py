"""The rows of a listing or of all about one thing, as hops to draw.

Bias: a row that does not name both ends and its edge is no hop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.draw.answer.plot import Wire
from schemas.answer import Answer, Support
from schemas.base import STATUSES, Status, edge_types


def wires_of_rows(answer: Answer) -> Iterator[Wire]:
    """A wire for every row that says head, edge and tail."""
    kinds = edge_types()
    for row in answer.rows:
        head, edge, tail = (str(row.get(k) or "") for k in ("head_node", "edge", "tail_node"))
        evidence = edge in kinds and kinds[edge].evidence
        if head and edge and tail and head != tail and not evidence:
            sure = row.get("confidence")
            strength = float(sure) if isinstance(sure, int | float) else 0.5
            yield Wire(
                head, edge, tail, forward=True, kind="plain", strength=strength,
                status=_status(row), claims=_claims(row), detail=_detail(row),
            )  # fmt: skip


def _status(row: Mapping[str, object]) -> Status:
    return next((s for s in STATUSES if s == row.get("status")), "asserted")


def _claims(row: Mapping[str, object]) -> tuple[Support, ...]:
    given = row.get("claims")
    if not isinstance(given, list | tuple):
        return ()
    return tuple(c if isinstance(c, Support) else Support.model_validate(c) for c in given)


def _detail(row: Mapping[str, object]) -> str:
    amount = " ".join(str(row[k]) for k in ("amount", "currency", "unit") if row.get(k))
    since = f"from {row['date']}" if row.get("date") else ""
    until = f"to {row['until']}" if row.get("until") else ""
    return ", ".join(filter(None, (amount, since, until)))
