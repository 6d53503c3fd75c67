"""The few settings, read once from the environment and passed on from there.

A setting stands in one field; its variable, its default and its meaning are the field's own, and
`docs/cli.md` must name each. Bias: a setting that cannot be used as given is an error at its use,
not silently another value.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["Settings", "load", "variables"]


def _setting(variable: str, meaning: str, *, secret: bool = False) -> str:
    field: str = dataclasses.field(
        default="", repr=not secret, metadata={"variable": variable, "meaning": meaning}
    )
    return field


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set; an empty text stands for the default."""

    home: str = _setting("KG_HOME", "directory for stores and pictures")
    store: str = _setting("KG_STORE", "address of the store: a path, or bolt://… or neo4j://…")
    user: str = _setting("KG_NEO4J_USER", "who opens a Neo4j store (neo4j)")
    password: str = _setting("KG_NEO4J_PASSWORD", "the password of that user", secret=True)
    password_file: str = _setting("KG_NEO4J_PASSWORD_FILE", "the file that holds it instead")
    database: str = _setting("KG_NEO4J_DATABASE", "the database on that server (its own default)")
    model: str = _setting("KG_MODEL", "name or path of the spaCy model that reads the sentences")
    reader: str = _setting("KG_READER", "folder of the learned reader; off for the rules alone")
    llm_url: str = _setting("KG_LLM_URL", "address of an OpenAI-compatible endpoint")
    llm_model: str = _setting("KG_LLM_MODEL", "the model to ask there")
    llm_key: str = _setting("KG_LLM_KEY", "the key that it asks for", secret=True)
    llm_key_file: str = _setting("KG_LLM_KEY_FILE", "the file that holds it instead")
    llm_timeout: str = _setting("KG_LLM_TIMEOUT", "seconds that an answer may take (120)")
    llm_price: str = _setting("KG_LLM_PRICE", "cost of a million tokens in and out: 0.15,0.60")
    gliner: str = _setting("KG_GLINER", "folder of a GLiNER model")

    @property
    def directory(self) -> Path:
        """Where our files go unless told otherwise: the user's data directory."""
        if self.home:
            return Path(self.home)
        import platformdirs

        return Path(platformdirs.user_data_dir("knockon", appauthor=False))

    @property
    def store_url(self) -> str:
        """The store to open: the one named, else `news.db` in the directory."""
        return self.store or str(self.directory / "news.db")


def load(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment gives; unset variables keep their default."""
    return Settings(
        **{
            field.name: environment.get(field.metadata["variable"], "")
            for field in dataclasses.fields(Settings)
        }
    )


def variables() -> Iterator[tuple[str, str]]:
    """Every environment variable that is read, with its meaning."""
    for field in dataclasses.fields(Settings):
        yield field.metadata["variable"], field.metadata["meaning"]
