"""What a run asks, gets and spends: counted as told by the server, else guessed from the length.

Bias: the budget is checked before a question is asked, with room for its own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.propose.endpoint import Reply
from schemas.errors import KnockonError
from schemas.values import plain

__all__ = ["Price", "Tally"]

CHARACTERS = 4  # of English a token, where the server does not count (OpenAI's rule of thumb)
MILLION = 1_000_000  # tokens that a price is for


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, read and written, in the user's own currency."""

    read: Decimal
    written: Decimal

    @classmethod
    def parse(cls, text: str) -> Price | None:
        """The price of "0.15,0.60"; None for an empty text, KnockonError for any other."""
        if not text.strip():
            return None
        try:
            read, written = (Decimal(part.strip()) for part in text.split(","))
            fits = (read + written).is_finite() and min(read, written) >= 0
        except (ValueError, InvalidOperation):
            read = written = Decimal(-1)
            fits = False
        if not fits:
            raise KnockonError("KG_LLM_PRICE is no pair of prices", where=text[:40],
                               cure="such as 0.15,0.60: a million tokens in, out")  # fmt: skip
        return cls(read, written)


@dataclass(slots=True)
class Tally:
    """The sums of one run; `budget` is the most tokens that it may use."""

    price: Price | None = None
    budget: int | None = None
    questions: int = 0
    asked: int = 0
    cached: int = 0
    admitted: int = 0
    refused: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    guessed: bool = False

    def demand(self, question: int) -> None:
        """Raise KnockonError where a question of so many characters may break the budget."""
        spent = self.tokens_in + self.tokens_out
        if self.budget is not None and spent + question // CHARACTERS > self.budget:
            raise KnockonError(
                f"the budget of {self.budget} tokens is spent ({spent} used)",
                cure="what was answered is kept: run the same again with another --budget",
            )

    def spend(self, question: int, reply: Reply) -> None:
        """Count what one question, of so many characters, took."""
        told = (reply.tokens_in, reply.tokens_out)
        lengths = (question, len(reply.content))
        self.guessed |= None in told
        self.questions += 1
        read, written = (
            -(-n // CHARACTERS) if t is None else t for t, n in zip(told, lengths, strict=True)
        )
        self.tokens_in += read
        self.tokens_out += written

    def line(self) -> str:
        """All of it in one line."""
        about = "about " if self.guessed else ""
        said = (
            f"llm: {self.asked} stories asked, {self.cached} from the cache; "
            f"{self.admitted} claims admitted, {self.refused} refused; "
            f"{about}{self.tokens_in} tokens in, {self.tokens_out} out"
        )
        if self.price is None:
            return said
        cost = self.price.read * self.tokens_in + self.price.written * self.tokens_out
        return f"{said}; cost {about}{plain(round(cost / MILLION, 6))}"
