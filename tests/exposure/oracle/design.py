"""The design's own table, written down a second time: what the register must agree with.

A mutant of the register is caught because this table does not move with it.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One transmission: travel, channel in, channel out, factor, the property that scales it."""

    travel: str
    into: str
    out: str
    factor: float
    scale: str = ""


def rows(text: str) -> tuple[Row, ...]:
    """Rows of `with supply>supply 0.6 share`, one a line."""
    found = []
    for line in text.strip().splitlines():
        travel, channels, factor, *scale = line.split()
        into, out = channels.split(">")
        found.append(Row(travel, into, out, float(factor), *scale))
    return tuple(found)


TABLE = {
    "SUPPLIES": rows("""
        with supply>supply 0.6
        with price>price 0.3
        against demand>demand 0.5
        against supply>demand 0.3
    """),
    "DEPENDS_ON": rows("""
        with demand>demand 0.5
        against supply>supply 0.6
        against price>price 0.4
    """),
    "PRODUCES": rows("""
        with supply>supply 0.9 share
        against demand>demand 0.8
        against price>finance -0.4
    """),
    "INPUT_TO": rows("""
        with supply>supply 0.7
        with supply>price 0.5
        against demand>demand 0.5
    """),
    "SUBSTITUTES_FOR": rows("against supply>demand -0.5"),
    "EXPORTS": rows("""
        with supply>supply 0.9
        with access>supply 0.8
        against demand>demand 0.5
    """),
    "IMPORTS": rows("""
        against supply>supply 0.7
        against price>price 0.5
    """),
    "TARGETS": rows("with access>access 0.8 scope"),
    "RESTRICTS": rows("with access>access 0.8 scope"),
    "SUPPORTS": rows("""
        with finance>finance 0.4
        with demand>demand 0.4
    """),
    "HALTS_PRODUCTION": rows("with supply>supply 0.9"),
    "IMPACTS": rows("""
        with finance>finance 0.7
        with supply>supply 0.7
    """),
    "OWNS": rows("""
        with access>access 0.9
        against finance>finance 1.0 stake
    """),
    "ACQUIRES": rows("""
        with finance>finance 0.2
        against finance>finance 0.5
    """),
    "MERGES_WITH": rows("""
        with finance>finance 0.35
        against finance>finance 0.35
    """),
    "INVESTS_IN": rows("""
        with finance>finance 0.2
        against finance>finance 0.2
    """),
    "LENDS_TO": rows("against finance>finance 0.45"),
    "COMPETES_WITH": rows("""
        with supply>demand -0.2
        against supply>demand -0.2
        with demand>demand 0.1
        against demand>demand 0.1
    """),
    "PARTNERS_WITH": rows("""
        with finance>finance 0.2
        against finance>finance 0.2
    """),
    "LISTED_ON": rows("with finance>finance 0.05"),
    "LEADS": rows("with finance>finance 0.05"),
    "IN_INDUSTRY": rows("""
        with demand>demand 0.3
        with supply>supply 0.3
        against demand>demand 0.3
        against supply>supply 0.3
    """),
    "HOLDS": rows("against finance>finance 1.0 weight"),
    "MEMBER_OF": rows("against access>access 1.0"),
    "LOCATED_IN": rows("against access>access 0.2"),
}
GAMMA = 0.85
KAPPA = {
    ("access", "supply"): 0.8,
    ("supply", "finance"): 0.5,
    ("demand", "finance"): 0.5,
    ("price", "finance"): 0.3,
}
STATUS = {
    "asserted": 1.0, "completed": 1.0, "agreed": 0.8, "planned": 0.5, "rumoured": 0.2,
    "denied": 0.05, "negated": 0.0, "ended": 0.0,
}  # fmt: skip
HALF_LIFE = {"SUPPLIES": 13.0}  # months
TIMELESS = (
    "LOCATED_IN", "IN_INDUSTRY", "MEMBER_OF", "HOLDS", "TARGETS", "RESTRICTS", "SUPPORTS",
    "HALTS_PRODUCTION",
)  # fmt: skip
SYMMETRIC = ("COMPETES_WITH", "PARTNERS_WITH", "MERGES_WITH")
PROXY = ("IN_INDUSTRY",)
CHANNELS = ("access", "price", "demand", "supply", "finance")
TRADE = ("supply", "demand", "price")
