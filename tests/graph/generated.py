"""Plausible stories in any number: the same for the same seed, each made without the others.

They overlap on purpose: firms that answer to one short name, identifiers shared, the same words
under two ids, later stories that deny what earlier ones told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from schemas.base import Edge, Sign, state_edges
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Dateline, Piece, Source, Story, digest
from schemas.when import When
from tests.graph.cast import Chance, Player, cast

PAPERS = ("The Ledger", "Harbour Post", "", 'Norland "Daily"', "صحيفة", "📰 Wire")
DAYS = (
    "2023", "2024-02", "2024-02-29", "2024-11", "2025", "2025-01-31", "2025-03", "2025-03-09",
    "2025-06-01", "2025-06-09", "2025-06-10", "2026", "--06-09", "--02-29", "--12",
)  # fmt: skip
AMOUNTS = ("0", "5", "2400000000", "0.125", "-3.50", "1E+9", "12345678901234567890.123456789", "7")
SIGNS: tuple[Sign | None, ...] = (None, "+", "-")
WHY = ("ambiguous", "damaged", "unresolved", "hedged", "schema")
CHROME = ("", "☰ Menu ‹ ›\r\n", "أخبار\n")
CONFIDENCE = (0.0, 0.3, 0.55, 0.8, 0.8, 0.8, 0.95, 1.0)
PHRASES = ("by the end of the year", "", "it said", "sources say", "«vielleicht»", "🤷")
Statement = tuple[type[Edge], Player, Player | None, str]


def stories(count: int, seed: int = 1) -> Iterator[Resolved]:
    """So many stories with ids of their own; a longer run begins with a shorter one."""
    return (story(number, seed) for number in range(count))


def story(number: int, seed: int = 1) -> Resolved:
    """The story of that number; one in twelve has the words of an earlier one."""
    chance = Chance("frame", seed, number)
    words = chance.below(number) if number and chance.yes(8) else number
    return _Writing(chance, f"g{seed}-{number:05d}", _statements(words, seed)).resolved()


@lru_cache(maxsize=64)
def _statements(number: int, seed: int) -> tuple[Statement, ...]:
    chance = Chance("words", seed, number)
    return tuple(_statement(chance) for _ in range(chance.below(6)))


def _statement(chance: Chance) -> Statement:
    kinds = list(state_edges())
    if chance.yes(15):  # enough policies that lead from an issuer to a target
        kinds = [kind for kind in kinds if "Policy" in (*kind.head, *kind.tail)]
    kind = chance.one(kinds)
    head = chance.early(cast()[chance.one(kind.head)])
    tail = chance.early(cast()[chance.one(kind.tail)])
    told = None if kind.tail_optional and chance.yes(40) else tail
    named = told.name if told else "its lines"
    return kind, head, told, f"{head.name} {kind.phrase} {named} {chance.one(PHRASES)}".strip()


class _Writing:
    """One story while it is written."""

    def __init__(self, chance: Chance, story_id: str, statements: tuple[Statement, ...]) -> None:
        self.chance, self.story_id, self.statements = chance, story_id, statements
        self.chrome = chance.one(CHROME)
        self.text = self.chrome + "".join(f"{words}.\n" for *_, words in statements)
        self.text += "" if statements else "Nothing of note."
        players = [p for _, head, tail, _ in statements for p in (head, tail) if p]
        players += [chance.early(cast()[label]) for label in chance.some(sorted(cast()), 2)]
        self.players = list(dict.fromkeys(players))

    def resolved(self) -> Resolved:
        """The story with all that it says."""
        claims = tuple(self.claims())
        named = [p for p in self.players if p.shorts and self.chance.yes(30)]
        return Resolved(
            story=self.story(),
            entities=tuple(self.entity(p) for p in self.players if self.chance.yes(95)),
            claims=(*claims, *claims[:1]) if self.chance.yes(5) else claims,
            mentions=tuple(self.mentions()),
            names=tuple((p.node, p.label, self.chance.one(p.shorts)) for p in named),
            refusals=tuple(self.refusal() for _ in range(self.chance.below(3))),
        )

    def story(self) -> Story:
        chance, clean = self.chance, self.text[len(self.chrome) :]
        line = Dateline(place="Norhaven", when=self.day(40)) if chance.yes(30) else None
        piece = Piece(at=0, length=len(clean), start=len(self.chrome), end=len(self.text))
        return Story(
            story_id=self.story_id,
            source=Source(
                uri=f"file:{self.story_id}.txt",
                sha256=hashlib.sha256(self.text.encode()).hexdigest(),
                encoding="utf-8",
                loader="generated",
                text=self.text,
            ),
            text=clean,
            pieces=(piece,),
            title=chance.one(("", "Daily round-up", "«Kurz»")),
            publisher=chance.one(PAPERS),
            dateline=line,
            published=self.day(85),
            url=chance.one(("", f"https://paper.example/{self.story_id}?a=1&b='2'")),
        )

    def day(self, percent: int) -> When | None:
        return When.parse(self.chance.one(DAYS)) if self.chance.yes(percent) else None

    def claims(self) -> Iterator[Claim]:
        at = len(self.chrome)
        for kind, head, tail, words in self.statements:
            yield self.claim(kind, (head, tail), (at, at + len(words)))
            at += len(words) + len(".\n")

    def claim(
        self, kind: type[Edge], ends: tuple[Player, Player | None], span: tuple[int, int]
    ) -> Claim:
        chance, (head, tail) = self.chance, ends
        status, sign = chance.one(kind.statuses), chance.one(SIGNS)
        amount = Decimal(chance.one(AMOUNTS)) if chance.yes(35) else None
        whose = (head.node, kind.TYPE, tail.node if tail else "", status, sign or "")
        return Claim(
            story_id=self.story_id,
            claim_id=digest(self.story_id, *whose, *map(str, span)),
            head=head.name, head_type=head.label, head_node=head.node,
            type=kind.TYPE,
            tail=tail.name if tail else "", tail_type=tail.label if tail else "",
            tail_node=tail.node if tail else "",
            status=status, sign=sign, date=self.day(40), amount=amount,
            currency=chance.one(("NOK", "")) if amount is not None else "",
            unit=chance.one(("", "tonnes", "%")) if amount is not None else "",
            attributed_to=chance.one(("", "", "a spokesman", "وزير")),
            quote=self.text[slice(*span)], start=span[0], end=span[1],
            confidence=chance.one(CONFIDENCE), rule="generated", more=self.more(kind),
        )  # fmt: skip

    def more(self, kind: type[Edge]) -> tuple[tuple[str, str], ...]:
        names = self.chance.some([p.name for p in kind.properties], 3)
        return tuple(sorted({(n, self.chance.one(("0.5", "12", "main", "«x»"))) for n in names}))

    def mentions(self) -> Iterator[tuple[str, int, int, str]]:
        for player in self.players:
            start = self.text.find(player.name)
            if start >= 0:
                yield player.node, start, start + len(player.name), player.name

    def entity(self, player: Player) -> Entity:
        chance = self.chance
        return Entity(
            node=player.node,
            label=player.label,
            name=player.name,
            told=chance.one(("", *player.shorts)),
            aliases=player.aliases if chance.yes(20) else (),
            identifiers=player.identifiers if chance.yes(25) else (),
            properties=player.properties if chance.yes(50) else (),
        )

    def refusal(self) -> Refusal:
        end = min(len(self.text), 5)
        why = self.chance.one(WHY)
        return Refusal.model_validate(
            {"story_id": self.story_id, "start": 0, "end": end, "text": self.text[:end],
             "why": why, "note": self.chance.one(("", "could be two things"))}
        )  # fmt: skip
