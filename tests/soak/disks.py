"""Disks that fill up while a store grows: by a limit on the size of files, and a real one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.graph.adding import BATCHES
from tests.graph.filling import ROOT, Filled, fill, kept
from tests.soak.figures import Figures

LIMITS = range(50_000, 2_000_000, 100_000)
"""Sizes in bytes at which a file can grow no more."""
SIZES = range(64, 2048, 128)
"""Sizes of a disk in KiB."""
ON_DISK = """
import json, shutil, subprocess, sys
from pathlib import Path
from tests.graph.filling import until_full
disk, size, kept = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], check=True)
print(json.dumps(until_full(Path(disk) / "graph.db")))
shutil.copytree(disk, kept)
"""
"""Fills a small disk that only this process and what it starts can see; copies what is on it."""


def limits(folder: Path) -> Figures:
    """Files that may grow to a limit only; then without one."""
    folder.mkdir(parents=True, exist_ok=True)
    done = [(fill(folder / f"{limit}.db", limit), folder / f"{limit}.db") for limit in LIMITS]
    figures = _figures("file that may not grow", [filled for filled, _ in done])
    again = [fill(path) for _, path in done]
    return figures._replace(
        errors=(*figures.errors, *(a.error for a in again if a.kept != BATCHES))
    )


def disks(folder: Path) -> Figures:
    """Disks of some hundred KiB; an error where this user may not make any."""
    disk = folder / "disk"
    disk.mkdir(parents=True, exist_ok=True)
    done: list[Filled] = []
    for size in SIZES:
        copy = folder / f"{size}"
        run = subprocess.run(
            ["unshare", "--mount", "--map-root-user", sys.executable, "-c", ON_DISK,
             str(disk), str(size), str(copy)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            why = run.stderr.strip().splitlines()[-1:]
            return Figures("disk that fills up (cannot be made here)", 0, 0, errors=tuple(why))
        count, error = json.loads(run.stdout)
        done.append(Filled(count, error, kept(copy / "graph.db")))
    return _figures("disk that fills up", done)


def _figures(what: str, done: list[Filled]) -> Figures:
    acknowledged = sum(f.acknowledged for f in done)
    lost = sum(max(f.acknowledged - f.kept, 0) for f in done)
    more = [f"{f.kept} kept of {f.acknowledged}" for f in done if f.kept > f.acknowledged]
    unclear = [f.error for f in done if f.error and "acknowledged" not in f.error]
    return Figures(what, len(done), acknowledged, lost, 0, (*more, *unclear))
