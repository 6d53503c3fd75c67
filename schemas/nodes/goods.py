"""What is made and traded: raw materials, products, and the industries that make them.

Bias: a good is as specific as the text ("gallium", not "metals"); no class is inferred here.
"""

from schemas.base import Node, Property


class Commodity(Node):
    """A raw or traded material."""

    identity = ("hs", "slug")
    properties = (
        Property(name="hs", kind="string", meaning="code of the Harmonised System, if known"),
    )
    colour = "#E69F00"
    shape = "diamond"


class Product(Node):
    """A good, component, technology, model or service."""

    identity = ("slug",)
    properties = (
        Property(name="maker", kind="string", meaning="node of the firm that makes it"),
        Property(name="hs", kind="string", meaning="code of the Harmonised System, if known"),
    )
    colour = "#D55E00"
    shape = "diamond"


class Industry(Node):
    """A sector or a group of makers; `region` where the text limits it."""

    identity = ("slug", "region")
    properties = (
        Property(name="region", kind="string", meaning="country or area the text limits it to"),
    )
    colour = "#E69F00"
    shape = "hexagon"
