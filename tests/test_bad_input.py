"""Bad input from outside: a line each, the rest is stored, a repair is taken up, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

OTHER = "head,head_type,type,tail,tail_type\nGlencore,Firm,OWNS,Viterra,Firm\n"
FACTS = "head,head_type,type,tail,tail_type\nTSMC,Firm,SUPPLIES,Nvidia,Firm\n"
ROW = '{"id": "%s", "published": "2025-06-03", "text": "Intel agreed to acquire Arm."}\n'
ITEM = "<item><title>Deal</title><description>%s</description></item>"
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>%s</channel></rss>'
PLAIN = "Intel bids\n\nLONDON, June 3, 2025 - Intel agreed to acquire Arm for $2 billion.\n"
PAGE = '<html><head><meta charset="%s"></head><body><p>%s</p></body></html>'
CURE = {"txt": PLAIN, "csv": FACTS, "jsonl": ROW % "a", "json": f"[{ROW % 'a'}]", "eml": PLAIN,
        "html": PAGE % ("utf-8", PLAIN),
        "xml": FEED % (ITEM % "Intel agreed to acquire Arm.")}  # fmt: skip

# name: file, its bytes (None: there is none), what each line on stderr must say after the file
BAD: dict[str, tuple[str, bytes | None, list[str]]] = {
    "empty": ("a.txt", b"", [": the source is empty"]),
    "blank": ("a.txt", b" \n\t\n", [": the source is empty"]),
    "missing": ("a.txt", None, [": No such file or directory; check the path"]),
    "binary": ("a.txt", bytes(range(256)) * 20, [": this is binary"]),
    "UTF-16 without its mark": ("a.txt", PLAIN.encode("utf-16-le"), [": this is binary"]),
    "50 MB of text": ("a.txt", b"TSMC supplies Nvidia. \n" * 2_300_000, [" over the cap of 20 MB"]),
    "a bomb of paragraphs": (
        "a.html", b"<html><body>" + b"<p>x</p>" * 300_000, [" tags, over the cap of 100,000"],
    ),
    "an empty page": ("a.html", b"<html><body></body></html>", [": no article on the page"]),
    "deep JSON": ("a.json", b"[" * 100_000, [": not JSON: nested too deeply"]),
    "a list of numbers": ("a.json", b"[1, 2]", [": no story in the file"]),
    "one long word": ("a.txt", b"(x" * 30_000, [": nothing but page furniture"]),
    "JSON broken on line 7": (
        "a.jsonl", ("".join(ROW % i for i in range(6)) + '{"text": \n' + ROW % 7).encode(),
        [":7: not JSON: Expecting value at column 10"],
    ),
    "stories without text": ("a.jsonl", b'{"text": null}\n{"text": []}\n', [": no story in the"]),
    "a broken item of a feed": (
        "a.xml", (FEED % (ITEM % "Intel owns Arm." + ITEM % "")).encode(),
        [" item 2: the item has no text"],
    ),
    "a feed cut short": (
        "a.xml", (FEED % (ITEM % "Intel owns Arm.")).encode()[:-20], [": the XML is damaged"],
    ),
    "a feed with entities": ("a.xml", b'<!DOCTYPE r [<!ENTITY a "b">]><rss></rss>', [": a feed"]),
    "a mail in no known charset": (
        "a.eml", b"From: a@b\nSubject: x\nContent-Type: text/plain; charset=klingon\n\nHello.\n",
        [": the mail cannot be read (unknown encoding: klingon); save its text"],
    ),
    "rows that the vocabulary refuses": (
        "a.csv",
        (FACTS + "A,Firm,ADORES,B,Firm\nA,Furm,OWNS,B,Firm\nA,Firm,LEADS,B,Firm\nA,Firm,OWNS,,\n"
         + "A,Firm,OWNS,B,Firm,x\n").encode(),
        [":3: unknown edge type 'ADORES'", ":4: unknown label (head_type) 'Furm'; nearest: Firm",
         ":5: LEADS does not go from Firm to Firm; head is one of", ":6: OWNS needs a tail",
         ":7: 6 cells under 5 columns"],
    ),
    "names of a page's length": (
        "a.csv", (FACTS + f"{'A' * 1001},Firm,OWNS,B,Firm\n").encode(),
        [":3: a name has more than 1000 characters"],
    ),
    "an id of a page's length": (
        "a.jsonl", (ROW % "b" + ROW % ("x" * 1001)).encode(), [":2: id has more than 1000"],
    ),
    "values out of range": (
        "a.csv",
        b"head,head_type,type,tail,tail_type,amount,date\nA,Firm,OWNS,B,Firm,1e999999,\n"
        b"A,Firm,OWNS,B,Firm,,2025-13-45\n",
        [":2: amount '1e999999' is not a number in range", ":3: date '2025-13-45' is none"],
    ),
}  # fmt: skip


def rows(kg):
    return [json.loads(line) for line in kg("export", "jsonl", "-").stdout.splitlines()]


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_line_by_line_and_taken_up_once_repaired(kg, tmp_path, name):
    file, data, said = BAD[name]
    (tmp_path / "good.csv").write_text(OTHER)
    if data is not None:
        (tmp_path / file).write_bytes(data)
    done = kg("ingest", file, "good.csv", "--json")
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (1, len(said)), done.stderr
    assert all(line.startswith(f"kg: {file}") for line in lines)
    assert all(words in line for words, line in zip(said, lines, strict=True)), done.stderr
    assert json.loads(done.stdout)["set_aside"] == len(said)
    before = rows(kg)
    assert any(r.get("tail") == "Viterra" for r in before)
    assert kg("ingest", file, "good.csv").stderr == done.stderr  # tried again, nothing doubled
    assert rows(kg) == before
    (tmp_path / file).write_text(CURE[file.split(".")[1]])
    again = kg("ingest", file, "good.csv")
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 input(s) set aside" in kg("doctor").stdout


# what looks bad and is read: the words must come out whole
WORDS = "Infineon supplies Volkswagen with power chips für Wörth and Zürich today."
ODD = {
    "latin-1": ("a.txt", f"Chips\n\n{WORDS}\n".encode("latin-1")),
    "utf-16": ("a.txt", f"Chips\n\n{WORDS}\n".encode("utf-16")),
    "a charset that is not so": ("a.html", (PAGE % ("utf-16", WORDS * 3)).encode("latin-1")),
    "a charset that is none": ("a.html", (PAGE % ("klingon", WORDS * 3)).encode("latin-1")),
    "deep nesting": ("a.html", f"<html><body>{'<div>' * 40_000}{WORDS}</body></html>".encode()),
    "half a character": ("a.jsonl", (json.dumps({"id": "a\ud801", "text": WORDS + " \ud800"}))),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_bytes_are_read_with_their_words_whole(kg, tmp_path, name):
    file, data = ODD[name]
    (tmp_path / file).write_bytes(data if isinstance(data, bytes) else data.encode())
    done = kg("ingest", file)
    noted = "note: a.jsonl:74-75: words were lost here: “\ufffd”\n"
    assert (done.returncode, done.stderr) == (0, noted if name == "half a character" else "")
    assert any("Wörth" in r.get("quote", "") for r in rows(kg))


@pytest.mark.parametrize("name", ["a\nb.txt", "q\"uo'te.txt", "e\x1b[31m.txt", "[bold].txt"])
def test_a_strange_file_name_is_one_safe_line(kg, tmp_path, name):
    (tmp_path / name).write_text("")
    done = kg("ingest", name)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "\x1b" not in done.stderr
    (tmp_path / name).write_text(PLAIN)
    assert kg("ingest", name).returncode == 0


def test_a_file_name_that_is_no_text_is_read_like_any_other(kg, tmp_path):
    name = os.fsdecode(b"caf\xe9.csv")
    (tmp_path / name).write_text("")
    (tmp_path / "good.csv").write_text(OTHER)
    done = kg("ingest", name)
    assert (done.returncode, done.stderr) == (1, "kg: caf\\udce9.csv: the source is empty\n")
    (tmp_path / name).write_text(FACTS)
    assert kg("ingest", name, "good.csv").returncode == 0
    assert len([r for r in rows(kg) if "type" in r]) == 2


HOSTILE = {"id": "e", "title": "\x1b[31mX", "publisher": "Ev\x1b[2Jil",
           "published": "2025-06-03",
           "text": "TSMC supplies Nvidia with \x1b]0;owned\x07chips\x9b31m"}  # fmt: skip


def test_no_control_character_of_a_story_reaches_the_terminal(kg, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps(HOSTILE))
    (tmp_path / "a.csv").write_text(OTHER.replace("Viterra", "Vit\x1b[31merra"))
    assert kg("ingest", "a.jsonl", "a.csv").returncode == 0
    asked = (["show", "TSMC"], ["ask", "who supplies Nvidia"], ["exposed", "TSMC"],
             ["path", "TSMC", "Nvidia"], ["show", "TSMC", "--json"], ["show", "Glencore"],
             ["extract", "a.jsonl", "--format", "table"], ["extract", "a.jsonl"])  # fmt: skip
    for arguments in asked:
        done = kg(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        raw = done.stdout + done.stderr
        assert not [c for c in raw if c in "\x1b\x07\x9b"], arguments


def test_a_file_that_is_gone_when_its_turn_comes_is_set_aside(tmp_path):
    from kg import pipeline
    from kg.graph import open_store

    for name in "ab":
        (tmp_path / f"{name}.csv").write_text(FACTS)
    places = pipeline.places([str(tmp_path)])
    (tmp_path / "a.csv").unlink()
    store = open_store(":memory:")
    done = list(pipeline.ingest(places, store, known_from="2025-06-04", how=pipeline.How()))
    assert [len(t.aside) for t in done] == [1, 0]
    assert done[1].added.claims == 1
    store.close()


def test_three_hundred_small_files_are_three_hundred_sources(kg, tmp_path):
    (tmp_path / "many").mkdir()
    for i in range(300):
        text = FACTS.replace("Nvidia", f"Buyer {i}") if i % 10 else ""
        (tmp_path / "many" / f"{i:03}.csv").write_text(text)
    done = kg("ingest", "many", "--json")
    sums = json.loads(done.stdout)
    assert (sums["sources"], sums["claims"], sums["set_aside"]) == (300, 270, 30)
    assert len(done.stderr.splitlines()) == 30


@pytest.mark.parametrize("source", ["x" * 300, "nul\0byte", "empty", "*.none", "loop/a"])
def test_a_place_that_cannot_be_looked_at_is_one_line(kg, tmp_path, source):
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "good.csv").write_text(OTHER)
    done = kg("ingest", source, "good.csv")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "unexpected" not in done.stderr
    assert any(r.get("tail") == "Viterra" for r in rows(kg))


def test_a_folder_that_may_not_be_opened_is_named():
    from loaders import expand, take
    from schemas.errors import SourceMissing

    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        shut = Path(name) / "shut"
        shut.mkdir()
        (Path(name) / "a.txt").write_text(PLAIN)
        Path(name).chmod(0o755)
        shut.chmod(0)
        try:
            if not user:
                os.seteuid(65534)  # no mode shuts a folder to root
            assert expand(name) == [f"{name}/a.txt", str(shut)]
            assert expand(f"{shut}/b.txt") == [f"{shut}/b.txt"]
            for place in (str(shut), f"{shut}/b.txt"):
                with pytest.raises(SourceMissing, match="Permission denied"):
                    take(place)
        finally:
            os.seteuid(user)
            shut.chmod(0o700)


def test_standard_input_that_is_empty_or_bad_is_one_line(kg):
    assert kg("ingest", "-", stdin=FACTS).returncode == 0
    done = kg("ingest", "-", stdin="")
    assert (done.returncode, done.stderr) == (1, "kg: -: the source is empty\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest", "a.csv", "--loader", "tealeaves"], ["export", "jsonl", "none/all.jsonl"],
        ["merge", "TSMC", "TSMC"], ["merge", "TSMC", "Nobody"], ["undo", "none"],
        ["draw", "TSMC", "-o", "a.gif"], ["show", "Nobody"], ["ask", "why is the sky blue"],
        ["show", "TSMC", "--store", "a.csv"], ["show", "TSMC", "--store", "bolt://none"],
    ],
)  # fmt: skip
def test_a_refused_request_is_one_line_without_a_traceback(kg, tmp_path, arguments):
    (tmp_path / "a.csv").write_text(FACTS)
    kg("ingest", "a.csv")
    done = kg(*arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert "unexpected" not in done.stderr


def test_the_program_itself_shows_no_traceback(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    call = [sys.executable, "-c", "from kg.cli import main; main()", "--store", f"{tmp_path}.db"]
    done = subprocess.run(
        [*call, "ingest", str(tmp_path), "nowhere"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr
