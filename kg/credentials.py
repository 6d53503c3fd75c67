"""Who opens a store on a server: from the environment, a file, or what `kg up` has made.

Bias: a password is read as late as may be and shown nowhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from schemas.errors import StoreError

if TYPE_CHECKING:
    from kg.graph.bolt import Access
    from kg.settings import Settings

__all__ = ["access"]


def access(settings: Settings) -> Access:
    """Who opens a store on a server: as the settings say, else as `kg up` has it."""
    from kg.graph.bolt import Access
    from kg.local import credentials

    user, password = settings.user, settings.password
    file = Path(settings.password_file).expanduser() if settings.password_file else None
    own = credentials(settings.directory, settings.store_url)
    if own and not (user or password or file):
        user, file = own
    if file and not password:
        password = _secret(file)
    return Access(user or "neo4j", password, settings.database or None)


def _secret(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        why = f"the password cannot be read ({getattr(error, 'strerror', None) or error})"
        raise StoreError(why, where=str(file), cure="check KG_NEO4J_PASSWORD_FILE") from error
