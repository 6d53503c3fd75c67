"""Which policies and deals the words of a question describe.

Bias: an act is meant only where every word is its own, its issuer's, its target's or its party's;
what fits less is taken only where nothing told contradicts it, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.exposure.shock import deal_edges
from kg.graph.contract import View
from schemas.claim import Entity

_ACTS = {  # words for one sort of act, so that "curbs" finds an export control
    "curb": "curb curbs restriction restrictions control controls ban bans embargo embargoes limit "
    "limits quota quotas moratorium halt licensing permit permits export_control",
    "sanction": "sanction sanctions blacklist blacklisting",
    "tariff": "tariff tariffs duty duties levy levies",
    "deal": "deal deals takeover takeovers acquisition acquisitions merger mergers purchase buyout "
    "bid offer stake agreement contract sale tieup",
    "subsidy": "subsidy subsidies aid support stimulus incentive incentives",
}
_KINDS = {  # of one sort, and yet no other's name: a quota is no ban
    word: kind for kind, words in {
        "ban": "ban bans embargo embargoes moratorium", "quota": "quota quotas",
        "permit": "licensing permit permits",
    }.items() for word in words.split()
}  # fmt: skip
ACT_LABELS = {"Policy", "Deal"}
ACTS = 12  # acts that one question is asked of; more is a question too wide to answer
_ACT = {word: act for act, words in _ACTS.items() for word in words.split()}
_NO_WORDS = (
    "the a an of on in by for to from and or its his their new planned proposed current all any "
    "export exports import imports against with over named s"
)
_STOP = set(_NO_WORDS.split())


def names_in(view: View, words: str) -> list[Entity]:
    """The known entities that the words name one after another, longest names first."""
    return [entity for _, entity in _spans(view, words)]


def _spans(view: View, words: str) -> list[tuple[str, Entity]]:
    """The words that name known entities, each with its entity."""
    parts = re.split(r"[\s/-]+", re.sub(r"'s?\b", "", words))
    found: list[tuple[str, Entity]] = []
    at = 0
    while at < len(parts):
        spans = ((end, " ".join(parts[at:end])) for end in range(len(parts), at, -1))
        hits = ((end, name, _plain(view, name)) for end, name in spans)
        end, name, named = next((h for h in hits if len(h[2]) == 1), (at + 1, "", []))
        found += [(name, entity) for entity in named]
        at = end
    return found


def _explained(view: View, act: Entity, rest: set[str]) -> bool:
    """Whether each word that is left is a people's name of a country that the act is about."""
    from kg.reference.universe import universe

    nodes = set(_nodes_around(view, act))
    codes = [universe().countries_of(word) for word in sorted(rest)]
    return all(len(c) == 1 and f"country:{next(iter(c))}" in nodes for c in codes)


def _plain(view: View, name: str) -> list[Entity]:
    """What bears the name and is no policy or deal itself."""
    return [e for e in view.find(name) if e.label not in ACT_LABELS]


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
    for act in (e for e in view.entities() if e.label in ACT_LABELS):
        own, around = tokens(text_of(act)), tokens(" ".join(_around(view, act)))
        if _same_sort(wanted, own) and _same_kind(words, text_of(act)):
            rest = names - own - around
            ranked.append((len(names - own), len(own - wanted), act.node, act, rest))
    ranked.sort(key=lambda r: r[:3])
    whole = [act for *_, act, rest in ranked if not rest]
    return whole or [act for *_, act, rest in ranked if _explained(view, act, rest)]


def partly_told(view: View, words: str) -> tuple[Entity, ...]:
    """The policies of the sort named that aim at a thing named, where all else is named too.

    "A's sanctions on B and C" finds the sanctions on B of which no story tells the issuer; a
    named country that is neither issuer nor aim of a policy with an issuer makes it another.
    """
    sorts = tokens(words) & set(_ACTS)
    named = _spans(view, words) if sorts else []
    told = {token for name, _ in named for token in tokens(name)}
    if not named or not tokens(words) - sorts <= told:
        return ()
    nodes = {entity.node for _, entity in named}
    fits = [a for a in view.entities() if a.label == "Policy" and _aims(view, a, nodes, sorts)]
    return tuple(fits[:ACTS])


def _aims(view: View, act: Entity, nodes: set[str], sorts: set[str]) -> bool:
    targets = {e.tail for e in view.out_edges(act.node) if e.type in {"TARGETS", "RESTRICTS"}}
    issuers = {e.head for e in view.in_edges(act.node) if e.type == "IMPOSES"}
    others = {n for n in nodes - targets if (e := view.entity(n)) and e.label == "Country"}
    fits = bool(targets & nodes) and (not issuers or not others - issuers)
    return fits and bool(sorts & tokens(text_of(act)))


def half_told(view: View, words: str) -> Entity | None:
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
    if not is_:  # an act of which no story tells what it is
        return asked <= {"curb", "deal"}
    return bool(asked & is_) or (asked <= {"curb", "sanction"} and "deal" not in is_)


def _same_kind(words: str, own: str) -> bool:
    """Whether the words name no other kind of curb than the act's own."""
    asked, is_ = (
        {_KINDS[w] for w in re.findall(r"\w+", text.casefold().replace("_", " ")) if w in _KINDS}
        for text in (words, own)
    )
    return not asked or not is_ or bool(asked & is_)


def tokens(text: str) -> set[str]:
    """The content words of a name, without plural s, with one word for a sort of act."""
    split = re.findall(r"[\w&]+", text.casefold().replace("'s", " ").replace("_", " "))
    return {_ACT.get(w) or _stem(w) for w in split if w not in _STOP}


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def text_of(act: Entity) -> str:
    """All that names or describes the thing itself, as one text."""
    return " ".join((act.name, *act.aliases, *(v for _, v in act.properties)))


def _around(view: View, act: Entity) -> Iterator[str]:
    for node in _nodes_around(view, act):
        entity = view.entity(node)
        if entity:
            yield from (entity.name, *entity.aliases)


def _nodes_around(view: View, act: Entity) -> list[str]:
    """The act's issuer, its targets and its parties."""
    edges = [e for e in view.in_edges(act.node) if e.type == "IMPOSES"]
    edges += [e for e in view.out_edges(act.node) if e.type in {"TARGETS", "RESTRICTS", "SUPPORTS"}]
    edges += deal_edges(view, act) if act.label == "Deal" else []
    return sorted({n for e in edges for n in (e.head, e.tail)} - {act.node})
