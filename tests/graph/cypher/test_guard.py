"""Whatever would write, load, run or reveal is refused in one line; what looks like it is not."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.graph.bolt import Link
from kg.graph.cypher import Limits, ask, demand_plan
from kg.graph.cypher.guard import QueryRefused, demand_read
from schemas.errors import StoreError
from tests.graph.cypher.attacks import ATTACKS, HARMLESS
from tests.graph.cypher.world import Both, told_alike

VALUES = {"set": 1, "create": 2, "load": "x", "key": "evil", "label": "Evil", "p": 1, "0": 1,
          "node": "x", "few": 1}  # fmt: skip
QUICK = Limits(seconds=20.0, most=50)


class Bait(NamedTuple):
    """Where an attack would go: an address, who came there, and a file."""

    address: str
    visits: list[str]
    file: Path

    def laid(self, query: str) -> str:
        return query.replace("{listener}", self.address).replace("{file}", self.file.as_uri())


@pytest.fixture(scope="module")
def bait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bait]:
    visits: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_error(404)

    file = tmp_path_factory.mktemp("bait") / "secret.csv"
    file.write_text("secret\n", encoding="utf-8")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Bait(f"http://127.0.0.1:{server.server_port}/x.csv", visits, file)
        server.shutdown()


def census(both: Both) -> list[object]:
    """All that an attack could have changed: counts, properties, labels, schema."""
    asked = (
        "MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k",
        "MATCH ()-[r]->() RETURN count(r) AS n, sum(size(keys(r))) AS k",
        "MATCH (n) UNWIND labels(n) AS l RETURN l, count(*) AS n ORDER BY l",
    )
    schema = [both.neo4j.rows(f"SHOW {what} YIELD name RETURN name ORDER BY name")
              for what in ("INDEXES", "CONSTRAINTS")]  # fmt: skip
    server = [both.neo4j.rows(query) for query in asked]
    return [schema, server, [both.embedded(query, {}).rows for query in asked]]


def test_the_table_is_long_enough() -> None:
    assert len(set(ATTACKS)) >= 150
    assert len(set(HARMLESS)) >= 40


@pytest.mark.parametrize("query", ATTACKS)
def test_an_attack_is_refused_by_its_words_alone(query: str, bait: Bait) -> None:
    with pytest.raises(QueryRefused) as refused:
        demand_read(bait.laid(query))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("query", HARMLESS)
def test_what_only_looks_like_it_passes(query: str) -> None:
    demand_read(query)


def test_the_engines_alone_let_no_attack_through_either(both: Both, bait: Bait) -> None:
    before = census(both)
    errors = [refusals(both, engine, bait) for engine in range(2)]
    assert census(both) == before
    assert bait.visits == []
    assert min(map(len, errors)) > len(ATTACKS) * 0.8
    assert not [said for found in errors for said in found if "\n" in said]


def refusals(both: Both, engine: int, bait: Bait) -> list[str]:
    link, second = lines(both)[engine]
    found, values = [], {**VALUES, "url": bait.address}
    for query in map(bait.laid, ATTACKS):
        try:
            second(link, query, values)
            link.read(query, values, seconds=QUICK.seconds, most=QUICK.most)
        except StoreError as error:
            found.append(str(error))
    return found


def test_both_lines_together_refuse_every_attack_and_no_look_alike(both: Both, bait: Bait) -> None:
    before = census(both)
    for query in map(bait.laid, ATTACKS):
        for link, second in lines(both):
            with pytest.raises(StoreError):
                ask(link, query, VALUES, limits=QUICK, second=second)
    for query in HARMLESS:
        server, own = both.ask(query, **VALUES)
        assert told_alike(server, ordered=False) == told_alike(own, ordered=False), query
    assert census(both) == before
    assert bait.visits == []


def lines(both: Both) -> list[tuple[Link, Callable[[Link, str, Mapping[str, object]], None]]]:
    return [(both.neo4j, demand_plan), (both.arcade.link, both.arcade.demand)]
