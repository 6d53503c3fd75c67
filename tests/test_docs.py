"""Documents that lag fail: every verb, loader and setting is written down."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

import loaders
from kg.cli import COMMANDS, cli
from kg.settings import variables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WITH_VERBS = ["README.md", "CONTRIBUTING.md", "docs/cli.md"]


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_verb_is_in_readme_and_reference(name: str) -> None:
    assert f"kg {name}" in README
    assert f"## kg {name}\n" in CLI


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_reference(name: str) -> None:
    section = CLI.split(f"## kg {name}\n")[1].split("\n## ")[0]
    options = [o for p in command(name).params for o in p.opts if o.startswith("--")]
    assert not [o for o in options if o not in section and o != "--store"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_an_example(name: str) -> None:
    text = command(name).get_help(click.Context(command(name), info_name=f"kg {name}"))
    assert f"  kg {name}" in text.split("Example:")[1]


@pytest.mark.parametrize("page", WITH_VERBS)
def test_documents_name_no_verb_that_is_not_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    verbs = set(re.findall(r"(?:^    |`)kg ([a-z][a-z-]*)", text, flags=re.MULTILINE))
    assert verbs <= set(COMMANDS)


def test_every_setting_is_documented() -> None:
    assert not [name for name, _ in variables() if f"`{name}`" not in CLI]


def test_every_loader_is_documented() -> None:
    assert not [name for name in loaders.names() if f"`{name}`" not in CLI]


def test_changelog_has_this_version() -> None:
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_constraints_pin_every_dependency() -> None:
    pinned = (ROOT / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    wanted += PROJECT["optional-dependencies"]["cypher"]
    names = [re.split(r"[<>=\[ ]", w)[0].lower() for w in wanted if "knockon" not in w]
    assert not [n for n in names if f"\n{n}==" not in pinned]
