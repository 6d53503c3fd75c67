"""Who is the same as whom, and who said so: records that are added, never edited."""

from __future__ import annotations

from typing import Literal

from schemas.base import Record


class Judgement(Record):
    """A recorded decision about two nodes; `undo` names the judgement it takes back.

    `made` is an ISO 8601 time given by the caller, so that replaying a register is exact.
    """

    judgement_id: str
    sort: Literal["merge", "split", "undo"]
    left: str
    right: str
    who: str
    made: str
    why: str = ""
