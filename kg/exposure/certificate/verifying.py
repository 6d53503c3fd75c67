"""A certificate examined: its sources opened again, every figure worked out again.

Bias: a check that cannot be carried to its end has failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass

from kg.exposure.certificate import evidence, figures
from kg.exposure.certificate.case import Case
from kg.exposure.certificate.coverage import coverage, heard_since
from kg.exposure.certificate.opening import Evidence
from kg.exposure.certificate.shape import Certificate
from schemas.errors import KnockonError

Examine = Callable[[Case], Iterator[str]]

GROUPS: Mapping[str, Examine] = {
    "program": figures.version,
    "priors": figures.priors,
    "options": figures.options,
    "sources": evidence.sources,
    "stories": evidence.stories,
    "quotes": evidence.quotes,
    "claims": evidence.claims,
    "entities": evidence.entities,
    "edges": figures.edges,
    "shocks": figures.shocks,
    "factors": figures.factors,
    "paths": figures.paths,
    "scores": figures.scores,
    "answers": figures.answers,
    "coverage": coverage,
    "digest": figures.digest,
}
"""The groups of checks, in the order in which a failure of one explains those of the next."""


@dataclass(frozen=True, slots=True)
class Check:
    """A group of checks: what was looked at, and the first reason why it fails, if it does."""

    name: str
    looked: str
    reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Finding:
    """All checks of a certificate, and what a reader should know beside."""

    checks: tuple[Check, ...]
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> Check | None:
        """The first check that fails."""
        return next((c for c in self.checks if not c.holds), None)


def verify(
    proof: Certificate, content: Mapping[str, object], places: Sequence[Evidence]
) -> Finding:
    """The certificate's checks, with its sources opened at these places."""
    case = Case(proof, content, places)
    for place in places:
        place.expect(sorted(case.stories))
    checks = tuple(_check(name, group, case) for name, group in GROUPS.items())
    return Finding(checks, tuple(_notes(case, holds=all(c.holds for c in checks))))


def _check(name: str, group: Examine, case: Case) -> Check:
    reason = _first(group, case)
    return Check(name, "" if reason and name == "coverage" else _looked(name, case), reason)


def _first(group: Examine, case: Case) -> str:
    try:
        return next(group(case), "")
    except KnockonError as error:
        return str(error)
    except (KeyError, IndexError, ValueError, TypeError, StopIteration, RuntimeError) as error:
        return f"it cannot be followed: {type(error).__name__} {error}"


def _looked(name: str, case: Case) -> str:
    """What the group looked at, counted."""
    proof = case.proof
    steps = sum(len(p.steps) for a in proof.answers for p in a.paths)
    told = {
        "program": proof.program,
        "priors": f"{len(proof.priors.transmissions)} transmissions",
        "options": f"{proof.options.hops} hops, {proof.options.limit} at most",
        "sources": f"{len({(s.uri, s.item) for s in proof.stories})} opened",
        "edges": f"{len(proof.edges)} from their claims",
        "factors": f"{steps} steps",
        "paths": f"{sum(len(a.paths) for a in proof.answers)} multiplied",
        "scores": f"{len(proof.answers)} added up",
        "answers": f"{len(proof.answers)} worked out again",
        "digest": proof.digest[:12],
    }
    counted = {"stories": proof.stories, "quotes": proof.claims, "shocks": proof.shocks}
    if name in {"claims", "entities", "coverage"}:
        held: Sized = case.passed if name == "coverage" else getattr(proof, name)
        sure = any(place.recorded for place in case.places)
        return f"{len(held)}" if sure else f"{len(held)}, not compared: no store"
    return told.get(name) or str(len(counted[name]))


def _notes(case: Case, *, holds: bool) -> Iterator[str]:
    yield from (f"the user's own prior: {name}" for name in case.proof.priors.changed)
    if holds:
        yield from heard_since(case)
