"""`kg eval` from stories to figures, the page of misses, and what it refuses."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from tests.eval.gold_of import entity, relation

SENTENCE = "TSMC supplies Nvidia with <b>advanced</b> chips."
MISSED = "Marvell and Broadcom [are](x) rivals <script>alert(1)</script>."
TEXT = f"{SENTENCE}\n\n{MISSED}\n"
GOLD = {
    "id": "one",
    "title": "Chips <i>&</i> rivals",
    "entities": [
        entity("tsmc", "TSMC", "Firm"), entity("nvidia", "Nvidia", "Firm"),
        entity("mrvl", "Marvell", "Firm"), entity("avgo", "Broadcom", "Firm"),
    ],
    "relations": [
        relation("tsmc", "SUPPLIES", "nvidia", evidence_sentence=SENTENCE),
        relation("mrvl", "DIVESTS", "avgo", evidence_sentence=MISSED),
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "one.json").write_text(json.dumps(GOLD))
    (folder / "stories.jsonl").write_text(json.dumps({"id": "one", "text": TEXT}) + "\n")
    return folder


def test_a_folder_of_gold_with_its_stories_is_scored(kg, gold):
    done = kg("eval", gold)
    assert done.returncode == 0, done.stderr
    lines = [re.split(r"\s{2,}", line) for line in done.stdout.splitlines()]
    assert ["SUPPLIES", "1.000", "1.000", "1.000", "1.00–1.00", "1", "0", "0"] in lines
    assert ["DIVESTS", "0.000", "0.000", "0.000", "0.00–0.00", "0", "0", "1"] in lines
    assert {"one thing across stories (pairs)", "status", "date"} <= {line[0] for line in lines}


def test_json_holds_figures_intervals_and_misses(kg, gold):
    told = json.loads(kg("eval", gold, "--json", "--samples", 200, "--seed", 3).stdout)
    (relations,) = [s for s in told["scores"] if (s["part"], s["kind"]) == ("relations", "")]
    assert (told["stories"], told["samples"], told["seed"]) == (1, 200, 3)
    assert (relations["tp"], relations["fn"], relations["recall"]) == (1, 1, 0.5)
    assert relations["f1"] == told["figures"]["relations_f1"] == relations["low"]
    missed = [m for m in told["misses"] if m["sort"] == "missed" and m["about"] == "claim"]
    assert [(m["story"], m["type"], m["quote"]) for m in missed] == [("one", "DIVESTS", MISSED)]


def test_rows_that_were_extracted_before_give_the_same(kg, gold, tmp_path):
    rows = kg("extract", gold / "stories.jsonl").stdout
    (tmp_path / "rows.jsonl").write_text(rows)
    again = kg("eval", "--gold", gold, "--rows", "rows.jsonl", "--json")
    assert again.stdout == kg("eval", gold, "--json").stdout


def test_a_file_stands_for_the_annotated_story_of_its_name(kg, gold, tmp_path):
    (tmp_path / "one.txt").write_text(f"Chips\n\n{TEXT}")
    told = json.loads(kg("eval", gold, "--stories", "one.txt", "--json").stdout)
    assert told["figures"]["relations_recall"] == 0.5


def test_gold_may_be_one_file_of_json_lines(kg, gold, tmp_path):
    (tmp_path / "all.jsonl").write_text(json.dumps(GOLD) + "\n")
    assert kg("eval", "all.jsonl").returncode == 2
    done = kg("eval", "all.jsonl", "--stories", gold / "stories.jsonl", "--json")
    assert json.loads(done.stdout)["figures"]["relations_recall"] == 0.5


def test_a_story_that_was_not_given_is_told_and_counts_as_missed(kg, gold):
    other = {**GOLD, "id": "two", "title": ""}
    (gold / "two.json").write_text(json.dumps(other))
    done = kg("eval", gold, "--json")
    assert "nothing was given of two: counts as missed" in done.stderr
    assert json.loads(done.stdout)["figures"]["relations_recall"] == 0.25
    given = kg("eval", gold, "--only-given", "--json")
    assert json.loads(given.stdout)["figures"]["relations_recall"] == 0.5


def test_a_floor_that_does_not_hold_is_named_and_fails(kg, gold, tmp_path):
    (tmp_path / "floors.json").write_text('{"relations_recall": 0.9, "entities_f1": 0.1}')
    done = kg("eval", gold, "--floors", "floors.json")
    assert done.returncode == 1
    (line,) = [n for n in done.stderr.splitlines() if "floors.json" in n]
    assert line == "kg: floors.json: relations_recall is 0.5000, under its floor 0.9"
    (tmp_path / "floors.json").write_text('{"relations_recall": 0.5}')
    assert kg("eval", gold, "--floors", "floors.json").returncode == 0


def test_floors_of_other_figures_alone_are_refused(kg, gold, tmp_path):
    (tmp_path / "floors.json").write_text('{"relation_recall": 0.1}')
    done = kg("eval", gold, "--floors", "floors.json")
    assert done.returncode == 1
    assert "floors.json: no floor of any figure that is measured" in done.stderr


# ---- the page


class Seen(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


def test_the_html_page_shows_each_sentence_as_text(kg, gold, tmp_path):
    done = kg("eval", gold, "--page", "misses.html")
    assert done.stderr.endswith("wrote misses.html\n")
    text = (tmp_path / "misses.html").read_text()
    seen = Seen(text)
    assert MISSED in seen.words
    assert "Chips <i>&</i> rivals" in seen.words
    assert seen.tags.count("script") == 1
    assert not {"i", "b", "img", "link"} & set(seen.tags)
    assert "alert(1)</script>" not in text
    assert "default-src 'none'" in text


def test_the_markdown_page_shows_each_sentence_as_text(kg, gold, tmp_path):
    assert kg("eval", gold, "--page", "misses.md").returncode == 0
    text = (tmp_path / "misses.md").read_text()
    assert "<script" not in text
    assert "[are](x)" not in text
    assert r"\[are\]\(x\)" in text
    assert "- **missed** mrvl → DIVESTS → avgo (asserted)" in text


def test_a_page_of_another_kind_is_refused_before_anything_is_read(kg, tmp_path):
    done = kg("eval", "none", "--page", "misses.pdf")
    assert (done.returncode, done.stdout) == (1, "")
    assert "end it in .html or .md" in done.stderr


# ---- what it refuses


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ('{"id": "one"}', "entities: Field required"),
        (json.dumps({**GOLD, "relations": [relation("tsmc", "OWNS", "arm")]}), "no entity: arm"),
        (json.dumps({**GOLD, "id": "two"}), "annotated twice: two"),
        (json.dumps({**GOLD, "entities": GOLD["entities"] * 2}), "two entities have one id"),
        (json.dumps({**GOLD, "id": 5}), "id: Input should be a valid string"),
    ],
)
def test_an_annotation_that_is_not_sound_is_one_line(kg, gold, text, words):
    (gold / "two.json").write_text(json.dumps({**GOLD, "id": "two"}))
    (gold / "bad.json").write_text(text)
    done = kg("eval", gold)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert words in done.stderr


@pytest.mark.parametrize("line", ["{", "[]", '{"story_id": "one", "head": "A"}'])
def test_a_row_that_says_nothing_is_named_by_its_line(kg, gold, tmp_path, line):
    (tmp_path / "rows.jsonl").write_text(f'{{"entity": "A", "entity_type": "Firm"}}\n\n{line}\n')
    done = kg("eval", gold, "--rows", "rows.jsonl")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("kg: rows.jsonl:3: ")


@pytest.mark.parametrize("arguments", [
    (), ("gold", "--rows", "x", "--stories", "y"), ("gold", "--samples", 5),
])  # fmt: skip
def test_wrong_usage_is_exit_code_two(kg, gold, arguments):
    assert kg("eval", *arguments).returncode == 2


def test_gold_that_is_not_there_is_one_line(kg, tmp_path):
    (tmp_path / "empty").mkdir()
    for place in ("none", "empty"):
        done = kg("eval", place)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_story_that_cannot_be_read_is_told_and_fails(kg, gold):
    (gold / "bad.txt").write_bytes(bytes(range(256)) * 9)
    done = kg("eval", gold)
    assert done.returncode == 1
    assert "bad.txt: this is binary" in done.stderr
    assert "SUPPLIES" in done.stdout
