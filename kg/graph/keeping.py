"""The derived tables kept up to date: who is who, and the state edges that a write touches.

Everything here equals a rebuild from what was recorded; only what new facts touch is computed.
Runs inside the caller's transaction. Bias: on any doubt (another process wrote, a write failed)
the register is forgotten and read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from kg.graph.ddl import AMONG, CLAIM, ENTITY, TOLD, Tables, among, insert
from kg.graph.facts import Facts, gather
from kg.graph.recorded import gone, judged, recorded
from kg.graph.state import Chain, Key, Witness, edge_of, key_of, restricts
from kg.graph.view import Kept
from kg.resolve.register import Register
from schemas.answer import StateEdge


class Keeping:
    """Keeps `nodes`, `keys`, `edges` and the claims' `edge_id` equal to what they derive from."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._register: Register | None = None
        self._version = -1

    def forget(self) -> None:
        """Read the register again before it is used next: a write did not come through."""
        self._register = None

    def absorb(self, kept: Sequence[Kept], steps: Callable[[str], None]) -> None:
        """Derive what these new stories change."""
        changed = self._learn(kept)
        dirty = self._rekey(changed)
        steps("identity")
        dirty |= self._write_claims(kept)
        steps("claims")
        self._redraw(dirty)
        steps("edges")

    def rejudge(self, moved: Collection[str] = ()) -> None:
        """Settle anew who is who, after a judgement that took these stories out or back in."""
        before: dict[str, str] = dict(self._tables.query("SELECT node, now FROM nodes"))
        if moved:
            self._recount(moved)
        self._register = None
        register = self._current()
        changed = {n for n, now in register.now.items() if before.get(n) != now}
        self._present(changed)
        self._redraw(self._rekey(changed, moved))

    def rebuild(self) -> None:
        """Drop all that is derived and derive it again."""
        for table in ("nodes", "keys", "edges"):
            self._tables.run(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        self._register = None
        out = gone(self._tables)
        self._learn([k for k in recorded(self._tables) if k.told.story_id not in out])
        self._redraw(self._rekey(self._current().now, out))

    def _current(self) -> Register:
        """The register as of this transaction; read again if another connection wrote."""
        version = self._tables.query("PRAGMA data_version")[0][0]
        if self._register is None or version != self._version:
            self._register, self._version = self._load(), version
        return self._register

    def _load(self) -> Register:
        register = Register(judged(self._tables))
        touched: set[str] = set()
        for node, facts in self._tables.query("SELECT node, facts FROM nodes"):
            touched |= _teach(register, node, Facts.parse(facts))
        register.update(touched)
        return register

    def _learn(self, kept: Sequence[Kept]) -> set[str]:
        """Take in the stories' facts; gives the nodes whose present node changed."""
        register = self._current()
        found = gather((k.entities, k.names) for k in kept)
        held = self._facts(found)
        touched: set[str] = set()
        grown: dict[str, Facts] = {}
        for node, facts in found.items():
            known = held.get(node, Facts())
            size = known.size()
            known.update(facts)
            if known.size() > size:
                grown[node] = known
                touched |= _teach(register, node, known)
        changed = register.update(touched)
        self._write_facts(grown, register.now)
        self._present(changed)
        return changed

    def _recount(self, moved: Collection[str]) -> None:
        """Gather anew the facts of every node that these stories name."""
        some = among(moved)
        rows = self._tables.query(
            f"SELECT node FROM entities WHERE of_story IN {AMONG}"  # noqa: S608
            f" UNION SELECT node FROM names WHERE of_story IN {AMONG}",
            some,
            some,
        )
        nodes = {node for (node,) in rows}
        found = self._counted(nodes)
        for table, lost in (("keys", nodes), ("nodes", nodes - found.keys())):
            self._tables.run(f"DELETE FROM {table} WHERE node IN {AMONG}", among(lost))  # noqa: S608
        self._write_facts(found, {node: node for node in found})

    def _counted(self, nodes: set[str]) -> dict[str, Facts]:
        """What the stories that count say of the nodes."""
        only = f"WHERE node IN {AMONG} AND of_story NOT IN {AMONG}"
        args = among(nodes), among(gone(self._tables))
        told = self._tables.query(f"SELECT {ENTITY.select('entities')} FROM entities {only}", *args)  # noqa: S608
        names = self._tables.query(f"SELECT node, label, short FROM names {only}", *args)  # noqa: S608
        return gather([([ENTITY.read(row) for row in told], [(n, la, s) for n, la, s in names])])

    def _facts(self, nodes: Iterable[str]) -> dict[str, Facts]:
        sql = f"SELECT node, facts FROM nodes WHERE node IN {AMONG}"  # noqa: S608
        return {node: Facts.parse(text) for node, text in self._tables.query(sql, among(nodes))}

    def _write_facts(self, grown: dict[str, Facts], now: Mapping[str, str]) -> None:
        """Write the nodes' facts and keys; `now` is where a node that is new stands."""
        self._tables.many(
            "INSERT INTO nodes VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET facts = excluded.facts",
            [(node, now[node], grown[node].json()) for node in sorted(grown)],
        )
        keys = [(k, n, r) for n in sorted(grown) for k, r in sorted(grown[n].keys().items())]
        self._tables.many(
            "INSERT INTO keys VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET rank = min(rank, excluded.rank)",
            keys,
        )

    def _present(self, changed: set[str]) -> None:
        now = self._current().now
        self._tables.many(
            "UPDATE nodes SET now = ? WHERE node = ?", [(now[n], n) for n in sorted(changed)]
        )

    def _rekey(self, changed: Iterable[str], moved: Collection[str] = ()) -> set[str]:
        """Renew the edge of every claim of such an end or story; gives old and new edge ids.

        A claim of a retracted story has no edge.
        """
        nodes, now, out = among(changed), self._current().now, gone(self._tables)
        rows = self._tables.query(
            f"SELECT rowid, edge_id, of_story, {CLAIM.select('claims')} FROM claims"  # noqa: S608
            f" WHERE head_node IN {AMONG} OR tail_node IN {AMONG} OR of_story IN {AMONG}",
            nodes,
            nodes,
            among(moved),
        )
        fresh: list[tuple[str | None, int]] = []
        dirty: set[str | None] = set()
        for rowid, before, of_story, *row in rows:
            key = key_of(CLAIM.read(row), now) if of_story not in out else None
            after = key.edge_id if key else None
            dirty |= {before, after}
            fresh.append((after, rowid))
        self._tables.many("UPDATE claims SET edge_id = ? WHERE rowid = ?", fresh)
        return {edge for edge in dirty if edge}

    def _write_claims(self, kept: Sequence[Kept]) -> set[str]:
        now, rows, dirty = self._current().now, [], set()
        for story in kept:
            for claim in story.claims:
                key = key_of(claim, now)
                edge = key.edge_id if key else None
                rows.append((story.told.story_id, *CLAIM.write(claim), edge))
                dirty |= {edge} if edge else set()
        self._tables.many(insert("claims", len(CLAIM.names) + 2), rows)
        return dirty

    def _redraw(self, dirty: set[str]) -> None:
        """Derive these edges anew, and the RESTRICTS edges that rest on them."""
        old = self._keys(dirty)
        pairs = self._pairs(old)
        plain = {k: edge_of(k, heard) for k, heard in self._witnesses(dirty).items()}
        gone = dirty - {k.edge_id for k in plain}
        self._erase(gone)
        self._draw(plain.values())
        keys = {k for k in [*old, *plain] if k.type == "RESTRICTS"}
        self._redraw_restricts(keys | pairs | self._pairs(plain))

    def _redraw_restricts(self, keys: set[Key]) -> None:
        stated = self._witnesses({k.edge_id for k in keys})
        drawn: list[StateEdge] = []
        for key in sorted(keys):
            own = edge_of(key, stated[key]) if key in stated else None
            chains = self._chains(key)
            if chains:
                drawn.append(restricts(key, own, chains))
            elif own:
                drawn.append(own)
        self._erase({k.edge_id for k in keys} - {e.edge_id for e in drawn})
        self._draw(drawn)

    def _erase(self, edges: set[str]) -> None:
        self._tables.run(f"DELETE FROM edges WHERE edge_id IN {AMONG}", among(edges))  # noqa: S608

    def _draw(self, edges: Iterable[StateEdge]) -> None:
        rows = [(e.edge_id, e.head, e.type, e.tail, e.model_dump_json()) for e in edges]
        self._tables.many(insert("edges", 5, "INSERT OR REPLACE"), rows)

    def _keys(self, edges: set[str]) -> set[Key]:
        """The keys of drawn edges, as far as chains need them (their sign does not matter)."""
        rows = self._tables.query(
            f"SELECT head, type, tail FROM edges WHERE edge_id IN {AMONG}"  # noqa: S608
            " AND type IN ('IMPOSES', 'TARGETS', 'RESTRICTS')",
            among(edges),
        )
        return {Key(*row) for row in rows}

    def _witnesses(self, edges: set[str]) -> dict[Key, list[Witness]]:
        """The claims of these edges by key."""
        now, cut = self._current().now, len(CLAIM.names)
        rows = self._tables.query(
            f"SELECT {CLAIM.select('c')}, {TOLD.select('s')} FROM claims c"  # noqa: S608
            f" JOIN stories s ON s.story_id = c.of_story WHERE c.edge_id IN {AMONG}",
            among(edges),
        )
        found: dict[Key, list[Witness]] = defaultdict(list)
        for row in rows:
            claim = CLAIM.read(row[:cut])
            key = key_of(claim, now)
            if key is not None:
                found[key].append(Witness(claim, TOLD.read(row[cut:])))
        return found

    def _pairs(self, keys: Iterable[Key]) -> set[Key]:
        """The RESTRICTS keys that rest on these IMPOSES and TARGETS edges as drawn now."""
        found: set[Key] = set()
        for key in keys:
            if key.type == "IMPOSES":
                sql = "SELECT tail FROM edges WHERE head = ? AND type = 'TARGETS'"
                tails = self._tables.query(sql, key.tail)
                found |= {Key(key.head, "RESTRICTS", tail) for (tail,) in tails}
            elif key.type == "TARGETS":
                sql = "SELECT head FROM edges WHERE tail = ? AND type = 'IMPOSES'"
                heads = self._tables.query(sql, key.head)
                found |= {Key(head, "RESTRICTS", key.tail) for (head,) in heads}
        return {k for k in found if k.head != k.tail}

    def _chains(self, key: Key) -> list[Chain]:
        rows = self._tables.query(
            "SELECT i.record, t.record FROM edges i JOIN edges t ON t.head = i.tail"
            " WHERE i.head = ? AND i.type = 'IMPOSES' AND t.type = 'TARGETS' AND t.tail = ?",
            key.head,
            key.tail,
        )
        read = StateEdge.model_validate_json
        return [(read(first), read(second)) for first, second in rows]


def _teach(register: Register, node: str, facts: Facts) -> set[str]:
    names = [(node, label, short) for label, short in sorted(facts.called)]
    return register.learn(facts.entities(node), names)
