"""What every record, node label and edge type is made of.

A label or type is one class; this module collects the classes and nothing else lists them.
Bias: a class that leaves out a part of its description fails at import, not in a user's hands.
"""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict

Channel = Literal["supply", "demand", "price", "finance", "access"]
CHANNELS: tuple[Channel, ...] = ("supply", "demand", "price", "finance", "access")

Status = Literal[
    "asserted", "completed", "agreed", "planned", "rumoured", "denied", "negated", "ended"
]
STATUSES: tuple[Status, ...] = (
    "asserted", "completed", "agreed", "planned", "rumoured", "denied", "negated", "ended",
)  # fmt: skip

Sign = Literal["+", "-"]


class Record(BaseModel):
    """A frozen record: equal by value, hashable, no field that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Property(Record):
    """A property of a node or edge: its name, kind of value, unit and meaning."""

    name: str
    kind: Literal["string", "decimal", "date", "share", "integer", "boolean", "strings"]
    unit: str = ""
    meaning: str = ""


class Transmission(Record):
    """How a shock crosses an edge: channel in, channel out, direction of travel, signed factor.

    `factor` is a prior in [-1, 1] for order of magnitude, never a price forecast; `source` says
    where it comes from. `scale` names an edge property in 0..1 (a stake, a share, a weight) that
    multiplies it (1 where the edge has none). `proxy` marks a factor that rests on group
    membership instead of evidence.
    """

    travel: Literal["with", "against"]
    into: Channel
    out: Channel
    factor: float
    source: str
    scale: str = ""
    proxy: bool = False


class Frame(Record):
    """One way to say an edge: a trigger and where its two ends stand in the sentence.

    `lemmas` are the trigger's lemmas; `take_over` is a verb with its particle, `rate_cut` a noun
    with its modifier. `head` and `tail` are role paths tried in order (see docs/patterns.md):
    `subj obj iobj attr comp poss compound appos of in on from to with for into at as against over
    by between bearer trigger`; `obj.of` is the `of` below the object. `status` and `sign` are what
    the trigger itself says; `beside` are lemmas of which one must stand among its dependents
    (`from:Country`: a role, and the label of what fills it), as must one of `also`; where one of
    `unless` stands among them, something else is meant. `only` are the labels of the tail, where
    the type allows more.
    """

    pos: Literal["verb", "noun", "adj"]
    lemmas: tuple[str, ...]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    status: Status | None = None
    sign: Sign | None = None
    beside: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    confidence: float = 0.8


LISTS = frozenset({"head", "tail", "beside", "also", "unless", "only"})  # fields of words


def _frame(pos: Literal["verb", "noun", "adj"], lemmas: str, **given: object) -> Frame:
    split = {k: tuple(str(v).split()) if k in LISTS else v for k, v in given.items()}
    return Frame.model_validate({"pos": pos, "lemmas": tuple(lemmas.split()), **split})


def verb(lemmas: str, *, head: str = "subj", tail: str = "obj", **more: object) -> Frame:
    """A verb trigger; by default its logical subject is the head and its object the tail."""
    return _frame("verb", lemmas, head=head, tail=tail, **more)


def noun(lemmas: str, *, head: str, tail: str, **more: object) -> Frame:
    """A noun trigger ("X's takeover of Y")."""
    return _frame("noun", lemmas, head=head, tail=tail, **more)


def adj(lemmas: str, *, head: str, tail: str, **more: object) -> Frame:
    """An adjective or participle trigger ("Dublin-based", "reliant on")."""
    return _frame("adj", lemmas, head=head, tail=tail, **more)


class Example(Record):
    """A sentence of our own and the one claim it must yield (or, as a counter-example, not)."""

    text: str
    head: str
    tail: str
    status: Status = "asserted"
    sign: Sign | None = None


class Node:
    """A node label. Subclass it once; the class name is the label, the docstring its meaning."""

    LABEL: ClassVar[str]
    identity: ClassVar[tuple[str, ...]] = ("slug",)
    properties: ClassVar[tuple[Property, ...]] = ()
    colour: ClassVar[str] = "#888888"
    shape: ClassVar[str] = "circle"
    evidence: ClassVar[bool] = False
    _all: ClassVar[dict[str, type[Self]]] = {}

    def __init_subclass__(cls) -> None:
        """Enter the label into the vocabulary."""
        cls.LABEL = cls.__name__
        Node._all[cls.LABEL] = cls


class Edge:
    """An edge type. Subclass it once; `AcquiresX` becomes `ACQUIRES_X`, the docstring its meaning.

    `head` and `tail` are the labels allowed at the ends. `symmetric` types have no direction
    and are stored with sorted ends. `half_life` is in months (None: does not age). The tail of an
    `elliptic` type may be understood from the sentences before. A type of `goods_only` moves
    goods: where a firm or a stake changes hands it is not meant. A type `by_deal` is done by a
    deal: while that is under way it is planned. An `evidence` type never carries a shock.
    """

    TYPE: ClassVar[str]
    head: ClassVar[tuple[str, ...]]
    tail: ClassVar[tuple[str, ...]]
    symmetric: ClassVar[bool] = False
    tail_optional: ClassVar[bool] = False
    elliptic: ClassVar[bool] = False
    goods_only: ClassVar[bool] = False
    by_deal: ClassVar[bool] = False
    evidence: ClassVar[bool] = False
    properties: ClassVar[tuple[Property, ...]] = ()
    statuses: ClassVar[tuple[Status, ...]] = STATUSES
    frames: ClassVar[tuple[Frame, ...]] = ()
    transmissions: ClassVar[tuple[Transmission, ...]] = ()
    half_life: ClassVar[float | None] = 24.0
    examples: ClassVar[tuple[Example, ...]] = ()
    counter_examples: ClassVar[tuple[Example, ...]] = ()
    colour: ClassVar[str] = "#666666"
    phrase: ClassVar[str] = ""
    _all: ClassVar[dict[str, type[Self]]] = {}

    def __init_subclass__(cls) -> None:
        """Enter the type into the vocabulary."""
        cls.TYPE = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).upper()
        cls.phrase = cls.phrase or cls.TYPE.lower().replace("_", " ")
        Edge._all[cls.TYPE] = cls

    @classmethod
    def allows(cls, head: str, tail: str) -> bool:
        """Whether the labels fit the ends (either way round for a symmetric type)."""
        fits = head in cls.head and tail in cls.tail
        return fits or (cls.symmetric and tail in cls.head and head in cls.tail)


def labels() -> dict[str, type[Node]]:
    """Every node label by name, in the order of definition."""
    return dict(Node._all)


def edge_types() -> dict[str, type[Edge]]:
    """Every edge type by name, in the order of definition."""
    return dict(Edge._all)


def edge_type(name: str) -> type[Edge]:
    """The edge type of that name; KeyError if there is none."""
    return Edge._all[name]


def state_edges() -> Iterator[type[Edge]]:
    """The edge types that carry state (not the evidence ones)."""
    return (e for e in Edge._all.values() if not e.evidence)


def forget(kind: type[Node] | type[Edge]) -> None:
    """Take a label or type out of the vocabulary again (a plug-in that is unloaded)."""
    if issubclass(kind, Node):
        Node._all.pop(kind.LABEL, None)
    else:
        Edge._all.pop(kind.TYPE, None)
