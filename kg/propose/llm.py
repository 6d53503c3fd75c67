"""The language model as a proposer: asks what is not in the cache, admits, counts.

It asks story by story and keeps every answer at once, so that a run that is stopped by a kill, a
failing server or its budget goes on where it was. Bias: no answer, no claim.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kg.propose.admit import RULE, admit
from kg.propose.cache import Cache, key_of
from kg.propose.endpoint import Endpoint
from kg.propose.shape import Answer, answer_schema, messages, parts, read
from kg.propose.tally import Price, Tally
from kg.settings import Settings
from schemas.claim import Extraction
from schemas.errors import KnockonError
from schemas.evidence import Story

__all__ = ["LanguageModel", "language_model"]


@dataclass(slots=True)
class LanguageModel:
    """A model at an endpoint, with its cache and its tally; `parser` is the spaCy model's name."""

    endpoint: Endpoint
    cache: Cache
    tally: Tally = field(default_factory=Tally)
    parser: str | None = None

    def propose(self, story: Story, extraction: Extraction) -> Extraction:
        """The rules' extraction with what was admitted of the model's answer behind it."""
        from kg.extract.sentences import sentences

        answer = self.answer(story)
        if not answer.proposals and not answer.malformed:
            return extraction
        both = admit(story, extraction, answer, next(sentences([story], self.parser)))
        self.tally.admitted += len(both.drafts) - len(extraction.drafts)
        self.tally.refused += len(both.refusals) - len(extraction.refusals)
        return both

    def answer(self, story: Story) -> Answer:
        """What the model says of the story, from the cache where it was asked before."""
        before = self.tally.questions
        answers = [self._ask(part) for part in parts(story.text)]
        fresh = self.tally.questions > before
        self.tally.asked += fresh
        self.tally.cached += bool(answers) and not fresh
        return Answer(
            proposals=tuple(p for a in answers for p in a.proposals),
            malformed=tuple(m for a in answers for m in a.malformed),
        )

    def _ask(self, text: str) -> Answer:
        told = messages(text)
        key = key_of(self.endpoint.model, told)
        reply = self.cache.get(key)
        if reply is None:
            length = sum(len(m["content"]) for m in told)
            self.tally.demand(length)
            reply = self.endpoint.ask(told, answer_schema())
            self.tally.spend(length, reply)
            self.cache.put(key, reply)
        return read(reply.content)

    def account(self) -> str:
        """What was asked, admitted and spent so far, in one line."""
        return self.tally.line()


def language_model(settings: Settings, budget: int | None = None) -> LanguageModel:
    """The model that the settings name; KnockonError where they do not."""
    for value, variable in ((settings.llm_url, "KG_LLM_URL"), (settings.llm_model, "KG_LLM_MODEL")):
        if not value:
            raise KnockonError(f"--extractor {RULE} needs {variable}", cure=_CURE)
    return LanguageModel(
        Endpoint(settings.llm_url, settings.llm_model, _key(settings),
                 patience=_patience(settings.llm_timeout)),
        Cache(settings.directory / "proposals"),
        Tally(Price.parse(settings.llm_price), budget),
        settings.model or None,
    )  # fmt: skip


DAY = 86_400  # seconds; no answer is waited for longer
_CURE = "such as KG_LLM_URL=http://localhost:11434/v1 and KG_LLM_MODEL=qwen3"


def _patience(text: str) -> float:
    """The seconds that KG_LLM_TIMEOUT names (120)."""
    try:
        seconds = float(text or 120)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= DAY:
        raise KnockonError("KG_LLM_TIMEOUT is no number of seconds", where=text[:40],
                           cure="such as 120")  # fmt: skip
    return seconds


def _key(settings: Settings) -> str:
    if settings.llm_key or not settings.llm_key_file:
        return settings.llm_key.strip()
    file = Path(settings.llm_key_file).expanduser()
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        why = f"the key cannot be read ({getattr(error, 'strerror', None) or 'no text'})"
        raise KnockonError(why, where=str(file), cure="check KG_LLM_KEY_FILE") from error
