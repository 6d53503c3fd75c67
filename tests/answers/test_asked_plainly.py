"""Questions as they are typed at a desk: turned, clipped, passive, negative, in everyday words."""

from __future__ import annotations

import pytest

from kg.answers import answer, read
from schemas.errors import EntityUnknown, KnockonError, QuestionUnread
from tests.answers.asked import names, rows
from tests.answers.worlds import trading_world
from tests.exposure.factories import edge, view

FOUND = rows("""
    # who bears it: a participle behind a form of "be"
    Who was Dunmore fined by? | Trade Board, Ardenia
    What is tin used for? | Dunmore Steel, tinplate, Belmark
    Who is Gantry Motors run by? | Mara Quill
    What was Fathom sued by? | Juniper Labs
    Which firms has Gantry bought? | Elder Pumps, Hollow Mills
    What is Mara Quill the boss of? | Gantry Motors
    # to whom, from whom
    Who does Dunmore sell to? | Gantry Motors
    Who sells to Gantry? | Dunmore Steel, Fathom Chips
    Who buys from Fathom? | Gantry Motors
    who does gantry buy from | Dunmore Steel, Fathom Chips
    Who sells tinplate to Gantry? | Dunmore Steel
    Who supplies Gantry with tinplate? | Dunmore Steel
    Who gets fines from Belmark? | Isle Shipping
    Who gave a loan to Belmark? | Cobble Bank
    Who received investment from Cobble Bank? | Fathom Chips
    # what stands still, what is curbed
    What did Hollow Mills stop making? | plastic film
    Who stopped production of plastic film? | Hollow Mills
    Who has shut plants? | Hollow Mills, Kestrel Air
    Who halted plastic film output? | Hollow Mills
    What did Hollow Mills close? | plastic film
    Who sets rates? | Central Bank of Ardenia
    Who banned exports of bauxite? | Trade Board
    # kinds of things
    Which products does Belmark export? | bauxite
    Which goods does Belmark import? | tin
    Which commodities does Ardenia export? | tin
    Which materials go into tinplate? | tin
    What is needed to make tinplate? | tin
    What goes into tinplate? | tin
    # clipped
    firms listed on the Mallow Exchange | Dunmore Steel, Fathom Chips
    companies that supply Gantry | Dunmore Steel, Fathom Chips
    all firms owned by Cobble Bank | Isle Shipping
    countries exporting tin | Ardenia
    any suppliers of Gantry? | Dunmore Steel, Fathom Chips
    are there any rivals of Dunmore? | Elder Pumps
    Does anyone supply Gantry? | Dunmore Steel, Fathom Chips
    Is anyone suing Fathom? | Juniper Labs
    Is anyone other than Dunmore supplying Gantry? | Fathom Chips
    Who else supplies Gantry besides Fathom? | Dunmore Steel
    Who put money into Fathom? | Cobble Bank, Ardenia
    everything produced by Dunmore | tinplate
    # where, and where not
    Which of the suppliers of Gantry are in Ardenia? |
    Which exchanges outside Belmark are in Port Mallow? | Mallow Exchange
    # what they wish, what they were
    Who wants to buy Juniper Labs? | Cobble Bank
    Who hopes to acquire Hollow Mills? | Gantry Motors
    Who used to run Gantry? | Otto Brandt
    # policies and deals of somebody
    Which bans did Ardenia impose? | Ardenia tin export ban
    Which deals is Elder Pumps in? | Elder Pumps, Gantry Motors
    bans imposed by Ardenia | Ardenia tin export ban
    # several
    Who supplies both Gantry and Kestrel Air? |
    Who fined both Dunmore and Isle Shipping? |
    What do Cobble Bank and Ardenia have in common? | Fathom Chips
    # by number
    Which company has the most suppliers? | Gantry Motors
    Which firm has the most lenders? |
""")
TOLD = rows("""
    How much was Isle Shipping fined? | 8 EUR (1 amount)
    What is the evidence that Fathom supplies Gantry? | Fathom Chips supplies Gantry Motors (asserted, confidence 0.40, on 1 sentence by The Harbour Post)
    How sure are you that Fathom supplies Gantry? | Fathom Chips supplies Gantry Motors (asserted, confidence 0.40, on 1 sentence by The Harbour Post)
    who says that Cobble Bank acquired Juniper Labs | Cobble Bank acquires Juniper Labs (rumoured, confidence 1.00, on 1 sentence by The Tide)
    Is it true that Isle Shipping acquired Juniper Labs? | Isle Shipping acquires Juniper Labs (denied, confidence 1.00, on 1 sentence by The Harbour Post)
    How do you know that tin is exported by Ardenia? | Ardenia exports tin (asserted, 500 tons, confidence 1.00, on 1 sentence by The Harbour Post)
    Why did Juniper Labs sue Fathom? | Juniper Labs sues Fathom Chips (asserted, confidence 1.00, on 1 sentence by The Harbour Post)
    Why was Dunmore fined by the Trade Board? | Trade Board fines Dunmore Steel (asserted, 12 USD, confidence 1.00, on 1 sentence by The Harbour Post)
    What does Fathom supply to Gantry? | Fathom Chips supplies Gantry Motors (asserted, confidence 0.40, on 1 sentence by The Harbour Post)
    What is Cobble Bank's forecast for the Harbour 100? | Cobble Bank forecasts Harbour 100 (asserted, confidence 1.00, on 1 sentence by The Harbour Post)
    What does Cobble Bank expect for the Harbour 100? | Cobble Bank forecasts Harbour 100 (asserted, confidence 1.00, on 1 sentence by The Harbour Post)
    How much of Isle Shipping does Cobble Bank own? | Cobble Bank owns Isle Shipping (asserted, confidence 1.00, on 1 sentence by The Harbour Post)
    How sure are you that Fathom supplies Kestrel Air? | nothing known
    Since when does Dunmore supply Gantry? | 2024-06 (asserted)
    In what year did Gantry acquire Elder Pumps? | 2023-02 (completed)
    When did Hollow Mills stop production of its plastic film? | 2025-05-02 (asserted)
    Which firm has the most suppliers? | Gantry Motors: 2
    Is tin used in tinplate? | yes: asserted
    How long has Hollow Mills halted production? | 2025-05-02 (asserted)
    Did Fathom and Juniper Labs merge? | yes: agreed
    list all exchanges | 2: Ardenia Bourse, Mallow Exchange
    which agencies do you know | 2: Central Bank of Ardenia, Trade Board
    How many commodities are there? | 2
    What did we leave out? | 0 passages
    What changed since May 2025? | 1 links
    What changed on Fathom between 2024-10 and 2024-12? | 1 links
""")  # noqa: E501
REFUSED = """
    Should Ardenia ban bauxite?
    Should we sell Dunmore?
    Which horses has Gantry bought?
    Which companies did inspectors fine?
    Who is on the Trade Board's black list?
    Who exports tin to Belmark?
    Who supplies Gantry and who owns Isle Shipping?
    Who supplies Gantry? Who owns Isle Shipping?
    Who supplies Gantry better than Fathom?
    How sure are you?
    Why did Juniper Labs smile?
    What changed since Monday?
    What changed?
    What has changed recently?
    Which company has the most friends?
    supply
    Who issued the most fines?
    Which mills are unaffected by the tin ban?
    top 5 jokes about tin
""".strip().splitlines()


@pytest.mark.parametrize(("question", "expected"), FOUND)
def test_what_is_asked_plainly_is_found(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


@pytest.mark.parametrize(("question", "expected"), TOLD)
def test_a_plain_question_has_its_verdict(question: str, expected: str) -> None:
    assert answer(question, trading_world()).verdict == expected


@pytest.mark.parametrize("question", [q.strip() for q in REFUSED])
def test_what_cannot_be_read_is_not_guessed(question: str) -> None:
    with pytest.raises((QuestionUnread, EntityUnknown)):
        answer(question, trading_world())


def test_every_sentence_of_a_link_is_a_row_with_its_own_status() -> None:
    given = answer("who says that Cobble Bank acquired Juniper Labs", trading_world())
    assert [(r["head"], r["status"]) for r in given.rows] == [("Cobble Bank", "rumoured")]


def test_what_is_hit_by_a_curb_may_be_put_as_if() -> None:
    plan = read("who gets hit if Ardenia bans tin exports")
    assert (plan.form, plan.subject) == ("exposed", "Ardenia's curbs on tin")
    plain = answer("Who is exposed to the Ardenia tin export ban?", trading_world())
    given = answer("who gets hit if Ardenia bans tin exports", trading_world())
    assert given.answers == plain.answers


@pytest.mark.parametrize("words", ["stops", "closed", "shuts down", "goes bust", "is disrupted"])
def test_what_befalls_one_may_be_put_as_if(words: str) -> None:
    who = read(f"Who suffers if Fathom {words}?")
    one = read(f"What happens to Gantry if Fathom {words}?")
    assert (who.form, who.subject) == ("exposed", "Fathom")
    assert (one.form, one.subject, one.other) == ("is_exposed", "Fathom", "Gantry")
    assert who.event == one.event != ""


def test_who_is_not_exposed_is_unknown_and_never_safe() -> None:
    given = answer("Which firms are not exposed to the tin ban?", trading_world())
    by_name = {e.entity: e.class_ for e in given.answers}
    assert by_name["Kestrel Air"] == "stated_not_exposed"
    assert by_name["Juniper Labs"] == "unknown"
    assert not {"Hollow Mills", "Dunmore Steel"} & set(by_name)
    assert "no proof" in str(given.verdict)


def test_a_narrower_noun_narrows_a_list_by_name() -> None:
    world = view("Place North mine\nPlace South port\nPolicy tin ban; kind=ban\nCommodity tin",
                 edge("tin ban", "TARGETS", "tin"))  # fmt: skip
    assert answer("which mines are there", world).verdict == "1: North mine"
    given = answer("Which mines are unaffected by the tin ban?", world)
    assert {e.entity for e in given.answers} == {"North mine"}
    assert any("so called" in line for line in given.left_out)


def test_what_a_thing_is_exposed_to_is_asked_from_its_end() -> None:
    given = answer("What is Gantry exposed to?", trading_world())
    found = {e.entity: e.sign for e in given.answers}
    assert found["Dunmore Steel"] == "hurt"
    assert all(p.steps[-1].to == "Gantry Motors" for e in given.answers for p in e.paths)


def test_only_so_many_are_named() -> None:
    every = answer("Who is exposed to tin?", trading_world())
    given = answer("top 2 firms exposed to tin", trading_world())
    assert len(given.answers) == 2 < len(every.answers)


def test_outside_keeps_those_known_to_be_elsewhere() -> None:
    world = view(
        "Firm Maker\nFirm Here\nFirm There\nFirm Nowhere\nCountry Oster\nCountry Wester",
        *(edge(f, "SUPPLIES", "Maker") for f in ("Here", "There", "Nowhere")),
        edge("Here", "LOCATED_IN", "Oster"), edge("There", "LOCATED_IN", "Wester"),
    )  # fmt: skip
    for question in ("suppliers of Maker outside Oster", "which firms outside Oster supply Maker"):
        given = answer(question, world)
        assert [e.entity for e in given.answers] == ["There"]
        assert given.left_out == ("2 in Oster, or of whom nobody tells where",)


def test_a_quota_is_no_ban() -> None:
    with pytest.raises(EntityUnknown):
        answer("Who imposed the tin quota?", trading_world())
    assert answer("Who imposed the tin curbs?", trading_world()).answers


def test_the_product_and_its_makers_may_bear_one_name() -> None:
    world = view(
        "Firm Lender\nProduct data halls\nIndustry data hall operators; alias=data halls",
        edge("Lender", "INVESTS_IN", "data hall operators"),
    )
    given = answer("Who invests in data halls?", world)
    assert [e.entity for e in given.answers] == ["Lender"]
    assert "data halls (Product) and data hall operators (Industry)" in given.left_out[0]


@pytest.mark.parametrize("question", ["Which permits were issued?", "Who suplies Gantry?"])
def test_a_refusal_is_one_error_with_its_cure(question: str) -> None:
    with pytest.raises(KnockonError) as caught:
        answer(question, trading_world())
    assert caught.value.cure
