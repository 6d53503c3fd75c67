"""Word lists that say whether an act happened: modals, plans, refusals, denials, hearsay.

Bias: a word that is only sometimes a hedge is listed, since the weaker status is the safer one.
"""

from __future__ import annotations

from kg.extract.lexicon import wordlist
from schemas.base import Status

MODALS = wordlist("will would could may might should shall 'll wo")
PLANS = wordlist(
    """
    plan intend aim seek want propose expect threaten consider prepare promise pledge vow set
    schedule hope try attempt look mull explore weigh discuss study urge order require oblige
    call recommend ask offer
    bid poise slate target request need anticipate predict forecast estimate project warn brace
    race likely ready eye due unlikely about away keen willing poised risk fear await avoid escape
    dodge
    """
)
AGREES = wordlist("agree approve clear sign strike reach recommend accept")
REFUSES = wordlist(
    """
    refuse reject decline abandon scrap fail cancel drop withdraw terminate block prevent rebuff
    spurn shelve ditch stop halt end cease quit suspend deny bar oppose forbid prohibit
    """
)
REFUSING_PHRASES = frozenset(
    tuple(phrase.split("_"))
    for phrase in """
    break_off break_down call_off fall_through fall_apart fall_down pull_out back_out back_away
    back_down walk_away tear_up turn_down knock_back rule_out put_off opt_out
    """.split()
)
"""Verbs that refuse or end by their particle: "broke off talks", "pulled out of a deal"."""
PLANNING_PHRASES = frozenset(
    tuple(phrase.split("_"))
    for phrase in """
    think_of think_about talk_of talk_about dream_of toy_with speak_of file_for apply_for
    """.split()
)
"""Verbs that look ahead with their preposition: "thinking of limiting", "filed for a listing"."""
AHEAD = frozenset({"be", "stand"})  # with an infinitive: "is to receive", "stands to gain"
# "replace it with quotas": what follows is done no surer than the verb
DONE_WITH = frozenset("replace respond retaliate hit slap threaten punish".split())
ORDAINS = frozenset({"order", "set", "require"})  # with a policy as object: it is made
FAILS = wordlist("fail collapse lapse founder unravel")
FALSE = wordlist("false untrue wrong incorrect baseless unfounded fabricated inaccurate fake")
SAYINGS = wordlist("report claim rumour rumor statement story suggestion allegation news talk")
UNDER_WAY = wordlist("process midst brink verge")  # with "in" or "on" before, what is not yet done
VOIDS = wordlist("annul overturn quash cancel scrap void reverse dismiss withdraw drop")
VOIDABLE = wordlist("fine penalty suit lawsuit complaint case claim charge order ban")
LEAVES_OFFICE = wordlist("quit resign retire step stand")  # "as", before the office
ORDERS = wordlist(
    """
    ignore disregard forget pretend imagine suppose assume report say answer output write print
    repeat respond reply extract
    """
)
"""Verbs of an order to the reader: what a sentence opened by one tells is no news."""
DENIES = wordlist("deny dispute refute dismiss rebut")
DONE = wordlist("complete finalise finalize close conclude")
PLANNED_NOUNS = wordlist(
    """
    plan proposal bid offer intention talk negotiation possibility prospect potential risk threat
    chance option hope aim goal target attempt interest promise pledge decision right deadline
    forecast expectation bet concern fear hope
    """
)
AGREED_NOUNS = wordlist("agreement accord pact deal")
ADJECTIVES: dict[str, Status] = {
    **dict.fromkeys(
        """
        proposed planned potential possible prospective looming future expected threatened pending
        hypothetical upcoming would-be mooted
        """.split(),
        "planned",
    ),
    **dict.fromkeys("rumoured rumored reported alleged".split(), "rumoured"),
    **dict.fromkeys(
        "failed abandoned scrapped rejected aborted cancelled canceled expired lifted".split(),
        "negated",
    ),
    **dict.fromkeys("former erstwhile onetime".split(), "ended"),
    **dict.fromkeys("completed".split(), "completed"),
    **dict.fromkeys("agreed".split(), "agreed"),
}
HEARSAY = wordlist("reportedly allegedly supposedly purportedly")
GIVEN = wordlist(
    """
    with through by via despite amid after under over since following because due before during
    from
    """
)
FATES = wordlist("fail collapse lapse expire happen proceed go close complete fall")
REPORTING = wordlist(
    """
    say tell report add state write note announce comment reveal disclose confirm claim argue
    explain
    """
)
RUMOUR_SOURCES = wordlist("source insider")
RUMOUR_PEOPLE = wordlist("person people")  # a source only if "familiar with the matter"
LIFTS = wordlist("lift remove repeal revoke suspend expire lapse scrap rescind end")
STAKES = wordlist("stake shareholding holding")
SELLS = wordlist("sell divest offload dump exit unload dispose relinquish")
