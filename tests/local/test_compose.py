"""docker-compose.yml beside what `kg up` does: the same server, as closed, with no password in it.

Read as text: what is checked stands on lines of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

from kg.local import by_docker, configuration

TEXT = (Path(__file__).parents[2] / "docker-compose.yml").read_text("utf-8")
SERVER = TEXT.split("\n  neo4j:\n")[1]


def test_compose_runs_the_image_of_kg_up():
    assert f"image: {by_docker.IMAGE}\n" in SERVER


def test_ports_are_published_on_loopback_alone():
    published = re.findall(r'^ +- "?([\d.:]*\d+:\d+)"?$', TEXT, flags=re.MULTILINE)
    assert published
    assert not [ports for ports in published if not ports.startswith("127.0.0.1:")]


def test_the_server_is_set_up_as_kg_up_sets_it_up_but_for_the_browser():
    told = dict(re.findall(r'^ +(NEO4J_\w+): "?(.*?)"?$', SERVER, flags=re.MULTILINE))
    wanted = dict(line.split("=", 1) for line in configuration.as_environment(1).splitlines())
    assert {name for name in wanted if name not in told} == {
        "NEO4J_server_http_enabled", "NEO4J_server_bolt_advertised__address",
    }  # fmt: skip
    assert not {name: value for name, value in told.items() if wanted[name] != value}


def test_there_is_no_password_and_no_default_for_one():
    assert re.findall(r"environment: NEO4J_PASSWORD$", TEXT, flags=re.MULTILINE)
    assert not re.findall(r"NEO4J_PASSWORD:-|NEO4J_AUTH: ", TEXT)
