"""Evidence edges: which story makes a claim, who published it, what replaces or contradicts it.

Bias: they carry no shock and are never read from prose; the pipeline itself writes them.
"""

from schemas.base import Edge, Property, Status

GREY = "#999999"
STATED: tuple[Status, ...] = ("asserted",)
ANYTHING = (
    "Firm", "Agency", "Country", "Place", "Person", "Commodity", "Product", "Industry", "Exchange",
    "Index", "Indicator", "Policy", "Deal", "Portfolio",
)  # fmt: skip


class From(Edge):
    """The story that makes the claim."""

    head = ("Claim",)
    tail = ("Story",)
    phrase = "is from"
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class PublishedBy(Edge):
    """The publisher of the story."""

    head = ("Story",)
    tail = ("Source",)
    phrase = "was published by"
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class Mentions(Edge):
    """A place in the story where a node is named."""

    head = ("Story",)
    tail = ANYTHING
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None
    properties = (
        Property(name="start", kind="integer", unit="code points", meaning="first in the source"),
        Property(name="end", kind="integer", unit="code points", meaning="behind the last one"),
        Property(name="surface", kind="string", meaning="the words used"),
    )


class Subject(Edge):
    """The head of what the claim states."""

    head = ("Claim",)
    tail = ANYTHING
    phrase = "is about"
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class Object(Edge):
    """The tail of what the claim states; absent where the text names none."""

    head = ("Claim",)
    tail = ANYTHING
    phrase = "has as its object"
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class Advances(Edge):
    """The deal or policy that the claim moves on."""

    head = ("Claim",)
    tail = ("Deal", "Policy")
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class Supersedes(Edge):
    """A later claim that takes an earlier one's place."""

    head = ("Claim",)
    tail = ("Claim",)
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None


class Contradicts(Edge):
    """Two claims that cannot both hold."""

    head = ("Claim",)
    tail = ("Claim",)
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None
    symmetric = True


class DuplicateOf(Edge):
    """A story that carries another's text: both count as one witness."""

    head = ("Story",)
    tail = ("Story",)
    phrase = "is a copy of"
    colour = GREY
    evidence = True
    statuses = STATED
    half_life = None
