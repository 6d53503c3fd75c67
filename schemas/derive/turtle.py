"""How a term is written in Turtle and N-Quads, and IRIs under their prefixes.

Bias: whatever could move a cursor, turn writing round or trip a reader is written as an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from schemas.derive.iris import PREFIXES, XSD

_SPECIAL = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Controls, marks without width or of direction, line ends of Unicode, and what is no character.
UNSAFE = "\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufff0-\uffff"
_ESCAPED = re.compile(f'[\\\\"{UNSAFE}\U000e0000-\U000e007f]')
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?::[A-Za-z0-9_-]+)*")


def quoted(text: str) -> str:
    r"""The text in quotation marks; controls and the like as `\u` escapes."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    code = ord(sign)
    return _SPECIAL.get(sign) or (f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")


@lru_cache(maxsize=65536)
def short(iri: str) -> str:
    """The IRI under its prefix; in angle brackets where none fits."""
    name = prefixed(iri)
    return name if name and _LOCAL.fullmatch(name.partition(":")[2]) else f"<{iri}>"


_BEGINS = {begin: prefix for prefix, begin in PREFIXES.items()}
_NODE = PREFIXES["node"]


def prefixed(iri: str) -> str:
    """The IRI as prefix and rest; empty where no prefix fits."""
    behind = len(_NODE) if iri.startswith(_NODE) else max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _BEGINS.get(iri[:behind])
    return f"{prefix}:{iri[behind:]}" if prefix else ""


def typed(text: str, datatype: str) -> str:
    """A literal; a plain one where the datatype is `xsd:string`."""
    return quoted(text) if datatype == XSD + "string" else f"{quoted(text)}^^{short(datatype)}"


def prologue(prefixes: Iterable[str] = PREFIXES) -> str:
    """The lines that declare the prefixes."""
    return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(prefixes))


def block(subject: str, says: Mapping[str, str | Iterable[str]]) -> str:
    """All that is said of one subject, as Turtle; terms are ready to be written."""
    lines = [
        f"    {predicate} {terms if isinstance(terms, str) else ', '.join(terms)}"
        for predicate, terms in says.items()
        if terms
    ]
    return f"{subject}\n" + " ;\n".join(lines) + " .\n"
