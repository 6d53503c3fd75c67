"""Words of questions that ask for a status: "rejected deals", "plans to buy", "no longer supplies".

Bias: "will" and "would" ask for no status of their own; whoever says "planned" means it.
"""

from __future__ import annotations

import re

from schemas.base import STATUSES, Status

REAL: tuple[Status, ...] = ("asserted", "completed")
OPEN: tuple[Status, ...] = ("agreed", "planned")
OVER: tuple[Status, ...] = ("denied", "negated", "ended")
"""What does not hold: listed only where a question asks for it."""
BROKEN: tuple[Status, ...] = ("negated", "ended")

MAKING = "(?:making|producing|building|assembling|manufacturing)"  # "stopped making" is a halt

_ASKED: dict[str, tuple[Status, ...]] = {
    r"rejected|rebuffed|spurned|turned down|abandoned|scrapped|cancell?ed|called off|blocked|"
    r"failed|collapsed|dropped|withdrawn|broken(?: off)?|aborted|shelved|lifted|revoked|repealed|"
    r"ended|terminated|dissolved|over|former|past|halted|no longer (?:in force|valid)": BROKEN,
    r"denied|disputed|refuted": ("denied",),
    r"rumou?red|reported|alleged|speculated|unconfirmed|said to be": ("rumoured",),
    r"planned|proposed|pending|announced|expected|upcoming|intended|threatened|mooted|possible|"
    r"potential|prospective|future|in the works": OPEN,
    r"agreed": ("agreed",),
    r"completed|closed|done|finali[sz]ed|concluded|sealed|finished": REAL,
    r"confirmed|actual|real|reali[sz]ed|in force|current|existing|present": REAL,
}  # fmt: skip
_ADVERB: dict[str, tuple[Status, ...]] = {
    r"(?:reportedly|allegedly|supposedly|rumou?redly)|(?:(?:is|are|was|were) )?(?:rumou?red|"
    r"reported|believed|said|thought|alleged|understood) to(?: be| have(?: been)?)?": ("rumoured",),
    r"(?:(?:has|have|had|is|are) )?(?:den(?:ied|ies|y|ying))(?: (?:that (?:it|they)|having|"
    r"plans? to|being|it|they))?(?: (?:would|will|has|had|is|was))?": ("denied",),
    r"(?:(?:does|do|did|has|have|had|is|are|was|were|will|would|can) )?(?:no longer|never|not)|"
    r"(?:does|do|did|has|have|had|is|are|was|were|wo)n't|"
    r"(?:(?:has|have|had|is|are) )?(?:(?:stop(?:ped|s|ping)?|ceased?)"
    rf"(?! {MAKING}\\b)|quit|abandon(?:ed|ing|s)?|"
    r"scrapped|dropped|cancell?ed|ended|rejected|gave up|given up|called off|"
    r"(?:refus|declin)(?:ed|es|ing) to|failed to)": OVER,
    r"(?:(?:has|have|had) )?agree[sd]? to(?: be)?": ("agreed",),
    r"(?:(?:is|are|was|were) )?(?:planning|going|about|set|due|expected|proposing|aiming|"
    r"intending|plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|propose[sd]?|expects?) to(?: be)?":
        OPEN,
    r"(?:(?:is|are|was|were) )?(?:looking|hoping|seeking|trying|keen|want(?:s|ed)?|would like|"
    r"hope[sd]?|seeks?|sought|tr(?:y|ies|ied)) to(?: be)?": ("agreed", "planned", "rumoured"),
    r"used to(?: be)?": BROKEN,
    r"(?:already|actually|really)": REAL,
}  # fmt: skip
ADJECTIVE = "(?:" + "|".join(_ASKED) + ")"
LEAD = "(?:" + "|".join(_ADVERB) + ")"


def asked_statuses(words: str) -> tuple[Status, ...]:
    """The statuses that adjectives or a lead before a verb ask for, each once; () for none."""
    text = words.casefold().strip()
    whole = [s for p, s in _ADVERB.items() if re.fullmatch(p, text)]
    parts = [s for p, s in _ASKED.items() if re.search(rf"\b(?:{p})\b", text)]
    found = {status for group in (whole or parts) for status in group}
    return tuple(s for s in STATUSES if s in found)
