"""Pictures: the right things chosen, nothing covered, the same bytes, nothing of the data run."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.draw import FORMATS, draw, style, words
from kg.draw.choose import choose
from kg.draw.page import page
from kg.draw.scene import Scene, stage
from schemas.answer import Answer
from schemas.base import edge_types, labels
from schemas.errors import EntityUnknown, KnockonError
from tests.draw.factories import FIRMS, curb, entity, link, town, view
from tests.exposure.factories import ToyView

HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='", "<svg onload=alert(1)>",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--<script>",
    "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>', "<iframe src=//example.invalid>",
    "<base href=//x.invalid>", "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//x.invalid>", "&lt;script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "\x00<scr\x00ipt>", "<scr\x0bipt>",
    "\u202e<script>", "{title}{script}", "$x^2$ \\alpha", "%s%n", "\ud800<script>",
    "<textarea><script>", "<math><mi//", "<form action=//x.invalid><input>",
    "<style>@import'//x.invalid'</style>", "`${alert(1)}`", "<template><script>",
)  # fmt: skip


class Read(HTMLParser):
    """A page as a browser's parser sees it: its tags with their attributes, its text."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return stage(choose(town()))


def hostile_view(payload: str) -> ToyView:
    head, tail = entity("Firm", "Hollin Energy"), entity("Product", "jet fuel")
    head = head.model_copy(update={"name": payload, "node": payload, "aliases": (payload,),
                                   "identifiers": ((payload, payload),)})  # fmt: skip
    edge = link(head, "PRODUCES", tail, 1, amount=payload, currency=payload)
    said = edge.claims[0].model_copy(
        update=dict.fromkeys(("quote", "title", "publisher", "published", "source"), payload)
    )
    return view((head, tail), [edge.model_copy(update={"claims": (said,)})])


# ------------------------------------------------------------------------------ choice


def test_a_neighbourhood_reaches_as_far_as_asked_and_no_farther() -> None:
    chain = [entity("Firm", name) for name in FIRMS[:5]]
    graph = view(chain, [link(a, "SUPPLIES", b, i) for i, (a, b) in enumerate(pairwise(chain))])
    shown = {n.node for n in choose(graph, focus=chain[0].node, hops=2).nodes}
    assert shown == {e.node for e in chain[:3]}


def test_no_more_nodes_than_the_limit_and_the_rest_is_counted() -> None:
    choice = choose(town(), limit=20)
    assert len(choice.nodes) <= 20
    assert f"{60 - len(choice.nodes)} more not shown" in choice.caption
    ends = {end for e in choice.links for end in (e.head, e.tail)}
    assert ends == {n.node for n in choice.nodes}


def test_what_no_sentence_supports_is_left_out_of_a_graph() -> None:
    firm, trade = entity("Firm", FIRMS[0]), entity("Industry", "shipping")
    other = entity("Firm", FIRMS[1])
    reference = link(firm, "IN_INDUSTRY", trade, 1, reference=True, claims=())
    choice = choose(view((firm, trade, other), [reference, link(firm, "SUPPLIES", other, 2)]))
    assert {n.node for n in choice.nodes} == {firm.node, other.node}


def test_evidence_is_never_a_node_of_a_picture() -> None:
    firm, other, story = entity("Firm", FIRMS[0]), entity("Firm", FIRMS[1]), entity("Story", "s1")
    edges = [link(firm, "SUPPLIES", other, 1), link(story, "MENTIONS", firm, 2)]
    edges.append(link(story, "IMPACTS", firm, 3))
    assert {n.entity.label for n in choose(view((firm, other, story), edges)).nodes} == {"Firm"}


def test_an_answer_shows_its_paths_with_the_sign_where_each_link_arrives() -> None:
    graph, answer = curb()
    choice = choose(graph, answer=answer)
    on_paths = {s.to for e in answer.answers for p in e.paths for s in p.steps}
    assert {n.node for n in choice.nodes} == on_paths | {str(answer.shock["node"])}
    signs = {(e.head, e.type): e.sign for e in choice.links}
    rival = entity("Firm", "Umber Valley Lithium").node
    maker = entity("Firm", "Marchetti Turbines").node
    assert signs[rival, "COMPETES_WITH"] == "+"
    assert signs[maker, "DEPENDS_ON"] == "-"
    assert {e.type for e in choice.links if e.structural} == {"IN_INDUSTRY"}


def test_an_answer_runs_from_the_shock_at_the_left_to_the_right() -> None:
    graph, answer = curb()
    marks = stage(choose(graph, answer=answer)).marks
    by_column = {c: {round(m.x) for m in marks if m.shown.column == c} for c in range(6)}
    left = [max(by_column[c]) < min(by_column[c + 1]) for c in range(5)]
    assert all(left)


def test_rows_of_an_answer_are_drawn_as_links() -> None:
    a, b, c = (entity("Firm", name) for name in FIRMS[:3])
    graph = view((a, b, c), [link(a, "SUPPLIES", b, 1), link(b, "SUPPLIES", c, 2)])
    row: dict[str, object] = {"head_node": a.node, "edge": "SUPPLIES", "tail_node": b.node}
    choice = choose(graph, answer=Answer(question="who supplies", plan={}, rows=(row,)))
    assert [e.key for e in choice.links] == [(a.node, "SUPPLIES", b.node, "")]


# ------------------------------------------------------------------------------ places


@pytest.mark.parametrize("limit", [12, 35, 60])
def test_no_label_covers_another_label_or_another_node(limit: int) -> None:
    marks = stage(choose(town(), limit=limit)).marks
    assert len(marks) > limit * 0.8
    for one, other in combinations(marks, 2):
        assert not one.box.meets(other.box), (one.lines, other.lines)
    for one in marks:
        for other in marks:
            reach = other.radius
            inside = (one.box.left - reach < other.x < one.box.right + reach
                      and one.box.top - reach < other.y < one.box.bottom + reach)  # fmt: skip
            assert not inside, (one.lines, other.lines)


def test_sixty_nodes_fit_into_one_picture(scene: Scene) -> None:
    assert len(scene.marks) == 60
    assert len(scene.arrows) >= 90


def test_words_of_links_stand_clear_of_all_other_words(scene: Scene) -> None:
    boxes = [a.box for a in scene.arrows if a.box]
    assert len(boxes) > len(scene.arrows) / 4
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert not any(a.meets(m.box) for a in boxes for m in scene.marks)


def test_everything_lies_inside_the_frame(scene: Scene) -> None:
    left, top, right, bottom = scene.frame
    for box in [m.box for m in scene.marks] + [a.box for a in scene.arrows if a.box]:
        assert left <= box.left and box.right <= right  # noqa: PT018
        assert top <= box.top and box.bottom <= bottom  # noqa: PT018


def test_an_arrow_ends_outside_the_node_it_points_at(scene: Scene) -> None:
    for arrow in scene.arrows:
        mark = scene.marks[arrow.ends[1]]
        x, y = arrow.head[0] if arrow.head else arrow.curve.end
        assert ((x - mark.x) ** 2 + (y - mark.y) ** 2) ** 0.5 > mark.radius


def test_long_names_take_two_lines_and_end_in_an_ellipsis() -> None:
    lines = words.wrap("Greywick Battery Materials International Holdings of Estmark")
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert len(" ".join(lines)) <= words.LONGEST
    assert words.wrap("Hollin Energy") == ("Hollin Energy",)


# ------------------------------------------------------------------------------ looks


def test_every_colour_stands_out_by_day_and_by_night() -> None:
    used = {e.colour for e in edge_types().values()} | {n.colour for n in labels().values()}
    for colour in used | {c for _, c, _ in style.EFFECT.values()}:
        for ground in (style.PAPER, style.NIGHT):
            assert style.contrast(style.legible(colour, ground), ground) >= 3
            assert style.contrast(style.legible(colour, ground, style.LETTERS), ground) >= 4.5


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_hope_rumour_and_reference_do_not_look_like_fact() -> None:
    drawn = [style.dash_of(s, structural=False) for s in ("planned", "rumoured", "denied")]
    drawn.append(style.dash_of("asserted", structural=True))
    assert len(set(drawn)) == 4
    assert style.dash_of("asserted", structural=False) == style.SOLID
    assert style.said("ACQUIRES", "rumoured") == "acquires (rumoured)"


def test_the_legend_tells_of_what_occurs_and_nothing_else() -> None:
    graph, answer = curb()
    legend = stage(choose(graph, answer=answer)).legend
    assert {e.text for e in legend if e.sort == "node"} == {
        "Commodity", "Country", "Firm", "Industry", "Policy", "Product",
    }  # fmt: skip
    assert {e.sign for e in legend if e.sort == "sign"} == {"+", "-", "±"}
    assert [e.text for e in legend if e.sort == "dash"] == [
        "planned",
        "no sentence, reference data",
    ]


# ------------------------------------------------------------------------------ files


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_view_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    graph, answer = curb()
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    assert draw(graph, one, answer=answer) == one
    assert draw(graph, two, answer=answer).read_bytes() == one.read_bytes()


def test_another_process_draws_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from kg.draw import draw; from tests.draw.factories import town;"
        "draw(town(), pathlib.Path(sys.argv[1]))"
    )
    drawn = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.svg"
        root = str(Path(__file__).parents[2])
        command = [sys.executable, "-c", code, str(path)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": root})
        drawn.append(path.read_bytes())
    assert drawn[0] == drawn[1]


def test_svg_is_well_formed_and_png_is_a_png(tmp_path: Path) -> None:
    svg = draw(hostile_view("\x0b--><x>$a$ 龍"), tmp_path / "a.svg").read_text("utf-8")
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert draw(hostile_view("$a_$"), tmp_path / "a.PNG").read_bytes()[:4] == b"\x89PNG"


def test_a_picture_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    graph, _ = curb()
    with pytest.raises(KnockonError, match=r"html, \.svg, \.png"):
        draw(graph, tmp_path / "a.pdf")
    with pytest.raises(KnockonError, match="cannot write"):
        draw(graph, tmp_path / "nowhere" / "a.html")
    with pytest.raises(EntityUnknown, match="firm:nobody"):
        draw(graph, tmp_path / "a.html", focus="firm:nobody")
    with pytest.raises(KnockonError, match="nothing to draw"):
        draw(view((), ()), tmp_path / "a.html")


# ------------------------------------------------------------------------------ the page


def test_the_page_shows_every_sentence_with_story_place_and_date() -> None:
    graph, answer = curb()
    content = page(stage(choose(graph, answer=answer)))
    for claim in {c for e in answer.answers for p in e.paths for s in p.steps for c in s.claims}:
        for told in (claim.quote, claim.title, claim.published, f"{claim.start}–{claim.end}"):
            assert told in content


def test_every_link_and_node_can_be_reached_by_key_and_leads_to_its_row(scene: Scene) -> None:
    read = Read(page(scene))
    rows = {attrs["id"] for tag, attrs in read.tags if tag == "tr" and "id" in attrs}
    cards = {attrs["data-card"] for _, attrs in read.tags if "data-card" in attrs}
    parts = [attrs for tag, attrs in read.tags if tag == "a" and "data-cards" in attrs]
    assert len(parts) == len(scene.marks) + len(scene.arrows)
    for part in parts:
        assert str(part["href"]).removeprefix("#") in rows
        assert set(str(part["data-cards"]).split()) <= cards
        assert part["aria-label"]


def test_the_page_allows_its_own_script_and_asks_for_nothing(scene: Scene) -> None:
    content = page(scene)
    script = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    policy = next(a["content"] for _, a in Read(content).tags if "http-equiv" in a)
    assert len(script) == 1
    assert f"script-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none'")
    assert not re.search(r"https?://|url\(|@import|\bsrc=", content)


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_of_a_story_becomes_markup(payload: str) -> None:
    plain = Read(page(stage(choose(hostile_view("Hollin Energy")))))
    scene = stage(choose(hostile_view(payload)))
    content = page(scene)
    read = Read(content)
    allowed = {tag for tag, _ in plain.tags}
    assert {tag for tag, _ in read.tags} <= allowed
    assert content.lower().count("<script") == 1
    assert not any(name.startswith("on") for _, attrs in read.tags for name in attrs)
    assert all(str(a["href"]).startswith("#") for _, a in read.tags if "href" in a)
    assert words.clean(payload) in "".join(read.words)
    content.encode("utf-8")
