"""`kg verify` and `kg what-if`: an answer's proof checked, and a scenario played through.

`--certificate` of `kg exposed` and `kg ask` writes the proof that `kg verify` reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.options import as_json, demand, example, to_write, with_settings, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.exposure import Ask
    from kg.exposure.certificate import Finding
    from kg.exposure.certificate.opening import Evidence
    from kg.graph.contract import Store, View
    from kg.settings import Settings
    from schemas.answer import Answer

__all__ = ["keep", "verify", "what_if"]


@click.command(epilog=example("kg verify proof.json", "kg verify proof.json --sources news/"))
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@click.option("--sources", metavar="DIR", type=click.Path(exists=True, file_okay=False),
              help="Open the original files below this folder, not a store.")  # fmt: skip
@as_json
@with_settings
def verify(settings: Settings, file: str, sources: str | None, *, json_: bool) -> None:
    """Check a certificate: open its sources again, work every figure out again.

    Exit code 1 where anything differs, with the reason.
    """
    from kg.exposure.certificate import MOST, read, too_large
    from kg.exposure.certificate import verify as examine

    if (size := Path(file).stat().st_size) > MOST:
        raise too_large(size, where=file)
    proof, content = read(_text(file), where=file)
    finding = examine(proof, content, _places(settings, sources))
    _tell(file, finding, json_=json_)


@click.command(epilog=example("kg what-if ban-lifted.yaml", "kg what-if tariff.yaml --json"))
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@with_times
@as_json
@with_store
def what_if(store: Store, file: str, times: Times, *, json_: bool) -> None:
    """Play a scenario through on an overlay; the store is not touched.

    FILE is YAML: shocks, and edges to add, remove, scale or give another status.
    """
    from kg.exposure.what_if import play, read, render, to_json

    scenario = read(_text(file), where=file)
    difference = play(view_of(store, times), scenario)
    output.json_text(to_json(difference)) if json_ else output.text(render(difference))


def keep(
    store: Store, view: View, answer: Answer, path: str, ask: Ask, *, names: Sequence[str] = ()
) -> None:
    """Write the certificate of an exposure answer to the path; `names` where it asks of several."""
    from kg.answers.proving import question_of
    from kg.exposure.certificate import MOST, certify, too_large, write
    from schemas.errors import KnockonError

    question, at = question_of(answer, view, ask, reopen=store.view, names=names)
    text = write(certify(store, at, question, answer.answers))
    if len(text) > MOST:
        raise too_large(len(text), where=path)
    try:
        Path(path).write_text(text, encoding="ascii")
    except OSError as error:
        raise KnockonError(f"cannot be written: {error.strerror}", where=path) from error
    output.note(f"certificate: {path}")


def _text(path: str) -> str:
    from schemas.errors import SourceMalformed

    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceMalformed(f"cannot be read: {error}", where=path) from error


def _places(settings: Settings, sources: str | None) -> list[Evidence]:
    """Where to open sources: the folder that is named, else the store and any file still there."""
    from kg.exposure.certificate import Files, Kept

    if sources is not None:
        return [Files(Path(sources))]
    url = settings.store_url
    if not settings.store and not Path(url).exists():  # nothing was ever ingested here
        return [Files()]
    demand(url)
    return [Kept(to_write(settings)), Files()]


def _tell(file: str, finding: Finding, *, json_: bool) -> None:
    failed = finding.failed
    if json_:
        checks = [
            {"check": c.name, "holds": c.holds, "looked_at": c.looked, "reason": c.reason}
            for c in finding.checks
        ]
        output.json_text({"holds": not failed, "checks": checks, "notes": list(finding.notes)})
    else:
        for check in finding.checks:
            said = check.looked if check.holds else check.reason
            mark = "ok" if check.holds else "FAILED"
            click.echo(output.line(f"{mark:<7} {check.name:<9} {said}"))
        for note in finding.notes:
            output.note(note)
    if failed:
        output.note(f"kg: {file}: {failed.name}: {failed.reason}")
        click.get_current_context().exit(1)
