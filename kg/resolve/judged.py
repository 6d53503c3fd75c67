"""Judgements: which of them hold, and whether those about who is who can hold together.

A judgement is taken back by an `undo` whose `left` is its id; an undo can be undone. Bias: two
that conflict are an error at once, never settled by order or age.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from schemas.errors import JudgementConflict
from schemas.evidence import digest
from schemas.judgement import Judgement

Pair = tuple[str, str]
Sort = Literal["merge", "split", "retract", "undo"]


def judgement_id(*, sort: Sort, ends: Pair, who: str, made: str, why: str = "") -> str:
    """The content digest of a judgement; the ends of a merge or split have no order."""
    left, right = sorted(ends) if sort in {"merge", "split"} else ends
    return digest("judgement", sort, left, right, who, made, why)


def judgement(*, sort: Sort, ends: Pair, who: str, made: str, why: str = "") -> Judgement:
    """The judgement as a record under its content digest.

    To undo: `ends=(judgement_id, "")`; to retract: `ends=(story_id, "")`.
    """
    key = judgement_id(sort=sort, ends=ends, who=who, made=made, why=why)
    left, right = ends
    return Judgement(
        judgement_id=key, sort=sort, left=left, right=right, who=who, made=made, why=why
    )


def check(judgements: Sequence[Judgement]) -> None:
    """Raise JudgementConflict if the judgements cannot all hold."""
    merges, splits = active(judgements)
    for left, right in splits:
        chain = _chain(merges, left, right)
        if chain:
            said = ", ".join(f"{a} = {b}" for a, b in itertools.pairwise(chain))
            raise JudgementConflict(
                f"{left} ≠ {right} cannot hold with {said or 'itself'}",
                cure="undo one of these judgements first",
            )


def active(judgements: Sequence[Judgement]) -> tuple[list[Pair], list[Pair]]:
    """The merges and the splits that were not taken back, as sorted pairs of nodes."""
    undone = _undone({j.judgement_id: j for j in judgements})
    held = [j for j in judgements if j.judgement_id not in undone and j.sort != "undo"]
    pairs = {(j.sort, *sorted((j.left, j.right))) for j in held}
    found = sorted(pairs)
    return [(a, b) for s, a, b in found if s == "merge"], [
        (a, b) for s, a, b in found if s == "split"
    ]


def retractions(judgements: Sequence[Judgement]) -> dict[str, str]:
    """The stories that are retracted, each with a judgement that says so (the least id)."""
    undone = _undone({j.judgement_id: j for j in judgements})
    said = sorted((j.judgement_id, j.left) for j in judgements if j.sort == "retract")
    return {story: key for key, story in reversed(said) if key not in undone}


def _undone(by_id: dict[str, Judgement]) -> set[str]:
    undos: dict[str, list[str]] = defaultdict(list)
    for j in by_id.values():
        if j.sort == "undo":
            if j.left not in by_id:
                raise JudgementConflict(f"{j.left!r} names no judgement to undo")
            undos[j.left].append(j.judgement_id)
    settled: dict[str, bool] = {}
    for key in by_id:
        _settle(key, undos, settled)
    return {key for key, gone in settled.items() if gone}


def _settle(key: str, undos: dict[str, list[str]], settled: dict[str, bool]) -> None:
    """Decide whether the judgement is taken back: by any undo that itself still holds."""
    ahead = [key]
    while ahead:
        top = ahead[-1]
        open_ones = [u for u in undos[top] if u not in settled] if top in undos else []
        if open_ones:
            if any(u in ahead for u in open_ones):
                raise JudgementConflict(f"the undo {top!r} takes itself back")
            ahead += open_ones
        else:
            settled[ahead.pop()] = any(not settled[u] for u in undos.get(top, ()))


def _chain(merges: Iterable[Pair], left: str, right: str) -> list[str]:
    """The merges that lead from one node to the other, as nodes; empty if there are none."""
    beside: dict[str, list[str]] = defaultdict(list)
    for a, b in merges:
        beside[a].append(b)
        beside[b].append(a)
    came: dict[str, str] = {left: ""}
    ahead = [left]
    for node in ahead:
        fresh = [n for n in beside.get(node, ()) if n not in came]
        came.update(dict.fromkeys(fresh, node))
        ahead += fresh
    if right not in came:
        return []
    chain = [right]
    while came[chain[-1]]:
        chain.append(came[chain[-1]])
    return chain[::-1]
