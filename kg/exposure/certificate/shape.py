"""A certificate's shape: the whole proof of one answer, as JSON that seals itself.

Every figure stands beside what it was made of, so that a reader can check it with a pencil and
`verify` without trust. Bias: a field that is unknown or missing is refused, never defaulted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import Field

from kg.exposure.certificate.options import Options
from schemas.answer import AnswerClass, Direction
from schemas.base import Channel, Record, Sign, Status
from schemas.claim import Claim
from schemas.when import When

FORM = "knockon certificate 2"


class Ref(Record):
    """A claim of a story."""

    story_id: str
    claim_id: str

    def __str__(self) -> str:
        """How messages name it."""
        return f"claim {self.claim_id} of story {self.story_id}"


class Origin(Record):
    """One independent witness: the claims that share a source, and the best confidence of them."""

    claims: tuple[Ref, ...]
    confidence: float


class Chain(Record):
    """Two edges through one node that imply a third: confidence is their product."""

    edges: tuple[str, str]
    confidence: float


class ProvedEdge(Record):
    """A state edge with what its confidence is made of: 1 - prod(1 - r) over its witnesses.

    `chains` are the pairs of edges that imply it; then the surest counts.
    """

    edge_id: str
    head: str
    type: str
    tail: str
    status: Status
    sign: Sign | None
    confidence: float
    amount: str
    currency: str
    unit: str
    valid_from: When | None
    valid_to: When | None
    last_attested: When | None
    more: tuple[tuple[str, str], ...]
    reference: bool
    claims: tuple[Ref, ...]
    witnesses: tuple[Origin, ...]
    chains: tuple[Chain, ...]


class ProvedStep(Record):
    """One hop: the edge, the way it was travelled, and its factor as a product of `parts`.

    `prior` is the name of the transmission; a listed member of an industry has no edge.
    """

    edge_id: str
    type: str
    from_: str = Field(alias="from", serialization_alias="from")
    to: str
    forward: bool
    into: Channel
    channel: Channel
    factor: float
    prior: str
    parts: dict[str, float]

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Start(Record):
    """Where a path begins: the shock's number, node, channel and size."""

    shock: int
    node: str
    channel: Channel
    size: float


class ProvedPath(Record):
    """A path: its score is the start's size times the factors of its steps."""

    score: float
    start: Start
    steps: tuple[ProvedStep, ...]


class ProvedAnswer(Record):
    """One listed exposure: its score is the sum of its paths and the residual."""

    entity: str
    node: str
    type: str
    score: float
    sign: Direction
    channel: Channel
    hops: int
    class_: AnswerClass = Field(alias="class", serialization_alias="class")
    status: Status
    residual: float
    paths: tuple[ProvedPath, ...]

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Landing(Record):
    """Where a shock lands; `edge_id` is the edge that says so, if one does."""

    node: str
    channel: Channel
    size: float
    edge_id: str


class ProvedShock(Record):
    """A shock, the event that was asked about, and every place where it lands."""

    node: str
    event: str
    name: str
    channel: Channel
    size: float
    reason: str
    entries: tuple[Landing, ...]
    about: tuple[str, ...]
    aims: tuple[str, ...]


class Known(Record):
    """A node as the answer read it."""

    node: str
    label: str
    name: str
    properties: tuple[tuple[str, str], ...]


class Looked(Record):
    """A name that was looked up on the way, and the nodes that it gave."""

    name: str
    label: str
    nodes: tuple[str, ...]


class ProvedStory(Record):
    """A cited story and its source: `file_sha256` of the bytes, `text_sha256` of the text.

    `body` is the digest of the story's words by which copies are known.
    """

    story_id: str
    uri: str
    item: str
    loader: str
    encoding: str
    file_sha256: str
    text_sha256: str
    title: str
    publisher: str
    published: When | None
    attested: When | None
    body: str


class Prior(Record):
    """A transmission of an edge type: factor, the property that scales it, proxy, source."""

    factor: float
    scale: str
    proxy: bool
    source: str


class Table(Record):
    """Every prior of the calculation; `changed` names those that are the user's own."""

    gamma: float
    proxy: float
    kappa: dict[str, float]
    status: dict[str, float]
    transmissions: dict[str, Prior]
    half_lives: dict[str, float | None]
    constants: dict[str, float]
    changed: tuple[str, ...]


class Certificate(Record):
    """The whole proof. `identity` gives the present node of a node that a claim names."""

    form: str
    program: str
    question: str
    plan: dict[str, object]
    as_of: When | None
    known_at: str | None
    options: Options
    priors: Table
    shocks: tuple[ProvedShock, ...]
    answers: tuple[ProvedAnswer, ...]
    edges: tuple[ProvedEdge, ...]
    claims: tuple[Claim, ...]
    stories: tuple[ProvedStory, ...]
    entities: tuple[Known, ...]
    identity: dict[str, str]
    looked_up: tuple[Looked, ...]
    digest: str = ""


def canonical(content: Mapping[str, object]) -> bytes:
    """The one way to write a certificate's content; the digest itself is left out."""
    kept = {k: v for k, v in content.items() if k != "digest"}
    text = json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def digest_of(content: Mapping[str, object]) -> str:
    """SHA-256 (hex) of the canonical content."""
    return hashlib.sha256(canonical(content)).hexdigest()


def content_of(certificate: Certificate) -> dict[str, object]:
    """The certificate as JSON values."""
    return certificate.model_dump(by_alias=True, mode="json")


def sealed(certificate: Certificate) -> Certificate:
    """The certificate with its digest."""
    return certificate.model_copy(update={"digest": digest_of(content_of(certificate))})


def write(certificate: Certificate) -> str:
    """The certificate as a JSON text to keep."""
    return json.dumps(content_of(certificate), indent=1, ensure_ascii=True, sort_keys=True) + "\n"
