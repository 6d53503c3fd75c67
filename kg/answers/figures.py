"""Counts, extremes and sums of what a listing found.

Bias: amounts in different currencies or units are never added or compared; they stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from kg.answers.plan import Plan
from schemas.answer import Exposure, StateEdge
from schemas.values import plain

Amounts = dict[str, list[tuple[Decimal, StateEdge]]]


def measured(plan: Plan, answers: Sequence[Exposure], edges: Sequence[StateEdge]) -> str | None:
    """The figure that the question asks for, in words; None where it asks for none."""
    if plan.measure == "count":
        return str(len(answers))
    if not plan.measure:
        return None
    if plan.measure == "most":
        return _most(answers)
    by_unit = _amounts(edges)
    if not by_unit:
        return "no amount is told"
    if plan.measure == "total":
        shown = [_shown(sum((a for a, _ in found), Decimal(0)), unit, len(found))
                 for unit, found in by_unit.items()]  # fmt: skip
    else:
        shown = [_shown(_extreme(plan, found)[0], unit, len(found))
                 for unit, found in by_unit.items()]  # fmt: skip
    missing = len(edges) - sum(map(len, by_unit.values()))
    more = f"; {missing} without an amount" if missing else ""
    return "; ".join(shown) + more


def _most(answers: Sequence[Exposure]) -> str:
    """Who has the most links, and how many; nothing known where nobody has any."""
    links = {(s.from_, s.to) for a in answers[:1] for p in a.paths for s in p.steps}
    names = ", ".join(a.entity for a in answers)
    return f"{names}: {len(links)}" + (" each" if len(answers) > 1 else "") if links else (
        "nothing known"
    )


def chosen(plan: Plan, edges: Sequence[StateEdge]) -> list[StateEdge]:
    """The edges with the extreme amount of each currency or unit."""
    extremes = {unit: _extreme(plan, found)[0] for unit, found in _amounts(edges).items()}
    return [e for unit, found in _amounts(edges).items() for a, e in found if a == extremes[unit]]


def amounts_of(edges: Sequence[StateEdge]) -> str | None:
    """The amounts that the edges tell, as words; None where they tell none."""
    pairs = ((a, unit) for unit, found in _amounts(edges).items() for a, _ in found)
    told = [f"{_grouped(a)} {unit}".strip() for a, unit in pairs]
    return ", ".join(dict.fromkeys(told)) or None


def _extreme(plan: Plan, found: list[tuple[Decimal, StateEdge]]) -> tuple[Decimal, StateEdge]:
    sign = 1 if plan.measure == "largest" else -1
    return max(found, key=lambda pair: (sign * pair[0], pair[1].edge_id))


def _amounts(edges: Sequence[StateEdge]) -> Amounts:
    by_unit: Amounts = {}
    for edge in sorted(edges, key=lambda e: e.edge_id):
        try:
            amount = Decimal(edge.amount)
        except InvalidOperation:
            continue
        by_unit.setdefault(edge.currency or edge.unit, []).append((amount, edge))
    money = {e.currency for e in edges if e.currency}  # beside money, a stake is no amount
    return {u: found for u, found in sorted(by_unit.items()) if not money or u in money}


def _shown(amount: Decimal, unit: str, count: int) -> str:
    few = "amount" if count == 1 else "amounts"
    return f"{_grouped(amount)} {unit}".strip() + f" ({count} {few})"


def _grouped(amount: Decimal) -> str:
    whole, _, part = plain(amount).partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "")
