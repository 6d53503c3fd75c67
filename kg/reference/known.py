"""What the reference universe holds: a known thing, and a surface by which a text may name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["name", "alias", "demonym", "metonym", "ticker", "short"]


@dataclass(frozen=True, slots=True)
class Known:
    """One thing with a fixed node id; `country` is ISO 3166-1 alpha-2, "EU" for its bodies."""

    node: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    # (scheme, value), scheme one of isin, ric, ticker, mic, code, iso2, iso3, hs
    identifiers: tuple[tuple[str, str], ...] = ()
    industries: tuple[str, ...] = ()  # slugs of Industry nodes
    kind: str | None = None
    member_of: tuple[str, ...] = ()  # nodes of blocs, indices, wider goods and industries


@dataclass(frozen=True, slots=True)
class Surface:
    """A text that may name a known thing; `sort` says how much context it needs."""

    text: str
    known: Known
    sort: Sort


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing with the surfaces beside its name and aliases, as a table gives it."""

    known: Known
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # ISO 3166-1 alpha-2, of a bloc or a region
