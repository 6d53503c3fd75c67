"""`kg merge`, `kg split`, `kg retract`, `kg undo`: judgements, recorded and reversible."""

from __future__ import annotations

import datetime as dt
import getpass
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, with_store

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from kg.resolve.judged import Sort

__all__ = ["merge", "retract", "split", "undo"]

_why = click.option("--why", default="", help="The reason, kept with the judgement.")


@click.command(epilog=example('kg merge "CMOC" "China Molybdenum" --why "renamed in 2022"'))
@click.argument("left")
@click.argument("right")
@_why
@with_store
def merge(store: Store, left: str, right: str, *, why: str) -> None:
    """Record that two names mean one thing."""
    _record(store, "merge", _nodes(store, left, right), why)


@click.command(epilog=example('kg split "Delta Air Lines" "Delta Electronics"'))
@click.argument("left")
@click.argument("right")
@_why
@with_store
def split(store: Store, left: str, right: str, *, why: str) -> None:
    """Record that two names never mean one thing."""
    _record(store, "split", _nodes(store, left, right), why)


@click.command(epilog=example('kg retract 8c1f --why "the paper withdrew it"'))
@click.argument("story")
@_why
@with_store
def retract(store: Store, story: str, *, why: str) -> None:
    """Let a story, by its id or how only its id begins, count no more.

    Nothing is deleted: a question with a `--known-at` of before still counts it.
    """
    from kg.graph.retraction import story_meant
    from kg.resolve.judged import retractions
    from schemas.errors import JudgementConflict

    story_id = story_meant(story, store.story_ids())
    earlier = retractions(store.judgements()).get(story_id)
    if earlier:
        cure = f"let it count again with `kg undo {earlier}`"
        raise JudgementConflict(f"story {story_id!r} is retracted already", cure=cure)
    _record(store, "retract", (story_id, ""), why)


@click.command(epilog=example("kg undo 3f2a91c0d4e5b6a7"))
@click.argument("judgement_id", metavar="JUDGEMENT")
@_why
@with_store
def undo(store: Store, judgement_id: str, *, why: str) -> None:
    """Take a judgement back, by the id that it was given."""
    from schemas.errors import JudgementConflict

    made = [j.judgement_id for j in store.judgements()]
    if judgement_id not in made:
        cure = f"the latest are: {', '.join(made[-3:]) or 'none'}"
        raise JudgementConflict(f"no judgement {judgement_id!r}", cure=cure)
    _record(store, "undo", (judgement_id, ""), why)


def _nodes(store: Store, left: str, right: str) -> tuple[str, str]:
    from kg.answers.name import one
    from schemas.errors import JudgementConflict

    view = store.view()
    ends = one(view, left).node, one(view, right).node
    if ends[0] == ends[1]:
        raise JudgementConflict(
            f"{left!r} and {right!r} are one thing already ({ends[0]})",
            cure="name two things, or take an earlier merge back with `kg undo`",
        )
    return ends


def _record(store: Store, sort: Sort, ends: tuple[str, str], why: str) -> None:
    from kg.resolve.register import judgement

    made = dt.datetime.now(tz=dt.UTC).isoformat()
    said = judgement(sort=sort, ends=ends, who=getpass.getuser(), made=made, why=why)
    store.judge(said)
    click.echo(f"{said.judgement_id}  {sort} {' '.join(ends)}".rstrip())
