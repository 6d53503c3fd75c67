"""The house keeps its order: directions of import, start-up, sizes, what a module offers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = sorted(p for top in ("kg", "schemas", "loaders") for p in (ROOT / top).rglob("*.py"))
HEAVY = {"spacy", "numpy", "scipy", "networkx", "matplotlib", "pydantic", "sqlite3", "trafilatura",
         "neo4j", "rdflib", "pyoxigraph", "pyarrow", "arcadedb_embedded", "jpype", "onnxruntime",
         "tokenizers"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def loaded_by(statement: str) -> set[str]:
    """Top-level names of the modules that a fresh Python holds after the statement."""
    code = f"{statement}\nimport sys; print(*(m.split('.')[0] for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    return set(done.stdout.decode().split())


def test_imports_go_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_command_line_starts_without_heavy_libraries() -> None:
    families = "import kg.cli, importlib\nfor m in set(kg.cli.COMMANDS.values()): "
    assert not HEAVY & loaded_by(families + "importlib.import_module(m)")


def test_import_of_the_packages_loads_no_heavy_library() -> None:
    assert not (HEAVY - {"pydantic"}) & loaded_by("import kg, schemas, loaders")


def test_a_file_fits_in_the_head() -> None:
    assert not [named(p) for p in MODULES if len(p.read_text("utf-8").splitlines()) > 300]


def test_what_a_module_offers_is_there() -> None:
    assert not {named(p): lacking for p in MODULES if (lacking := offered(p) - defined(p))}


def test_a_module_says_what_it_is() -> None:
    assert not [named(p) for p in MODULES if not ast.get_docstring(parsed(p))]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def offered(path: Path) -> set[str]:
    """Names in the module's `__all__`."""
    assigned = [n for n in parsed(path).body if isinstance(n, ast.Assign)]
    offers = [n.value for n in assigned if ast.unparse(n.targets[0]) == "__all__"]
    return {name for offer in offers for name in ast.literal_eval(offer)}


def defined(path: Path) -> set[str]:
    """Names that a module binds."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {a.asname or a.name for a in node.names}
    return names


def imported(path: Path) -> set[str]:
    """Top-level names that a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {a.name.split(".")[0] for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["cypher"]]
    declared = {distribution(re.split(r"[<>=]", d)[0]) for d in wanted}
    # ArcadeDB is Java: what it is called through comes with it.
    bring = {**packages_distributions(), "jpype": ["arcadedb-embedded"]}
    ours = set(sys.stdlib_module_names) | {"kg", "schemas", "loaders"}
    found = {n for p in MODULES for n in imported(p)} - ours
    assert not [n for n in found if not declared & {distribution(d) for d in bring.get(n, [])}]


def distribution(name: str) -> str:
    """The name of a distribution in its one normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_modules_have_the_trades_own_names() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "info"}
    assert not [named(p) for p in MODULES if p.stem in vague or p.parent.name in vague]
