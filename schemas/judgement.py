"""Who is the same as whom and which story no longer counts, with who said so: only added to."""

from __future__ import annotations

from typing import Literal

from schemas.base import Record


class Judgement(Record):
    """A recorded decision about two nodes, or about one story that is retracted.

    `left` of a `retract` is the story's id, of an `undo` the judgement that it takes back.
    `made` is an ISO 8601 time given by the caller, so that replaying a register is exact.
    """

    judgement_id: str
    sort: Literal["merge", "split", "retract", "undo"]
    left: str
    right: str
    who: str
    made: str
    why: str = ""
