"""What is done in many steps: policies and deals, which many claims in many stories advance.

Bias: two acts with the same parties, kind and object are one act that moves on, not two.
"""

from schemas.base import Node, Property


class Policy(Node):
    """A tariff, export control, ban, sanction, subsidy, quota or regulation."""

    identity = ("issuer", "kind", "object")
    properties = (
        Property(name="kind", kind="string", meaning="tariff, export control, ban, sanction …"),
        Property(name="state", kind="string", meaning="where it stands: planned, in force, ended"),
        Property(name="scope", kind="share", unit="0..1", meaning="part of its object it covers"),
        Property(name="rate", kind="decimal", unit="percent", meaning="of a tariff or tax"),
        Property(name="issuer", kind="string", meaning="node of the country or agency"),
        Property(name="object", kind="string", meaning="node of what it is about"),
    )
    colour = "#D55E00"
    shape = "square"


class Deal(Node):
    """A takeover, merger, stake, sale or supply contract."""

    identity = ("kind", "parties")
    properties = (
        Property(name="kind", kind="string", meaning="takeover, merger, stake, sale, supply"),
        Property(name="state", kind="string", meaning="where it stands: planned, agreed, ended …"),
        Property(name="value", kind="decimal", unit="currency", meaning="price, in base units"),
        Property(name="currency", kind="string", unit="ISO 4217", meaning="of the value"),
        Property(name="premium", kind="decimal", unit="percent", meaning="over the last close"),
        Property(name="parties", kind="strings", meaning="nodes of the parties, sorted"),
        Property(name="last_told", kind="string", meaning="month of the last story on it (ISO)"),
    )
    colour = "#CC79A7"
    shape = "hexagon"
