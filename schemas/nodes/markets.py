"""Where value is quoted: exchanges, indices, and the statistics that move them.

Bias: a rate or price is told apart by its country; "inflation" alone stays a node without one.
"""

from schemas.base import Node, Property


class Exchange(Node):
    """A stock or commodity exchange."""

    identity = ("mic", "slug")
    properties = (
        Property(name="mic", kind="string", meaning="market identifier code, ISO 10383"),
        Property(name="country", kind="string", unit="ISO 3166-1 alpha-2", meaning="seat"),
    )
    colour = "#56B4E9"
    shape = "triangle"


class Index(Node):
    """A market index."""

    identity = ("ric", "ticker", "slug")
    properties = (
        Property(name="ric", kind="string", meaning="index code as printed in the news"),
        Property(name="ticker", kind="string", meaning="symbol"),
    )
    colour = "#F0E442"
    shape = "square"


class Indicator(Node):
    """A rate, statistic or price."""

    identity = ("slug",)
    properties = (
        Property(name="country", kind="string", unit="ISO 3166-1 alpha-2", meaning="of what"),
        Property(name="unit", kind="string", meaning="percent, basis points, currency, persons …"),
    )
    colour = "#F0E442"
    shape = "circle"
