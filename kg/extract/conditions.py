"""What speaks for a frame or against it: the words beside its trigger, policies, firms for sale.

Bias: a frame that asks for a word does not do without it.
"""

from __future__ import annotations

from kg.extract import roles
from kg.extract.ends import expand
from kg.extract.hedges import MODALS
from kg.extract.lexicon import TRANSPARENT
from kg.extract.spots import Board
from kg.extract.tokens import VERBS, Sentence, Token
from schemas.base import Edge, Frame

TRADES = frozenset("buy purchase acquire sell take get obtain secure win".split())
# what is sold without being goods
OF_FIRMS = frozenset(
    "stake share holding interest % control business unit division arm operation asset subsidiary"
    " brand".split()
)
SECURITIES = frozenset("stock equity unit debut itself security".split())
COUNTS = frozenset({"DT", "JJS", "JJR"})  # tags of words that count: "most of", "all of"
HABIT = frozenset({"VBZ", "VBP"})  # tags of what is done again and again
APART = frozenset({"conj", "parataxis", "relcl", "advcl"})  # clauses of their own


def may_say(board: Board, s: Sentence, token: Token, edge: type[Edge], frame: Frame) -> bool:
    """Whether nothing about the trigger speaks against the frame."""
    if frame.pos == "noun" and not _shortens(edge) and _in_policy(board, s, token):
        return False  # what the policy itself says is read by its parts
    if "planned" not in edge.statuses and _looks_ahead(s, token):
        return False
    if _asked(s, token) or _has_other_object(board, s, token, edge, frame):
        return False
    habit = edge.by_deal and frame.only and token.tag in HABIT  # "sells X", whatever X looks like
    if habit or (edge.goods_only and _moves_firm(board, s, token)):
        return False
    return _stands_beside(board, s, token, frame)


def _stands_beside(board: Board, s: Sentence, token: Token, frame: Frame) -> bool:
    """Whether the words that the frame asks for are there, and none that speaks against it."""
    for wanted in (frame.beside, frame.also):
        if wanted and not (_beside(s, token.i, wanted) or _fills(board, s, token, wanted)):
            return False
    against = frame.unless
    return not against or not (
        _beside(s, token.i, against, far=True) or _fills(board, s, token, against)
    )


def _fills(board: Board, s: Sentence, token: Token, wanted: tuple[str, ...]) -> bool:
    """Whether what is listed as "from:Country" is there: a role and the label of what fills it."""
    asked = (word.split(":") for word in wanted if ":" in word)
    return any(
        x.label == label
        for role, label in asked
        for i in roles.fill(s, token.i, role)
        for x in expand(board, s, i)
    )


def _shortens(edge: type[Edge]) -> bool:
    """Whether the type is the short form of who makes a policy and what it is aimed at."""
    return {"Country", "Policy"} <= set(edge.head) and edge.half_life is None


def _looks_ahead(s: Sentence, token: Token) -> bool:
    """ "will fall", "expects it to fall"."""
    return any(k.lemma in MODALS | {"to"} for k in s.kids(token.i, "aux"))


def _asked(s: Sentence, token: Token) -> bool:
    """ "asked whether the ban hurt it": what is asked is not said; "whether to buy" is a plan."""
    if not any(k.lemma == "whether" for k in s.kids(token.i, "mark")):
        return False
    return not any(k.lemma == "to" for k in s.kids(token.i, "aux"))


def _has_other_object(
    board: Board, s: Sentence, token: Token, edge: type[Edge], frame: Frame
) -> bool:
    """ "trades cement in Lagos": the subject is meant only where the object is no other thing."""
    if token.pos not in VERBS or frame.head[0] != "obj" or "subj" not in frame.head:
        return False
    objects = roles.objects(s, token.i)
    meant = any(x.label in edge.head for i in objects for x in expand(board, s, i))
    plain = [i for i in objects if s.tokens[i].lemma not in OF_FIRMS | SECURITIES]
    return bool(plain) and not meant and not roles.passive(s, token.i)


def _in_policy(board: Board, s: Sentence, token: Token) -> bool:
    """Whether the noun is one of a policy's own words, or what the policy is on."""
    covered = board.at(s.order, token.i)
    if covered is not None and covered.label == "Policy":
        return True
    return token.pos == "NOUN" and _banned(board, s, token)


def _moves_firm(board: Board, s: Sentence, token: Token) -> bool:
    """Whether what changes hands is a firm or a stake ("bought 20% of X from Y")."""
    if token.pos not in VERBS or token.lemma not in TRADES:
        return False
    for i in roles.objects(s, token.i):
        if s.tokens[i].lemma in OF_FIRMS:
            return True
        if any(x.label == "Firm" for x in expand(board, s, i)):
            return True
    return False


def _banned(board: Board, s: Sentence, token: Token) -> bool:
    """Whether the noun is what a policy is on: "a ban on exports of X" tells of no exports."""
    up = s.up(token.i)
    above = s.up(up.i) if up is not None and token.dep == "pobj" else up
    spot = board.at(s.order, above.i) if above is not None else None
    return spot is not None and spot.label == "Policy"


def _beside(s: Sentence, i: int, wanted: tuple[str, ...], *, far: bool = False) -> bool:
    """Whether a wanted word hangs on the token, directly or one step down, in its own clause.

    `far` looks two steps further. What a noun of measure counts ("half of the exports") is near.
    """
    near = [t for t in s.kids(i) if t.dep not in APART]
    before = s.tokens[i - 1] if i else None
    if before is not None and before.head == s.tokens[i].head and s.tokens[i].dep == "compound":
        near.append(before)  # "chief executive X", where both words hang on X
    up = s.up(i)
    if up is not None and s.tokens[i].dep == "relcl" and any(t.lemma == "that" for t in near):
        near.append(up)  # "a waiver that X gave to Y"
    found = near + [k for t in near for k in s.kids(t.i) if k.dep not in APART]
    found += [k for t in found for k in _counted(s, t)]
    for _ in range(2 * far):
        found += [k for t in found for k in s.kids(t.i) if k.dep not in APART]
    return any(t.lemma.lower() in wanted or t.text.lower() in wanted for t in found)


def _counted(s: Sentence, token: Token) -> list[Token]:
    """What a noun of measure counts, and what hangs on it: "half of the world's exports"."""
    if token.lemma not in TRANSPARENT and token.pos != "NUM" and token.tag not in COUNTS:
        return []
    of = [o for p in s.kids(token.i, "prep") if p.lemma == "of" for o in s.kids(p.i, "pobj")]
    return of + [k for o in of for k in s.kids(o.i) if k.dep not in APART]
