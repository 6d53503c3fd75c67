"""Which nodes the words of a question mean.

In this order: the whole name; a policy or deal whose words they are; an event at something
named. Bias: a name that fits several things is refused with the list, a name that fits none with
near ones; only acts may be several ("China's export curbs" are all of them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers.acts import (
    ACT_LABELS,
    ACTS,
    acts_named,
    half_told,
    partly_told,
    text_of,
    tokens,
)
from kg.answers.events import happenings
from kg.graph.contract import View
from schemas.claim import Entity
from schemas.errors import EntityAmbiguous, EntityUnknown

_GOODS = {"Commodity", "Product"}
_SOIL = {"Country", "Place"}
_SITE = re.compile(
    r"(?:[\w-]+ )*(?:plants?|factory|factories|fabs?|mines?|facility|facilities|operations?|"
    r"production|output|supply|supplies|business|lines?|works|refinery|refineries|ports?)",
    re.IGNORECASE,
)

_OFFER = re.compile(  # what anyone delivers, so that "X's chips" without a node of its own is X
    r"(?:[\w-]+ )*(?:designs?|products?|goods|chips?|parts?|components?|services?|software|tools?|"
    r"technolog(?:y|ies)|equipment|materials?|licen[cs]es?|patents?|platforms?|machines?|supplies|"
    r"exports?|deliveries|shipments?|orders?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """The entities meant, the event said to befall them, and a note where words were read so."""

    entities: tuple[Entity, ...]
    event: str | None = None
    note: str = ""


def resolve(view: View, words: str, event: str = "") -> Found:
    """What the words mean as the subject of a shock; EntityUnknown or EntityAmbiguous otherwise."""
    exact = _exact(view, words)
    if exact and exact.label not in ACT_LABELS:
        return Found((exact,), event or None)
    narrower = (a for a in acts_named(view, words) if a != exact)
    acts = (*((exact,) if exact else ()), *narrower)[:ACTS]
    if acts:
        return Found(acts, None, "" if len(acts) == 1 else f"{words!r} fits {len(acts)} acts")
    known = _by_reference(view, words)
    if known:
        return Found((known,), event or None)
    found = _told(view, words) or _happened(view, words) or _read_as(view, words, event)
    if found:
        return found
    raise _unknown(view, words)


def _told(view: View, words: str) -> Found | None:
    """Policies of which stories tell less than the words say."""
    partly = partly_told(view, words)
    if not partly:
        return None
    return Found(partly, None, f"read as {' and '.join(a.name for a in partly)}")


def _happened(view: View, words: str) -> Found | None:
    """An event at something named."""
    for name, happening, own in happenings(words):
        struck = _struck(view, name)
        # "X's curbs" are curbs that X imposes, unless X is itself a good.
        issued = own and happening == "curb" and any(e.label not in _GOODS for e in struck)
        if struck and not issued:
            named = " and ".join(e.name for e in struck)
            return Found(struck, happening, f"read as a {happening} at {named}")
    return None


def _read_as(view: View, words: str, event: str) -> Found | None:
    """A policy whose targets no story tells, or the owner of a site."""
    bare = half_told(view, words)
    if bare:
        return Found((bare,), None, f"read as {bare.name}, whose targets no story tells")
    site = _owner(view, words)
    return Found((site,), event or None, f"read as {site.name}") if site else None


def _struck(view: View, words: str) -> tuple[Entity, ...]:
    """What an event befalls: one thing, the owner of a site, or all of "X and Y"."""
    whole = _known(view, words) or _owner(view, words) or _located(view, words)
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", words)
    every = [whole] if whole else [_known(view, part) for part in parts]
    return tuple(e for e in every if e) if all(every) else ()


def _located(view: View, words: str) -> Entity | None:
    """The thing of "X's plants in Y", where Y is a country or a place."""
    name, _, place = words.rpartition(" in ")
    if name and any(e.label in _SOIL for e in view.find(place.removeprefix("the "))):
        return _known(view, name) or _owner(view, name)
    return None


def one(view: View, words: str) -> Entity:
    """The one entity of that name; EntityUnknown or EntityAmbiguous where there is not one."""
    entity = _exact(view, words) or _industry(view, words)
    if entity:
        return entity
    acts = acts_named(view, words)
    known = None if acts else _by_reference(view, words)
    if known:
        return known
    if not acts:
        raise _unknown(view, words)
    if len(acts) > 1:
        raise _ambiguous(words, acts)
    return acts[0]


def is_named(view: View, words: str) -> bool:
    """Whether the words are a thing's name, or describe a policy or deal."""
    if any(view.find(name) for name in (words, *_variants(words))):
        return True
    return bool(acts_named(view, words)) or _by_reference(view, words) is not None


def things(view: View, words: str) -> tuple[list[Entity], tuple[str, ...]]:
    """The things of that name; "X's designs" are X's own of that name, and X itself.

    The note says how a possessive was read. EntityUnknown or EntityAmbiguous as in `one`.
    """
    whole = _exact(view, words)
    if whole:
        return _namesakes(view, words, whole)
    for name, offer in _possessed(words):
        owner = _known(view, name)
        own = _own(view, owner, offer) if owner else []
        if owner and (own or _OFFER.fullmatch(offer) or _SITE.fullmatch(offer)):
            found = [*own, owner]
            return found, (f"{words!r} is read as {' and '.join(e.name for e in found)}",)
    acts = acts_named(view, words)
    if len(acts) > 1:
        return acts, (f"{words!r} fits {len(acts)} acts",)
    return [one(view, words)], ()


def _namesakes(
    view: View, words: str, whole: Entity
) -> tuple[list[Entity], tuple[str, ...]]:
    """The thing and what else in trade goes by its name: the product and its makers."""
    trade = {*_GOODS, "Industry"}
    also = [e for e in view.find(words) if e.node != whole.node and {e.label, whole.label} <= trade]
    found = [whole, *also]
    listed = " and ".join(f"{e.name} ({e.label})" for e in found)
    return found, (f"{words!r} is read as {listed}",) if also else ()


def _possessed(words: str) -> Iterator[tuple[str, str]]:
    """(owner, what it owns) of "X's Y" and of "Y of X"."""
    match = re.fullmatch(r"(?P<x>.+?)(?:'s|(?<=s)') (?P<y>.+)", words)
    if match:
        yield match["x"], match["y"]
    match = re.fullmatch(r"(?P<y>[\w -]+?) (?:of|from|by) (?P<x>.+)", words)
    if match:
        yield match["x"], match["y"]


def _own(view: View, owner: Entity, offer: str) -> list[Entity]:
    """The goods that an edge ties to the owner and that all words of the offer name."""
    wanted = tokens(offer)
    tied = {e.tail for e in view.out_edges(owner.node)}
    found = (e for e in map(view.entity, sorted(tied)) if e and e.label in _GOODS)
    return [e for e in found if wanted <= tokens(text_of(e))]


def _unknown(view: View, words: str) -> EntityUnknown:
    near = ", ".join(f"{e.name} ({e.label})" for e in view.near(words, 5))
    return EntityUnknown(
        f"nothing called {words!r}", cure=f"did you mean {near}" if near else "see kg ask --help"
    )


def _ambiguous(words: str, hits: list[Entity]) -> EntityAmbiguous:
    listed = ", ".join(f"{e.name} ({e.label}, {e.node})" for e in hits[:8])
    return EntityAmbiguous(f"{words!r} fits {len(hits)} things: {listed}", cure="name one in full")


def _exact(view: View, words: str) -> Entity | None:
    for name in _variants(words):
        known = view.entity(name)
        if known:
            return known
        hits = list(view.find(name))
        if len(hits) > 1:
            hits = [e for e in hits if e.name.casefold() == name.casefold()] or hits
        if len(hits) > 1:
            raise _ambiguous(name, hits)
        if hits:
            return hits[0]
    return None


def _known(view: View, words: str) -> Entity | None:
    """What bears the name in the graph, else what reference data knows by it."""
    return _exact(view, words) or _by_reference(view, words)


def _by_reference(view: View, words: str) -> Entity | None:
    """The graph's thing that reference data knows by exactly that name ("Indian", a ticker)."""
    from kg.reference.universe import universe

    known = {k.node for name in (words, *_variants(words)) for k in universe().find(name)}
    found = [e for e in map(view.entity, sorted(known)) if e]
    return found[0] if len(found) == 1 else None


def _industry(view: View, words: str) -> Entity | None:
    """The industry that "the chip industry" means, where it bears that name without the word."""
    bare = re.sub(r"^the | (?:industry|sector|makers|industries)$", "", words, flags=re.IGNORECASE)
    if bare == words:
        return None
    hits = [e for name in (bare, f"{bare}s", f"{bare}makers", f"{bare} makers")
            for e in view.find(name, "Industry")]
    return hits[0] if len({e.node for e in hits}) == 1 else None


def _variants(words: str) -> Iterator[str]:
    yield words
    bare = re.sub(r"^(?:the|an?)\s+", "", words, flags=re.IGNORECASE)
    owner = re.sub(r"(?:'s|')$", "", bare)
    yield from dict.fromkeys(v for v in (bare, owner, bare.replace("'s ", " ")) if v != words and v)


def _owner(view: View, words: str) -> Entity | None:
    """The owner of a site: "X's chip plants", "X factories"."""
    tokens = words.split(" ")
    for cut in range(len(tokens) - 1, 0, -1):
        if _SITE.fullmatch(" ".join(tokens[cut:])):
            found = _known(view, " ".join(tokens[:cut]))
            if found:
                return found
    return None
