"""`python -m schemas.derive PATH` writes the types page; without a path it goes to stdout."""

from __future__ import annotations

import sys
from pathlib import Path

from schemas.derive import types_page


def main(arguments: list[str]) -> int:
    """Write the page to the path given (or to stdout) and give the exit status."""
    if len(arguments) > 1:
        sys.stderr.write("usage: python -m schemas.derive [PATH]\n")
        return 2
    if arguments:
        Path(arguments[0]).write_text(types_page(), encoding="utf-8")
    else:
        sys.stdout.write(types_page())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
