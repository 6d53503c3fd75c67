"""Policies as nodes: who issues, what kind, on what ("China's export curbs on rare earths").

A policy noun becomes a spot with parts (issuer, family, kind, flow, object); a verb such as
"banned exports of" becomes one too; `policy_things` says which of them are one policy. Bias: a
noun that is only sometimes a policy needs more beside it.
"""

from __future__ import annotations

from kg.extract import phrases, roles
from kg.extract.ends import expand
from kg.extract.gazetteer import words
from kg.extract.goods import COUNTED, good_at
from kg.extract.policy_words import (
    FLOW_NOUNS,
    FLOWS,
    IMPOSING,
    POLICY_FAMILY,
    POLICY_KINDS,
    SUFFERING,
    VERB_KIND,
    WEAK_POLICY,
)
from kg.extract.spots import Board, Spot
from kg.extract.titles import is_title
from kg.extract.tokens import VERBS, Sentence, Token

ISSUERS = frozenset({"Country", "Agency", "Person"})
OBJECTS = frozenset({"Commodity", "Product", "Country", "Firm", "Industry", "Person"})
NAMED_OBJECTS = frozenset({"Commodity", "Product", "Industry", "Firm"})  # "chip curbs"
ON_GOODS = frozenset({"ban", "tariff", "quota"})  # families that fall on any plural noun
OWN_WORDS = FLOWS | {"-", "licensing", "license", "licence", "trade"}  # part of a policy's name
NO_TRADE = frozenset({"price", "birth", "spending", "hiring"})  # "birth control", "hiring freeze"
AIMING = frozenset({"target", "cover", "affect", "hit", "aim", "direct"})  # "curbs that hit X"
AIMS = frozenset({"target", "cover", "single", *VERB_KIND})  # "the rules restrict X"
LICENCE = frozenset({"licensing", "licence", "license"})  # "licensing rules"
FRESH = frozenset("new fresh strict tough tight stringent sweeping".split())


def read_policies(board: Board, s: Sentence) -> None:
    """Enter the sentence's policy nouns and policy verbs as Policy spots with their parts."""
    for token in s.tokens:
        if token.pos == "NOUN" and token.lemma in POLICY_KINDS:
            _read_noun(board, s, token)
        elif token.pos == "VERB" and token.lemma in VERB_KIND:
            _read_verb(board, s, token)


def _read_noun(board: Board, s: Sentence, token: Token) -> None:
    before = phrases.modifiers(s, token.i)
    flow = next(
        (FLOW_NOUNS[s.tokens[i].lemma] for i in before if s.tokens[i].lemma in FLOW_NOUNS), ""
    )
    flow = flow or _flow_below(s, token)
    objects = _objects(board, s, token, before)
    issuers = _issuers(board, s, token, before)
    objects = [o for o in objects if o not in issuers]
    kind = "licensing" if any(s.tokens[i].lemma in LICENCE for i in before) else token.lemma
    licensed = kind != token.lemma
    said = flow, objects, issuers, objects and _is_in_force(s, token), licensed
    if token.lemma in WEAK_POLICY and sum(map(bool, said)) < 2:
        return
    if _only_modifies(s, token) or (before and s.tokens[before[0]].lemma in NO_TRADE):
        return
    first = _left_edge(board, s, token)
    spot = Spot(
        s.order, first, token.i, token.i, words(s, first, token.i), "nominal", label="Policy"
    )
    _fill(spot, kind, flow, issuers, objects)
    board.add(spot)


def _is_in_force(s: Sentence, token: Token) -> bool:
    """ "new controls", "the rule takes effect", "rules restrict": nothing but a policy does so."""
    up = s.up(token.i)
    if any(k.lemma in FRESH for k in s.kids(token.i, "amod")):
        return True
    if up is None or token.dep not in {"nsubj", "nsubjpass"}:
        return False
    effect = any(k.lemma in {"effect", "force"} for k in s.kids(up.i, "dobj"))
    return effect or up.lemma in VERB_KIND


def _only_modifies(s: Sentence, token: Token) -> bool:
    """A verb mistaken for a noun, or a rate ("tax rate")."""
    up = s.up(token.i)
    return (
        up is not None
        and token.dep in {"compound", "nmod"}
        and up.lemma not in POLICY_KINDS
        and up.pos != "PROPN"
    )


def _left_edge(board: Board, s: Sentence, token: Token) -> int:
    """The policy's own words: flow and kind; goods and issuers before it stay spots."""
    first = token.i
    while first > 0:
        before = s.tokens[first - 1]
        if board.at(s.order, first - 1) or before.lemma not in OWN_WORDS:
            break
        first -= 1
    return first


def _flow_below(s: Sentence, token: Token) -> str:
    """ "a ban on exports of X": the flow below the policy."""
    for word in ("on", "of", "against"):
        for i in phrases.prepositions(s, token.i, word):
            if s.tokens[i].lemma in FLOW_NOUNS:
                return FLOW_NOUNS[s.tokens[i].lemma]
    return ""


def _objects(board: Board, s: Sentence, token: Token, before: list[int]) -> list[Spot]:
    found: list[Spot] = []
    at = [token.i, *_measures(s, token)]
    for word in ("on", "against", "over", "of", "for", "target", "to"):
        if word in {"of", "for", "to"} and found:
            break
        for i in [o for k in at for o in phrases.prepositions(s, k, word)]:
            for k in [c for o in (i, *_flowing(s, i)) for c in phrases.conjuncts(s, o)]:
                good_at(board, s, k, broad=POLICY_FAMILY[token.lemma] in ON_GOODS)
            if word == "to" and s.tokens[i].lemma not in FLOW_NOUNS:
                continue
            found += [x for x in expand(board, s, i) if x.label in OBJECTS]
    for i in before:
        spot = board.at(s.order, i)
        if spot is not None and spot.label in NAMED_OBJECTS and spot.sort != "demonym":
            found += [x for x in expand(board, s, i) if x.label in NAMED_OBJECTS]
    found += _sufferers(board, s, token) + _aims(board, s, token)
    for aimed in s.kids(token.i, "acl", "relcl"):
        if aimed.lemma in AIMING:
            at = phrases.own_prepositions(s, aimed.i, "at") or roles.objects(s, aimed.i)
            aims = [x for i in at for x in expand(board, s, i)]
            found += [x for x in aims if x.label in OBJECTS]
    return _unique(found)


def _measures(s: Sentence, token: Token) -> list[int]:
    """ "duties of up to 38% on cars": small parsers hang what is taxed on the rate."""
    below = phrases.own_prepositions(s, token.i, "of")
    return [i for i in below if s.tokens[i].text == "%" or s.tokens[i].ent in COUNTED]


def _flowing(s: Sentence, i: int) -> list[int]:
    """What flows: "garlic" in "imports of garlic"."""
    return phrases.own_prepositions(s, i, "of") if s.tokens[i].lemma in FLOW_NOUNS else []


def _sufferers(board: Board, s: Sentence, token: Token) -> list[Spot]:
    """ "Seoul seeks to avoid tariffs": who is hit, where nothing else is named."""
    up = s.up(token.i)
    if up is None or token.dep != "dobj" or up.lemma not in SUFFERING:
        return []
    return [x for i in roles.subject(s, up.i) for x in expand(board, s, i) if x.label in OBJECTS]


def _aims(board: Board, s: Sentence, token: Token) -> list[Spot]:
    """ "The sanctions target Rosneft": what the policy as a subject is said to aim at."""
    up = s.up(token.i)
    if up is None or token.dep != "nsubj" or up.lemma not in AIMS:
        return []
    if s.kid(up.i, "neg"):
        return []
    return [x for i in roles.objects(s, up.i) for x in expand(board, s, i) if x.label in OBJECTS]


def _for_country(board: Board, s: Sentence, spot: Spot) -> Spot:
    """ "US President Donald Trump" issues for his country."""
    if spot.label != "Person":
        return spot
    before = phrases.modifiers(s, spot.head)
    office = any(is_title(s, i) for i in before)
    lands = [board.at(s.order, i) for i in before] if office else []
    return next((x for x in lands if x is not None and x.label == "Country"), spot)


def _issuers(board: Board, s: Sentence, token: Token, before: list[int]) -> list[Spot]:
    near = phrases.possessors(s, token.i) + phrases.prepositions(s, token.i, "by")
    near += [
        i for i in before if _is_issuer(board.at(s.order, i)) and s.tokens[i].dep != "npadvmod"
    ]
    near += [
        j
        for k in s.kids(token.i, "relcl", "acl")
        if k.lemma in IMPOSING
        for j in roles.subject(s, k.i)
    ]
    if not any(_is_issuer(board.at(s.order, i)) for i in near):
        near += _governor(s, token)
    found = [board.at(s.order, i) for i in near if s.tokens[i].dep != "npadvmod"]
    return _unique([_for_country(board, s, x) for x in found if x is not None and _is_issuer(x)])


def _is_issuer(spot: Spot | None) -> bool:
    if spot is not None and spot.sort == "anaphor":
        return "Country" in spot.part("may").split()
    return spot is not None and spot.label in ISSUERS


def _governor(s: Sentence, token: Token) -> list[int]:
    """Who imposes, announces, lifts: the subject of the verb that governs the policy."""
    up = s.up(token.i)
    if up is None:
        return []
    if up.pos in VERBS and token.dep in {"dobj", "nsubjpass"}:
        return roles.subject(s, up.i) if up.lemma in IMPOSING else []
    if token.dep == "pobj" and up.lemma in {"with", "through", "of", "on"}:
        return roles.noun_subject(s, token.i)
    if token.dep == "conj":
        return _governor(s, up)
    return []


def _fill(spot: Spot, lemma: str, flow: str, issuers: list[Spot], objects: list[Spot]) -> None:
    spot.parts += [("kind", lemma), ("family", POLICY_FAMILY[lemma])]
    spot.parts += [("flow", flow)] if flow else []
    spot.issuers = issuers[:1]
    spot.objects = objects


def _read_verb(board: Board, s: Sentence, token: Token) -> None:
    subjects = (board.at(s.order, i) for i in roles.subject(s, token.i))
    issuers = [x for x in subjects if x is not None and _is_issuer(x)]
    targets = roles.objects(s, token.i)
    flow = next(
        (FLOW_NOUNS[s.tokens[i].lemma] for i in targets if s.tokens[i].lemma in FLOW_NOUNS), ""
    )
    objects = _unique([x for i in targets for x in expand(board, s, i) if x.label in OBJECTS])
    for i in phrases.prepositions(s, token.i, "from"):
        flow = flow or FLOW_NOUNS.get(s.tokens[i].lemma.removesuffix("ing"), "")
    if not issuers or not (objects or flow) or board.at(s.order, token.i):
        return
    spot = Spot(s.order, token.i, token.i, token.i, token.text, "nominal", label="Policy")
    _fill(spot, VERB_KIND[token.lemma], flow, issuers, [o for o in objects if o not in issuers])
    spot.parts.append(("verb", "1"))
    board.add(spot)


def _unique(found: list[Spot]) -> list[Spot]:
    return list(dict.fromkeys(found))
