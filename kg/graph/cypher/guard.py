"""Whether a query only reads, told from its words alone, the same for every engine.

The first of two lines of defence: the engine's own plan is the second. Bias: a harmless query that
looks like a write is refused with the word to put in backticks; a write is never let through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from kg.graph.cypher.tokens import QueryRefused, Token, decoded, place, tokens

__all__ = ["FUNCTIONS", "PROCEDURES", "QueryRefused", "demand_read"]

PROCEDURES = frozenset(
    {"db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization",
     "db.schema.nodetypeproperties", "db.schema.reltypeproperties"}
)  # fmt: skip
"""What may be called, in small letters: each only tells what is there."""
FUNCTIONS = frozenset(
    {"date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector"}
)
"""The name spaces whose functions may be used; `apoc.…` and the like can run queries."""

WRITES = frozenset(
    "CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT DROP ALTER GRANT DENY REVOKE"
    " LOAD USE PERIODIC".split()
)
"""Words that begin a write, a load or another database, anywhere in a query."""
COMMANDS = frozenset(
    "SHOW TERMINATE START STOP RENAME ENABLE DRYRUN DEALLOCATE REALLOCATE EXPLAIN PROFILE CYPHER"
    " BEGIN COMMIT ROLLBACK IMPORT EXPORT BACKUP RESTORE ALIGN CHECK REBUILD TRUNCATE UPDATE UPSERT"
    " EXECUTE EXEC".split()
)
"""Words that begin a command where a clause can begin; elsewhere they are names."""
_BEFORE = frozenset({"", "{", ";", "UNION", "ALL", "DISTINCT", "YIELD", "TRANSACTIONS"})


def demand_read(query: str) -> str:
    r"""The query without a `;` at its end; QueryRefused, with the place, unless it only reads.

    It is read twice: as it stands, and with each `\uXXXX` decoded first.
    """
    if not query.strip():
        raise QueryRefused("the query is empty", cure="give it as text, or - for standard input")
    plain, offsets = decoded(query)
    pieces = list(tokens(query))
    _check(query, pieces, range(len(query) + 1))
    if plain != query:
        try:
            found = list(tokens(plain))
        except QueryRefused as error:
            cure = "give texts with such escapes as parameters"
            raise QueryRefused(f"decoded, {error.what}", cure=cure) from error
        _check(query, found, offsets)
    ended = pieces and (pieces[-1].sort, pieces[-1].said) == ("sign", ";")
    return query[: pieces[-1].at] if ended else query


def _check(query: str, found: Sequence[Token], offsets: Sequence[int]) -> None:
    for index, token in enumerate(found):
        refused = _refusal(found, index)
        if refused:
            why, cure = refused
            raise QueryRefused(why, where=place(query, offsets[token.at]), cure=cure)


def _refusal(found: Sequence[Token], index: int) -> tuple[str, str] | None:
    """Why the query is refused for this piece, and what to do; None where it is harmless."""
    token = found[index]
    if (token.sort, token.said) == ("sign", ";") and found[index + 1 :]:
        return "there is a second statement", "ask one at a time"
    if _called(found, index):
        return f"functions of {token.said!r} are not allowed", "use the language's own"
    if not token.word or _is_name(found, index):
        return None
    if _mixed(token.said):
        return f"{token.said!r} mixes letters that look alike", "write such a name in backticks"
    if token.word == "CALL":
        return _procedure(found[index + 1 :])
    return _clause(found, index)


def _clause(found: Sequence[Token], index: int) -> tuple[str, str] | None:
    token = found[index]
    before = found[index - 1].word or found[index - 1].said if index else ""
    if token.word in WRITES or (token.word in COMMANDS and before in _BEFORE):
        return f"{token.said} is not allowed", f"if it is a name, write it as `{token.said}`"
    if token.word in {"TRANSACTION", "TRANSACTIONS"} and _in_batches(found, index):
        return "a subquery in transactions is not allowed", "leave out IN TRANSACTIONS"
    return None


def _mixed(word: str) -> bool:
    """Whether Latin letters stand beside those of a script that has twins of them."""
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in word}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def _is_name(found: Sequence[Token], index: int) -> bool:
    """Whether a word stands where only a name can: `n.set`, `:Set`, `$set`, `{set: 1}`, `(set)`."""
    before = _sign(found, index - 1)
    after = _sign(found, index + 1)
    if before == ".":
        return index >= 2 and found[index - 2].sort != "number"
    if before in {":", "$", "&", "!", "|"}:
        return True
    if after == ":":
        return before in {"{", ",", "("}
    return before == "(" and after == ")"


def _sign(found: Sequence[Token], index: int) -> str:
    inside = 0 <= index < len(found) and found[index].sort == "sign"
    return found[index].said if inside else ""


def _called(found: Sequence[Token], index: int) -> bool:
    """Whether a function of a name space that is not allowed is called: `apoc.text.join(…`."""
    if found[index].sort not in {"word", "quoted"} or _sign(found, index - 1) == ".":
        return False
    if index and found[index - 1].word == "CALL":
        return False
    parts = list(_dotted(found[index:]))
    called = len(parts) > 1 and _sign(found, index + 2 * len(parts) - 1) == "("
    return called and parts[0].casefold() not in FUNCTIONS


def _dotted(found: Sequence[Token]) -> Iterator[str]:
    """The parts of a dotted name that the tokens begin with."""
    for index in range(0, len(found), 2):
        if found[index].sort not in {"word", "quoted"}:
            return
        yield found[index].said
        if _sign(found, index + 1) != ".":
            return


def _in_batches(found: Sequence[Token], index: int) -> bool:
    """Whether `} IN 3 CONCURRENT TRANSACTIONS` is what the word ends."""
    at = index - 1
    while at > 0 and found[at].word != "IN" and index - at < 4:
        at -= 1
    return at > 0 and found[at].word == "IN" and _sign(found, at - 1) == "}"


def _procedure(behind: Sequence[Token]) -> tuple[str, str] | None:
    """Why the CALL of what stands behind it is refused; None for a subquery and what is allowed."""
    if _sign(behind, 0) == "{" or _scoped(behind):
        return None
    name = ".".join(_dotted(behind))
    if name.casefold() in PROCEDURES:
        return None
    cure = "allowed are subqueries and " + ", ".join(sorted(PROCEDURES))
    return f"CALL {name or '…'} is not allowed", cure


def _scoped(behind: Sequence[Token]) -> bool:
    """Whether it is the scope of a subquery: `(a, b) {`."""
    if _sign(behind, 0) != "(":
        return False
    ends = (i for i in range(len(behind)) if _sign(behind, i) == ")")
    return _sign(behind, next(ends, -2) + 1) == "{"
