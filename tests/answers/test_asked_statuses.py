"""Questions for what is planned, rumoured, denied, over or done; and for who goes and comes."""

from __future__ import annotations

import pytest

from kg.answers import answer
from tests.answers.asked import names, rows
from tests.answers.worlds import trading_world

ASKED = rows("""
    Who plans to acquire Hollow Mills? | Gantry Motors
    Who is planning to buy Hollow Mills? | Gantry Motors
    Who plans to acquire Elder Pumps? |
    What does Gantry plan to acquire? | Hollow Mills
    Who agreed to merge with Juniper Labs? | Fathom Chips
    Who is rumoured to acquire Juniper Labs? | Cobble Bank
    Who reportedly bought Juniper Labs? | Cobble Bank
    What is rumoured to be acquired by Cobble Bank? | Juniper Labs
    Who denied acquiring Juniper Labs? | Isle Shipping
    Who no longer supplies Kestrel Air? | Elder Pumps
    Who stopped supplying Kestrel Air? | Elder Pumps
    Who supplies Kestrel Air? |
    Who is Gantry's former CEO? | Otto Brandt
    Who abandoned its bid for Kestrel Air? | Dunmore Steel
    Who dropped the lawsuit against Gantry? | Elder Pumps
    rumoured takeovers of Juniper Labs | Cobble Bank
    planned acquisitions by Gantry | Hollow Mills
    completed acquisitions by Gantry | Elder Pumps
    Which lawsuits were dropped? | Elder Pumps, Gantry Motors
    Which deals were rejected or abandoned? | Dunmore Steel, Isle Shipping, Kestrel Air
    Which mergers failed? | Isle Shipping, Kestrel Air
    Which companies are no longer listed in Mallow? | Isle Shipping
    Which companies are moving from Mallow to the Ardenia Bourse? | Dunmore Steel
    Which companies will leave Mallow for Belmark? |
    Which mergers were abandoned? | Isle Shipping, Kestrel Air
    Which deals are rumoured? | Cobble Bank, Juniper Labs
    Which takeovers are planned? | Gantry Motors, Hollow Mills, Gantry takeover of Hollow Mills
    Which deals were denied? | Isle Shipping, Juniper Labs
    Which deals were completed? | Elder Pumps, Gantry Motors
    agreed mergers | Fathom Chips, Juniper Labs
    Which bans are there? | Ardenia tin export ban
    Which tariffs were lifted? | Belmark steel tariff
    Which tariffs are in force? |
    Which policies are in force? | Ardenia tin export ban
    Who left the Northern League? | Belmark
    Who left Gantry? | Otto Brandt
    Which companies are leaving Mallow? | Dunmore Steel, Isle Shipping
    Which companies left the Mallow Exchange? | Isle Shipping
    Which firms plan to move to the Ardenia Bourse? | Dunmore Steel
    Which firms moved to the Ardenia Bourse? |
    Who is joining the Ardenia Bourse? | Dunmore Steel
    Who acquires Juniper Labs, realised only? |
    Who acquires Juniper Labs without rumours? |
""")
SAID = rows("""
    Did Gantry acquire Elder Pumps? | yes: completed
    Did Gantry acquire Hollow Mills? | yes: planned
    Does Gantry plan to acquire Hollow Mills? | yes: planned
    Does Gantry plan to acquire Elder Pumps? | not said; it is completed
    Did Isle Shipping acquire Juniper Labs? | no: denied
    Did Kestrel Air acquire Fathom? | nothing known
    Was Elder Pumps acquired by Gantry? | yes: completed
    Does Dunmore supply Gantry? | yes: asserted
    Is Gantry supplied by Dunmore? | yes: asserted
    Does Elder Pumps supply Kestrel Air? | no: ended
    Is Dunmore a supplier of Gantry? | yes: asserted
    Is Otto Brandt the CEO of Gantry? | no: ended
    Is Fathom listed on the Mallow Exchange? | yes: asserted
    Is Isle Shipping listed on the Mallow Exchange? | no: negated
    Has Fathom partnered with Kestrel Air? | yes: asserted
    Is Fathom a partner of Dunmore? | nothing known
    When did Gantry acquire Elder Pumps? | 2023-02 (completed)
    When was Elder Pumps acquired by Gantry? | 2023-02 (completed)
    When was Hollow Mills acquired? | 2025-04 (planned)
    When will Gantry acquire Hollow Mills? | 2025-04 (planned)
    When did Juniper Labs sue Fathom? | 2024-11-05 (asserted)
    When did Hollow Mills halt production? | 2025-05-02 (asserted)
    When was the tin ban imposed? | 2025-03-01 (asserted)
    When did Cobble Bank invest in Fathom? | no date is told
    When did Dunmore sue Fathom? | nothing known
    Who reported on Juniper Labs? | The Harbour Post, The Tide
""")


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_only_what_has_the_status_is_listed(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


@pytest.mark.parametrize(("question", "expected"), SAID)
def test_a_question_for_yes_or_a_date_has_a_verdict(question: str, expected: str) -> None:
    assert answer(question, trading_world()).verdict == expected


def test_what_a_publisher_said_is_its_own_sentences() -> None:
    rows_ = answer("What did The Tide say about Juniper Labs?", trading_world()).rows
    assert [(r["head"], r["edge"], r["status"]) for r in rows_] == [
        ("Cobble Bank", "ACQUIRES", "rumoured")
    ]
    assert {c["publisher"] for r in rows_ for c in r["claims"]} == {"The Tide"}  # type: ignore[attr-defined]


def test_a_publisher_that_says_nothing_is_answered_with_those_that_do() -> None:
    given = answer("What did the Gazette say about Juniper Labs?", trading_world())
    assert given.rows == ()
    assert given.verdict == (
        "nothing known from 'Gazette'; Juniper Labs is told by The Harbour Post, The Tide"
    )
