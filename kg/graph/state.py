"""The state graph derived from claims: pure functions, one edge from all that support it.

A status is that of the newest word on the matter; confidence counts independent witnesses, not
copies. Bias: of two words of one day the more sobering counts, so that what was denied or
rumoured is not shown as fact.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.graph.copies import bodies
from kg.graph.moments import dated, rank
from kg.graph.witness import AGAINST, STRENGTH, Told, Witness, in_order, last_word, told
from schemas.answer import StateEdge, Support
from schemas.base import Sign, edge_type
from schemas.claim import Claim
from schemas.evidence import digest
from schemas.values import plain
from schemas.when import When

__all__ = [
    "AGAINST", "CEILING", "DERIVED", "DISTINCT_QUOTE", "SIGNED", "STRENGTH", "WEAKNESS", "Chain",
    "Key", "Told", "Witness", "confidence", "edge_of", "edges_of", "key_of", "origin", "restricts",
    "told",
]  # fmt: skip

SIGNED = frozenset({"IMPACTS"})
"""Types whose sign is part of what they say: + and − are two edges."""
DERIVED = "RESTRICTS"  # follows from edges of two other types, and cites their claims too

WEAKNESS = "ended negated denied rumoured planned agreed completed asserted".split()
"""Which of two links decides what their chain is worth: the one that stands earlier here."""

CEILING = 0.999
"""No number of witnesses makes certain."""
DISTINCT_QUOTE = 40
"""A sentence of so many characters that two papers share word for word was copied."""


class Key(NamedTuple):
    """What makes a state edge one edge."""

    head: str
    type: str
    tail: str
    sign: Sign | None = None

    @property
    def edge_id(self) -> str:
        """The edge's id: a digest of the key."""
        return digest("edge", self.head, self.type, self.tail, self.sign or "")


def key_of(claim: Claim, identity: Mapping[str, str]) -> Key | None:
    """The edge that the claim speaks of; None where both ends are one thing."""
    head = identity.get(claim.head_node, claim.head_node)
    tail = identity.get(claim.tail_node, claim.tail_node)
    if _symmetric(claim.type):
        head, tail = sorted((head, tail))
    sign = claim.sign if claim.type in SIGNED else None
    return None if head == tail else Key(head, claim.type, tail, sign)


def _symmetric(type_: str) -> bool:
    try:
        return edge_type(type_).symmetric
    except KeyError:  # a type of a plug-in that is not there now
        return False


def edges_of(
    claims: Iterable[Claim], stories: Mapping[str, Told], identity: Mapping[str, str]
) -> list[StateEdge]:
    """The whole state graph of these claims, sorted by edge id."""
    heard: dict[Key, list[Witness]] = defaultdict(list)
    for claim in claims:
        key = key_of(claim, identity)
        if key is not None:
            heard[key].append(Witness(claim, stories[claim.story_id]))
    edges = {key: edge_of(key, found) for key, found in heard.items()}
    for key, chains in _chains(edges.values()).items():
        edges[key] = restricts(key, edges.get(key), chains)
    return sorted(edges.values(), key=lambda e: e.edge_id)


Chain = tuple[StateEdge, StateEdge]


def _chains(edges: Iterable[StateEdge]) -> dict[Key, list[Chain]]:
    """For each actor and target, the policies that lead from one to the other."""
    targets: dict[str, list[StateEdge]] = defaultdict(list)
    imposed: list[StateEdge] = []
    for edge in edges:
        if edge.type == "TARGETS":
            targets[edge.head].append(edge)
        elif edge.type == "IMPOSES":
            imposed.append(edge)
    found: dict[Key, list[Chain]] = defaultdict(list)
    for first in imposed:
        for second in targets[first.tail]:
            if first.head != second.tail:
                found[Key(first.head, DERIVED, second.tail)].append((first, second))
    return found


def edge_of(key: Key, heard: Sequence[Witness]) -> StateEdge:
    """The state edge that these witnesses, all of this key, add up to."""
    newest = in_order(heard)[::-1]
    status = newest[0].claim.status
    held = [w for w in newest if (w.claim.status in AGAINST) == (status in AGAINST)]
    amount = next((w.claim for w in newest if w.claim.amount is not None), None)
    return StateEdge(
        edge_id=key.edge_id,
        head=key.head,
        type=key.type,
        tail=key.tail,
        status=status,
        sign=key.sign or next((w.claim.sign for w in newest if w.claim.sign), None),
        confidence=confidence(held),
        amount=plain(amount.amount) if amount and amount.amount is not None else "",
        currency=amount.currency if amount else "",
        unit=amount.unit if amount else "",
        valid_from=_begin(heard),
        valid_to=_end(newest[0]) if status in {"ended", "negated"} else None,
        known_from=min(w.told.known_from for w in heard),
        last_attested=max(heard, key=last_word).date,
        claims=tuple(sorted({_support(w) for w in heard}, key=_cited)),
        more=_more(newest),
    )


def _begin(heard: Iterable[Witness]) -> When | None:
    dates = [w.claim.date for w in heard if w.claim.status not in AGAINST]
    return min((d for d in dates if d and dated(d)), key=lambda d: (rank(d), d.text), default=None)


def _end(last: Witness) -> When | None:
    return last.claim.date if dated(last.claim.date) else last.date


def _more(newest: Sequence[Witness]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for witness in newest:
        for name, value in sorted(witness.claim.more):
            found.setdefault(name, value)
    return tuple(sorted(found.items()))


def _support(witness: Witness) -> Support:
    claim, story = witness
    return Support(
        claim_id=claim.claim_id,
        story_id=claim.story_id,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        publisher=story.publisher,
        published=story.published.text if story.published else "",
        status=claim.status,
        title=story.title,
        source=story.uri,
    )


def _cited(support: Support) -> tuple[str, str]:
    return support.claim_id, support.story_id


def origin(told: Told, claim: Claim) -> tuple[str, str]:
    """The two marks of where a claim comes from; claims that share either are one witness.

    The first is the story's body, one for all copies. The second is the sentence: together with
    the publisher where it is short, by itself where nobody would write it twice.
    """
    quote = re.sub(r"[^\w ]", "", " ".join(claim.quote.split()).casefold())
    paper = "" if len(quote) >= DISTINCT_QUOTE else told.publisher
    return digest("body", told.body), digest("quote", paper, quote)


def confidence(heard: Sequence[Witness]) -> float:
    """1 − Π(1 − r) over independent origins, each with its best r; at most 0.999."""
    root: dict[str, str] = {}
    sure: dict[str, float] = {}
    same = bodies(w.told.body for w in heard)
    for claim, story in heard:
        one = replace(story, body=same[story.body])
        body, quote = (_root(root, m) for m in origin(one, claim))
        root[quote] = body
        given = min(max(claim.confidence, 0.0), 1.0)
        sure[body] = max(given, sure.get(body, 0.0), sure.pop(quote, 0.0) if quote != body else 0.0)
    doubt = math.prod(sorted(1 - best for best in sure.values()))
    return round(min(1 - doubt, CEILING), 6)


def _root(root: dict[str, str], mark: str) -> str:
    while root.setdefault(mark, mark) != mark:
        root[mark] = root[root[mark]]
        mark = root[mark]
    return mark


def restricts(key: Key, stated: StateEdge | None, chains: Sequence[Chain]) -> StateEdge:
    """The RESTRICTS edge of an actor: as stories state it, or as its policies imply it.

    Each chain is an IMPOSES and a TARGETS edge through one policy: as strong as the weaker
    status, as sure as their product. A stated edge keeps its status; support is joined. Policies
    are not independent witnesses, so the surest counts.
    """
    implied = [_implied(key, chain) for chain in chains]
    first = stated or max(implied, key=_standing)
    edges = [*implied, stated] if stated else implied
    agreeing = [e for e in edges if (e.status in AGAINST) == (first.status in AGAINST)]
    return first.model_copy(
        update={
            "confidence": max(e.confidence for e in agreeing),
            "known_from": min(e.known_from for e in edges),
            "claims": tuple(sorted({s for e in edges for s in e.claims}, key=_cited)),
        }
    )


def _standing(edge: StateEdge) -> tuple[object, ...]:
    dates = [str(w or "") for w in (edge.last_attested, edge.valid_from, edge.valid_to)]
    said = STRENGTH.index(edge.status), edge.confidence, dates
    return rank(edge.last_attested), *said, [_cited(s) for s in edge.claims]


def _implied(key: Key, chain: Chain) -> StateEdge:
    weaker = min(chain, key=lambda e: WEAKNESS.index(e.status))
    newer = max(chain, key=lambda e: (rank(e.last_attested), str(e.last_attested or "")))
    starts = [e.valid_from for e in chain if e.valid_from]
    return StateEdge(
        edge_id=key.edge_id,
        head=key.head,
        type=key.type,
        tail=key.tail,
        status=weaker.status,
        confidence=round(math.prod(sorted(e.confidence for e in chain)), 6),
        valid_from=max(starts, key=lambda d: (rank(d), d.text), default=None),
        valid_to=weaker.valid_to,
        known_from=max(e.known_from for e in chain),
        last_attested=newer.last_attested,
        claims=tuple(sorted({s for e in chain for s in e.claims}, key=_cited)),
    )
