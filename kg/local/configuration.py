"""How the server is set up: small, on loopback, and closed to what a query could reach outside.

These settings are a second fence: what refuses a harmful query first is the reader of queries.
Bias: a setting that Neo4j does not know stops the start, so none can be misspelt unnoticed.
"""

from __future__ import annotations

__all__ = ["HEAP", "SETTINGS", "as_environment", "as_file"]

HEAP = ("512m", "1g")  # at first, at most: enough for some million edges on a small machine

SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.heap.initial_size": HEAP[0],
    "server.memory.heap.max_size": HEAP[1],
    "server.memory.pagecache.size": "128m",
    "dbms.security.auth_enabled": "true",
    # LOAD CSV reads neither files nor addresses. The import folder stays named all the same and
    # stays empty: without a name the whole disk would be the import folder.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "server.directories.import": "import",
    # Only what Neo4j itself brings, and none of it with access to the server's insides.
    "dbms.security.procedures.allowlist": "db.*,dbms.*",
    "dbms.security.procedures.unrestricted": "",
    # Nothing is sent anywhere, and what is asked is kept nowhere.
    "dbms.usage_report.enabled": "false",
    "db.logs.query.enabled": "OFF",
    # No single write of ours takes a minute; what takes ten is stuck.
    "db.transaction.timeout": "10m",
    # The usual logs are made 256 MB long before they hold a byte; the data is a few MB.
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "32m",
    "db.tx_log.rotation.retention_policy": "128m size",
    # The last clients have left when a stop is asked for: no ten seconds of listening for more.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


def as_file(port: int) -> str:
    """The text of `neo4j.conf` for a server of ours on that port of loopback."""
    listens = {
        "server.default_listen_address": "127.0.0.1",
        "server.default_advertised_address": "127.0.0.1",
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
    }
    return "".join(f"{name}={value}\n" for name, value in {**listens, **SETTINGS}.items())


def as_environment(port: int) -> str:
    """The same as variables of the official image, for a port that Docker publishes."""
    # Inside a container loopback is its own; that only ours reaches it is Docker's port mapping.
    told = {**SETTINGS, "server.bolt.advertised_address": f"127.0.0.1:{port}"}
    lines = (f"NEO4J_{_variable(name)}={value}\n" for name, value in told.items() if value)
    return "".join(lines)


def _variable(name: str) -> str:
    return name.replace("_", "__").replace(".", "_")
