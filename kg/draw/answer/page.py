"""One HTML file with the picture of an answer and, for every hop, the sentences that say it.

It asks the network for nothing and runs one script, ours, known to the browser by its hash. The
evidence stands once, escaped, in the lists; the script only copies entries beside the picture.
Bias: without a script everything can still be read, every part leads to its entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.draw.answer import ink
from kg.draw.answer.compose import compose, legend
from kg.draw.answer.ink import Sheet
from kg.draw.answer.plot import SIGNED, Card, Plot, Wire
from kg.draw.answer.said import CLASS, KIND, by, number, verb
from kg.draw.answer.svg import by_ground, inline, text
from kg.draw.answer.svg import parts as svg_parts
from kg.draw.answer.tall import WIDE, tall
from kg.draw.answer.wide import wide
from kg.draw.place import Box
from kg.draw.sealed import part, sealed
from schemas.answer import Support

_BODY = """<a class="skip" href="#evidence">Skip to the sentences</a>
<header><h1><bdi>{title}</bdi></h1>
<p class="gist">{gist}</p>
{reading}
</header>
<div class="page">
<main>
<figure>
<div class="canvas broad">{broad}</div>
<div class="canvas narrow">{narrow}</div>
<figcaption class="key"><div class="broad">{key}</div><div class="narrow">{small}</div>
<p class="hint">Point at a card or a line, tap it, or reach it with the Tab key, to read the
sentences behind it. A click or Enter keeps them, Escape lets them go.</p></figcaption>
</figure>
<div id="tip" role="status" aria-live="polite" hidden><button type="button" aria-label="Close">×</button>
<div id="said"></div></div>
</main>
<section id="evidence" class="pair">
<div><h2>{who}</h2>
<ol class="list">
{cards}
</ol></div>
<div><h2>Every hop and its sentences</h2>
<ol class="list">
{wires}
</ol></div>
</section>
</div>
<footer>
{notes}
</footer>"""  # noqa: E501
MARGINS = 72
"""Room for what stands beside the picture: margins and a scroll bar."""
SMALLEST = 0.8
"""The share of its size down to which the broad picture is shown, before the narrow one is."""


LARGEST = 1.2
"""The share of its size up to which the broad picture grows."""
BESIDE = 600
"""Room that the sentences need beside the picture; with less they stand below it."""
LAPTOP = 1000
"""A screen wider than this shows the broad picture, if need be with a scroll bar."""


def page(plot: Plot) -> str:
    """The whole file as text."""
    broad, words = compose(plot, wide(plot)), plot.words
    across = broad.frame.right - broad.frame.left
    title = text(words.title)
    body = _BODY.format(
        title=title, gist=text(words.gist),
        reading="\n".join(f'<p class="reading">{text(line)}</p>' for line in words.reading),
        broad=_picture(_room(broad), "a-", words.title),
        narrow=_picture(_room(compose(plot, tall(plot))), "b-", words.title),
        key=_key(plot, min(across, 1100)), small=_key(plot, WIDE),
        who="Who and how" if plot.headings else "What is linked",
        cards="\n".join(_card(plot, n, card) for n, card in enumerate(plot.cards)),
        wires="\n".join(_wire(plot, n, wire) for n, wire in enumerate(plot.wires)),
        notes="\n".join(f"<p>{text(line)}</p>" for line in _notes(plot)),
    )  # fmt: skip
    return sealed(title, _style(across), body, part("kg.draw.answer", "page.js"))


def _style(across: float) -> str:
    """The colours of day and night, the rules, and the width at which the picture turns narrow."""
    day, night = (_colours(ground) for ground in ink.GROUNDS.values())
    turn = round(min(LAPTOP, across * SMALLEST + MARGINS))
    aside = round(across * LARGEST + BESIDE)
    return (
        f":root{{{day}}}\n@media (prefers-color-scheme: dark){{:root{{{night}}}}}\n"
        + part("kg.draw.answer", "page.css")
        + f".canvas.broad svg{{width:min(100%,{round(across * LARGEST)}px);"
        f"min-width:{round(across * SMALLEST)}px}}\n"
        f"@media (max-width:{turn}px){{.broad{{display:none}}.narrow{{display:block}}"
        f".canvas.narrow svg{{width:100%;max-width:{round(WIDE * 1.6)}px}}}}\n"
        f"@media (min-width:{aside}px){{.page{{display:grid;max-width:100rem;margin:0 auto;"
        f"grid-template-columns:{round(across * LARGEST + MARGINS)}px minmax(0,1fr)}}"
        ".pair{grid-template-columns:minmax(0,1fr)}.pair>:last-child{order:-1}}\n"
    )


def _colours(ground: str) -> str:
    uses = [f"{role}{use}" for role in ink.ROLES for use in ("", "-tint", "-text")]
    rule = f"--rule:{ink.colour('soft-tint', ground)};"
    return rule + "".join(f"--{r}:{ink.colour(r, ground)};" for r in ["paper", *uses])


def _room(sheet: Sheet) -> Sheet:
    """A little room at the edges, for the outline of what is in focus."""
    left, top, right, bottom = sheet.frame
    return Sheet(Box(left - 4, top - 4, right + 4, bottom + 4), sheet.parts)


def _picture(sheet: Sheet, prefix: str, title: str) -> str:
    return inline(sheet, prefix, "graph", title)


def _key(plot: Plot, across: float) -> str:
    return inline(legend(plot, across), "", "legend", "Legend")


def _card(plot: Plot, at: int, card: Card) -> str:
    """A thing with its score and the hops that lead to it."""
    score = f"{number(card.score)} {card.channel}" if card.score else ""
    parts = [card.label, KIND.get(card.kind, ""), score, CLASS.get(card.class_, "")]
    parts += ["the shock"] if card.kind == "shock" else []
    parts += [card.status] if card.score and card.status != "asserted" else []
    meta = " · ".join(dict.fromkeys(filter(None, parts)))
    ways = ", ".join(_lead(plot, n) for n in plot.ways.get(card.node, ()))
    name = f"{_mark(card.kind)}<bdi>{text(card.name)}</bdi>"
    body = (
        f'<div data-card="c{at}"><p class="about">{name}</p>'
        f'<p class="meta">{text(meta)}</p><p class="ways">{ways}</p></div>'
    )
    return f'<li id="c{at}">{body}</li>'


def _lead(plot: Plot, at: int) -> str:
    wire, names = plot.wires[at], {c.node: c.name for c in plot.cards}
    said = f"{text(names[wire.start])} {text(verb(wire))} {text(names[wire.end])}"
    return f'<a href="#w{at}"><bdi>{said}</bdi></a>'


def _wire(plot: Plot, at: int, wire: Wire) -> str:
    """A hop with all its sentences."""
    names = {c.node: c.name for c in plot.cards}
    start, end = text(names[wire.start]), text(names[wire.end])
    said = [_quote(plot, claim) for claim in wire.claims]
    said = said or ['<p class="none">Reference data; no sentence says it.</p>']
    detail = f'<p class="detail">{text(wire.detail)}</p>' if wire.detail else ""
    body = (
        f'<div data-card="w{at}"><p class="about">{_mark(wire.kind)}<bdi>{start}</bdi> '
        f"{text(verb(wire))} <bdi>{end}</bdi></p>{detail}{''.join(said)}</div>"
    )
    return f'<li id="w{at}">{body}</li>'


def _mark(kind: str) -> str:
    """The sign of an effect as a small picture with its name."""
    if kind not in SIGNED:
        return ""
    drawn = "".join(svg_parts(Sheet(Box(0, 0, 0, 0), ink.sign(kind, 7, 7, 6)), by_ground))
    return (f'<svg class="mark" width="14" height="14" viewBox="0 0 14 14" role="img" '
            f'aria-label="{KIND[kind]}">{drawn}</svg>')  # fmt: skip


def _quote(plot: Plot, claim: Support) -> str:
    """A sentence with its number, who printed it, and its place."""
    numbers = [n for n, c in enumerate(plot.sentences, 1)
               if (c.story_id, c.quote) == (claim.story_id, claim.quote)]  # fmt: skip
    mark = f"{numbers[0]} · " if numbers else ""
    told = " · ".join(filter(None, (text(claim.title), text(by(claim)))))
    place = f"{claim.source or claim.story_id}, characters {claim.start}–{claim.end}"
    return (
        f'<figure class="quote"><blockquote><bdi>“{text(claim.quote)}”</bdi></blockquote>'
        f'<figcaption>{mark}{told}<span class="place">{text(place)}</span></figcaption></figure>'
    )


def _notes(plot: Plot) -> Iterator[str]:
    for head, names in plot.words.beside:
        yield f"{head}: {', '.join(names)}."
    yield from plot.words.notes
    if plot.words.caveat:
        yield plot.words.caveat
