"""Passages written for training: one a line, with slots for names and the claims that they make.

    F1, a C1a miner, said [it|F1~] would buy [the Olm pit|L1]. ## F1 LOC C1; F1 ACQ L1 p

A slot is a letter (the label) and a number (which thing): bare it takes a made-up name, full, short
(`F1s`), as an adjective (`C1a`) or a capital (`C1c`); in brackets it keeps its words, `~` marking
words that mean a thing without naming it. Brackets may hold bare slots. After `##` stand the
claims: head, type, tail, and a letter for a status other than asserted. Bias: a line that is not
wholly understood is an error, since a wrong label teaches wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, cast

from schemas.base import Sign, Status, edge_types
from schemas.errors import KnockonError

LETTERS: Mapping[str, str] = {
    "F": "Firm", "C": "Country", "A": "Agency", "L": "Place", "P": "Person", "M": "Commodity",
    "G": "Product", "I": "Industry", "X": "Exchange", "N": "Index", "Y": "Policy", "D": "Deal",
    "R": "Indicator",
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "LOC": "LOCATED_IN", "RES": "RESTRICTS", "TAR": "TARGETS", "IPS": "IMPOSES",
    "SPT": "SUPPORTS", "PRD": "PRODUCES", "DEP": "DEPENDS_ON", "SUP": "SUPPLIES",
    "LST": "LISTED_ON", "OWN": "OWNS", "LEA": "LEADS", "IPT": "IMPORTS", "EXP": "EXPORTS",
    "CMP": "COMPETES_WITH", "FOR": "FORECASTS", "ACQ": "ACQUIRES", "REL": "RELEASES",
    "DIV": "DIVESTS", "HLT": "HALTS_PRODUCTION", "INV": "INVESTS_IN", "PAR": "PARTNERS_WITH",
    "SUE": "SUES", "FIN": "FINES", "MRG": "MERGES_WITH", "LND": "LENDS_TO", "SET": "SETS_RATE",
    "REP": "REPORTS", "INP": "INPUT_TO", "SUB": "SUBSTITUTES_FOR", "MEM": "MEMBER_OF",
    "IND": "IN_INDUSTRY", "IM+": "IMPACTS", "IM-": "IMPACTS",
}  # fmt: skip
STATUS: Mapping[str, Status] = {
    "": "asserted", "p": "planned", "r": "rumoured", "d": "denied", "n": "negated",
}  # fmt: skip
_BARE = re.compile(rf"\b([{''.join(LETTERS)}])(\d+)([sac]?)\b")
_SLOT = re.compile(rf"\[([^\[\]|]+)\|([{''.join(LETTERS)}]\d+)(~?)\]|{_BARE.pattern}")

Form = Literal["", "s", "a", "c"]


class Namer(Protocol):
    """Gives names to slots; see `training.names.Names`."""

    def name(self, slot: str, form: Form) -> str:
        """The name of the slot ("F1") in that form; the same one for the same slot."""


class Claim(NamedTuple):
    """A claim between two slots; the type's own name, with its sign."""

    head: str
    type: str
    tail: str
    status: Status
    sign: Sign | None


class Mention(NamedTuple):
    """Characters of the text that mean the slot's thing; `named` unless by description alone."""

    start: int
    end: int
    slot: str
    named: bool

    @property
    def label(self) -> str:
        """The thing's label."""
        return LETTERS[self.slot[0]]


class Passage(NamedTuple):
    """A text with its mentions, sorted by start, outer before inner, and its claims."""

    text: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A line as it was written; `where` is its file and number."""

    text: str
    claims: tuple[Claim, ...]
    where: str

    def filled(self, names: Namer) -> Passage:
        """The passage with these names in its slots."""
        text, mentions = _filled(self.text, names)
        mentions.sort(key=lambda m: (m.start, -m.end))
        return Passage(text, tuple(mentions), self.claims)


def _filled(text: str, names: Namer) -> tuple[str, list[Mention]]:
    """The text with names, and what its slots mention."""
    done, mentions, at = "", list[Mention](), 0
    for found in _SLOT.finditer(text):
        done += text[at : found.start()]
        at, start = found.end(), len(done)
        words, held, tilde, letter, number, shape = found.groups()
        if held:
            inner, within = _filled(words, names)
            mentions += [m._replace(start=m.start + start, end=m.end + start) for m in within]
        else:
            form = cast("Form", shape)
            inner = _begun(names.name(letter + number, form), done)
            done = _before(inner, done)
            start = len(done)
        done += inner
        mentions.append(Mention(start, len(done), held or letter + number, not tilde))
    return done + text[at:], mentions


def _begun(name: str, before: str) -> str:
    """The name with a capital where a sentence begins."""
    begins = not before.strip() or re.search(r'[.!?:]["”’)]?\s+["“‘(]?$', before)
    return name[:1].upper() + name[1:] if begins else name


def _before(name: str, before: str) -> str:
    """What stands before the name, its article "a" or "an" as the name begins."""
    article = re.search(r"\b([Aa])n? $", before)
    if not article:
        return before
    return before[: article.end(1)] + ("n " if name[0] in "AEIOaeio" else " ")


def read(folder: Path) -> Iterator[Template]:
    """Every passage of the folder's .txt files, by file and line; KnockonError for a wrong one."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield parse(line, f"{path.name}:{number}")


def parse(line: str, where: str = "") -> Template:
    """One line; KnockonError where it cannot be understood."""
    text, mark, said = line.rstrip().partition(" ##")
    if not mark:
        raise KnockonError("no claims: a passage without any ends in ' ##'", where=where)
    slots = _slots(text, where)
    claims = tuple(_claim(words, slots, where) for words in said.split(";") if words.strip())
    return Template(text.strip(), claims, where)


def _slots(text: str, where: str) -> set[str]:
    """The slots that the text names; each thing must be named once, not only described."""
    named, meant = set[str](), set[str]()
    for words, held, tilde, letter, number, _ in _SLOT.findall(text):
        (meant if tilde else named).add(held or letter + number)
        named |= {a + b for a, b, _ in _BARE.findall(words)}
    if set("[]|") & set(_SLOT.sub("", text)):
        raise KnockonError("a bracket is not closed or holds another", where=where)
    if meant - named:
        raise KnockonError(f"{min(meant - named)} is described and never named", where=where)
    return named


def _claim(words: str, slots: set[str], where: str) -> Claim:
    """The claim of these words, its ends among the text's slots and allowed by its type."""
    parts = words.split()
    if len(parts) not in {3, 4} or parts[1] not in TYPES or "".join(parts[3:]) not in STATUS:
        raise KnockonError(f"no claim: {words.strip()!r}", where=where)
    head, kind, tail, *status = parts
    if not {head, tail} <= slots:
        raise KnockonError(f"an end of {words.strip()!r} is not in the text", where=where)
    edge = edge_types()[TYPES[kind]]
    alone = edge.tail_optional and head == tail
    if not alone and not edge.allows(LETTERS[head[0]], LETTERS[tail[0]]):
        raise KnockonError(f"the type does not allow the ends of {words.strip()!r}", where=where)
    sign: Sign | None = "+" if kind == "IM+" else "-" if kind == "IM-" else None
    return Claim(head, edge.TYPE, tail, STATUS["".join(status)], sign)
