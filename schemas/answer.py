"""What comes back from a question: signed, ranked, dated, with every hop's sentences.

The shapes are those of `kg exposed --json` in the contract.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Channel, Record, Sign, Status
from schemas.when import When

AnswerClass = Literal["stated", "linked", "structural", "stated_not_exposed", "unknown"]
Direction = Literal["hurt", "helped", "mixed"]


class Support(Record):
    """A claim as an answer cites it."""

    claim_id: str
    story_id: str
    quote: str
    start: int
    end: int
    publisher: str = ""
    published: str = ""
    status: Status
    title: str = ""
    source: str = ""


class StateEdge(Record):
    """The sum of the claims that support one typed edge: the state graph's edge.

    `confidence` is 1 - prod(1 - r) over independent origins. `amount` is a decimal string.
    `reference` edges rest on reference data and have no claims.
    """

    edge_id: str
    head: str
    type: str
    tail: str
    status: Status
    sign: Sign | None = None
    confidence: float
    amount: str = ""
    currency: str = ""
    unit: str = ""
    valid_from: When | None = None
    valid_to: When | None = None
    known_from: str = ""
    last_attested: When | None = None
    claims: tuple[Support, ...] = ()
    reference: bool = False
    more: tuple[tuple[str, str], ...] = ()


class Step(Record):
    """One hop of a path: the edge as stored, the way it was travelled, and its factor."""

    from_: str = Field(alias="from", serialization_alias="from")
    edge: str
    to: str
    forward: bool
    factor: float
    channel: Channel
    status: Status = "asserted"
    claims: tuple[Support, ...] = ()

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Path(Record):
    """A chain of hops from the shock to the exposed entity and its signed contribution."""

    score: float
    steps: tuple[Step, ...]


class Exposure(Record):
    """One exposed entity: signed score in [-1, 1], channel, hops, class and its best paths.

    `residual` is the part of the score that the listed paths do not add up to; `amount` what a
    listing tells of money or quantity, as words.
    """

    entity: str
    node: str
    type: str
    score: float
    sign: Direction
    channel: Channel
    hops: int
    class_: AnswerClass = Field(alias="class", serialization_alias="class")
    status: Status = "asserted"
    paths: tuple[Path, ...] = ()
    residual: float = 0.0
    amount: str | None = None

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Fragile(Record):
    """The claim that, if wrong, changes the answer most, and by how much."""

    claim_id: str
    quote: str
    story_id: str
    loss: float
    entities: tuple[str, ...] = ()


class Answer(Record):
    """The whole answer to a question, as the contract's JSON.

    `verdict` is the answer in one line where the question asks for one: yes, a date, a count.
    """

    question: str
    plan: dict[str, object]
    shock: dict[str, object] = {}
    as_of: str | None = None
    known_at: str | None = None
    answers: tuple[Exposure, ...] = ()
    rows: tuple[dict[str, object], ...] = ()
    unlinked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    most_fragile: Fragile | None = None
    factors: tuple[str, ...] = ()
    verdict: str | None = None
