"""Where things are: cities, regions, ports, straits, plants and mines.

Bias: a site without a name of its own is not a node; it would merge with every other such site.
"""

from schemas.base import Node, Property


class Place(Node):
    """A city, region, port, strait, plant or mine."""

    identity = ("slug",)
    properties = (
        Property(name="country", kind="string", unit="ISO 3166-1 alpha-2", meaning="where it lies"),
        Property(name="kind", kind="string", meaning="city, region, port, strait, plant, mine …"),
    )
    colour = "#009E73"
    shape = "triangle"
