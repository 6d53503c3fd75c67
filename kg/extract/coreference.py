"""What "it", "the company" and "the ban" stand for: the most salient fitting thing before.

Salience is recency, grammar and repetition. Bias: below the threshold an anaphor stays
unresolved and is reported; a wrong link is worse than a missing one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.extract import phrases
from kg.extract.lexicon import ANAPHORS, PEOPLE_PRONOUNS, SITES, THING_PRONOUNS
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token

THRESHOLD = 1.5  # salience below which an anaphor stays open
ONLY_ONE = 0.3  # for a description that only one thing fits
REACH = 6  # sentences back
MEMORY = 60  # mentions back
IT = ("Firm", "Country", "Agency", "Industry", "Product", "Policy", "Index")
THEY = ("Firm", "Industry", "Country", "Policy")
"""What a pronoun may stand for, the likeliest first."""
GOVERNMENTS = frozenset({"government", "cabinet"})
OWNERS = frozenset({"its", "their"})
RIVALS = frozenset({"rival", "competitor", "peer"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


@dataclass(slots=True)
class _Seen:
    spot: Spot
    subject: bool


def read_anaphors(board: Board) -> None:
    """Enter pronouns and definite descriptions as anaphor spots, unresolved."""
    for s in board.sentences:
        for token in s.tokens:
            if _enter_government(board, s, token):
                continue
            labels = _labels(s, token)
            if labels and not board.at(s.order, token.i):
                spot = Spot(
                    s.order, token.i, token.i, token.i, token.text, "anaphor", label=labels[0]
                )
                spot.parts = [("may", " ".join(labels))]
                board.add(spot)


def _enter_government(board: Board, s: Sentence, token: Token) -> bool:
    """ "Chile's government", "the government of Chile": enter it as the country; says if it is."""
    if token.lemma not in GOVERNMENTS or token.pos != "NOUN" or board.at(s.order, token.i):
        return False
    owners = [*phrases.possessors(s, token.i), *phrases.own_prepositions(s, token.i, "of")]
    near = (board.at(s.order, i) for i in (*owners, *phrases.modifiers(s, token.i)))
    land = next((x for x in near if x is not None and x.label == "Country" and x.thing), None)
    if land is None:
        return False
    spot = Spot(s.order, token.i, token.i, token.i, token.text, "anaphor", label="Country",
                known=land.known, thing=land.thing, antecedent=land)  # fmt: skip
    spot.parts = [("may", "Country")]
    return board.add(spot)


def _labels(s: Sentence, token: Token) -> tuple[str, ...]:
    """What the token may stand for, likeliest first; nothing if it is no anaphor."""
    if token.pos == "PRON":
        return _pronoun_labels(s, token)
    if token.pos != "NOUN":
        return ()
    if token.lemma in {"cut", "hike"} and _near_basis_points(s, token.i):
        return ("Indicator",)
    if _is_rival(s, token):
        return ("Firm",)
    return ANAPHORS[token.lemma] if _is_described(s, token) else ()


def _pronoun_labels(s: Sentence, token: Token) -> tuple[str, ...]:
    word = token.text.lower()
    if word in PEOPLE_PRONOUNS:
        return ("Person",)
    if word in THING_PRONOUNS and token.dep != "expl" and not _weather(s, token):
        return THEY if word.startswith("the") else IT
    return ()


def _near_basis_points(s: Sentence, i: int) -> bool:
    """ "a 25 basis point cut": of a rate."""
    near = s.tokens[max(i - 6, 0) : i + 6]
    return any("basis" in (t.lemma, t.text) or "bps" in t.text for t in near)


def _is_rival(s: Sentence, token: Token) -> bool:
    """ "its rival": a firm that is not the owner."""
    owned = any(k.pos == "PRON" for k in s.kids(token.i, "poss"))
    return token.lemma in RIVALS and token.tag == "NN" and owned


def _is_described(s: Sentence, token: Token) -> bool:
    """ "the company", "this metal": a definite description with at most one modifier."""
    if token.tag != "NN" or token.lemma not in ANAPHORS:
        return False
    if token.i + 1 < len(s.tokens) and s.tokens[token.i + 1].pos == "PROPN":
        return False  # "the airline X": the name follows
    definite = any(k.lemma in DEFINITE for k in s.kids(token.i, "det"))
    around = s.kids(token.i, "compound", "amod", "prep", "poss", "acl")
    return definite and len([k for k in around if k.lemma not in {"same", "own"}]) <= 1


def _weather(s: Sentence, token: Token) -> bool:
    """ "it is unclear whether", "it is a blow to": no thing is meant."""
    up = s.up(token.i)
    if up is None or up.lemma != "be" or token.dep != "nsubj":
        return False
    clause = any(k.dep in {"ccomp", "advcl", "xcomp"} for k in s.kids(up.i))
    said = s.kid(up.i, "attr")
    return (clause and bool(s.kid(up.i, "acomp"))) or (
        said is not None and said.lemma not in ANAPHORS
    )


def resolve(board: Board, *, owners_only: bool = False) -> list[Spot]:
    """Point anaphors at things in reading order; gives those that stayed unresolved.

    `owners_only` looks at "its" and "their" alone, which say whose policy it is.
    """
    history: list[_Seen] = []
    counts: Counter[str] = Counter(x.thing for x in board.spots if x.thing)
    missed: list[Spot] = []
    for spot in board.in_order():
        if spot.sort == "anaphor" and not spot.thing:
            if owners_only and spot.text.lower() not in OWNERS:
                continue
            best = _best(board, spot, history, counts)
            if best is None:
                missed.append(spot)
                continue
            spot.thing, spot.label, spot.known = best.thing, best.label, best.known
            spot.antecedent = best
        if spot.thing:
            history.append(_Seen(spot, _is_subject(board.sentence(spot), spot)))
    return missed


def _is_subject(s: Sentence, spot: Spot) -> bool:
    return s.tokens[spot.head].dep in {"nsubj", "nsubjpass"}


def _best(board: Board, spot: Spot, history: list[_Seen], counts: Counter[str]) -> Spot | None:
    """The most salient thing before the anaphor that fits it; None if none is salient enough."""
    wanted = spot.part("may").split()
    scores: dict[str, float] = {}
    by_thing: dict[str, Spot] = {}
    site = board.sentence(spot).tokens[spot.head].lemma in SITES
    for seen in history[-MEMORY:]:
        other = seen.spot
        if site and other.known:
            continue  # "the plant" is no city or continent
        far = spot.sentence - other.sentence > REACH
        if other.label not in wanted or far or _clashes(board, spot, other):
            continue
        repeated = 0.15 * min(counts[other.thing], 4)
        score = _salience(board, spot, seen) + repeated - 0.1 * wanted.index(other.label)
        scores[other.thing] = max(scores.get(other.thing, 0), score)
        by_thing[other.thing] = other
    if not scores:
        return None
    best = min(scores, key=lambda t: (-scores[t], t))
    described = board.sentence(spot).tokens[spot.head].pos == "NOUN"
    acts = described and wanted == ["Deal"]
    enough = ONLY_ONE if acts or (described and len(scores) == 1) else THRESHOLD
    return by_thing[best] if scores[best] >= enough else None


def _salience(board: Board, spot: Spot, seen: _Seen) -> float:
    """How present the thing is at the anaphor: near, a subject, a speaker, an owner."""
    distance = spot.sentence - seen.spot.sentence
    base = {0: 2.6, 1: 1.5, 2: 0.8, 3: 0.4}.get(distance, 0.2)
    if board.sentences[seen.spot.sentence].headline:
        base = max(base, 0.8)
    demonym = 0.9 if seen.spot.sort == "demonym" else 0.0
    speaks = 1.0 if distance == 0 and _says(board.sentence(spot), spot, seen.spot) else 0.0
    owns = distance == 0 and _owns_object_of(board.sentence(spot), spot, seen.spot)
    speaks += 1.5 if owns else 0.0
    near = 0.01 * seen.spot.first if distance == 0 else 0.0
    possessor = 0.5 if distance == 0 and _owns_subject(board.sentence(spot), seen.spot) else 0.0
    return base + (1.0 if seen.subject else 0.0) + possessor + speaks + near - demonym


def _owns_object_of(s: Sentence, spot: Spot, other: Spot) -> bool:
    """ "Washington widened its curbs": whose the object is, the subject of its verb is."""
    token = s.tokens[spot.head]
    owned = s.up(token.i) if token.dep == "poss" else None
    verb = s.up(owned.i) if owned is not None and owned.dep in {"dobj", "pobj"} else None
    while verb is not None and verb.pos == "ADP":
        verb = s.up(verb.i)
    return verb is not None and other.head in {k.i for k in s.kids(verb.i, "nsubj")}


def _owns_subject(s: Sentence, other: Spot) -> bool:
    """ "The Fed's last cut was": the owner of the subject is nearly as near as it."""
    token, up = s.tokens[other.head], s.up(other.head)
    return token.dep == "poss" and up is not None and up.dep in {"nsubj", "nsubjpass"}


def _says(s: Sentence, spot: Spot, other: Spot) -> bool:
    """ "Qualcomm said it was buying": the speaker is the likeliest "it"."""
    token = s.tokens[spot.head]
    verb = s.up(token.i) if token.dep != "poss" else None
    while verb is not None and verb.dep in {"ccomp", "xcomp", "conj", "aux", "advcl"}:
        verb = s.up(verb.i)
        speaker = s.tokens[other.head]
        if verb is not None and speaker.head == verb.i and speaker.dep == "nsubj":
            return True
    return False


def _clashes(board: Board, spot: Spot, other: Spot) -> bool:
    """An object pronoun is not its own subject; a possessor is not what it possesses."""
    if spot.sentence != other.sentence:
        return False
    s = board.sentence(spot)
    if s.tokens[spot.head].lemma in RIVALS:
        owners = [board.at(s.order, i) for i in phrases.possessors(s, spot.head)]
        return other.thing in {x.thing for x in owners if x is not None}
    token, antecedent = s.tokens[spot.head], s.tokens[other.head]
    same_verb = token.head == antecedent.head and token.dep != "poss"
    return same_verb and token.dep in {"dobj", "pobj", "nsubj"} and antecedent.dep != "poss"
