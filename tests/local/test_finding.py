"""What a start needs, and the one line that says what is missing: Java, Maven, a port, a disk."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.local import jars, java, port, process
from schemas.errors import StoreError
from tests import neo4j_server


def program(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
    path.chmod(0o755)
    return path


def java_of(path: Path, told: str) -> Path:
    return program(path / "bin" / "java", f"echo 'openjdk version \"{told}\"' >&2")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH without Java, Maven and Docker."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return tmp_path


def test_a_suitable_java_is_taken_before_a_newer_one(bare, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(java_of(bare / "j25", "25.0.1").parents[1]))
    java_of(bare / "usr/lib/jvm/java-11", "11.0.2")
    wanted = java_of(bare / "usr/lib/jvm/java-21", "21.0.4")
    assert java.find(bare) == wanted


def test_java_home_comes_first(bare, monkeypatch):
    java_of(bare / "usr/lib/jvm/java-17", "17.0.4")
    wanted = java_of(bare / "own", "21")
    monkeypatch.setenv("JAVA_HOME", str(bare / "own"))
    assert java.find(bare) == wanted


def test_a_java_that_does_not_suit_is_named_with_its_version(bare):
    java_of(bare, "11.0.2")
    java_of(bare / "usr/lib/jvm/java-8", "1.8.0_402")
    with pytest.raises(StoreError, match=r"no Java 17 or 21.*java is 11.*or start Docker"):
        java.find(bare / "nowhere")


def test_a_java_that_does_not_run_has_no_version(tmp_path):
    assert java.version(tmp_path / "none") == 0
    assert java.version(program(tmp_path / "java", "exit 3")) == 0


def test_without_maven_the_line_says_where_the_jars_would_be(bare):
    with pytest.raises(StoreError, match=r"not in .*/jars and there is no mvn.*install Maven"):
        jars.fetch(bare / "jars", bare / "bin" / "java", print)


def test_a_failed_download_leaves_nothing_and_tells_its_first_error(bare):
    program(
        bare / "bin" / "mvn",
        "echo '[ERROR] Could not transfer artifact: unknown host -> [Help 1]'",
        "echo '[ERROR] [Help 1] see a page'", "exit 1",
    )  # fmt: skip
    with pytest.raises(StoreError, match=r"transfer artifact: unknown host; check the network"):
        jars.fetch(bare / "jars", bare / "bin" / "java", print)
    assert [p.name for p in (bare / "jars").iterdir()] == ["lock"]


def test_a_download_without_its_main_jar_is_none(bare):
    program(bare / "bin" / "mvn", f"{shutil.which('mkdir', path=os.defpath)} lib")
    with pytest.raises(StoreError, match="could not fetch"):
        jars.fetch(bare / "jars", bare / "bin" / "java", print)


def test_a_whole_download_gets_its_name_and_is_used_again_without_maven(bare):
    mkdir = shutil.which("mkdir", path=os.defpath)
    program(bare / "bin" / "mvn", f"{mkdir} lib", "echo > lib/neo4j-server-1.jar")
    said: list[str] = []
    found = jars.fetch(bare / "jars", bare / "bin" / "java", said.append)
    (bare / "bin" / "mvn").unlink()
    assert jars.fetch(bare / "jars", bare / "bin" / "java", said.append) == found
    assert [p.name for p in found.iterdir()] == ["neo4j-server-1.jar"]
    assert len(said) == 1


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_taken_port_is_refused_with_its_owner(taken):
    with pytest.raises(StoreError, match=rf"port {taken} is taken by .*pid {os.getpid()}.*--port"):
        port.choose(taken, 0, print)


def test_another_port_is_chosen_if_the_usual_one_is_taken(taken):
    said: list[str] = []
    assert port.is_free(port.choose(0, taken, said.append))
    assert f"port {taken} is taken" in said[0]


def test_the_port_of_before_is_taken_again(taken):
    assert port.choose(0, free := port.choose(0, taken, str), print) == free


def test_a_port_that_is_being_closed_is_waited_for(taken):
    assert not port.freed(taken, within=0)
    with socket.create_server(("127.0.0.1", 0)) as closing:
        where = closing.getsockname()[1]
        threading.Timer(0.3, closing.shutdown, [socket.SHUT_RDWR]).start()
        assert port.freed(where, within=30)


def test_who_accepts_and_says_nothing_of_bolt_does_not_speak_it():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        where = listener.getsockname()[1]
        answered = _answer_in_background(listener, b"HTTP/1.1 400\r\n\r\n")
        assert not port.speaks_bolt(where)
        answered.join()


def _answer_in_background(listener: socket.socket, reply: bytes):
    import threading

    def answer() -> None:
        line, _ = listener.accept()
        with line:
            line.recv(64)
            line.sendall(reply)

    thread = threading.Thread(target=answer)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [("127.0.0.1", True), ("localhost", True), ("db.example.org", False), ("", False)],
)
def test_only_names_of_this_machine_lead_to_our_server(taken, host, is_ours):
    assert port.is_loopback(host, taken) is is_ours


def test_localhost_is_not_ours_if_another_listens_on_its_other_address():
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:
        assert not port.is_loopback("localhost", listener.getsockname()[1])


def test_a_process_is_known_by_its_start_and_gone_when_it_has_ended(tmp_path):
    pid = process.launch(["/bin/sleep", "60"], log=tmp_path / "log", environment={})
    found = process.find(pid)
    assert found
    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o600
    process.terminate(found._replace(started="another"))
    assert not process.ended(found, within=0.1)
    process.terminate(found)
    assert process.ended(found, within=10)
    assert process.find(pid) is None


def test_the_test_server_can_be_named_by_the_environment(tmp_path):
    (tmp_path / "secret").write_text("open sesame\n")
    uri = {"KG_TEST_NEO4J_URI": "bolt://db:7687"}
    given = {**uri, "KG_TEST_NEO4J_PASSWORD_FILE": str(tmp_path / "secret")}
    assert neo4j_server.named({}) is None
    assert neo4j_server.named(given) == ("bolt://db:7687", "neo4j", "open sesame")
    assert neo4j_server.named({**uri, "KG_TEST_NEO4J_PASSWORD": "x"})[2] == "x"
