"""One HTML file that shows a scene and, for every link, the sentence that says it.

It asks the network for nothing and runs one script, ours, known to the browser by its hash. The
evidence stands once, escaped, in the table; the script only copies rows into view. Bias: without
a script everything can still be read, every link leads to its row.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.draw import style
from kg.draw.scene import Arrow, Mark, Scene
from kg.draw.sealed import part, sealed
from kg.draw.vector import colour_class, colours, link_name, node_name, picture, sample, text
from schemas.answer import Support

_BODY = """<a class="skip" href="#evidence">Skip to the table of evidence</a>
<header><h1>{title}</h1><p>{caption}</p></header>
<main>
<figure>
<div class="canvas">{picture}</div>
<figcaption><ul class="legend">{legend}</ul></figcaption>
</figure>
<aside id="panel" aria-label="Evidence of what is chosen" aria-live="polite">
<p id="hint">Point at a link or a thing, or reach it with the Tab key, to read the sentences behind
it. Enter or a click keeps it here, Escape lets it go. Everything also stands in the tables.</p>
<div id="shown"></div>
</aside>
</main>
<section id="evidence" aria-labelledby="evidence-title">
<h2 id="evidence-title">Links and their evidence</h2>
<div class="wide"><table>
<thead><tr><th scope="col">From</th><th scope="col">Link</th><th scope="col">To</th>
<th scope="col">Effect</th><th scope="col">Evidence</th></tr></thead>
<tbody>
{links}
</tbody></table></div>
</section>
<section aria-labelledby="things-title">
<h2 id="things-title">Things</h2>
<div class="wide"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Sort</th>
<th scope="col">Also known as</th></tr></thead>
<tbody>
{things}
</tbody></table></div>
</section>"""


def page(scene: Scene) -> str:
    """The whole file as text."""
    title = text(scene.title)
    body = _BODY.format(
        title=title,
        caption=text(scene.caption),
        picture=picture(scene),
        legend="".join(f"<li>{sample(e)}<span>{text(e.text)}</span></li>" for e in scene.legend),
        links="\n".join(_link(scene, n, arrow) for n, arrow in enumerate(scene.arrows)),
        things="\n".join(_thing(n, mark) for n, mark in enumerate(scene.marks)),
    )
    style = part("kg.draw", "page.css") + "".join(_shades(scene))
    return sealed(title, style, body, part("kg.draw", "page.js"))


def _shades(scene: Scene) -> Iterator[str]:
    """Each colour as it is legible on paper, and as it is at night."""
    for ground, query in ((style.PAPER, "light"), (style.NIGHT, "dark")):
        rules = "".join(
            f".{colour_class(c)}{{--c:{style.legible(c, ground)};"
            f"--t:{style.legible(c, ground, style.LETTERS)}}}"
            for c in colours(scene)
        )
        yield f"@media (prefers-color-scheme: {query}){{{rules}}}"


def _link(scene: Scene, number: int, arrow: Arrow) -> str:
    link = arrow.link
    head, tail = (text(scene.marks[i].shown.entity.name) for i in arrow.ends)
    said = [_quote(claim) for claim in link.claims]
    card = (
        f'<div data-card="e{number}"><p class="about">{text(link_name(scene, arrow))}</p>'
        f'<p class="detail">{text(link.detail)}</p>{"".join(said)}</div>'
    )
    return (
        f'<tr id="e{number}"><th scope="row">{head}</th>'
        f"<td>{text(style.said(link.type, link.status))}</td><td>{tail}</td>"
        f"<td>{_effect(link.sign or '')}</td><td>{card}</td></tr>"
    )


def _quote(claim: Support) -> str:
    """A sentence with the story it stands in and its place there."""
    told = [claim.title, claim.publisher, claim.published, claim.status]
    place = f"{claim.source or claim.story_id}, characters {claim.start}–{claim.end}"
    return (
        f'<figure class="said"><blockquote><bdi>{text(claim.quote)}</bdi></blockquote>'
        f"<figcaption>{' · '.join(text(t) for t in told if t)}"
        f'<span class="place">{text(place)}</span></figcaption></figure>'
    )


def _thing(number: int, mark: Mark) -> str:
    entity = mark.shown.entity
    also = [*entity.aliases, *(f"{scheme} {value}" for scheme, value in entity.identifiers)]
    known = text(", ".join(also))
    card = (
        f'<div data-card="n{number}"><p class="about thing">{text(node_name(mark))}</p>'
        f'<p class="known">{known}</p></div>'
    )
    return (
        f'<tr id="n{number}"><th scope="row">{text(entity.name)}</th>'
        f"<td>{text(entity.label)}</td><td>{card}</td></tr>"
    )


def _effect(sign: str) -> str:
    return " ".join(style.EFFECT[sign][::2]) if sign else ""
