"""Whether the installation is in order: the owners of the packages above all."""

from __future__ import annotations

from kg.doctor import examine, installed, owners
from kg.settings import load

OURS = {package: ["knockon"] for package in ("kg", "schemas", "loaders")}


def test_each_package_of_this_installation_is_ours():
    assert all(check.ok for check in owners(installed()))


def test_a_package_with_a_second_owner_is_named_with_the_cure():
    checks = {c.name: c for c in owners(OURS | {"schemas": ["knockon", "schemas"]})}
    assert [name for name, check in checks.items() if not check.ok] == ["package schemas"]
    assert "uninstall schemas" in checks["package schemas"].cure


def test_a_package_without_an_owner_fails():
    assert not any(check.ok for check in owners({}))


def test_a_directory_that_cannot_be_used_fails(tmp_path):
    (tmp_path / "file").write_text("")
    settings = load({"KG_HOME": str(tmp_path / "file" / "home")})
    found = {check.name: check for check in examine(settings)}
    assert not found["data directory"].ok
    assert "KG_HOME" in found["data directory"].cure


def test_a_file_that_is_no_store_fails(tmp_path):
    (tmp_path / "news.db").write_text("not a database, but long enough to look like one" * 20)
    found = {c.name: c.ok for c in examine(load({"KG_HOME": str(tmp_path)}))}
    assert not found["store"]


def test_settings_come_from_the_environment_alone():
    settings = load({"KG_HOME": "/h", "KG_STORE": "s.db", "KG_MODEL": "m", "HOME": "/x"})
    assert (settings.store_url, settings.model, str(settings.directory)) == ("s.db", "m", "/h")
    assert load({"KG_HOME": "/h"}).store_url == "/h/news.db"
