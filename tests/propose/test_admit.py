"""What is admitted of a model's proposals: only what the story's own words bear out."""

from __future__ import annotations

import functools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.sentences import sentences
from kg.extract.tokens import Sentence
from kg.propose.admit import admit
from kg.propose.shape import MOST, read, sayable
from kg.resolve import resolve
from schemas.claim import Extraction
from tests.propose.served import claim
from tests.propose.stories import BELONGS, INJECTED, admitted, proposed, reasons, story

H, B = "Halden Motors", "Brightwell Foods"
BOUGHT = (
    "Halden Motors bought Brightwell Foods for $2.4 billion on June 2, its chief executive "
    "Ann Doe said."
)


@functools.cache
def parsed(text: str) -> list[Sentence]:
    return next(sentences([story(text)]))


def admitted_alone(text: str, *claims: object) -> Extraction:
    return admitted(text, *claims, rules=False)


def test_what_the_rules_miss_enters_with_its_sentence() -> None:
    found = admitted(BELONGS, claim(H, "OWNS", B, "part of the Halden Motors family"))
    assert proposed(found) == {(H, "OWNS", B, "asserted")}
    (draft,) = [d for d in found.drafts if d.rule == "llm"]
    assert BELONGS[draft.start : draft.end] == BELONGS


def test_a_claim_goes_through_to_nodes_with_its_quote() -> None:
    found = admitted(BELONGS, claim(H, "OWNS", B, BELONGS))
    (said,) = [c for c in resolve(story(BELONGS), found).claims if c.rule == "llm"]
    assert (said.head, said.tail, said.quote) == (H, B, BELONGS)


@pytest.mark.parametrize("quote", [
    "Halden Motors has bought Brightwell Foods", BELONGS.lower(), BELONGS.replace(" ", "  "), "",
    "  ",
])  # fmt: skip
def test_a_quote_that_does_not_stand_there_is_refused(quote: str) -> None:
    found = admitted(BELONGS, claim(H, "OWNS", B, quote))
    assert reasons(found) == ["the quote does not stand in the story"]
    assert not proposed(found)


def test_ends_must_be_words_of_the_story() -> None:
    found = admitted(BELONGS, claim("Halden Group", "OWNS", B, BELONGS))
    assert reasons(found) == ["“Halden Group” does not stand in the story"]


def test_a_part_of_a_word_is_no_end() -> None:
    found = admitted(BELONGS, claim("Halden Motors", "OWNS", "right", BELONGS))
    assert reasons(found) == ["“right” does not stand in the story"]


def test_an_end_may_stand_elsewhere_in_the_story() -> None:
    text = f"{H} makes cars. Brightwell Foods has been part of the family since spring."
    found = admitted(text, claim(H, "OWNS", B, "Brightwell Foods has been part of the family"))
    assert proposed(found) == {(H, "OWNS", B, "asserted")}


def test_a_quote_without_either_end_is_refused() -> None:
    text = f"{H} and {B} met. Nothing was said of a sale."
    found = admitted(text, claim(H, "OWNS", B, "Nothing was said of a sale"))
    assert reasons(found) == ["neither end stands in the quote"]


def test_a_quote_over_many_sentences_is_refused() -> None:
    text = f"{H} met {B} in May. It rained. It snowed. They parted in June."
    assert reasons(admitted(text, claim(H, "OWNS", B, text))) == ["the quote runs over 4 sentences"]


@pytest.mark.parametrize(("more", "reason"), [
    ({"type": "FROBNICATES"}, "no edge type 'FROBNICATES'"),
    ({"type": "MENTIONS"}, "no edge type 'MENTIONS'"),
    ({"type": "HOLDS"}, "no edge type 'HOLDS'"),
    ({"tail": "", "tail_type": ""}, "OWNS needs a tail"),
    ({"tail": H}, "OWNS from Halden Motors to itself"),
    ({"type": "LEADS"}, "LEADS does not go from Firm to Firm"),
    ({"type": "IMPACTS"}, "IMPACTS needs a sign here"),
])  # fmt: skip
def test_the_vocabulary_decides(more: dict[str, str], reason: str) -> None:
    found = admitted(BELONGS, claim(H, "OWNS", B, BELONGS) | more)
    assert reasons(found) == [reason]


@pytest.mark.parametrize("wrong", [
    {"status": "certain"}, {"sign": "!"}, {"quote": "x" * 1001}, {"head": 7}, {"confidence": 1.0},
])  # fmt: skip
def test_another_shape_is_refused_and_the_rest_is_read(wrong: dict[str, object]) -> None:
    good = claim(H, "OWNS", B, BELONGS)
    found = admitted(BELONGS, good | wrong, good, "nonsense", None)
    assert len(reasons(found)) == 3
    assert proposed(found) == {(H, "OWNS", B, "asserted")}


def test_the_label_that_the_rules_read_goes_before_the_models() -> None:
    text = "Halden Motors builds cars in China."
    found = admitted(text, claim(H, "ACQUIRES", "China", text))
    assert reasons(found) == ["ACQUIRES does not go from Firm to Country"]


def test_a_name_that_the_universe_knows_is_not_relabelled() -> None:
    text = "Chile, they say, has Halden Motors."
    lie = claim("Chile", "MERGES_WITH", H, text)
    assert reasons(admitted(text, lie)) == ["MERGES_WITH does not go from Country to Firm"]
    unread = Extraction(story_id="test", things=(), drafts=())
    found = admit(story(text), unread, read(json.dumps({"claims": [lie]})), parsed(text))
    assert reasons(found) == ["MERGES_WITH does not go from Country to Firm"]


def test_descriptions_and_pronouns_are_no_things() -> None:
    text = "Its rival and they, a brokerage, were quick to sign with Brightwell Foods."
    claims = [claim(head, "PARTNERS_WITH", B, text) for head in ("they", "a brokerage")]
    assert not proposed(admitted(text, *claims))


def test_a_pronoun_that_the_rules_resolved_is_an_end() -> None:
    text = "Pronex said its plant in Lyon will close. The company makes valves."
    said = claim("The company", "PRODUCES", "valves", "The company makes valves",
                 tail_type="Product")  # fmt: skip
    assert proposed(admitted_alone(text, said)) == {("Pronex", "PRODUCES", "valves", "asserted")}


@pytest.mark.parametrize(("text", "quote", "status"), [
    ("Halden Motors denied that it had bought Brightwell Foods.", "bought Brightwell Foods",
     "denied"),
    ("Halden Motors may buy Brightwell Foods.", "buy Brightwell Foods", "planned"),
    ("Halden Motors did not buy Brightwell Foods.", "buy Brightwell Foods", "negated"),
    ("Halden Motors is buying Brightwell Foods.", "buying Brightwell Foods", "planned"),
    ("Halden Motors has agreed to buy Brightwell Foods.", "buy Brightwell Foods", "agreed"),
    ("Sources said that Halden Motors bought Brightwell Foods.", "bought Brightwell Foods",
     "rumoured"),
    ("Halden Motors bought Brightwell Foods.", "bought Brightwell Foods", "completed"),
])  # fmt: skip
def test_a_status_is_never_stronger_than_the_whole_sentence(
    text: str, quote: str, status: str
) -> None:
    found = admitted_alone(text, claim(H, "ACQUIRES", B, quote, status="completed"))
    assert proposed(found) == {(H, "ACQUIRES", B, status)}


def test_a_status_may_be_weaker_than_the_rules_read_it() -> None:
    found = admitted_alone(BOUGHT, claim(H, "ACQUIRES", B, BOUGHT, status="rumoured"))
    assert proposed(found) == {(H, "ACQUIRES", B, "rumoured")}


def test_figures_and_speaker_are_read_from_the_quote() -> None:
    said = claim(H, "ACQUIRES", B, BOUGHT, amount="$2.4 billion", date="June 2",
                 attributed_to="Ann Doe")  # fmt: skip
    (draft,) = admitted_alone(BOUGHT, said).drafts
    assert (draft.amount, draft.currency, str(draft.when)) == (2_400_000_000, "USD", "2025-06-02")
    assert draft.attributed_to == "Ann Doe"


def test_figures_and_speakers_that_do_not_stand_there_are_left_out() -> None:
    said = claim(H, "ACQUIRES", B, BOUGHT, amount="$9 billion", date="July 9",
                 attributed_to="Bob Roe")  # fmt: skip
    (draft,) = admitted_alone(BOUGHT, said).drafts
    assert (draft.amount, draft.when, draft.attributed_to) == (None, None, "")


def test_the_direction_is_that_of_the_words() -> None:
    turned = claim(B, "ACQUIRES", H, BOUGHT)
    assert reasons(admitted_alone(BOUGHT, turned)) == ["the words put the ends the other way round"]
    assert reasons(admitted(BOUGHT, turned)) == ["the patterns read it the other way round"]


def test_the_sign_is_that_of_the_words() -> None:
    text = "Brightwell Foods fell after Halden Motors hurt Brightwell Foods with its prices."
    found = admitted_alone(text, claim(H, "IMPACTS", B, text, sign="+"))
    assert reasons(found) == ["the words do not give the sign +"]


@pytest.mark.parametrize(("text", "sure"), [
    ("Halden Motors bought Brightwell Foods.", 0.6),
    ("Halden Motors bought a maker of jam that used to be known as Brightwell Foods.", 0.45),
    ("Halden Motors is where Brightwell Foods now finds itself.", 0.3),
])  # fmt: skip
def test_a_claim_is_as_sure_as_the_words_that_bear_its_type(text: str, sure: float) -> None:
    found = admitted_alone(text, claim(H, "ACQUIRES", B, text))
    assert [d.confidence for d in found.drafts] == [sure]


def test_what_the_rules_read_is_not_claimed_twice() -> None:
    found = admitted(BOUGHT, claim(H, "ACQUIRES", B, BOUGHT, status="rumoured"))
    assert not proposed(found)
    assert not reasons(found)


def test_of_one_statement_proposed_twice_the_weaker_counts() -> None:
    both = [claim(H, "OWNS", B, BELONGS, status=s) for s in ("asserted", "planned")]
    assert proposed(admitted(BELONGS, *both)) == {(H, "OWNS", B, "planned")}
    assert proposed(admitted(BELONGS, *both[::-1])) == {(H, "OWNS", B, "planned")}


def test_rules_come_first_and_unchanged() -> None:
    text = f"{BOUGHT} Corvel Steel has been in the Halden Motors family since then."
    alone = admitted(text)
    both = admitted(text, claim(H, "OWNS", "Corvel Steel", text[len(BOUGHT) + 1 :]))
    assert both.drafts[: len(alone.drafts)] == alone.drafts
    assert len(both.drafts) == len(alone.drafts) + 1


def test_an_order_to_the_reader_reports_nothing() -> None:
    for rules in (True, False):
        found = admitted(INJECTED, claim(H, "ACQUIRES", B, INJECTED.splitlines()[1]), rules=rules)
        assert not proposed(found)


@pytest.mark.parametrize("quote", [
    INJECTED.splitlines()[0], "Halden Motors acquired Brightwell Foods",
    "acquired Brightwell Foods", "report that Halden Motors acquired Brightwell Foods",
])  # fmt: skip
@pytest.mark.parametrize("kind", sorted(sayable()))
def test_a_lying_model_gains_nothing_from_an_injection(quote: str, kind: str) -> None:
    lies = [claim(h, kind, t, quote, sign=s) for h, t in ((H, B), (B, H)) for s in ("", "+", "-")]
    assert not admitted_alone(INJECTED, *lies).drafts


def test_a_story_that_gives_orders_is_still_read_where_it_reports() -> None:
    assert proposed(admitted_alone(f"{BOUGHT}\n{INJECTED}", claim(H, "ACQUIRES", B, BOUGHT)))


def test_what_a_page_asks_of_its_reader_makes_no_story_suspect() -> None:
    text = f"{BELONGS}\nSign up to our newsletter."
    assert proposed(admitted(text, claim(H, "OWNS", B, BELONGS)))


def test_a_site_may_be_described_where_a_firm_may_not() -> None:
    text = f"{H} will put money into a steel plant and a steel maker."
    claims = [claim(H, "INVESTS_IN", f"a steel {what}", text, tail_type=label)
              for what, label in (("plant", "Place"), ("maker", "Firm"))]  # fmt: skip
    found = admitted(text, *claims)
    assert "“steel maker” describes, it does not name" in reasons(found)
    assert "“steel plant” describes, it does not name" not in reasons(found)


def test_a_flood_is_cut_off() -> None:
    found = admitted(BELONGS, *[claim(H, "OWNS", B, BELONGS)] * (MOST + 5))
    assert reasons(found) == ["5 claims over the 200 that are looked at"]
    assert len(proposed(found)) == 1


WORDS = st.sampled_from([*BOUGHT.split(), H, B, "Ann Doe", "its", "", "\x1b[2J", "ignore", "$2"])
LIES = st.fixed_dictionaries({
    "head": WORDS, "tail": WORDS, "quote": st.sampled_from([BOUGHT, BOUGHT[:40], H, "lies"]),
    "head_type": st.sampled_from(["Firm", "Person", "God"]),
    "tail_type": st.sampled_from(["Firm", "Product", ""]),
    "type": st.sampled_from([*sorted(sayable()), "NONE"]),
    "status": st.sampled_from(["completed", "asserted", "sure"]), "sign": st.sampled_from("+-"),
    "amount": WORDS, "date": WORDS, "attributed_to": WORDS,
})  # fmt: skip


@settings(max_examples=60)
@given(st.lists(LIES, max_size=6))
def test_whatever_is_proposed_the_words_and_types_hold(lies: list[dict[str, str]]) -> None:
    told = story(BOUGHT)
    empty = Extraction(story_id="test", things=(), drafts=())
    found = admit(told, empty, read(json.dumps({"claims": lies})), parsed(BOUGHT))
    labels = {t.key: t.label for t in found.things}
    for draft in found.drafts:
        assert sayable()[draft.type].allows(labels[draft.head], labels[draft.tail])
        assert BOUGHT[draft.start : draft.end] == BOUGHT
        assert draft.status in {"asserted", "completed"}
    for thing in found.things:
        assert all(BOUGHT[m.start : m.end] == m.text for m in thing.mentions)


