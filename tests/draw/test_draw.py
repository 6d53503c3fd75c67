"""Pictures of the graph as files: the same bytes, well formed, or refused with the reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.draw import FORMATS, draw
from schemas.errors import EntityUnknown, KnockonError
from tests.draw.factories import hostile_view, town, view


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_view_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    assert draw(town(), one, limit=12) == one
    assert draw(town(), two, limit=12).read_bytes() == one.read_bytes()


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
    graph = town()
    with pytest.raises(KnockonError, match=r"html, \.svg, \.png"):
        draw(graph, tmp_path / "a.pdf")
    with pytest.raises(KnockonError, match="cannot write"):
        draw(graph, tmp_path / "nowhere" / "a.html")
    with pytest.raises(EntityUnknown, match="firm:nobody"):
        draw(graph, tmp_path / "a.html", focus="firm:nobody")
    with pytest.raises(KnockonError, match="nothing to draw"):
        draw(view((), ()), tmp_path / "a.html")
