"""ArcadeDB, the only module that knows it: a graph written into a folder, or served read-only.

What runs here runs in a process of its own (`kg.graph.cypher.engine` begins it), told what to do
by lines of JSON. Bias: what cannot be opened read-only is not opened.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["DATABASE", "available", "child"]

Row = dict[str, Any]

DATABASE = "kg"
"""The name of the one database in a folder."""
HEAP = "2g"
FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
"""A short life: what makes the engine start and end soon counts for more than its speed later."""
LOCKED = {
    "server_defaultDatabaseMode": "READ_ONLY",
    "server_databaseLoadAtStartup": True,
    "opencypher_loadCsv_allowFileUrls": False,
    "opencypher_loadCsv_allowRemoteUrls": False,
    "polyglotEngineEnabled": False,
}
"""Settings of the server: nothing is written, no file and no address is opened."""


def available() -> bool:
    """Whether the extra `cypher` is installed."""
    try:
        return importlib.util.find_spec("arcadedb_embedded") is not None
    except ValueError:  # barred from being imported
        return False


def child() -> None:
    """Be the engine's process: do what the first line on standard input says."""
    own = os.dup(1)  # Java prints as it likes: that goes to the log
    os.dup2(2, 1)
    with os.fdopen(own, "w", encoding="utf-8") as out:
        said = (json.loads(line) for line in sys.stdin)
        order: Row = next(said, {})
        try:
            os.chdir(order["room"])  # the engine leaves its own log where it stands
            for answer in _built(order, said) if "build" in order else _served(order, said):
                out.write(json.dumps(answer) + "\n")
                out.flush()
        except Exception as error:  # noqa: BLE001  (the edge of this process: told to the other)
            out.write(json.dumps({"error": f"{type(error).__name__}: {error}"}) + "\n")
            out.flush()
        os._exit(0)  # the engine's own threads would hold it for a minute


def _built(order: Row, said: Iterator[Row]) -> Iterator[Row]:
    import arcadedb_embedded
    from arcadedb_embedded.jvm import start_jvm

    start_jvm(heap_size=HEAP, jvm_args=FLAGS)
    database = arcadedb_embedded.create_database(f"{order['build']}/{DATABASE}")
    _define(database, order)
    nodes: dict[tuple[str, str], str] = {}
    with database.graph_batch() as batch:
        for told in said:
            if "end" in told:
                break
            if "labels" in told:
                label, key = told["labels"][0], order["keys"][told["labels"][0]]
                made = batch.create_vertices(_type(told["labels"]), told["rows"])
                nodes |= {(label, row[key]): at for row, at in zip(told["rows"], made, strict=True)}
            else:
                starts, ends, rows = zip(*told["ties"], strict=True)
                first, last = ([nodes[label, key] for label, key in e] for e in (starts, ends))
                batch.new_edges(first, told["type"], last, list(rows))
        else:
            return  # whoever wanted it is gone
    database.close()
    yield {"built": len(nodes)}


def _type(labels: Iterable[str]) -> str:
    """The engine's own name for nodes of several labels."""
    return "~".join(sorted(labels))


def _define(database: Any, order: Row) -> None:
    """The whole vocabulary, so that a label or type without a row can be asked for."""
    schema = database.get_java_database().getSchema()
    for labels in order["nodes"]:
        for label in labels:
            schema.getOrCreateVertexType(label)
        if len(labels) > 1:
            joint = schema.getOrCreateVertexType(_type(labels))
            for label in sorted(labels):
                joint.addSuperType(label)
    for type_ in order["relationships"]:
        schema.getOrCreateEdgeType(type_)
    for label, key in order["keys"].items():
        database.command("sql", f"CREATE PROPERTY `{label}`.`{key}` STRING")
        database.command("sql", f"CREATE INDEX ON `{label}` (`{key}`) UNIQUE")
    for label, name in order["indexed"]:
        database.command("sql", f"CREATE PROPERTY `{label}`.`{name}` STRING")
        database.command("sql", f"CREATE INDEX ON `{label}` (`{name}`) NOTUNIQUE")


def _served(order: Row, said: Iterator[Row]) -> Iterator[Row]:
    import arcadedb_embedded

    settings = LOCKED | {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin", "bolt_port": 0,
        "host": "127.0.0.1", "http_port": 0, "server_databaseDirectory": order["serve"],
        "command_timeout": order["limit"],
    }  # fmt: skip
    limits = {"heap_size": HEAP, "jvm_args": FLAGS}
    server = arcadedb_embedded.ArcadeDBServer(
        order["room"], order["password"], settings, jvm_kwargs=limits
    )
    server.start()
    java = server._java_server  # noqa: SLF001  (the port that it chose is told nowhere else)
    (bolt,) = (p for p in java.getPlugins() if "Bolt" in str(p.getName()))
    yield {"port": int(bolt.getPort())}
    engine = java.getDatabase(DATABASE).getQueryEngine("opencypher")
    for told in said:
        try:
            found = engine.analyze(told["analyse"])
            yield {"reads": bool(found.isIdempotent()) and not bool(found.isDDL())}
        except Exception as error:  # noqa: BLE001  (Java's; the edge of this process)
            yield {"error": _reason(error)}


def _reason(error: Any) -> str:
    """What the innermost cause says that says anything."""
    said = str(error)
    while hasattr(error, "getCause"):
        said, error = str(error.getMessage() or said), error.getCause()
    return said
