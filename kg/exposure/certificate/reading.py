"""A certificate read from a file that anyone may have written.

JSON has room for two readings of one text (a key given twice, a number in quotes, NaN), and two
readers may see two proofs in it. Bias: what is not written as `write` writes it is refused, with
the place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import NoReturn

from pydantic import ValidationError

from kg.exposure.certificate.shape import FORM, Certificate
from schemas.errors import SchemaError

MOST = 256_000_000
"""Bytes of a certificate at most: some 200,000 edges, more than a reader can look at."""
DIGITS = 18
"""Digits of a whole number at most: all that 64 bits hold."""
CURE = "make it anew with `kg exposed NAME --certificate FILE`"


def read(text: str, *, where: str = "") -> tuple[Certificate, dict[str, object]]:
    """The certificate of a JSON text, and its bare values; SchemaError where it is none."""
    if len(text) > MOST:
        raise too_large(len(text), where=where)
    content = _values(text, where)
    if not isinstance(content, dict) or content.get("form") != FORM:
        raise SchemaError(f"not a {FORM!r}", where=where, cure=CURE)
    try:
        return Certificate.model_validate_json(text, strict=True), content
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        why = " ".join(f"{place}: {first['msg']}".removeprefix(": ").split())
        raise SchemaError(why, where=where, cure=CURE) from error


def too_large(size: int, *, where: str = "") -> SchemaError:
    """The error of a certificate that is larger than any that is made."""
    told = f"{size // 1_000_000} MB, and no certificate has more than {MOST // 1_000_000}"
    return SchemaError(told, where=where, cure="ask with fewer --hops or a --min-confidence")


def _values(text: str, where: str) -> object:
    """The bare values of a JSON text; SchemaError where another reader could see others."""
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite,
            parse_int=_whole,
        )  # fmt: skip
    except RecursionError as error:
        raise SchemaError("no JSON: nested too deep", where=where, cure=CURE) from error
    except ValueError as error:
        raise SchemaError(f"no JSON: {error}", where=where, cure=CURE) from error


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{name!r} is given twice in one object")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text[:DIGITS]} is too large a number")
    return value


def _whole(text: str) -> int:
    if len(text) > DIGITS:
        raise ValueError(f"{text[:DIGITS]}… is too large a number")
    return int(text)
