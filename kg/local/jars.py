"""The jars of Neo4j Community, fetched once by Maven into a cache folder.

Maven knows where they are (or the user's mirror does), checks every checksum and takes what they
depend on at the versions that they name. Bias: a folder that is there is whole: it gets its name
only when all of it has arrived.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.local.home import locked, make_private
from schemas.errors import StoreError

__all__ = ["VERSION", "default_cache", "fetch"]

VERSION = "5.26.18"  # the long-term release that everything here was measured with
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>knockon</groupId>
  <artifactId>neo4j-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""


def default_cache() -> Path:
    """The user's cache directory of ours."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("knockon", appauthor=False))


def fetch(cache: Path, java: Path, say: Callable[[str], None]) -> Path:
    """The folder of the jars in that cache, fetched if it is not there; StoreError if it fails."""
    wanted = cache.expanduser().absolute() / f"neo4j-{VERSION}"
    if not wanted.is_dir():
        make_private(wanted.parent)
        with locked(wanted.parent, say):  # a second start waits instead of fetching it all again
            if not wanted.is_dir():
                _fetch(wanted, java, say)
    return wanted


def _fetch(wanted: Path, java: Path, say: Callable[[str], None]) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise StoreError(
            f"the jars of Neo4j {VERSION} are not in {wanted.parent} and there is no mvn to fetch"
            " them with", cure="install Maven, or start Docker, or copy that folder from elsewhere",
        )  # fmt: skip
    say(f"fetching Neo4j {VERSION} (about 120 MB, once) into {wanted}")
    with tempfile.TemporaryDirectory(dir=wanted.parent, prefix=".fetch-") as folder:
        (Path(folder) / "pom.xml").write_text(POM, "utf-8")
        _run_maven(maven, Path(folder), java)
        (Path(folder) / "lib").rename(wanted)


def _run_maven(maven: str, folder: Path, java: Path) -> None:
    """Let Maven copy the jars into `lib`; its own Java where it has one, else the one we found."""
    environment = dict(os.environ)
    if not shutil.which("java"):
        environment.setdefault("JAVA_HOME", str(java.parents[1]))
    done = subprocess.run(  # noqa: S603
        [maven, "--batch-mode", "--quiet", "--strict-checksums", "--file", folder / "pom.xml",
         PLUGIN, "-DincludeScope=runtime", "-DoutputDirectory=lib"],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", check=False,
    )  # fmt: skip
    if done.returncode or not any(folder.glob("lib/neo4j-server-*.jar")):
        raise StoreError(
            f"Maven could not fetch Neo4j {VERSION}: {_cause(done.stdout + done.stderr)}",
            cure="check the network and Maven's settings.xml, then try again",
        )


def _cause(told: str) -> str:
    """What went wrong, out of all that Maven tells: its first error, from the innermost cause."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told)
    errors = [line for line in plain.splitlines() if "[ERROR]" in line]
    first = errors[0].partition("[ERROR]")[2] if errors else plain.strip()[-200:] or "no reason"
    return first.replace("-> [Help 1]", "").strip()[-200:]
