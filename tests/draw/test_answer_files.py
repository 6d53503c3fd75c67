"""Pictures of answers as files: the same bytes, sentences beside, nothing of a story runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.draw import FORMATS, draw_answer, style, words
from kg.draw.answer import ink
from kg.draw.answer.gather import gather
from kg.draw.answer.page import page
from schemas.answer import Answer
from schemas.errors import KnockonError
from tests.draw.answers import answer, curb, exposure, many, path, step
from tests.draw.hostile import HOSTILE, Read, assert_sealed

SVG = "{http://www.w3.org/2000/svg}"


def hostile(payload: str) -> Answer:
    """An answer in which every text that a story gives is the payload."""
    texts = ("quote", "title", "publisher", "published", "source", "story_id")
    said = dict.fromkeys(texts, payload)
    hop = step("policy:curb", "TARGETS", payload or "x", 0.8, 1)
    claims = [{**c, **said} for c in hop["claims"]]  # type: ignore[attr-defined]
    found = exposure(payload or "x", payload, "hurt", path({**hop, "claims": claims}))
    shock = {"node": "policy:curb", "name": payload, "channel": "access", "size": -1,
             "reason": payload}  # fmt: skip
    plan = {"form": "exposed", "subject": payload, "names": {payload: payload}}
    fragile = {"claim_id": "c", "quote": payload, "story_id": "s", "loss": 0.5}
    return answer([found], question=payload, plan=plan, shock=shock, unlinked=[payload],
                  left_out=[payload], most_fragile=fragile, verdict=payload or None)  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_answer_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    assert draw_answer(curb(), one) == one
    again = Answer.model_validate_json(curb().model_dump_json(by_alias=True))
    assert draw_answer(again, two).read_bytes() == one.read_bytes()


def test_another_process_draws_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from kg.draw import draw_answer; from tests.draw.answers import many;"
        "[draw_answer(many(30), pathlib.Path(sys.argv[1] + s)) for s in ('.svg', '.html')]"
    )
    drawn = []
    for seed in ("1", "2"):
        root = str(Path(__file__).parents[2])
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": root})
        drawn.append([(tmp_path / f"{seed}{s}").read_bytes() for s in (".svg", ".html")])
    assert drawn[0] == drawn[1]


def test_a_picture_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    with pytest.raises(KnockonError, match=r"html, \.svg, \.png"):
        draw_answer(curb(), tmp_path / "a.pdf")
    with pytest.raises(KnockonError, match="cannot write"):
        draw_answer(curb(), tmp_path / "nowhere" / "a.svg")


# ------------------------------------------------------------------------- what is printed


def test_the_figure_prints_every_sentence_with_its_number_publisher_date_and_status(
    tmp_path: Path,
) -> None:
    root = ElementTree.fromstring(draw_answer(curb(), tmp_path / "a.svg").read_text("utf-8"))
    lines = [t.text or "" for t in root.iter(f"{SVG}text")]
    told = " ".join(lines)
    plot = gather(curb())
    for number, claim in enumerate(plot.sentences, 1):
        assert str(number) in lines
        assert f"{claim.publisher}, {claim.published}, {claim.status}" in told.replace("- ", "-")
        assert claim.quote[:30] in told
    for line in (plot.words.title, plot.words.gist, *plot.words.reading, plot.words.caveat):
        assert line in told
    assert {"hurt", "helped", "planned", "denied"} <= set(lines)


def test_every_colour_stands_out_by_day_and_by_night() -> None:
    for ground in (style.PAPER, style.NIGHT):
        for role in ink.ROLES.keys() - {"ink"}:
            assert style.contrast(ink.colour(role, ground), ground) >= 3
            tint = ink.colour(f"{role}-tint", ground)
            assert style.contrast(ink.colour("ink", ground), tint) >= 7
            assert style.contrast(ink.colour(f"{role}-text", ground), ground) >= 4.5


def test_no_two_effects_have_one_shape() -> None:
    shapes = {len(item.bends) for kind in ("hurt", "mixed") for item in ink.sign(kind, 0, 0, 5)
              if isinstance(item, ink.Shape)}  # fmt: skip
    assert len(shapes) == 2
    hurt, helped = (ink.sign(k, 0, 0, 5)[0] for k in ("hurt", "helped"))
    assert isinstance(hurt, ink.Shape)
    assert isinstance(helped, ink.Shape)
    assert hurt.start[1] > 0 > helped.start[1]


# ------------------------------------------------------------------------- the page


def test_the_page_holds_every_sentence_whole() -> None:
    content = page(gather(curb()))
    for claim in gather(curb()).sentences:
        for told in (claim.quote, claim.publisher, claim.published, claim.status, claim.title):
            assert told in content


@pytest.mark.parametrize("count", [5, 60])
def test_every_card_and_hop_can_be_reached_by_key_in_both_pictures(count: int) -> None:
    plot = gather(many(count))
    read = Read(page(plot))
    entries = {attrs["id"] for tag, attrs in read.tags if tag == "li" and "id" in attrs}
    cards = {attrs["data-card"] for _, attrs in read.tags if "data-card" in attrs}
    parts = [attrs for tag, attrs in read.tags if tag == "a" and "data-key" in attrs]
    broad = [p for p in parts if str(p["id"]).startswith("a-")]
    narrow = [p for p in parts if str(p["id"]).startswith("b-")]
    assert len(broad) == len(plot.cards) + len(plot.wires)
    assert len([p for p in narrow if str(p["data-key"]).startswith("c")]) == len(plot.cards)
    for part in parts:
        assert str(part["href"]).removeprefix("#") in entries
        assert {part["data-key"], *str(part["data-near"]).split()} <= cards
        assert part["aria-label"]
    ids = [attrs["id"] for _, attrs in read.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_pointing_at_a_card_shows_its_whole_way_from_the_shock() -> None:
    plot = gather(curb())
    read = Read(page(plot))
    at = next(i for i, c in enumerate(plot.cards) if c.node == "firm:cars")
    part = next(a for _, a in read.tags if a.get("id") == f"a-c{at}")
    way = [plot.wires[int(n[1:])] for n in str(part["data-near"]).split() if n.startswith("w")]
    assert [w.end for w in way] == ["commodity:magnets", "firm:maker", "firm:cars"]


def test_the_page_allows_its_own_script_and_asks_for_nothing() -> None:
    assert_sealed(page(gather(curb())))


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_of_a_story_becomes_markup(payload: str) -> None:
    plain = Read(page(gather(hostile("Hollin Energy"))))
    content = page(gather(hostile(payload)))
    read = Read(content)
    assert {tag for tag, _ in read.tags} <= {tag for tag, _ in plain.tags}
    assert content.lower().count("<script") == 1
    assert not any(name.startswith("on") for _, attrs in read.tags for name in attrs)
    assert all(str(a["href"]).startswith("#") for _, a in read.tags if "href" in a)
    assert words.clean(payload) in "".join(read.words)
    content.encode("utf-8", "strict")


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_figure_is_well_formed_and_holds_text_alone(
    tmp_path: Path, payload: str
) -> None:
    svg = draw_answer(hostile(payload), tmp_path / "a.svg").read_text("utf-8")
    parts = list(ElementTree.fromstring(svg).iter())
    assert {e.tag.removeprefix(SVG) for e in parts} <= {"svg", "title", "rect", "g", "path", "text"}
    assert not [k for e in parts for k in e.attrib if "href" in k or k.startswith("on")]


@pytest.mark.parametrize("payload", ["$a_$ \\frac", "</script>", "龍 \U0001f680", "שלום", "\x00"])
def test_a_hostile_name_is_a_picture_of_itself(tmp_path: Path, payload: str) -> None:
    assert draw_answer(hostile(payload), tmp_path / "a.PNG").read_bytes()[:4] == b"\x89PNG"
