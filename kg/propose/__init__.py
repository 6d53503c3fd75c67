"""Proposers beside the rules: a language model behind an address, or a GLiNER model on disk.

Off by default. A proposer sees a story and what the rules read in it, and gives the two together;
what it proposes enters only as far as the story's own words and the vocabulary bear it out. Bias:
a proposal that cannot be shown in the text is refused with its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kg.settings import Settings
    from schemas.claim import Extraction
    from schemas.evidence import Story

__all__ = ["EXTRACTORS", "Proposer", "proposer"]

EXTRACTORS = ("rules", "llm", "gliner")


class Proposer(Protocol):
    """Something that adds to what the rules read in a story."""

    def propose(self, story: Story, extraction: Extraction) -> Extraction:
        """The rules' extraction and, behind it, what was admitted of the proposals."""

    def account(self) -> str:
        """What was asked, admitted and spent so far, in one line."""


def proposer(name: str, settings: Settings, *, budget: int | None = None) -> Proposer | None:
    """The proposer of that name as the settings have it; None for the rules alone.

    Raises KnockonError where a setting is missing, ModelMissing where a model is. `budget` is the
    most tokens that a run may use.
    """
    if name == "llm":
        from kg.propose.llm import language_model

        return language_model(settings, budget)
    if name == "gliner":
        from kg.propose.gliner import spans_model

        return spans_model(settings.gliner)
    return None
