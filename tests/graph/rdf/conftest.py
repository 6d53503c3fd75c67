"""A small store with a bit of everything, and its RDF in rdflib."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
import rdflib

from kg.graph.contract import Store
from kg.graph.memory import Memory
from kg.graph.rdf import write
from kg.resolve.register import judgement
from schemas.claim import Resolved
from schemas.when import When
from tests.graph.factories import claim, entity, resolved, story

LEI = "529900T8BM49AURSDO55"


def told() -> list[Resolved]:
    """A takeover that is planned, then denied; a plain fact; a halt without a tail; a copy."""
    plan = story("s1", "Orrin plans to buy Keld.", published="2025-03")
    no = story("s2", "Orrin will not buy Keld.", published="2025-06-09", publisher="Harbour Post")
    fact = story("s3", "Tavola has bought Orrin, Ms Lund said.", published="2024")
    copy = story("s4", "Tavola has  bought Orrin, Ms Lund said.", published="2025-01-02")
    halt = story("s5", "Keld has stopped.")
    back = story("s6", "Keld owns Tavola.", published="2025-02-03")
    ends = ("firm:orrin", "ACQUIRES", "firm:keld")
    price = {"amount": Decimal("2400000000.10"), "currency": "NOK", "date": When.parse("2025-03")}
    stop = claim(halt, "firm:keld", "HALTS_PRODUCTION", "")
    stop = stop.model_copy(update={"tail": "", "tail_type": ""})
    lei = entity("firm:keld", identifiers=(("lei", LEI), ("isin", "NO0000000001")))
    return [
        resolved(plan, claim(plan, *ends, status="planned", **price)),
        resolved(no, claim(no, *ends, status="denied")),
        resolved(
            fact,
            claim(fact, "firm:tavola", "ACQUIRES", "firm:orrin", attributed_to="Ms Lund"),
            mentions=(("firm:tavola", 0, 6, "Tavola"),),
        ),
        resolved(copy, claim(copy, "firm:tavola", "ACQUIRES", "firm:orrin")),
        resolved(halt, stop, entities=(lei,)),
        resolved(back, claim(back, "firm:keld", "OWNS", "firm:tavola")),
    ]


def filled() -> Memory:
    """The stories in a store; the last one is retracted."""
    made = Memory()
    made.add(told(), known_from="2025-07-01")
    made.judge(
        judgement(sort="retract", ends=("s6", ""), who="lund", made="2025-07-02", why="withdrawn")
    )
    return made


def text(store: Store, form: str, **how: object) -> str:
    """The store in a form."""
    stream = io.StringIO()
    write(store, form, stream, **how)
    return stream.getvalue()


def parsed(words: str, form: str = "turtle") -> rdflib.Graph:
    """The text as rdflib reads it."""
    return rdflib.Graph().parse(data=words, format={"jsonld": "json-ld"}.get(form, form))


@pytest.fixture
def store() -> Store:
    """The filled store."""
    return filled()


@pytest.fixture
def graph(store: Store) -> rdflib.Graph:
    """The filled store as Turtle, read by rdflib."""
    return parsed(text(store, "turtle"))
