"""Effects that no verb says but the story does: a halt in a story about curbs, "doing so".

Rules of discourse, each at low confidence: an ellipsis repeats the act before it; a halt of
production, or where the lead is about the policy a fall of shares, for which no other cause is
given is an effect of the restrictive policy that the story is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract import modality, roles
from kg.extract.ends import expand
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token
from schemas.base import Sign, Status

RESTRICTIVE = frozenset({"control", "ban", "tariff", "sanction", "quota", "measure"})
FALLS = frozenset("fall drop slump plunge tumble sink slide lose shed decline dive slip".split())
CAUSES = frozenset("because due after owing following amid since blame cause".split())
ABOUT = 3  # sentences from the top in which a story says what it is about


@dataclass(frozen=True, slots=True)
class Raw:
    """A claim in the making: spots at its ends and the words that carry it.

    `since` is the sentence that its quote begins with, if not the one that carries it.
    """

    head: Spot
    type: str
    tail: Spot
    sentence: Sentence
    trigger: int
    status: Status
    sign: Sign | None
    confidence: float
    rule: str
    said_by: tuple[int, ...] = ()
    since: Sentence | None = None


def ellipses(board: Board, s: Sentence, made: Sequence[Raw]) -> Iterator[Raw]:
    """ "... while chip firms were weeks away from also doing so": the act before, once more."""
    for token in s.tokens:
        if token.lemma != "do" or not any(
            k.lemma == "so" for k in s.kids(token.i, "advmod", "dobj", "acomp")
        ):
            continue
        before = [r for r in made if r.sentence is s and r.trigger < token.i and r.head is r.tail]
        if before:
            yield from _again(board, s, token.i, before[-1])


def _again(board: Board, s: Sentence, i: int, act: Raw) -> Iterator[Raw]:
    """The act as done by whoever does "so" at `i`."""
    reading = modality.read(s, i)
    for spot in [x for k in roles.subject(s, i) for x in expand(board, s, k)]:
        if spot.thing and spot.thing != act.head.thing:
            yield Raw(spot, act.type, spot, s, i, reading.status, None, 0.5, "ellipsis",
                      reading.said_by)  # fmt: skip


def policy_effects(board: Board, made: Sequence[Raw]) -> Iterator[Raw]:
    """The halts and falls of a story about one restrictive policy, as effects of it."""
    policy = _subject_policy(board)
    if policy is None:
        return
    issuers = {x.thing for x in policy.issuers}
    hit = {r.tail.thing for r in made if r.sign and r.head.thing == policy.thing}
    falls = _falls(board) if _is_main(board, policy) else ()
    for raw in [*made, *falls]:
        halted = raw.head
        if raw.head is not raw.tail or raw.status in {"negated", "denied"}:
            continue
        if halted.thing in hit | issuers or _has_other_cause(board, raw.sentence, policy):
            continue
        hit.add(halted.thing)
        yield Raw(policy, "IMPACTS", halted, raw.sentence, raw.trigger, raw.status, "-", 0.55,
                  "discourse", raw.said_by)  # fmt: skip


def _is_main(board: Board, policy: Spot) -> bool:
    """Whether the headline or the lead's main verb is about the policy: shares fell for it."""
    s = board.sentence(policy)
    if s.headline:
        return True
    at = s.up(policy.head)
    return policy.sentence == 0 and at is not None and at.dep in {"ROOT", "ccomp"}


def _has_other_cause(board: Board, s: Sentence, policy: Spot) -> bool:
    """Whether the sentence gives a cause and it is not what the policy is about."""
    if not any(t.lemma in CAUSES for t in s.tokens):
        return False
    told = [x for x in board.spots if x.thing == policy.thing]
    about = {policy.thing, *(y.thing for x in told for y in x.objects)}
    return not any(x.thing in about for x in board.within(s.order))


def _falls(board: Board) -> Iterator[Raw]:
    """Firms whose shares fell by so much, as if they had halted: the head is also the tail."""
    for s in board.sentences:
        if not any(t.text == "%" for t in s.tokens):
            continue
        for token in s.tokens:
            for firm in _fallen(board, s, token):
                yield Raw(firm, "", firm, s, token.i, "asserted", None, 0.5, "fall")


def _fallen(board: Board, s: Sentence, token: Token) -> list[Spot]:
    """The firms that fall by the verb, if it tells a fact."""
    falls = token.lemma in FALLS and token.pos == "VERB"
    if not falls or modality.read(s, token.i).status != "asserted":
        return []
    spots = [x for i in roles.subject(s, token.i) for x in expand(board, s, i)]
    return [x for x in spots if x.label == "Firm"]


def _subject_policy(board: Board) -> Spot | None:
    """The one restrictive policy that the top of the story is about; None if there are two."""
    policies = [x for x in board.in_order() if x.label == "Policy" and x.thing]
    top = [x for x in policies if x.sentence < ABOUT and x.part("family") in RESTRICTIVE]
    return top[0] if len({x.thing for x in top}) == 1 else None
