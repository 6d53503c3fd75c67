"""`kg merge`, `kg split`, `kg undo`: who is the same as whom, recorded and reversible."""

from __future__ import annotations

import datetime as dt
import getpass
from typing import TYPE_CHECKING, Literal

import click

from kg.cli.find import one_entity
from kg.cli.options import example, with_store

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from schemas.judgement import Judgement

__all__ = ["merge", "split", "undo"]

_why = click.option("--why", default="", help="The reason, kept with the judgement.")


@click.command(epilog=example('kg merge "CMOC" "China Molybdenum" --why "renamed in 2022"'))
@click.argument("left")
@click.argument("right")
@_why
@with_store
def merge(store: Store, left: str, right: str, *, why: str) -> None:
    """Record that two names mean one thing."""
    _record(store, "merge", _node(store, left), _node(store, right), why)


@click.command(epilog=example('kg split "Delta Air Lines" "Delta Electronics"'))
@click.argument("left")
@click.argument("right")
@_why
@with_store
def split(store: Store, left: str, right: str, *, why: str) -> None:
    """Record that two names never mean one thing."""
    _record(store, "split", _node(store, left), _node(store, right), why)


@click.command(epilog=example("kg undo 3f2a91c0d4e5b6a7"))
@click.argument("judgement_id", metavar="JUDGEMENT")
@_why
@with_store
def undo(store: Store, judgement_id: str, *, why: str) -> None:
    """Take a judgement back, by the id that it was given."""
    from schemas.errors import JudgementConflict

    found = next((j for j in store.judgements() if j.judgement_id == judgement_id), None)
    if not found:
        known = ", ".join(j.judgement_id for j in store.judgements()[-3:]) or "none"
        raise JudgementConflict(f"no judgement {judgement_id!r}", cure=f"the latest are: {known}")
    _record(store, "undo", found.judgement_id, "", why)


def _node(store: Store, name: str) -> str:
    return one_entity(store.view(), name).node


def _record(
    store: Store, sort: Literal["merge", "split", "undo"], left: str, right: str, why: str
) -> None:
    judgement = _judgement(sort, left, right, why)
    store.judge(judgement)
    click.echo(f"{judgement.judgement_id}  {sort} {left} {right}".rstrip())


def _judgement(
    sort: Literal["merge", "split", "undo"], left: str, right: str, why: str
) -> Judgement:
    from schemas.evidence import digest
    from schemas.judgement import Judgement

    who, made = getpass.getuser(), dt.datetime.now(tz=dt.UTC).isoformat()
    return Judgement(
        judgement_id=digest(sort, left, right, who, made), sort=sort, left=left, right=right,
        who=who, made=made, why=why,
    )  # fmt: skip
