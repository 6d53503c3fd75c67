from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from loaders import Raw
from loaders.kit import chrome, web
from schemas.errors import LoaderUnknown, SourceMalformed, SourceMissing


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffcafé".encode(), "utf-8-sig"),
        ("café au lait".encode("utf-16"), "utf-16"),
        ("café".encode(), "utf-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\xe9</a>', "iso-8859-1"),
    ],
)
def test_bytes_are_decoded_by_mark_then_utf_8_then_declaration(data: bytes, encoding: str) -> None:
    raw = Raw.of("x", data)
    assert (raw.encoding, "café" in raw.text, len(raw.sha256)) == (encoding, True, 64)


def test_undeclared_bytes_are_guessed() -> None:
    text = "Le café de la gare a été fermé après une journée de grève générale. " * 5
    assert "fermé" in Raw.of("x", text.encode("cp1252")).text


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x00\x01\x02", b"PK\x03\x04" + bytes(range(256))])
def test_empty_and_binary_sources_are_refused(data: bytes) -> None:
    with pytest.raises(SourceMalformed):
        Raw.of("x", data)


def test_a_folder_is_read_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".git/x.txt", "a/.hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The docks are shut.")
    found = [Path(raw.uri).name for raw in loaders.open_source(str(tmp_path))]
    assert found == ["c.txt", "b.txt"]
    assert [Path(p).name for p in loaders.expand(f"{tmp_path}/*.txt")] == ["b.txt"]


def test_a_missing_file_says_so() -> None:
    with pytest.raises(SourceMissing, match="check the path"):
        list(loaders.open_source("no/such/file.txt"))
    with pytest.raises(SourceMissing, match="no file there"):
        list(loaders.open_source("no/such/*.txt"))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]",
     "2130706433", "0.0.0.0", "192.168.1.1:8080"],
)  # fmt: skip
def test_private_addresses_are_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_ALLOW_PRIVATE", raising=False)
    with pytest.raises(SourceMissing):
        web.fetch(f"http://{host}/story")


def test_loaders_are_found_by_name_and_an_unknown_one_lists_them() -> None:
    assert loaders.names() == [
        "aggregator",
        "claims",
        "edgelist",
        "eml",
        "feed",
        "graphfile",
        "html",
        "json",
        "jsonl",
        "parquet",
        "plain",
        "table",
    ]
    assert all(loaders.find(n).DESCRIPTION for n in loaders.names())
    with pytest.raises(LoaderUnknown, match="aggregator, claims"):
        loaders.find("pdf")


def test_a_loader_is_found_by_its_place_and_by_an_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "NAME = {!r}\nDESCRIPTION = 'toy'\ndef sniff(raw): return float('TOY' in raw.text)\n"
    (tmp_path / "toy_by_place.py").write_text(body.format("toy"))
    (tmp_path / "toy_by_entry.py").write_text(body.format("entered"))
    (tmp_path / "toy-1.dist-info").mkdir()
    (tmp_path / "toy-1.dist-info" / "METADATA").write_text("Name: toy\nVersion: 1\n")
    entry = "[kg.loaders]\nentered = toy_by_entry\n"
    (tmp_path / "toy-1.dist-info" / "entry_points.txt").write_text(entry)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(loaders, "__path__", [*loaders.__path__, str(tmp_path)])
    assert {"toy", "entered"} <= set(loaders.names())
    assert loaders.pick(Raw.of("x", b"TOY text")).NAME == "entered"


def test_each_furniture_pattern_names_itself() -> None:
    lines = {"Hashtags": "hashtags", "No comments yet...": "comments", "Also read:": "related",
             "Try Our AI Features": "assistant", "Advertisement": "advertisement",
             "(Reporting by A. Field; editing by B. Moor)": "credits", "© 2024 Quay News": "rights",
             "Sign up for our newsletter": "signing up", "Image credit: Quay News": "image",
             "We use cookies to better the site.": "cookies", "Last updated: 3 hours ago": "stamp",
             "Follow us on Mastodon": "following", "5 min read": "listening"}  # fmt: skip
    assert {line: chrome.line_name(line) for line in lines} == lines


@pytest.mark.parametrize("line", [
    "Shares in Bramble fell.", "The comments came a day late.",
    "Ads are its main business, it said.",
    "Photo makers cut output.", "Sign of a thaw: Norland buys grain", "News Corp buys a paper",
])  # fmt: skip
def test_news_is_no_furniture(line: str) -> None:
    assert chrome.line_name(line) == ""
