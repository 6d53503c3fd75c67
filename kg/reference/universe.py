"""The reference universe in memory: by node, by identifier, by name, by industry and region.

It prefers ambiguity to a guess: a name that several things share gives all of them, and an
identifier that two things claim gives neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.reference.firms import firms
from kg.reference.known import Entry, Known, Sort, Surface
from kg.reference.lands import lands
from kg.reference.markets import agencies, exchanges, goods, indicators, indices, industries
from kg.reference.names import firm_key, name_key
from kg.reference.tables import everyday_words, rows

# Words that end a phrase about an industry without saying which one: "airlines sector".
_SECTOR_WORDS = (
    "industry",
    "sector",
    "companies",
    "firms",
    "makers",
    "producers",
    "stocks",
    "shares",
    "plants",
    "factories",
    "groups",
    "manufacturers",
    "suppliers",
    "business",
)
# Suffixes of RICs for New York listings.
_US_SUFFIXES = ("O", "OQ", "N", "A", "P", "K")


class Universe:
    """Known things and the ways to reach them; built once from the entries, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._nodes = {entry.known.node: entry for entry in self._entries}
        self._everyday = everyday_words() | self._exchange_names()
        self._surfaces = tuple(self._all_surfaces())
        self._names = self._by_name("name", "alias", "short")
        self._peoples = self._by_name("demonym")
        self._ids = self._by_id()
        self._makers = self._by_industry()

    def __iter__(self) -> Iterator[Known]:
        return (entry.known for entry in self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def surfaces(self) -> Iterator[Surface]:
        """Every text that may name a known thing, in the order of the tables."""
        return iter(self._surfaces)

    def find(self, surface: str, label: str | None = None) -> tuple[Known, ...]:
        """Things of that name or alias, best sort first; several means it is ambiguous."""
        found = self._names.get(name_key(surface), ())
        firm = self._names.get(firm_key(surface), ()) if not found else ()
        found = found or tuple(known for known in firm if known.label == "Firm")
        return tuple(known for known in found if label in (None, known.label))

    def by_node(self, node: str) -> Known | None:
        """The thing with that node id."""
        entry = self._nodes.get(node)
        return entry.known if entry else None

    def by_identifier(self, scheme: str, value: str) -> Known | None:
        """The one thing with that identifier; None also where two claim it."""
        known = self._ids.get((scheme, value.upper()))
        if known is None and scheme == "ric":
            return self._by_american_ticker(value)
        return known

    def firms_in(self, *, industry: str, region: str | None) -> tuple[Known, ...]:
        """Firms of an industry phrase ("auto parts") seated in a country, bloc or continent."""
        makers = {
            firm.node: firm
            for known in self._industries_of(industry)
            for firm in self._makers.get(known.node, ())
        }
        seats = None if region is None else self.countries_of(region)
        chosen = (f for f in makers.values() if seats is None or f.country in seats)
        return tuple(sorted(chosen, key=lambda firm: firm.node))

    def countries_of(self, region: str) -> frozenset[str]:
        """ISO 3166-1 alpha-2 codes of a land by its code, node id, name or demonym."""
        entry = self._nodes.get(region) or self._nodes.get(f"country:{region}")
        named = self.find(region) or self._peoples.get(name_key(region), ())
        entries = [entry] if entry else [self._nodes[known.node] for known in named]
        codes: set[str] = set()
        for known, members in ((e.known, e.members) for e in entries):
            if members:
                codes.update(members)
            elif known.label == "Country" and known.country:
                codes.add(known.country)
        return frozenset(codes)

    def _industries_of(self, phrase: str) -> tuple[Known, ...]:
        """Industries of a phrase, also without its last, empty word or in the plural."""
        key = name_key(phrase)
        head, _, last = key.rpartition(" ")
        tries = [key, f"{key}s", key.removesuffix("s")]
        if last in _SECTOR_WORDS:
            tries += [head, f"{head}s", f"{head} makers", f"{head} industry"]
        for text in tries:
            found = self.find(text, "Industry")
            if found:
                return found
        known = self.by_node(f"industry:{key.replace(' ', '-')}") or self.by_node(phrase)
        return (known,) if known else ()

    def _by_american_ticker(self, ric: str) -> Known | None:
        """A firm whose New York listing the source gives without its exchange."""
        ticker, _, suffix = ric.upper().rpartition(".")
        if suffix not in _US_SUFFIXES or not ticker:
            return None
        known = self._ids.get(("ticker", ticker))
        has_ric = known and any(
            scheme == "ric" and value.rpartition(".")[2] in _US_SUFFIXES
            for scheme, value in known.identifiers
        )
        return None if has_ric else known

    def _all_surfaces(self) -> Iterator[Surface]:
        for entry in self._entries:
            known = entry.known
            yield self._surface(known.name, known, "name")
            for sort, texts in _texts(entry):
                yield from (self._surface(text, known, sort) for text in texts)
            yield from _tickers(known)
        for row in rows("metonyms"):
            meant = self._nodes.get(row["node"])
            if meant:
                yield Surface(row["text"], meant.known, "metonym")

    def _surface(self, text: str, known: Known, sort: Sort) -> Surface:
        """The surface, of sort short where a firm's name is an everyday word or two letters."""
        vague = known.label == "Firm" and (len(text) <= 2 or name_key(text) in self._everyday)
        return Surface(text, known, "short" if vague else sort)

    def _exchange_names(self) -> frozenset[str]:
        """Names of exchanges, which by themselves do not mean the firm that runs one."""
        markets = (known for known in self if known.label == "Exchange")
        texts = (text for known in markets for text in (known.name, *known.aliases))
        return frozenset(name_key(text) for text in texts)

    def _by_name(self, *sorts: Sort) -> dict[str, tuple[Known, ...]]:
        names: dict[str, dict[str, Known]] = {}
        for surface in self._surfaces:
            if surface.sort in sorts:
                key = name_key(surface.text)
                names.setdefault(key, {}).setdefault(surface.known.node, surface.known)
        return {key: tuple(found.values()) for key, found in names.items()}

    def _by_id(self) -> dict[tuple[str, str], Known | None]:
        found: dict[tuple[str, str], Known | None] = {}
        for known in self:
            for scheme, value in known.identifiers:
                key = (scheme, value.upper())
                found[key] = known if found.get(key, known) is known else None
        return found

    def _by_industry(self) -> dict[str, list[Known]]:
        """Industry node to its firms, those of narrower industries among them."""
        makers: dict[str, list[Known]] = {}
        for known in self:
            for node in sorted(self._wider(f"industry:{slug}" for slug in known.industries)):
                makers.setdefault(node, []).append(known)
        return makers

    def _wider(self, nodes: Iterable[str]) -> set[str]:
        found: set[str] = set()
        todo = list(nodes)
        while todo:
            node = todo.pop()
            if node not in found:
                found.add(node)
                todo.extend(self._nodes[node].known.member_of)
        return found


def _texts(entry: Entry) -> tuple[tuple[Sort, tuple[str, ...]], ...]:
    return (
        ("alias", entry.known.aliases),
        ("short", entry.short),
        ("demonym", entry.demonyms),
        ("metonym", entry.metonyms),
    )


def _tickers(known: Known) -> Iterator[Surface]:
    """Codes that are safe to look for in a text: with their exchange or suffix."""
    for scheme, value in known.identifiers:
        if scheme == "ric" or (scheme == "ticker" and ":" in value):
            yield Surface(value, known, "ticker")


@cache
def universe() -> Universe:
    """The reference universe, read once in a process."""
    market = tuple(indices())
    return Universe(
        (
            *lands(),
            *exchanges(),
            *market,
            *agencies(),
            *goods(),
            *industries(),
            *indicators(),
            *firms(_index_nodes(market)),
        )
    )


def _index_nodes(market: tuple[Entry, ...]) -> dict[str, str]:
    """Index name in pytickersymbols to our node; one that we do not know is left out."""
    from pytickersymbols import PyTickerSymbols

    names = {
        name_key(text): entry.known.node
        for entry in market
        for text in (entry.known.name, *entry.known.aliases)
    }
    told = PyTickerSymbols().get_all_indices()
    return {name: names[name_key(name)] for name in told if name_key(name) in names}
