"""Which nodes the words of a question mean.

In this order: the whole name; a policy or deal whose words they are; an event at something
named. Bias: a name that fits several things is refused with the list, a name that fits none with
near ones; only acts may be several ("China's export curbs" are all of them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.answers.events import happenings
from kg.exposure.shock import deal_edges
from kg.graph.contract import View
from schemas.claim import Entity
from schemas.errors import EntityAmbiguous, EntityUnknown

_ACTS = {  # words for one sort of act, so that "curbs" finds an export control
    "curb": "curb curbs restriction restrictions control controls ban bans embargo embargoes limit "
    "limits quota quotas moratorium halt licensing permit permits export_control",
    "sanction": "sanction sanctions blacklist blacklisting",
    "tariff": "tariff tariffs duty duties levy levies",
    "deal": "deal deals takeover takeovers acquisition acquisitions merger mergers purchase buyout "
    "bid offer stake agreement contract sale tieup",
    "subsidy": "subsidy subsidies aid support stimulus incentive incentives",
}
_GOODS = {"Commodity", "Product"}
_ACT_LABELS = {"Policy", "Deal"}
ACTS = 12  # acts that one question is asked of; more is a question too wide to answer
_ACT = {word: act for act, words in _ACTS.items() for word in words.split()}
_NO_WORDS = (
    "the a an of on in by for to from and or its his their new planned proposed current all any "
    "export exports import imports against with over named s"
)
_STOP = set(_NO_WORDS.split())
_SITE = re.compile(
    r"(?:[\w-]+ )*(?:plants?|factory|factories|fabs?|mines?|facility|facilities|operations?|"
    r"production|output|supply|supplies|business|lines?|works|refinery|refineries|ports?)",
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
    if exact and exact.label not in _ACT_LABELS:
        return Found((exact,), event or None)
    narrower = (a for a in acts_named(view, words) if a != exact)
    acts = (*((exact,) if exact else ()), *narrower)[:ACTS]
    if acts:
        return Found(acts, None, "" if len(acts) == 1 else f"{words!r} fits {len(acts)} acts")
    for name, happening, own in happenings(words):
        struck = _struck(view, name)
        # "X's curbs" are curbs that X imposes, unless X is itself a good.
        issued = own and happening == "curb" and any(e.label not in _GOODS for e in struck)
        if struck and not issued:
            named = " and ".join(e.name for e in struck)
            return Found(struck, happening, f"read as a {happening} at {named}")
    bare = _half_told(view, words)
    if bare:
        return Found((bare,), None, f"read as {bare.name}, whose targets no story tells")
    site = _owner(view, words)
    if site:
        return Found((site,), event or None, f"read as {site.name}")
    raise _unknown(view, words)


def _struck(view: View, words: str) -> tuple[Entity, ...]:
    """What an event befalls: one thing, the owner of a site, or all of "X and Y"."""
    whole = _exact(view, words) or _owner(view, words)
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", words)
    every = [whole] if whole else [_exact(view, part) for part in parts]
    return tuple(e for e in every if e) if all(every) else ()


def one(view: View, words: str) -> Entity:
    """The one entity of that name; EntityUnknown or EntityAmbiguous where there is not one."""
    entity = _exact(view, words)
    if entity:
        return entity
    acts = acts_named(view, words)
    if not acts:
        raise _unknown(view, words)
    if len(acts) > 1:
        raise _ambiguous(words, acts)
    return acts[0]


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


def _variants(words: str) -> Iterator[str]:
    yield words
    bare = re.sub(r"^(?:the|an?)\s+", "", words, flags=re.IGNORECASE)
    owner = re.sub(r"(?:'s|')$", "", bare)
    yield from dict.fromkeys(v for v in (bare, owner, bare.replace("'s ", " ")) if v != words and v)


def names_in(view: View, words: str) -> list[Entity]:
    """The known entities that the words name one after another, longest names first."""
    parts = re.split(r"[\s/-]+", re.sub(r"'s?\b", "", words))
    found: list[Entity] = []
    at = 0
    while at < len(parts):
        ends = range(len(parts), at, -1)
        hits = ((end, list(view.find(" ".join(parts[at:end])))) for end in ends)
        end, named = next(((end, h) for end, h in hits if len(h) == 1), (at + 1, []))
        found, at = [*found, *named], end
    return found


def _owner(view: View, words: str) -> Entity | None:
    """The owner of a site: "X's chip plants", "X factories"."""
    tokens = words.split(" ")
    for cut in range(len(tokens) - 1, 0, -1):
        if _SITE.fullmatch(" ".join(tokens[cut:])):
            found = _exact(view, " ".join(tokens[:cut]))
            if found:
                return found
    return None


def acts_named(view: View, words: str) -> list[Entity]:
    """The policies or deals that the words describe: every word is theirs; best first.

    Words are compared with an act's name, aliases, properties, and the names of its issuer,
    targets and parties; words for the same sort of act count as one.
    """
    wanted = tokens(words)
    names = wanted - set(_ACTS)
    if not wanted & set(_ACTS) or not names:
        return []
    ranked = []
    for act in (e for e in view.entities() if e.label in _ACT_LABELS):
        own, around = tokens(_text(act)), tokens(" ".join(_around(view, act)))
        if names <= own | around and _same_sort(wanted, own):
            ranked.append((len(names - own), len(own - wanted), act.node, act))
    return [act for *_, act in sorted(ranked, key=lambda r: r[:3])]


def _half_told(view: View, words: str) -> Entity | None:
    """The one policy all of whose name is in the words, and whose targets no story tells."""
    wanted = tokens(words)
    fits = [e for e in view.entities() if e.label == "Policy" and _within(view, e, wanted)]
    return fits[0] if len(fits) == 1 else None


def _within(view: View, act: Entity, wanted: set[str]) -> bool:
    name = tokens(act.name)
    told = any(e.type == "TARGETS" for e in view.out_edges(act.node))
    return not told and bool(name & set(_ACTS)) and name <= wanted and bool(name - set(_ACTS))


def _same_sort(wanted: set[str], own: set[str]) -> bool:
    asked, is_ = wanted & set(_ACTS), own & set(_ACTS)
    return not is_ or bool(asked & is_) or (asked <= {"curb", "sanction"} and "deal" not in is_)


def tokens(text: str) -> set[str]:
    """The content words of a name, without plural s, with one word for a sort of act."""
    split = re.findall(r"[\w&]+", text.casefold().replace("'s", " ").replace("_", " "))
    return {_ACT.get(w) or _stem(w) for w in split if w not in _STOP}


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _text(act: Entity) -> str:
    return " ".join((act.name, *act.aliases, *(v for _, v in act.properties)))


def _around(view: View, act: Entity) -> Iterator[str]:
    edges = [e for e in view.in_edges(act.node) if e.type == "IMPOSES"]
    edges += [e for e in view.out_edges(act.node) if e.type in {"TARGETS", "RESTRICTS", "SUPPORTS"}]
    edges += deal_edges(view, act) if act.label == "Deal" else []
    for node in sorted({n for e in edges for n in (e.head, e.tail)}):
        entity = view.entity(node)
        if entity and node != act.node:
            yield from (entity.name, *entity.aliases)
