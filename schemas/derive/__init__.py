"""What follows from the vocabulary: JSON Schema, picture, docs page, store constraints.

Each function reads the register when it is called, so that a type dropped in at run time is in
the next answer. No list of names is kept here.
"""

from schemas.derive.ddl import cypher_constraints, sqlite_constraints
from schemas.derive.diagram import mermaid
from schemas.derive.json_schema import json_schema
from schemas.derive.owl import owl
from schemas.derive.page import types_page
from schemas.derive.shacl import shacl

__all__ = [
    "cypher_constraints",
    "json_schema",
    "mermaid",
    "owl",
    "shacl",
    "sqlite_constraints",
    "types_page",
]
