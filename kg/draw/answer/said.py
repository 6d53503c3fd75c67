"""The words of a picture: title, reading, gist, the verb of every hop, notes and caveat.

All words that a story gave pass `clean`. Bias: what the answer itself says, no word stronger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.draw import style
from kg.draw.answer.plot import OPEN, Card, Wire, Words
from kg.draw.words import clean, cut
from kg.exposure.factors import CAVEAT
from schemas.answer import Answer, Exposure, Support
from schemas.base import Status

KIND = {"hurt": "hurt", "helped": "helped", "mixed": "mixed", "unaffected": "said to be unaffected"}
CLASS = {
    "stated": "stated", "linked": "linked", "structural": "by industry and place alone",
    "stated_not_exposed": "said not to be exposed", "unknown": "nothing known",
}  # fmt: skip
_HIDDEN = {"names", "about", "form"}
_BACK = {  # an edge's phrase, read from its tail to its head
    "depends on": "needed by", "produces": "made by", "supplies": "supplied by",
    "exports": "exported by", "imports": "imported by", "owns": "owned by",
    "acquires": "acquired by", "divests": "divested by", "invests in": "invested in by",
    "lends to": "borrows from", "holds": "held by", "imposes": "imposed by",
    "targets": "targeted by", "restricts": "restricted by", "supports": "supported by",
    "affects": "affected by", "leads": "led by", "releases": "released by", "sues": "sued by",
    "fines": "fined by", "forecasts": "forecast by", "reports": "reported by",
    "sets": "set by", "is an input to": "made from", "can replace": "replaceable by",
    "is located in": "home of", "is listed on": "lists", "is in": "includes",
    "is a member of": "has as member", "halts production of": "production halted by",
}  # fmt: skip


BARE = 12
"""Characters of a verdict that says too little alone: yes, 5, unknown."""


def verb(wire: Wire) -> str:
    """The hop in words, read from left to right, with its status where it is no plain fact."""
    phrase = style.phrase_of(wire.edge)
    if not wire.forward and not style.symmetric(wire.edge):
        phrase = _BACK.get(phrase, f"◂ {phrase}")
    return phrase + tag(wire.status)


def tag(status: Status) -> str:
    """The status in brackets; empty for plain fact."""
    return "" if status in {"asserted", "completed"} else f" ({status})"


def under(card: Card) -> str:
    """The line under a card's name: what it is, how hard it is hit, on what ground."""
    parts = [card.label, cut(clean(card.amount), 40)]
    if card.score:
        parts.append(f"{number(card.score)} {card.channel}")
    if card.structural:
        parts.append("by industry")
    elif card.status in OPEN:
        parts.append(card.status)
    return " · ".join(filter(None, parts))


def number(score: float) -> str:
    """A signed score with two decimals and a true minus."""
    return f"{score:+.2f}".replace("-", "−")


def told(card: Card) -> str:
    """A card in a sentence, for those who cannot see it."""
    parts = [f"{clean(card.name)}, {card.label or 'thing'}"]
    parts += {"shock": ["the shock"], "subject": ["asked about"]}.get(card.kind, [])
    if card.kind in KIND:
        score = f" {number(card.score)} ({card.channel})" if card.score else ""
        parts.append(KIND[card.kind] + score)
    parts += [CLASS[card.class_]] if card.class_ in CLASS and card.kind != "unaffected" else []
    parts += [card.status] if card.status in OPEN else []
    return "; ".join(parts)


def hop(wire: Wire, names: Mapping[str, str]) -> str:
    """A wire in a sentence."""
    ground = "; reference data, no sentence" if wire.structural else ""
    effect = f"; {KIND[wire.kind]}" if wire.kind in KIND else ""
    return f"{clean(names[wire.start])} – {verb(wire)} – {clean(names[wire.end])}{effect}{ground}"


def by(claim: Support) -> str:
    """Who printed a sentence, when, and how it stands."""
    return ", ".join(filter(None, (clean(claim.publisher), clean(claim.published), claim.status)))


# --------------------------------------------------------------------- around the picture


def words_of(answer: Answer, cards: Sequence[Card], notes: Sequence[str]) -> Words:
    """All that is said around the picture of the answer."""
    title = clean(answer.question) or "An answer"
    return Words(
        title=title[:1].upper() + title[1:],
        reading=tuple(_reading(answer)),
        gist=_gist(answer),
        beside=tuple(_beside(answer, {c.node for c in cards})),
        notes=(*notes, *_notes(answer)),
        caveat=f"Scores are {CAVEAT}." if answer.shock else "",
    )


def _reading(answer: Answer) -> Iterator[str]:
    rest = [f"{k} {_flat(v)}" for k, v in answer.plan.items() if k not in _HIDDEN and v]
    form = str(answer.plan.get("form", "")).replace("_", " ")
    read = ", ".join(filter(None, (form, *rest)))
    if read:
        yield f"Read as: {cut(clean(read), 200)}"
    shock = answer.shock
    if shock:
        size = shock.get("size")
        force = number(size) if isinstance(size, int | float) else str(size or "")
        reason = cut(clean(str(shock.get("reason", ""))), 120)
        name = cut(clean(str(shock.get("name", ""))), 80)
        yield f"Shock: {name} · {shock.get('channel', '')} {force}" + (
            f" · {reason}" if reason else "")  # fmt: skip
    known = f"as known at {answer.known_at}" if answer.known_at else "as known now"
    yield f"As of {answer.as_of or 'any date'}, {known}"


def _flat(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{k} {_flat(v)}" for k, v in value.items() if v)
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _gist(answer: Answer) -> str:
    """What one should have seen after five seconds."""
    verdict = cut(clean(answer.verdict or ""), 200)
    verdict = verdict[:1].upper() + verdict[1:]
    if len(verdict) > BARE or (verdict and not answer.shock):
        return verdict
    told = _counted(answer) if answer.shock else _found(answer)
    return " · ".join(filter(None, (verdict, told)))


def _counted(answer: Answer) -> str:
    """How many are hurt, helped, mixed, unaffected, and who most."""
    count = Counter(map(fate, answer.answers))
    parts = [f"{count[k]} {said}" for k, said in KIND.items() if count[k]]
    possible = count["structural"]
    parts += [f"{possible} more {CLASS['structural']}"] if possible else []
    scored = [e for e in answer.answers if e.score and e.class_ != "structural"]
    most = max(scored, key=lambda e: (abs(e.score), e.node), default=None)
    if most:
        name = cut(clean(most.entity), 60)
        parts.append(f"most: {name} {number(most.score)} ({most.channel})")
    return " · ".join(parts)


def fate(exposure: Exposure) -> str:
    """What the gist counts an exposure as: its effect where a story names it."""
    if exposure.class_ == "stated_not_exposed":
        return "unaffected"
    return exposure.sign if exposure.class_ in {"stated", "linked"} else exposure.class_


def _found(answer: Answer) -> str:
    """What a question without a shock found: names, the length of the chain, or facts."""
    linked = [e for e in answer.answers if e.paths]
    if len(linked) == 1 and linked[0].hops > 1:
        ways = len(linked[0].paths)
        return f"Linked over {linked[0].hops} hops" + (f" in {ways} ways" if ways > 1 else "")
    if answer.answers:
        return f"{len(answer.answers)} found: {some([e.entity for e in answer.answers], 5)}"
    return f"{len(answer.rows)} {'fact' if len(answer.rows) == 1 else 'facts'}"


def _beside(answer: Answer, drawn: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Entities that no path leads to, by what the answer says of them."""
    for class_, head in (("stated_not_exposed", "Said not to be exposed"),
                         ("unknown", "Nothing known either way")):  # fmt: skip
        names = [cut(clean(e.entity), 60) for e in answer.answers
                 if e.class_ == class_ and not e.paths and e.node not in drawn]  # fmt: skip
        if names:
            yield head, tuple(names)


def _notes(answer: Answer) -> Iterator[str]:
    fragile = answer.most_fragile
    if fragile:
        quote = cut(clean(fragile.quote), 160)
        yield f"Most rests on “{quote}”: without it the scores move by {fragile.loss:.2f}."
    left = [clean(line) for line in answer.left_out]
    if left:
        yield "Left out: " + "; ".join(cut(line, 160) for line in left) + "."
    if answer.unlinked:
        yield "Names that could not be placed: " + some(answer.unlinked) + "."


def some(names: Sequence[str], count: int = 8) -> str:
    """The first of the names, and how many more there are."""
    more = f" and {len(names) - count} more" if len(names) > count else ""
    return ", ".join(cut(clean(n), 40) for n in names[:count]) + more
