"""Every verb end to end, from small stories of our own, and what bad input does."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

STORY = """Nvidia leans on TSMC

TAIPEI, June 3, 2025 (Harbour Wire) - TSMC supplies Nvidia with advanced chips.

Samsung Electronics agreed to acquire Arm for $3 billion, the company said on Tuesday.
"""
ROW = '{"id": "%s", "title": "Deal", "published": "2025-06-03", "text": "%s"}\n'
GOOD = ROW % ("good", "Intel agreed to acquire Arm for $2 billion.")
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Chips</title><guid>a</guid><description>TSMC supplies Nvidia.</description></item>
<item><title>Empty</title><guid>b</guid></item>
</channel></rss>
"""
OTHER = "head,head_type,type,tail,tail_type\nGlencore,Firm,OWNS,Viterra,Firm\n"
FACTS = "head,head_type,type,tail,tail_type\nTSMC,Firm,SUPPLIES,Nvidia,Firm\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store that holds the story and the facts."""
    from kg.graph import open_store
    from kg.pipeline import How, ingest

    folder = tmp_path_factory.mktemp("filled")
    (folder / "story.txt").write_text(STORY)
    (folder / "facts.csv").write_text(FACTS)
    store = open_store(str(folder / "news.db"))
    places = [str(folder / "story.txt"), str(folder / "facts.csv")]
    taken = list(ingest(places, store, known_from="2025-06-04T00:00:00+00:00", how=How()))
    store.close()
    assert not [t for t in taken if t.aside]
    return folder / "news.db"


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_extract_gives_contract_rows_and_touches_no_store(kg, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    done = kg("extract", story, "--format", "jsonl")
    claims = [r for r in rows(done.stdout) if "claim_id" in r]
    assert {(r["type"], r["tail"]) for r in claims} >= {("SUPPLIES", "Nvidia")}
    assert all(STORY[r["start"] : r["end"]] == r["quote"] for r in claims)
    assert not (tmp_path / "home").exists()


def test_extract_reads_standard_input(kg):
    done = kg("extract", "-", "--format", "table", stdin=STORY)
    assert done.returncode == 0
    assert "SUPPLIES" in done.stdout


def test_ingesting_twice_changes_nothing(kg, tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    first = json.loads(kg("ingest", "story.txt", "--json").stdout)
    before = kg("export", "jsonl", "-").stdout
    second = json.loads(kg("ingest", "story.txt", "--json").stdout)
    assert first["stories"] == 1
    assert first["claims"] > 0
    assert second["stories"] == second["claims"] == 0
    assert kg("export", "jsonl", "-").stdout == before


def test_more_workers_give_the_same_store(kg, tmp_path):
    lines = [ROW % (i, f"Intel agreed to acquire Arm for ${i} billion.") for i in range(1, 7)]
    (tmp_path / "many.jsonl").write_text("".join(lines))
    for workers in ("1", "2"):
        kg("ingest", "many.jsonl", "--store", f"{workers}.db", "--workers", workers)
    one, two = (kg("export", "jsonl", "-", "--store", f"{n}.db").stdout for n in "12")
    assert one == two != ""


def test_exposed_names_who_is_hit_with_the_sentence(kg, filled):
    done = kg("exposed", "TSMC", "--store", filled, "--json")
    answer = json.loads(done.stdout)
    hit = {a["entity"]: a for a in answer["answers"]}
    quotes = [c["quote"] for p in hit["Nvidia"]["paths"] for s in p["steps"] for c in s["claims"]]
    assert any("TSMC supplies Nvidia" in q for q in quotes)
    assert "Nvidia" in kg("exposed", "TSMC", "--store", filled).stdout


def test_exposed_to_a_name_that_is_not_there_is_one_line(kg, filled):
    done = kg("exposed", "Nvidea", "--store", filled)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Nvidia" in done.stderr


def test_ask_answers_and_shows_how_it_read_the_question(kg, filled):
    done = kg("ask", "Who supplies Nvidia?", "--store", filled)
    assert done.returncode == 0
    assert "TSMC" in done.stdout
    assert json.loads(kg("ask", "Who supplies Nvidia?", "--store", filled, "--json").stdout)["plan"]


def test_ask_refuses_what_it_cannot_read(kg, filled):
    done = kg("ask", "Is the moon made of cheese", "--store", filled)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_path_links_two_things(kg, filled):
    done = kg("path", "TSMC", "Nvidia", "--store", filled)
    assert done.returncode == 0
    assert "TSMC" in done.stdout
    assert "Nvidia" in done.stdout
    assert json.loads(kg("path", "TSMC", "Nvidia", "--store", filled, "--json").stdout)


def test_show_tells_all_about_one(kg, filled):
    assert "TSMC" in kg("show", "Nvidia", "--store", filled).stdout
    shown = json.loads(kg("show", "Nvidia", "--store", filled, "--json").stdout)
    assert shown["plan"]["about"]["name"] == "Nvidia"
    assert {r["edge"] for r in shown["rows"]} >= {"SUPPLIES"}


@pytest.mark.parametrize(("ending", "mark"), [("html", b"<"), ("svg", b"<"), ("png", b"\x89PNG")])
def test_draw_writes_a_picture(kg, filled, tmp_path, ending, mark):
    done = kg("draw", "Nvidia", "--store", filled, "-o", f"picture.{ending}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"picture.{ending}").read_bytes().lstrip().startswith(mark)


def test_export_goes_to_a_file(kg, filled, tmp_path):
    assert kg("export", "jsonl", "all.jsonl", "--store", filled).returncode == 0
    assert any(r.get("type") == "SUPPLIES" for r in rows((tmp_path / "all.jsonl").read_text()))


@pytest.mark.parametrize("form", ["json", "mermaid", "ddl", "cypher"])
def test_schema_gives_every_edge_type(kg, form):
    done = kg("schema", "--format", form)
    assert done.returncode == 0
    assert "SUPPLIES" in done.stdout
    assert form != "json" or json.loads(done.stdout)


def test_merge_is_recorded_and_can_be_undone(kg, tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    kg("ingest", "story.txt")
    merged = kg("merge", "Nvidia", "TSMC", "--why", "a trial")
    assert merged.returncode == 0, merged.stderr
    assert kg("split", "Nvidia", "TSMC").returncode == 1
    assert kg("undo", merged.stdout.split()[0]).returncode == 0
    assert kg("show", "TSMC").returncode == 0
    assert kg("undo", "nothing").returncode == 1


def test_demo_runs_and_the_second_time_finds_all_known(kg, tmp_path):
    first = kg("demo", "--out", "out", "--json")
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    assert told["ingest"]["stories"] > 10
    assert told["ingest"]["claims"] > 10
    assert told["answer"]["answers"]
    assert all((tmp_path / "out" / f"demo.{e}").stat().st_size for e in ("html", "svg"))
    second = json.loads(kg("demo", "--out", "out", "--json").stdout)
    assert second["ingest"]["stories"] == 0
    assert second["answer"] == told["answer"]


def test_doctor_says_what_it_looked_at(kg):
    done = kg("doctor", "--json")
    names = {c["name"]: c["ok"] for c in json.loads(done.stdout)}
    wanted = ("language model", "sqlite", "data directory", "package schemas")
    assert all(names[name] for name in wanted)


# ---- bad input: one line each, exit code 1, the rest is stored, a repair is taken up

BAD = {
    "empty": ("bad.txt", b"", []),
    "binary": ("bad.txt", bytes(range(256)) * 20, []),
    "wrong encoding": ("bad.txt", b"\xff\xfe\x00\xd8" * 3 + b"\x00", []),
    "malformed JSON on line 7": ("bad.jsonl", (GOOD * 6 + '{"text": \n').encode(), [":7"]),
    "no JSON at all": ("bad.json", b'{"text": "TSMC supplies', []),
    "feed with a broken item": ("bad.xml", FEED.encode(), []),
    "missing file": ("bad.txt", None, []),
    "unknown edge in a table": (
        "bad.csv", (FACTS + "TSMC,Firm,ADORES,Nvidia,Firm\n").encode(), [":3", "ADORES"],
    ),
}  # fmt: skip
REPAIRED = {
    "txt": STORY, "jsonl": GOOD, "json": GOOD, "csv": FACTS,
    "xml": FEED.replace("<guid>b</guid>", "<guid>b</guid><description>Intel owns Arm."
                        "</description>"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_the_rest_goes_on(kg, tmp_path, name):
    file, data, words = BAD[name]
    (tmp_path / "good.csv").write_text(OTHER)
    if data is not None:
        (tmp_path / file).write_bytes(data)
    done = kg("ingest", file, "good.csv", "--json")
    assert done.returncode == 1, done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"kg: {file}")
    assert all(word in lines[0] for word in words)
    assert "Viterra" in kg("export", "jsonl", "-").stdout


@pytest.mark.parametrize("name", BAD)
def test_a_repaired_input_is_taken_up_and_only_that(kg, tmp_path, name):
    file, data, _ = BAD[name]
    (tmp_path / "good.csv").write_text(OTHER)
    if data is not None:
        (tmp_path / file).write_bytes(data)
    kg("ingest", file, "good.csv")
    (tmp_path / file).write_text(REPAIRED[file.split(".")[1]])
    again = kg("ingest", file, "good.csv", "--json")
    sums = json.loads(again.stdout)
    assert (again.returncode, sums["set_aside"], again.stderr) == (0, 0, "")
    assert sums["known"] >= 1
    assert "0 input(s) set aside" in kg("doctor").stdout


def test_another_text_under_a_known_id_is_set_aside(kg, tmp_path):
    (tmp_path / "one.jsonl").write_text(GOOD)
    kg("ingest", "one.jsonl")
    (tmp_path / "one.jsonl").write_text(ROW % ("good", "Intel dropped its bid for Arm."))
    done = kg("ingest", "one.jsonl")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "dropped" not in kg("export", "jsonl", "-").stdout


def test_a_folder_that_cannot_be_opened_is_one_line(kg, tmp_path):
    (tmp_path / "file").write_text("x")
    done = kg("ingest", "file/inside.txt")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_an_unknown_loader_is_one_line(kg, tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    done = kg("ingest", "story.txt", "--loader", "tealeaves")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "tealeaves" in done.stderr


def test_a_missing_model_is_one_line_and_nothing_is_kept(kg, tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    done = kg("ingest", "story.txt", KG_MODEL="en_core_web_huge")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "en_core_web_huge" in done.stderr
    assert kg("export", "jsonl", "-").stdout == ""
    assert kg("doctor", KG_MODEL="en_core_web_huge").returncode == 1


def test_a_table_of_facts_needs_no_model(kg, tmp_path):
    (tmp_path / "facts.csv").write_text(FACTS)
    assert kg("ingest", "facts.csv", KG_MODEL="en_core_web_huge").returncode == 0


def test_dates_that_are_none_are_refused_before_anything_is_read(kg, tmp_path, filled):
    (tmp_path / "story.txt").write_text(STORY)
    done = kg("ingest", "story.txt", "--published", "yesterday")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert kg("show", "TSMC", "--as-of", "soon", "--store", filled).returncode == 2


def test_debug_shows_where_an_error_came_from(tmp_path):
    call = "from kg.cli import main; main()"
    for flags, shown in (["--debug"], True), ([], False):
        command = [sys.executable, "-c", call, *flags, "show", "Nvidia", "--store", tmp_path / "n"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert ("Traceback" in done.stderr) is shown


def test_reading_a_store_that_was_never_made_is_refused(kg, tmp_path):
    done = kg("show", "Nvidia", "--store", "none.db")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert not (tmp_path / "none.db").exists()


def test_wrong_usage_is_exit_code_two(kg):
    assert kg("ingest").returncode == 2
    assert kg("gossip").returncode == 2
    assert kg("schema", "--format", "haiku").returncode == 2


def test_a_stop_in_the_middle_of_a_file_keeps_none_of_it(tmp_path):
    from kg.graph import open_store
    from kg.pipeline import How, ingest

    (tmp_path / "bad.json").write_text('[{"text": "Intel owns Arm."}, {"text": ')
    store = open_store(str(tmp_path / "n.db"))
    taken = list(ingest([str(tmp_path / "bad.json")], store, known_from="2025-01-01", how=How()))
    assert taken[0].aside
    assert not list(store.rows())
    store.close()
