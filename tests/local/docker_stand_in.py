"""Stands in for the docker program where none can run: containers are files, Bolt is a handshake.

Usage: docker_stand_in.py FOLDER docker-arguments… Each call is one line of FOLDER/calls.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
CONTAINER = FOLDER / "container"
VOLUME = FOLDER / "volume"


def option(arguments: list[str], name: str) -> str:
    return arguments[arguments.index(name) + 1]


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def run(arguments: list[str]) -> None:
    variables = Path(option(arguments, "--env-file"))
    (FOLDER / "variables").write_text(variables.read_text("utf-8"), "utf-8")
    (FOLDER / "mode").write_text(oct(variables.stat().st_mode & 0o777), "utf-8")
    port = option(arguments, "--publish").split(":")[1]
    serve = [sys.executable, __file__, str(FOLDER), "serve", port]
    server = subprocess.Popen(
        serve, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    label = option(arguments, "--label").partition("=")[2]
    CONTAINER.write_text(json.dumps({"pid": server.pid, "label": label}), "utf-8")
    VOLUME.touch()
    say("c0ffee")


def serve(port: str) -> None:
    with socket.create_server(("127.0.0.1", int(port))) as listener:
        while True:
            line, _ = listener.accept()
            with line:
                if line.recv(20)[:4] == bytes.fromhex("6060b017"):
                    line.sendall(bytes.fromhex("00000405"))


def inspect(arguments: list[str]) -> None:
    told = json.loads(CONTAINER.read_text("utf-8"))
    running = "true" if told["pid"] else "false"
    say(told["label"] if "Labels" in arguments[3] else f"c0ffee {running}")


def stop() -> None:
    told = json.loads(CONTAINER.read_text("utf-8"))
    os.kill(told["pid"], signal.SIGTERM)
    CONTAINER.write_text(json.dumps({**told, "pid": 0}), "utf-8")


def main(arguments: list[str]) -> int:
    if arguments[0] == "serve":
        serve(arguments[1])
    with (FOLDER / "calls").open("a", encoding="utf-8") as calls:
        calls.write(" ".join(arguments) + "\n")
    match arguments:
        case ["info", *_] if (FOLDER / "off").exists():
            sys.stderr.write("Cannot connect to the Docker daemon\n")
            return 1
        case ["volume", "inspect", _]:
            return 0 if VOLUME.exists() else 1
        case ["volume", "rm", _]:
            VOLUME.unlink()
        case ["container", "inspect", *_]:
            if not CONTAINER.exists():
                return 1
            inspect(arguments)
        case ["run", *rest]:
            run(rest)
        case ["stop", *_]:
            stop()
        case ["rm", *_]:
            CONTAINER.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
