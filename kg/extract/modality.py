"""Did it happen? The status of a trigger, read from what governs it, and who says so.

Bias: on doubt the weaker status. A denied or rumoured act shown as fact is the worst error.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract import roles
from kg.extract.deals import KINDS
from kg.extract.lexicon import REPORTING, RUMOUR_SOURCES
from kg.extract.tokens import VERBS, Sentence, Token
from schemas.base import Status


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODALS = _words("will would could may might should shall 'll wo")
PLANS = _words(
    "plan intend aim seek want propose expect threaten consider prepare promise pledge vow set"
    " schedule hope"
    " try attempt look mull explore weigh discuss study urge call recommend ask offer bid poise"
    " slate"
    " target request need anticipate predict forecast estimate project warn brace race likely"
    " ready eye"
    " due unlikely about away keen willing poised risk fear await avoid escape dodge"
)
AGREES = _words("agree approve clear sign strike reach recommend accept")
REFUSES = _words(
    "refuse reject decline abandon scrap fail cancel drop withdraw terminate block prevent rebuff"
    " spurn shelve"
    " ditch stop halt end cease quit suspend deny bar oppose forbid prohibit"
)
DENIES = _words("deny dispute refute dismiss rebut")
DONE = _words("complete finalise finalize close conclude")
PLANNED_NOUNS = _words(
    "plan proposal bid offer intention talk negotiation possibility prospect potential risk"
    " threat chance option hope"
    " aim goal target attempt interest promise pledge decision right deadline forecast"
    " expectation bet concern fear"
)
ADJECTIVES: dict[str, Status] = {
    **dict.fromkeys("proposed planned potential possible prospective looming future expected threatened pending"
                    " hypothetical upcoming would-be mooted".split(), "planned"),
    **dict.fromkeys("rumoured rumored reported alleged".split(), "rumoured"),
    **dict.fromkeys("failed abandoned scrapped rejected aborted cancelled canceled expired lifted".split(), "negated"),
    **dict.fromkeys("completed".split(), "completed"),
    **dict.fromkeys("agreed".split(), "agreed"),
}  # fmt: skip
HEARSAY = _words("reportedly allegedly supposedly purportedly")
RANK: tuple[Status, ...] = (
    "denied",
    "rumoured",
    "negated",
    "ended",
    "planned",
    "agreed",
    "completed",
    "asserted",
)
SCOPES = _words(
    "xcomp ccomp pcomp acl advcl dobj attr pobj oprd prep conj dative acomp nsubj nsubjpass"
)


GIVEN = _words(
    "with through by via despite amid after under over since following because due before during"
    " from"
)
FATES = _words("fail collapse lapse expire happen proceed go close complete fall")


class Reading(NamedTuple):
    """The status of an act, who is said to say so, and whether it is only a condition."""

    status: Status
    said_by: tuple[int, ...] = ()


def read(s: Sentence, i: int, base: Status | None = None) -> Reading:
    """The reading of the trigger at `i`, whose own words already say `base`."""
    found: list[Status] = [_own(s, i)]
    said: tuple[int, ...] = ()
    at, steps = i, 0
    if s.tokens[i].pos not in VERBS and _presupposed(s, i):
        return Reading(_combine(base, _worst([*found, _hearsay(s, i)])), _according(s))
    while (up := s.up(at)) is not None and steps < 8 and s.tokens[at].dep in SCOPES:
        if (
            s.tokens[at].dep in {"nsubj", "nsubjpass", "conj"}
            and at != i
            and s.tokens[at].pos in VERBS
        ):
            if s.tokens[at].dep != "conj":
                break
        found.append(_governed(s, up, s.tokens[at], first=at == i))
        said = said or _speaker(s, up, s.tokens[at])
        at, steps = up.i, steps + 1
    found.append(_hearsay(s, i))
    return Reading(_combine(base, _worst(found)), said or _according(s))


def _presupposed(s: Sentence, i: int) -> bool:
    """ "despite the curbs", "with restrictions on", "the ban would hurt": the act is given."""
    token, up = s.tokens[i], s.up(i)
    if up is None:
        return False
    if token.dep == "pobj":
        return up.lemma in GIVEN
    return token.dep == "nsubj" and up.lemma not in FATES and up.lemma != "be"


def _worst(found: list[Status]) -> Status:
    return min(found, key=RANK.index)


def _combine(base: Status | None, read_: Status) -> Status:
    """What the trigger says and what governs it, together."""
    if base is None or base == "asserted":
        return read_
    if base == "negated" and read_ == "negated":
        return "asserted"
    return _worst([base, read_])


def _own(s: Sentence, i: int) -> Status:
    """The trigger's own negation, modal, adjective."""
    token = s.tokens[i]
    kids = s.kids(i)
    if any(k.dep == "neg" for k in kids) and _only_some(s, i):
        return "asserted"
    if any(
        k.dep == "neg" or (k.lemma in {"never", "no"} and k.dep in {"det", "advmod"}) for k in kids
    ):
        return "negated"
    if token.pos in VERBS:
        return _own_verb(s, token, kids)
    return _worst(["asserted", *(ADJECTIVES[k.lemma] for k in kids if k.lemma in ADJECTIVES)])


def _only_some(s: Sentence, i: int) -> bool:
    """ "does not cover all types": it covers some."""
    objects_ = [t.i for t in s.kids(i, "dobj", "nsubjpass")]
    return any(k.lemma in {"all", "every", "each"} for o in objects_ for k in s.kids(o))


def _own_verb(s: Sentence, token: Token, kids: list[Token]) -> Status:
    if any(k.dep == "aux" and k.lemma in MODALS | {"would", "will"} for k in kids):
        return "planned"
    if any(k.dep == "mark" and k.lemma in {"if", "unless"} for k in kids):
        return "planned"
    up = s.up(token.i)
    infinitive = any(k.dep == "aux" and k.lemma == "to" for k in kids)
    if infinitive and token.dep == "ROOT":
        return "planned"  # headline style: "X to buy Y"
    if (
        infinitive
        and token.dep in {"acl", "relcl"}
        and up is not None
        and up.lemma in PLANNED_NOUNS
    ):
        return "planned"
    if infinitive and token.dep == "advcl":
        return "planned"
    return "asserted"


def _governed(s: Sentence, up: Token, child: Token, *, first: bool) -> Status:
    """What the governor says about what it governs."""
    if up.pos in VERBS or up.pos in {"ADJ", "ADV"}:
        lexical = _lexical(up, child)
        return _worst(
            [lexical, _own(s, up.i) if child.dep not in {"advcl", "nsubj"} or first else "asserted"]
        )
    if up.lemma in PLANNED_NOUNS and child.dep in {"acl", "prep", "pobj", "xcomp"}:
        return _worst(["planned", _own(s, up.i)])
    return "asserted"


def _lexical(up: Token, child: Token) -> Status:
    open_clause = child.dep in {
        "xcomp",
        "ccomp",
        "pcomp",
        "dobj",
        "prep",
        "nsubjpass",
        "oprd",
        "acomp",
        "attr",
    }
    if not open_clause or up.lemma in REPORTING:
        return "asserted"
    if up.lemma in DENIES:
        return "denied"
    if up.lemma in REFUSES:
        return "negated"
    if up.lemma in PLANS:
        return "planned"
    if up.lemma in AGREES:
        return "agreed"
    return "completed" if up.lemma in DONE and child.lemma in KINDS else "asserted"


def _speaker(s: Sentence, up: Token, child: Token) -> tuple[int, ...]:
    if up.lemma in REPORTING and child.dep in {"ccomp", "parataxis", "advcl"}:
        return tuple(roles.subject(s, up.i))
    return ()


def _according(s: Sentence) -> tuple[int, ...]:
    """Who stands behind "according to", or says what the sentence reports."""
    for token in s.tokens:
        if token.lemma in {"accord", "according"}:
            to = [k for k in s.kids(token.i, "prep") if k.lemma == "to"]
            return tuple(o.i for k in to for o in s.kids(k.i, "pobj"))
    for token in s.tokens:
        if token.lemma in REPORTING and token.pos == "VERB" and token.dep in {"ROOT", "parataxis"}:
            return tuple(roles.subject(s, token.i))
    return ()


def _hearsay(s: Sentence, i: int) -> Status:
    """Unnamed sources, "reportedly", "is said to" anywhere above the trigger."""
    if _background(s, i):
        return "asserted"
    if any(t.lemma in HEARSAY for t in s.tokens):
        return "rumoured"
    up = s.up(i)
    if (
        up is not None
        and up.lemma in {"say", "report", "rumour", "rumor", "understand"}
        and roles.passive(s, up.i)
    ):
        return "rumoured"
    return "rumoured" if any(_unnamed(s, t) for t in s.tokens) else "asserted"


def _background(s: Sentence, i: int) -> bool:
    """Whether the trigger stands in a relative clause: told by the story, not by its sources."""
    at = s.tokens[i]
    while (up := s.up(at.i)) is not None:
        if at.dep in {"relcl", "appos"}:
            return True
        at = up
    return False


def _unnamed(s: Sentence, token: Token) -> bool:
    """ "three sources said", "people familiar with the matter", "media reports"."""
    if token.lemma not in RUMOUR_SOURCES or token.pos != "NOUN":
        return False
    up = s.up(token.i)
    says = (
        up is not None
        and up.lemma in {"say", "tell", "report", "add", "claim"}
        and token.dep in {"nsubj", "agent"}
    )
    cited = up is not None and up.lemma in {"to", "by", "cite"} and token.dep in {"pobj", "dobj"}
    familiar = any(
        k.lemma in {"familiar", "aware", "close", "knowledge"}
        for k in map(s.tokens.__getitem__, s.subtree(token.i))
    )
    return (token.lemma in {"source", "insider"} and (says or cited)) or (
        token.lemma in {"people", "person"} and familiar
    )
