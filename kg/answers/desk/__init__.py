"""The desk: what is watched, what is due, what happened when.

Questions that are asked again and again over a store that grows. Bias: a change is reported with
the sentence that made it, or said to have none.
"""

from __future__ import annotations

from kg.answers.desk.due import Due, Expectation, due
from kg.answers.desk.timeline import Event, Timeline, timeline
from kg.answers.desk.watchlist import News, Watchlist, load, save

__all__ = [
    "Due", "Event", "Expectation", "News", "Timeline", "Watchlist", "due", "load", "save",
    "timeline",
]  # fmt: skip
