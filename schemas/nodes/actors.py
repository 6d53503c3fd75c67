"""Who acts: firms, agencies, countries, persons, and the holder of a portfolio.

Bias: a body that both rules and trades (a state bank, a sovereign fund) is what its own name
says, so a doubtful one stays a `Firm`; an `Agency` must be named as such.
"""

from schemas.base import Node, Property


class Firm(Node):
    """A company, bank, brokerage, start-up or fund."""

    identity = ("lei", "isin", "ric", "ticker", "slug")
    properties = (
        Property(name="lei", kind="string", meaning="legal entity identifier, ISO 17442"),
        Property(name="isin", kind="string", meaning="security identifier, ISO 6166"),
        Property(name="ric", kind="string", meaning="instrument code as printed in the news"),
        Property(name="ticker", kind="string", meaning="symbol with the MIC of its exchange"),
        Property(name="country", kind="string", unit="ISO 3166-1 alpha-2", meaning="seat"),
        Property(name="legal_name", kind="string", meaning="registered name with legal form"),
    )
    colour = "#0072B2"
    shape = "circle"


class Agency(Node):
    """A government, ministry, central bank, regulator, court or international body."""

    identity = ("slug",)
    properties = (
        Property(name="country", kind="string", unit="ISO 3166-1 alpha-2", meaning="whose it is"),
        Property(name="kind", kind="string", meaning="government, ministry, central bank, court …"),
    )
    colour = "#56B4E9"
    shape = "square"


class Country(Node):
    """A country, or a bloc of countries that acts as one (`kind: bloc`)."""

    identity = ("iso2", "slug")
    properties = (
        Property(name="iso2", kind="string", unit="ISO 3166-1 alpha-2", meaning="its code"),
        Property(name="kind", kind="string", meaning="country or bloc"),
    )
    colour = "#009E73"
    shape = "pentagon"


class Person(Node):
    """A named person."""

    identity = ("slug",)
    properties = (Property(name="role", kind="string", meaning="role as last stated"),)
    colour = "#CC79A7"
    shape = "plus"


class Portfolio(Node):
    """A user's holdings, under the name the user gave them."""

    identity = ("name",)
    properties = (
        Property(name="currency", kind="string", unit="ISO 4217", meaning="of its valuation"),
    )
    colour = "#000000"
    shape = "star"
