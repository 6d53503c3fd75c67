"""What a claim that was found says: its status, sign, amount and date beside the annotated ones.

Bias: what a claim leaves unsaid is counted as not given, what it says wrongly as wrong.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from kg.eval import rules
from kg.eval.gold import Relation
from kg.eval.said import Said
from kg.eval.tally import Miss, Part, Sheet

__all__ = ["judge"]

NEAR = Decimal("0.02")
"""The share by which an amount may differ: stories round ("nearly $3 billion")."""
YEAR = 4  # letters of the least precise date


def judge(gold: Relation, said: Said, sheet: Sheet) -> None:
    """Count what the claim says against the relation that it hits."""
    _status(gold, said, sheet)
    if gold.sign:
        right = gold.sign == said.sign
        _value(gold, sheet, "sign", (gold.sign, said.sign), right=right)
    if gold.amount is not None:
        right = _near(said.amount, Decimal(str(gold.amount)))
        _value(gold, sheet, "amount", (f"{gold.amount:,.10g}", said.amount), right=right)
    if gold.date:
        _value(gold, sheet, "date", (gold.date, said.date), right=_agree(gold.date, said.date))


def _status(gold: Relation, said: Said, sheet: Sheet) -> None:
    accepted = {*gold.status_ok, gold.status} if not gold.status_ok else set(gold.status_ok)
    right = bool({said.status, *rules.COUNTS_AS.get(said.status, ())} & accepted)
    sheet.count("status", gold.type, "tp" if right else "fp")
    as_fact = not right and said.status in rules.REAL
    if gold.status in rules.UNREAL:
        sheet.count("told_as_fact", gold.type, "fp" if as_fact else "tp")
    if not right:
        told = " as fact" if as_fact and gold.status in rules.UNREAL else ""
        _wrong(gold, sheet, f"status {said.status}{told}, annotated {gold.status}")


def _value(
    gold: Relation, sheet: Sheet, part: Part, told: tuple[str, str], *, right: bool
) -> None:
    """Count a value; `told` is the annotated one and the one that was read."""
    if not told[1]:
        sheet.count(part, gold.type, "fn")
        _wrong(gold, sheet, f"{part} not given, annotated {told[0]}")
    elif right:
        sheet.count(part, gold.type, "tp")
    else:
        sheet.count(part, gold.type, "fp")
        _wrong(gold, sheet, f"{part} {told[1]}, annotated {told[0]}")


def _wrong(gold: Relation, sheet: Sheet, note: str) -> None:
    sheet.misses.append(
        Miss("wrong", "claim", gold.head, gold.type, gold.tail, gold.status, note,
             gold.evidence_sentence)
    )  # fmt: skip


def _near(amount: str, gold: Decimal) -> bool:
    try:
        return abs(Decimal(amount) - gold) <= NEAR * abs(gold)
    except InvalidOperation:
        return False


def _agree(gold: str, date: str) -> bool:
    """Whether the dates are one as far as both go, at least in the year."""
    shared = min(len(gold), len(date))
    return shared >= YEAR and gold[:shared] == date[:shared]
