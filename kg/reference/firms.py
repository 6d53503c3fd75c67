"""Listed firms from pytickersymbols with our corrections, and the firms that it lacks.

The source is scraped: some firms carry another firm's ISIN, a wrong country or a stray industry.
Doubtful identifiers are dropped and `listed.tsv` overrides; it prefers a firm without an
identifier to a firm with a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.reference.known import Entry, Known
from kg.reference.lands import seat
from kg.reference.markets import industry_tags
from kg.reference.names import firm_key, slug
from kg.reference.tables import items, rows

Stock = Mapping[str, Any]

# Google's exchange prefix to the suffix of a RIC; Frankfurt and over-the-counter quotes are of
# foreign firms more often than of its own and are left out.
_RIC_SUFFIX = {
    "NASDAQ": "O",
    "NYSE": "N",
    "LON": "L",
    "TYO": "T",
    "BME": "MC",
    "AMS": "AS",
    "EPA": "PA",
    "EBR": "BR",
    "HEL": "HE",
    "STO": "ST",
    "SWX": "S",
    "BIT": "MI",
}
_SHARE_CLASS = re.compile(r"(?<=[a-zäöå])[BC]$")
_ASIDE = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A firm before its node id is known."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    identifiers: tuple[tuple[str, str], ...]
    industries: tuple[str, ...]
    indices: tuple[str, ...]

    def key(self) -> str:
        """The part of the node id that the name gives."""
        return slug(firm_key(self.name))


def firms(index_nodes: Mapping[str, str]) -> Iterator[Entry]:
    """Every firm, sorted by name; `index_nodes` maps the source's index names to nodes."""
    drafts = sorted((*_listed(index_nodes), *_further()), key=lambda d: (d.name, d.country or ""))
    drafts = _without_doubles(drafts)
    nodes = _nodes(drafts)
    for draft, node in zip(drafts, nodes, strict=True):
        yield Entry(
            Known(
                node,
                "Firm",
                draft.name,
                draft.aliases,
                draft.country,
                tuple(sorted(set(draft.identifiers))),
                draft.industries,
                member_of=draft.indices,
            )
        )


def plain_name(name: str) -> str:
    """The name without legal form, in its own letters: "Visa Inc." gives "Visa"."""
    words = _SHARE_CLASS.sub("", _ASIDE.sub("", name)).split()
    key = firm_key(name)
    while len(words) > 1 and firm_key(" ".join(words[:-1])) == key:
        words = words[:-1]
    if len(words) > 1 and words[0] == "The":
        words = words[1:]
    return " ".join(words).rstrip(",&").rstrip()


def _listed(index_nodes: Mapping[str, str]) -> Iterator[_Draft]:
    from pytickersymbols import PyTickerSymbols

    source = PyTickerSymbols()
    fixes = {row["name"]: row for row in rows("listed")}
    tags = industry_tags()
    member_of: dict[str, list[str]] = {}
    for index in sorted(index_nodes):
        for stock in source.get_stocks_by_index(index):
            member_of.setdefault(stock["name"], []).append(index_nodes[index])
    stocks: list[Stock] = source.get_all_stocks()
    claimed = Counter(isin for stock in stocks for isin in stock.get("isins") or ())
    for stock in stocks:
        indices = tuple(sorted(set(member_of.get(stock["name"], ()))))
        yield _draft(stock, fixes.get(stock["name"], {}), tags, claimed, indices)


def _draft(
    stock: Stock,
    fix: Mapping[str, str],
    tags: Mapping[str, tuple[str, ...]],
    claimed: Counter[str],
    indices: tuple[str, ...],
) -> _Draft:
    country = fix.get("country") or _country(stock)
    isins = _own_isins([i for i in stock.get("isins") or () if claimed[i] == 1], country)
    stated = tuple(_stated(fix.get("identifiers", "")))
    aliases = items(fix.get("aliases", ""))
    name = _SHARE_CLASS.sub("", _ASIDE.sub("", stock["name"]))
    if aliases and aliases[0].startswith("="):  # the firm's present name, where the source's is old
        name, aliases = aliases[0][1:], aliases[1:]
    return _Draft(
        name,
        _aliases(name, aliases),
        country,
        (
            *(("isin", isin) for isin in isins),
            *_quotes(stock, country),
            *(pair for pair in stated if pair[0] != "not"),
        ),
        items(fix.get("industries", "")) or _industries(stock, tags),
        tuple(index for index in indices if ("not", index) not in stated),
    )


def _own_isins(isins: list[str], country: str | None) -> list[str]:
    """The ISINs that are the firm's own: issued at its seat, or its only one, from no receipt.

    In the source a second ISIN from abroad is as often another firm's, and an American one of a
    foreign firm is a receipt or a bond.
    """
    home = [isin for isin in isins if isin[:2] == country]
    lone = [isin for isin in isins if len(isins) == 1 and not isin.startswith("US")]
    return home or lone


def _country(stock: Stock) -> str | None:
    """Seat as stated; else the ISIN's country, which is where the share was issued."""
    if str(stock.get("symbol") or "").endswith(".T"):
        return "JP"
    stated = seat(stock.get("country"))
    isins = stock.get("isins") or ()
    return stated or (isins[0][:2] if isins else None)


def _industries(stock: Stock, tags: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = (slug_ for tag in stock.get("industries", ()) for slug_ in tags.get(tag.casefold(), ()))
    return tuple(dict.fromkeys(found))


def _quotes(stock: Stock, country: str | None) -> Iterator[tuple[str, str]]:
    """Tickers and RICs of the exchanges that we can name."""
    for quote in stock.get("symbols", ()):
        exchange, _, code = (quote.get("google") or "").partition(":")
        if code and exchange in _RIC_SUFFIX and not code.startswith("0"):
            yield "ticker", f"{exchange}:{code}"
            yield "ric", f"{code}.{_RIC_SUFFIX[exchange]}"
            if exchange in ("NASDAQ", "NYSE"):
                yield "ticker", code
        elif exchange and not code:  # without an exchange it is a New York listing
            yield "ticker", exchange
    yield from _home_quote(stock.get("symbol") or "", country)


def _home_quote(symbol: str, country: str | None) -> Iterator[tuple[str, str]]:
    """The source's own symbol: Yahoo's code, which but for Germany and Zurich is also the RIC."""
    code, _, suffix = symbol.rpartition(".")
    if country == "DE" and symbol.isalnum():
        yield "ticker", f"{symbol}.DE"
    elif suffix == "DE" and code:
        yield "ticker", symbol
    elif suffix == "SW" and code:
        yield "ticker", symbol
        yield "ric", f"{code}.S"
    elif code and suffix in _RIC_SUFFIX.values():
        yield "ticker", symbol
        yield "ric", symbol


def _further() -> Iterator[_Draft]:
    for row in rows("firms"):
        yield _Draft(
            row["name"],
            _aliases(row["name"], items(row["aliases"])),
            row["country"] or None,
            tuple(_stated(row["identifiers"])),
            items(row["industries"]),
            (),
        )


def _stated(cell: str) -> Iterator[tuple[str, str]]:
    for item in items(cell):
        scheme, _, value = item.partition(":")
        yield scheme, value


def _aliases(name: str, stated: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys((plain_name(name), *stated))
    return tuple(alias for alias in found if alias and alias != name)


def _without_doubles(drafts: list[_Draft]) -> list[_Draft]:
    """One draft for a firm that the sources hold twice: same key and country, same share."""
    kept: dict[tuple[str, str | None], _Draft] = {}
    others: list[_Draft] = []
    for draft in drafts:
        place = (draft.key(), draft.country)
        first = kept.setdefault(place, draft)
        if first is draft:
            continue
        if _one_firm(first, draft):
            kept[place] = _joined(first, draft)
        else:
            others.append(draft)
    return sorted((*kept.values(), *others), key=lambda d: (d.name, d.country or "", d.identifiers))


def _one_firm(one: _Draft, two: _Draft) -> bool:
    """Whether two drafts of one key and country are one firm: equal names, or one unquoted."""
    if one.name == two.name or not one.identifiers or not two.identifiers:
        return True
    return not set(one.identifiers).isdisjoint(two.identifiers)


def _joined(one: _Draft, two: _Draft) -> _Draft:
    return _Draft(
        one.name,
        tuple(a for a in dict.fromkeys((*one.aliases, two.name, *two.aliases)) if a != one.name),
        one.country,
        tuple(sorted({*one.identifiers, *two.identifiers})),
        tuple(dict.fromkeys((*one.industries, *two.industries))),
        tuple(sorted({*one.indices, *two.indices})),
    )


def _nodes(drafts: list[_Draft]) -> list[str]:
    """Node ids in the order of the drafts, told apart by country, then by ticker."""
    keys = Counter(draft.key() for draft in drafts)
    landed = Counter((draft.key(), draft.country) for draft in drafts)
    nodes = []
    for draft in drafts:
        node = f"firm:{draft.key()}"
        if keys[draft.key()] > 1:
            node += f"-{(draft.country or 'xx').lower()}"
        if landed[draft.key(), draft.country] > 1:
            tickers = [value for scheme, value in draft.identifiers if scheme == "ticker"]
            codes = tickers or [value for _, value in draft.identifiers]
            node += f"-{slug(min(codes))}"
        nodes.append(node)
    return nodes
