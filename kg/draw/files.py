"""The file of a picture: which format its name asks for, and how it is written.

Bias: a format that is not known is refused before anything is drawn.
"""

from __future__ import annotations

from pathlib import Path

from schemas.errors import KnockonError

FORMATS = (".html", ".svg", ".png")


def form_of(path: Path) -> str:
    """The format that the path's suffix asks for, one of FORMATS; KnockonError for another."""
    form = path.suffix.lower()
    if form not in FORMATS:
        raise KnockonError(
            f"a picture cannot be {path.suffix or 'without a suffix'}",
            where=str(path),
            cure=f"end the name in {', '.join(FORMATS)}",
        )
    return form


def write(path: Path, content: bytes) -> Path:
    """The path, written; KnockonError where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise KnockonError(
            f"cannot write the picture ({error.strerror or error})",
            where=str(path),
            cure="choose a folder that exists and may be written to",
        ) from error
    return path
