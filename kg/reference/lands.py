"""Countries, blocs, regions and places.

Names come from pycountry and `countries.tsv`; a word that names both a country and its people is a
demonym only where the table says so. A capital is a metonym, never a name: the reader of a text
decides from its context whether "Beijing" acts or is a dateline.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.reference.known import Entry, Known
from kg.reference.names import name_key
from kg.reference.tables import items, rows


def lands() -> Iterator[Entry]:
    """Countries, then blocs, then places, each in the order of its table."""
    yield from _countries()
    yield from _blocs()
    yield from _places()


def _blocs_of() -> dict[str, list[str]]:
    """Country to the blocs it belongs to, as node ids."""
    found: dict[str, list[str]] = {}
    for row in rows("blocs"):
        for iso2 in items(row["members"]):
            found.setdefault(iso2, []).append(f"country:{row['id']}")
    return found


def _countries() -> Iterator[Entry]:
    import pycountry

    blocs, told = _blocs_of(), _by_name()
    for row in rows("countries"):
        iso2 = row["iso2"]
        official = pycountry.countries.lookup(iso2)
        formal = [getattr(official, part, "") for part in ("name", "common_name", "official_name")]
        # pycountry inverts some names ("Iran, Islamic Republic of"), which no text says, and
        # gives "Congo" to the smaller of the two; the table has the last word.
        spoken = [
            text
            for text in formal
            if text and "," not in text and told.get(name_key(text), iso2) == iso2
        ]
        yield Entry(
            Known(
                f"country:{iso2}",
                "Country",
                row["name"],
                _others(row["name"], (*items(row["aliases"]), *spoken)),
                country=iso2,
                identifiers=(("iso2", iso2), ("iso3", official.alpha_3)),
                member_of=tuple(sorted(blocs.get(iso2, ()))),
            ),
            demonyms=items(row["demonyms"]),
            metonyms=items(row["metonyms"]),
        )


def _others(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts without the name itself and without repeats."""
    return tuple(text for text in dict.fromkeys(texts) if text != name)


def _blocs() -> Iterator[Entry]:
    for row in rows("blocs"):
        yield Entry(
            Known(
                f"country:{row['id']}", "Country", row["name"], items(row["aliases"]), kind="bloc"
            ),
            demonyms=items(row["demonyms"]),
            metonyms=items(row["metonyms"]),
            members=items(row["members"]),
        )


def _places() -> Iterator[Entry]:
    for row in rows("places"):
        yield Entry(
            Known(
                f"place:{row['slug']}",
                "Place",
                row["name"],
                items(row["aliases"]),
                country=row["country"] or None,
                kind=row["kind"],
            ),
            demonyms=items(row["demonyms"]),
            members=items(row["members"]),
        )


def seat(text: str | None) -> str | None:
    """ISO 3166-1 alpha-2 of a seat written "Germany", "Dublin, Ireland" or "Austin, Texas"."""
    if not text or text == "none":
        return None
    *town, last = (part.strip() for part in text.split(","))
    known = _by_name().get(name_key(last))
    # The source writes seats in the United States as town and state, of which one is Georgia.
    return "US" if town and known in (None, "GE") else known


@cache
def _by_name() -> dict[str, str]:
    """Folded name or alias of a country to its code, as the table gives them."""
    return {
        name_key(text): row["iso2"]
        for row in rows("countries")
        for text in (row["name"], *items(row["aliases"]))
    }
