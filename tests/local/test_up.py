"""`kg up` and `kg down` for real: a server by Java, from the first start to the wipe.

One server is begun for all of this module; a test that ends it begins it again.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
from click.testing import CliRunner

from kg import local
from kg.cli import cli
from kg.local import port
from kg.local.home import Home, make_private
from schemas.errors import StoreError
from tests.neo4j_server import a_port, cache, short_lived

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


class Told(NamedTuple):
    """What a run of the program said, and how it ended."""

    code: int
    out: str
    err: str


def _kill(pid: int) -> None:
    """Kill the process and wait until it is gone."""
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([p for p in psutil.process_iter() if p.pid == pid], timeout=10)


class Begun(NamedTuple):
    """A home with a server that runs, and what the first starts said."""

    home: Path
    told: list[dict[str, object]]
    seen: set[str]  # every command line of the machine while it was begun

    def run(self, *arguments: str) -> Told:
        done = CliRunner().invoke(cli, list(arguments), env={"KG_HOME": str(self.home)})
        return Told(done.exit_code, done.stdout, done.stderr)

    def up(self, *arguments: str) -> Told:
        return self.run("up", "--via", "java", "--jars", str(cache()), *arguments)

    @property
    def server(self) -> local.Server:
        found = local.running(self.home)
        assert found
        return found

    @property
    def password(self) -> str:
        return (self.home / "neo4j" / "password").read_text()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """Two starts at the same time, as two shells would."""
    home = tmp_path_factory.mktemp("home")
    with short_lived():
        yield _twice(home)
        local.down(home, wipe=True)


def _twice(home: Path) -> Begun:
    command = [*KG, "up", "--json", "--via", "java", "--jars", str(cache())]
    command += ["--port", str(a_port())]
    environment = {**os.environ, "KG_HOME": str(home)}
    starts = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    seen: set[str] = set()
    while any(start.poll() is None for start in starts):
        seen |= {" ".join(p.info["cmdline"] or ()) for p in psutil.process_iter(["cmdline"])}
    told = [json.loads(start.communicate()[0]) for start in starts]
    return Begun(home, told, seen)


def test_two_starts_at_once_give_one_server(begun):
    first, second = begun.told
    assert first["new"] is not second["new"]
    assert {**first, "new": 0} == {**second, "new": 0}
    assert first["user"] == "neo4j"
    assert first["uri"] == f"bolt://127.0.0.1:{begun.server.port}"


def test_it_speaks_bolt_and_knows_the_password(begun):
    import neo4j

    assert port.speaks_bolt(begun.server.port)
    with neo4j.GraphDatabase.driver(begun.server.uri, auth=("neo4j", begun.password)) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    with (
        neo4j.GraphDatabase.driver(begun.server.uri, auth=("neo4j", "guess")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


@pytest.mark.parametrize("where", ["file:///etc/passwd", "http://127.0.0.1:9/", "import.csv"])
def test_a_query_reads_neither_files_nor_addresses(begun, where):
    import neo4j

    with (
        neo4j.GraphDatabase.driver(begun.server.uri, auth=("neo4j", begun.password)) as driver,
        pytest.raises(neo4j.exceptions.ClientError, match=r"Cannot load|Invalid URL"),
    ):
        driver.execute_query("LOAD CSV FROM $where AS line RETURN line", where=where)


def test_the_second_start_says_so_and_prints_the_same(begun):
    again = begun.up()
    assert (again.code, "already" in again.err) == (0, True)
    assert f"uri            {begun.server.uri}\n" in again.out
    assert begun.password not in again.out + again.err


def test_password_and_state_are_for_their_user_alone(begun):
    home = begun.home / "neo4j"
    modes = {name: (home / name).stat().st_mode & 0o777 for name in ("password", "state.json")}
    assert modes == {"password": 0o600, "state.json": 0o600}
    assert home.stat().st_mode & 0o777 == 0o700


def test_the_password_is_in_no_argument_and_in_no_other_file(begun):
    secret = begun.password.encode()
    holding = [p for p in begun.home.rglob("*") if p.is_file() and secret in p.read_bytes()]
    assert [p.name for p in holding] == ["password"]
    assert any("set-initial-password @" in line for line in begun.seen)
    assert not [line for line in begun.seen if begun.password in line]


def test_it_listens_on_loopback_and_on_one_port_alone(begun):
    found = psutil.Process(begun.server.pid).net_connections("inet")
    listening = {c.laddr for c in found if c.status == psutil.CONN_LISTEN}
    assert {address.port for address in listening} == {begun.server.port}
    assert {address.ip for address in listening} <= {"127.0.0.1", "::ffff:127.0.0.1"}


def test_credentials_are_for_its_own_address_alone(begun):
    uri = begun.server.uri
    ours = ("neo4j", begun.home / "neo4j" / "password")
    assert local.credentials(begun.home, uri) == ours
    assert local.credentials(begun.home, uri.replace("127.0.0.1", "localhost")) == ours
    others = ["news.db", "bolt://127.0.0.1:1", "bolt://db.example.org:7687", "bolt://x:99999"]
    assert {local.credentials(begun.home, other) for other in others} == {None}


def test_a_home_elsewhere_cannot_take_its_port(begun, tmp_path):
    taken = begun._replace(home=tmp_path).up("--port", str(begun.server.port))
    assert taken.code == 1
    assert f"port {begun.server.port} is taken by" in taken.err
    assert len(taken.err.splitlines()) == 1


def test_a_wipe_without_yes_is_refused_and_changes_nothing(begun):
    refused = begun.run("down", "--wipe")
    assert (refused.code, "add --yes" in refused.err) == (1, True)
    assert begun.server


def test_a_copied_state_file_neither_owns_nor_stops_it(begun, tmp_path):
    """A pid and a start time are not enough: the process must be of that very home."""
    (tmp_path / "neo4j").mkdir()
    (tmp_path / "neo4j" / "state.json").write_text((begun.home / "neo4j/state.json").read_text())
    assert local.running(tmp_path) is None
    assert local.credentials(tmp_path, begun.server.uri) is None
    assert local.down(tmp_path) is None
    assert port.speaks_bolt(begun.server.port)


def test_after_a_crash_it_begins_again_with_its_data_password_and_port(begun):
    import neo4j

    before, password = begun.server, begun.password
    with neo4j.GraphDatabase.driver(before.uri, auth=("neo4j", password)) as driver:
        driver.execute_query("CREATE (:Kept {what: 'acknowledged'})")
    _kill(before.pid)
    assert local.running(begun.home) is None
    assert local.credentials(begun.home, before.uri) is None
    assert begun.up().code == 0
    assert (begun.server.uri, begun.password) == (before.uri, password)
    with neo4j.GraphDatabase.driver(begun.server.uri, auth=("neo4j", password)) as driver:
        assert len(driver.execute_query("MATCH (k:Kept) RETURN k").records) == 1


def test_at_the_very_moment_of_a_crash_it_begins_again_on_its_port(begun):
    before = begun.server
    os.kill(before.pid, signal.SIGKILL)  # the system still closes its sockets
    again = begun.up()
    assert (again.code, "is taken" in again.err) == (0, False), again.err
    assert (begun.server.uri, begun.server.pid != before.pid) == (before.uri, True)


def test_down_ends_it_cleanly_and_the_second_down_says_that_nothing_runs(begun):
    pid = begun.server.pid
    assert begun.run("down").out == "Neo4j is down\n"
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert "Stopped." in (begun.home / "neo4j/server/logs/neo4j.log").read_text()
    again = begun.run("down", "--json")
    assert (again.code, json.loads(again.out)["stopped"]) == (0, False)


def test_it_is_not_up_if_another_takes_its_port_meanwhile(begun, tmp_path):
    """The other speaks Bolt too: an answer alone does not make a server ours."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", 0))

        def take(words: str) -> None:
            if "starting" in words:
                other.listen()
                threading.Thread(target=_greet, args=[other], daemon=True).start()

        with short_lived(), pytest.raises(StoreError, match=r"not start: .*already in use"):
            local.up(tmp_path, port=other.getsockname()[1], via="java", cache=cache(), say=take)
        other.shutdown(socket.SHUT_RDWR)  # wakes the thread, which ends
    assert local.running(tmp_path) is None
    assert not (tmp_path / "neo4j" / "state.json").exists()


def test_where_another_takes_the_port_meanwhile_it_is_begun_on_a_free_one(tmp_path):
    """As two homes do that begin at the same moment."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", 0))
        taken, said = other.getsockname()[1], []
        home = Home.under(tmp_path)
        make_private(home.root)
        home.last.write_text(json.dumps({"port": taken, "via": "java"}))

        def take(words: str) -> None:
            said.append(words)
            if f"on port {taken}" in words:
                other.listen()

        with short_lived():
            server, new = local.up(tmp_path, via="java", cache=cache(), say=take)
        assert (new, server.port != taken, port.speaks_bolt(server.port)) == (True, True, True)
        assert [w for w in said if w.startswith(f"port {taken} is taken by")]
    local.down(tmp_path, wipe=True)


def _greet(listener: socket.socket) -> None:
    """Answer Bolt handshakes until the listener is closed."""
    with contextlib.suppress(OSError):
        while True:
            line, _ = listener.accept()
            with line:
                line.recv(20)
                line.sendall(bytes.fromhex("00000405"))


def test_data_whose_password_is_gone_is_not_begun(begun):
    local.down(begun.home)
    (begun.home / "neo4j" / "password").unlink()
    refused = begun.up()
    assert (refused.code, "password of the data is gone" in refused.err) == (1, True)


def test_a_wipe_with_yes_deletes_all_of_it(begun):
    assert begun.run("down", "--wipe", "--yes").code == 0
    assert not list(begun.home.iterdir())


def test_a_disk_that_refuses_is_one_line_with_its_cure(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"cannot be written.*KG_HOME"):
        local.up(tmp_path / "file" / "home", via="java")
