"""Exchanges, indices, agencies, goods, industries and indicators, one table each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.reference.known import Entry, Known
from kg.reference.names import slug
from kg.reference.tables import items, rows


def exchanges() -> Iterator[Entry]:
    """Exchanges by MIC; a quote code that two of them use is left out."""
    taken = Counter(code for row in rows("exchanges") for code in items(row["codes"]))
    for row in rows("exchanges"):
        codes = tuple(("code", code) for code in items(row["codes"]) if taken[code] == 1)
        yield Entry(
            Known(
                f"exchange:{row['mic']}",
                "Exchange",
                row["name"],
                items(row["aliases"]),
                country=row["country"],
                identifiers=(("mic", row["mic"]), *codes),
            )
        )


def indices() -> Iterator[Entry]:
    """Market indices by quote code; a RIC is the code after a dot."""
    for row in rows("indices"):
        codes = (row["code"], *items(row["codes"]))
        yield Entry(
            Known(
                f"index:{row['code']}",
                "Index",
                row["name"],
                items(row["aliases"]),
                country=row["country"] or None,
                identifiers=tuple(("ric", f".{code}") for code in codes),
            )
        )


def agencies() -> Iterator[Entry]:
    """Governments' bodies, central banks, courts, international bodies and associations."""
    for row in rows("agencies"):
        yield Entry(
            Known(
                f"agency:{_within(row['country'], row['name'])}",
                "Agency",
                row["name"],
                items(row["aliases"]),
                country=row["country"] or None,
                kind=row["kind"],
            ),
            short=items(row["short"]),
        )


def indicators() -> Iterator[Entry]:
    """Statistics, rates and company figures."""
    for row in rows("indicators"):
        yield Entry(
            Known(
                f"indicator:{_within(row['country'], row['name'])}",
                "Indicator",
                row["name"],
                items(row["aliases"]),
                country=row["country"] or None,
                kind=row["kind"],
            )
        )


def goods() -> Iterator[Entry]:
    """Materials (Commodity) and goods (Product); `member_of` is the wider good."""
    nodes = {row["name"]: _good(row) for row in rows("goods")}
    for row in rows("goods"):
        yield Entry(
            Known(
                nodes[row["name"]],
                row["label"],
                row["name"],
                items(row["aliases"]),
                identifiers=tuple(("hs", code) for code in items(row["hs"])),
                kind=row["kind"] or None,
                member_of=tuple(nodes[parent] for parent in items(row["parents"])),
            )
        )


def industries() -> Iterator[Entry]:
    """Makers and sectors as news names them; `member_of` is the wider industry."""
    for row in rows("industries"):
        wider = (f"industry:{row['part_of']}",) if row["part_of"] else ()
        yield Entry(
            Known(
                f"industry:{row['slug']}",
                "Industry",
                row["name"],
                items(row["aliases"]),
                member_of=wider,
            )
        )


def industry_tags() -> dict[str, tuple[str, ...]]:
    """Industry tag of pytickersymbols, case-folded, to the slugs that it means."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("industries"):
        for tag in items(row["tags"]):
            key = tag.casefold()
            found[key] = (*found.get(key, ()), row["slug"])
    return found


def _good(row: dict[str, str]) -> str:
    return f"{row['label'].lower()}:{slug(row['name'])}"


def _within(country: str, name: str) -> str:
    return f"{country.lower()}-{slug(name)}" if country else slug(name)
