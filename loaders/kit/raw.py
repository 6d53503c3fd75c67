"""Bytes from files, folders, globs, standard input and the web, decoded with care.

Why: every later offset counts code points of the text decided here, so decoding happens once.
Bias: a source that does not look like text is refused; a wrong guess would poison every quote.
"""

from __future__ import annotations

import codecs
import contextlib
import glob
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.kit import web
from schemas.errors import SourceMalformed, SourceMissing, SourceTooLarge

FILE_CAP = 64 * 1024 * 1024  # bytes of one file, containers of many stories included
PARQUET = b"PAR1"  # what a Parquet file begins with: binary, and its loader reads the bytes
DOCUMENT_CAP = 20 * 1024 * 1024  # bytes of one document: far above any news page
_SAMPLE = 256 * 1024  # bytes that guessing an encoding looks at
_PRINTABLE = 0.9  # least share of printable characters in a text
_ACCENTED = 0.05  # share of characters beyond ASCII in English with foreign names, at most
_USUAL = frozenset("“”‘’‚„–—…•·€£¥¢©®™°§½¼¾±×«»\xa0\xad")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_.:-]{2,40})")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Raw:
    """One source as it came: address, bytes, decoded text, encoding and SHA-256 (hex)."""

    uri: str
    data: bytes
    text: str
    encoding: str
    sha256: str

    @classmethod
    def of(cls, uri: str, data: bytes, *, declared: str = "") -> Raw:
        """The bytes decoded; SourceTooLarge over 64 MB, SourceMalformed if empty or binary."""
        if len(data) > FILE_CAP:
            raise SourceTooLarge(
                f"{len(data):,} bytes, over the cap of 64 MB", where=uri, cure="split the file"
            )
        text, encoding = decode(data, where=uri, declared=declared)
        return cls(uri, data, text, encoding, hashlib.sha256(data).hexdigest())


def decode(data: bytes, *, where: str = "", declared: str = "") -> tuple[str, str]:
    """The text and its encoding: byte order mark, UTF-8, declared charset, then a guess."""
    if not data.strip():
        raise SourceMalformed("the source is empty", where=where)
    if data.startswith(PARQUET) and b"\0" in data:
        return "", "binary"
    found = _marked(data) or _strict(data, "utf-8") or _stated(data, declared) or _guess(data)
    if found is None or not _looks_like_text(found[0]):
        raise SourceMalformed(
            "this is binary, not text", where=where, cure="convert it to text or HTML first"
        )
    if not found[0].strip():
        raise SourceMalformed("the source is empty", where=where)
    return _SURROGATE.sub("\ufffd", found[0]), found[1]


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    return None


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except (LookupError, ValueError):
        return None


def _stated(data: bytes, declared: str) -> tuple[str, str] | None:
    inside = _DECLARED.search(data[:2048])
    said = inside.group(1).decode("ascii") if inside else ""
    wide = said.lower().startswith(("utf-16", "utf-32"))  # then it could not be read as bytes
    for name in (declared, "" if wide else said):
        if name and (found := _strict(data, name.lower())):
            return found
    return None


def _guess(data: bytes) -> tuple[str, str] | None:
    if b"\0" in data:
        return None
    western = _strict(data, "cp1252")
    if western and _is_english(western[0]):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return (data.decode(best.encoding, "replace"), best.encoding) if best else None


def _is_english(text: str) -> bool:
    """Whether a guess is needless: few characters beyond ASCII, all of them usual in English news.

    Statistics need more than a handful of accents, and find Chinese in three umlauts.
    """
    beyond = re.findall(r"[^\x00-\x7f]", text)
    usual = all(c.isalpha() or c in _USUAL for c in beyond)
    return usual and len(beyond) <= _ACCENTED * len(text)


def _looks_like_text(text: str) -> bool:
    if "\0" in text:
        return False
    step = max(1, len(text) // 20_000)
    sample = text[::step]
    good = sum(c.isprintable() or c in "\t\n\r\f" or c.isspace() for c in sample)
    return good >= _PRINTABLE * len(sample)


def expand(source: str) -> list[str]:
    """The single places that a path, folder, glob, `-` or http(s) address stands for, sorted."""
    if source == "-" or web.is_address(source):
        return [source]
    path = Path(source)
    with contextlib.suppress(OSError):  # not allowed to look: `take` says so
        if path.is_dir():
            return _inside(path)
        if not path.exists() and glob.has_magic(source):
            return _matching(source)
    return [source]


def _inside(folder: Path) -> list[str]:
    """The files below the folder, sorted, and the folders that may not be opened."""
    shut: list[str] = []
    found: list[Path] = []
    for here, _, names in os.walk(folder, onerror=lambda e: shut.append(str(e.filename))):
        found += [p for name in names if (p := Path(here, name)).is_file()]
    return [str(p) for p in sorted([*found, *map(Path, shut)]) if _shown(p, folder)]


def _matching(pattern: str) -> list[str]:
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 - a pattern may be absolute
    return sorted(p for p in found if Path(p).is_file())


def _shown(path: Path, root: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(root).parts)


def take(place: str) -> Raw:
    """The source at one place of `expand`; a SourceError says why not."""
    if place == "-":
        return Raw.of("-", sys.stdin.buffer.read(FILE_CAP + 1))
    if web.is_address(place):
        got = web.fetch(place)
        return Raw.of(place, got.data, declared=got.charset)
    return Raw.of(address(place), _file(place))


def address(place: str) -> str:
    """The place as text that can be kept: bytes of a file name that are no text as escapes."""
    return place.encode("utf-8", "backslashreplace").decode("utf-8")


def _file(place: str) -> bytes:
    try:
        if Path(place).is_dir():
            os.listdir(place)  # noqa: PTH208 - says why it may not be opened
            raise FileNotFoundError(0, "the folder holds no file")
        with Path(place).open("rb") as file:
            return file.read(FILE_CAP + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceMissing(why, where=address(place), cure="check the path") from error


def open_source(path: str) -> Iterator[Raw]:
    """Every source that the path stands for, in order; the first bad one raises.

    To set bad ones aside and go on, call `take` on each of `expand(path)`.
    """
    places = expand(path)
    if not places:
        raise SourceMissing("no file there", where=path, cure="check the path or pattern")
    for place in places:
        yield take(place)


def check_size(raw: Raw, *, cap: int = DOCUMENT_CAP, what: str = "one document") -> None:
    """Nothing for a document within the cap (bytes); SourceTooLarge for one above it."""
    if len(raw.data) > cap:
        raise SourceTooLarge(
            f"{len(raw.data):,} bytes, over the cap of {cap // 2**20} MB for {what}",
            where=raw.uri,
            cure="split it, or give many stories as JSON Lines",
        )
