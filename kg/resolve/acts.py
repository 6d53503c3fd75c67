"""Which deals, and which policies, that stories tell of apart are one: by what they are made of.

A deal is its parties and what becomes of them, within a span of time; a policy is its issuer, what
it is on, and what it does. Bias: two acts too many rather than one too few; a word that fits any
deal or policy ("the agreement", "the measures") joins what it may mean only where that is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.reference.names import name_key
from kg.reference.universe import universe
from schemas.claim import Entity

__all__ = ["ACTS", "Act", "Bucket", "bucket", "deal_sort", "known_of", "together"]

ACTS = frozenset({"Deal", "Policy"})
APART = 18
"""Months of silence after which a deal of the same sort and parties is another one."""
CONTROL = frozenset({"takeover", "merger", "sale", "acquisition", "buyout", "purchase"})
"""Kinds of deal that are one thing said in several ways: one party becomes part of another."""
LOOSE = frozenset({"agreement", "rule", "measure", ""})
"""Sorts that a deal or policy of any sort may be called by."""
SORTS = {"ban": "control"}
"""Families of policies that are one thing said in several ways."""

Bucket = tuple[str, ...]


class Act(NamedTuple):
    """What stories say of a deal or policy: its label, and (property, value) pairs."""

    label: str
    said: frozenset[tuple[str, str]]

    def of(self, name: str) -> set[str]:
        """The values of the property."""
        return {value for key, value in self.said if key == name}


def known_of(entity: Entity, before: Act | None) -> Act:
    """What is known of the act after this is said of it too."""
    said = before.said if before else frozenset()
    own = {(k, v) for k, v in entity.properties if k in _TOLD}
    if entity.label == "Deal":
        own.add(("sort", deal_sort(dict(entity.properties).get("kind", ""), entity.name)))
    return Act(entity.label, said | own)


_TOLD = frozenset({"issuer", "object", "parties", "family", "flow", "last_told"})


def deal_sort(kind: str, name: str) -> str:
    """What a deal does, by its kind and name: `control`, `agreement` (any), else its own word."""
    words = set(name_key(name).split())
    if kind in CONTROL or (kind == "agreement" and words & CONTROL):
        return "control"
    own = sorted(words & _OWN_SORTS)
    return own[0] if own else name_key(kind)


_OWN_SORTS = frozenset(
    "supply licence license licensing partnership venture loan credit lease distribution"
    " service services contract offtake research stake investment financing settlement".split()
)


def bucket(act: Act, now: Callable[[str], str]) -> Bucket:
    """Under what an act may meet another: label and present parts; empty if it has too few."""
    if act.label == "Deal":
        parties = sorted({now(p) for p in act.of("parties")})
        return (act.label, *parties) if len(parties) > 1 else ()
    issuers = {_ruler(now(i)) for i in act.of("issuer")}
    objects = sorted({now(o) for o in act.of("object")} - issuers)
    return (act.label, *issuers, *objects) if len(issuers) == 1 and objects else ()


def _ruler(issuer: str) -> str:
    """The issuer, an agency by the country that it acts for."""
    known = universe().by_node(issuer) if issuer.startswith("agency:") else None
    return f"country:{known.country}" if known and known.country else issuer


def together(acts: Mapping[str, Act]) -> Iterator[list[str]]:
    """The acts of one bucket that are one, as sorted groups of two or more."""
    label = next(iter(acts.values())).label
    found = _deals(acts) if label == "Deal" else _policies(acts)
    return (sorted(group) for group in found if len(group) > 1)


def _policies(acts: Mapping[str, Act]) -> list[list[str]]:
    """By what they do and the flow they stop; what says neither joins the only one there is."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in sorted(acts):
        families = {SORTS.get(f, f) for f in acts[node].of("family")}
        flows = acts[node].of("flow")
        sort = min(families) if len(families) == 1 else ""
        groups["" if sort in LOOSE else sort, min(flows) if len(flows) == 1 else ""].append(node)
    for vague in sorted(groups, key=lambda key: (key[0] != "", key[1] != "")):
        wider = [k for k in groups if k != vague and _fits(vague, k)]
        if len(wider) == 1:
            groups[wider[0]] += groups.pop(vague)
    return list(groups.values())


def _fits(vague: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the other says all that this one does, and more."""
    return all(not mine or mine == its for mine, its in zip(vague, other, strict=True))


def _deals(acts: Mapping[str, Act]) -> list[list[str]]:
    """By sort and time; what any deal may be called joins the only one of its time."""
    sorts: dict[str, list[str]] = defaultdict(list)
    for node in sorted(acts):
        told = acts[node].of("sort")
        sort = min(told) if len(told) == 1 else ""
        sorts["" if sort in LOOSE else sort].append(node)
    loose = sorts.pop("", [])
    groups = [group for _, nodes in sorted(sorts.items()) for group in _in_time(nodes, acts)]
    left: list[str] = []
    for node in loose:
        fitting = [g for g in groups if _near([node], g, acts)]
        (fitting[0] if len(fitting) == 1 else left).append(node)
    return groups + _in_time(left, acts)


def _in_time(nodes: Sequence[str], acts: Mapping[str, Act]) -> list[list[str]]:
    """Runs of deals without a long silence between; the undated join where there is one run."""
    dated = sorted((n for n in nodes if _months(n, acts)), key=lambda n: (_months(n, acts), n))
    undated = [n for n in nodes if n not in dated]
    runs: list[list[str]] = []
    for node in dated:
        if runs and _near([node], runs[-1], acts):
            runs[-1].append(node)
        else:
            runs.append([node])
    if len(runs) == 1 or not runs:
        return [[*(runs[0] if runs else []), *undated]]
    return [*runs, undated]


def _near(some: Iterable[str], others: Iterable[str], acts: Mapping[str, Act]) -> bool:
    """Whether no long silence lies between them; True where either has no date."""
    ours = [m for n in some for m in _months(n, acts)]
    theirs = [m for n in others for m in _months(n, acts)]
    if not ours or not theirs:
        return True
    return max(min(ours) - max(theirs), min(theirs) - max(ours)) <= APART


def _months(node: str, acts: Mapping[str, Act]) -> list[int]:
    """The months in which stories told of it, counted from the year 0."""
    told = (text.split("-") for text in acts[node].of("last_told"))
    return sorted(int(t[0]) * 12 + (int(t[1]) - 1 if len(t) > 1 else 0) for t in told)
