"""What "it", "the company" and "the ban" stand for: the most salient fitting thing before.

Salience is recency, grammar and repetition. Bias: below the threshold an anaphor stays
unresolved and is reported; a wrong link is worse than a missing one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.extract import roles
from kg.extract.lexicon import (
    ANAPHORS,
    PEOPLE_PRONOUNS,
    POLICY_FAMILY,
    POLICY_KINDS,
    THING_PRONOUNS,
)
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token

THRESHOLD = 1.5
ONLY_ONE = 0.3  # for a description that only one thing fits
REACH = 6  # sentences back
IT = ("Firm", "Country", "Agency", "Industry", "Product", "Policy", "Index")
THEY = ("Firm", "Industry", "Country", "Policy")
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
            labels = _labels(s, token)
            if labels and not board.at(s.order, token.i):
                spot = Spot(
                    s.order, token.i, token.i, token.i, token.text, "anaphor", label=labels[0]
                )
                spot.parts = [("may", " ".join(labels))]
                board.add(spot)


def _labels(s: Sentence, token: Token) -> tuple[str, ...]:
    word = token.text.lower()
    if token.pos == "PRON":
        if word in PEOPLE_PRONOUNS:
            return ("Person",)
        if word in THING_PRONOUNS and token.dep != "expl" and not _weather(s, token):
            return THEY if word.startswith("the") else IT
        return ()
    if token.pos != "NOUN":
        return ()
    if token.lemma in {"cut", "hike"} and any("basis" in (s.tokens[i].lemma, s.tokens[i].text) or "bps" in s.tokens[i].text
                                              for i in range(max(token.i - 6, 0), min(token.i + 6, len(s.tokens)))):  # fmt: skip
        return ("Indicator",)
    if (
        token.lemma in RIVALS
        and token.tag == "NN"
        and any(k.pos == "PRON" for k in s.kids(token.i, "poss"))
    ):
        return ("Firm",)
    definite = any(k.lemma in DEFINITE for k in s.kids(token.i, "det"))
    modified = [
        k
        for k in s.kids(token.i, "compound", "amod", "prep", "poss", "acl")
        if k.lemma not in {"same", "own"}
    ]
    if definite and token.tag == "NN" and token.lemma in ANAPHORS and len(modified) <= 1:
        return ANAPHORS[token.lemma]
    return ()


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


def resolve(board: Board) -> list[Spot]:
    """Point anaphors at things in reading order; gives those that stayed unresolved."""
    history: list[_Seen] = []
    counts: Counter[str] = Counter(x.thing for x in board.spots if x.thing)
    missed: list[Spot] = []
    for spot in board.in_order():
        if spot.sort == "anaphor" and not spot.thing:
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
    wanted = spot.part("may").split()
    scores: Counter[str] = Counter()
    by_thing: dict[str, Spot] = {}
    for seen in history[-60:]:
        other = seen.spot
        if (
            other.label not in wanted
            or spot.sentence - other.sentence > REACH
            or _clashes(board, spot, other)
        ):
            continue
        score = (
            _salience(board, spot, seen)
            + 0.15 * min(counts[other.thing], 4)
            - 0.1 * wanted.index(other.label)
        )
        scores[other.thing] = max(scores[other.thing], score)
        by_thing[other.thing] = other
    if not scores:
        return None
    best = min(scores, key=lambda t: (-scores[t], t))
    described = board.sentence(spot).tokens[spot.head].pos == "NOUN"
    acts = described and wanted == ["Deal"]
    enough = ONLY_ONE if acts or (described and len(scores) == 1) else THRESHOLD
    return by_thing[best] if scores[best] >= enough else None


def _salience(board: Board, spot: Spot, seen: _Seen) -> float:
    distance = spot.sentence - seen.spot.sentence
    base = {0: 2.6, 1: 1.5, 2: 0.8, 3: 0.4}.get(distance, 0.2)
    if board.sentences[seen.spot.sentence].headline:
        base = max(base, 0.8)
    demonym = 0.9 if seen.spot.sort == "demonym" else 0.0
    speaks = 1.0 if distance == 0 and _says(board.sentence(spot), spot, seen.spot) else 0.0
    near = 0.01 * seen.spot.first if distance == 0 else 0.0
    possessor = 0.5 if distance == 0 and _owns_subject(board.sentence(spot), seen.spot) else 0.0
    return base + (1.0 if seen.subject else 0.0) + possessor + speaks + near - demonym


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
        if (
            verb is not None
            and s.tokens[other.head].head == verb.i
            and s.tokens[other.head].dep == "nsubj"
        ):
            return True
    return False


def _clashes(board: Board, spot: Spot, other: Spot) -> bool:
    """An object pronoun is not its own subject; a possessor is not what it possesses."""
    if spot.sentence != other.sentence:
        return False
    s = board.sentence(spot)
    if s.tokens[spot.head].lemma in RIVALS:
        owners = [board.at(s.order, i) for i in roles.possessors(s, spot.head)]
        return other.thing in {x.thing for x in owners if x is not None}
    token, antecedent = s.tokens[spot.head], s.tokens[other.head]
    same_verb = token.head == antecedent.head and token.dep != "poss"
    return same_verb and token.dep in {"dobj", "pobj", "nsubj"} and antecedent.dep != "poss"


def policy_family(board: Board, spot: Spot) -> str:
    """The policy family that an anaphor such as "the ban" names, or nothing."""
    token = board.sentence(spot).tokens[spot.head]
    return POLICY_FAMILY[token.lemma] if token.lemma in POLICY_KINDS else ""
