"""Numbers that never travel without their unit.

Amounts are `Decimal` in base units (dollars, not billions); a share is 0..1.
"""

from __future__ import annotations

from decimal import Decimal

from schemas.base import Record


class Money(Record):
    """An amount in a currency (ISO 4217), in base units: 2400000000 USD."""

    amount: Decimal
    currency: str


class Share(Record):
    """A part of a whole as the text gives it, in percent: 23 for 23 %."""

    percent: Decimal


class Quantity(Record):
    """A count or measure in a unit as written: 5864.60 tons, 139000 jobs."""

    amount: Decimal
    unit: str


class Rate(Record):
    """A change or level of a rate in basis points: 25 for 25 bps, 500 for 5 %."""

    basis_points: Decimal


Value = Money | Share | Quantity | Rate


def plain(number: Decimal) -> str:
    """A decimal as the contract writes it: no exponent, no trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
