"""A store's schema has a version: an older one is migrated when asked, a newer one is refused.

Bias: nothing is changed in a store by merely opening it.
"""

from __future__ import annotations

from schemas.errors import StoreError


def newer(version: int, known: int, where: str) -> StoreError:
    """The error for a store that a newer program made."""
    return StoreError(
        f"the store has schema {version}, this program knows up to {known}",
        where=where,
        cure="use a newer knockon, or choose another --store",
    )


def older(version: int, needed: int, where: str) -> StoreError:
    """The error for a store that must be migrated first."""
    return StoreError(
        f"the store has schema {version}, this program needs {needed}",
        where=where,
        cure="run `kg store migrate` (a copy of the store beforehand does no harm)",
    )
