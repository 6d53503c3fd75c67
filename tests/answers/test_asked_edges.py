"""Every type of edge asked for from both ends, active and passive, by verb and by noun."""

from __future__ import annotations

import pytest

from kg.answers import answer, read
from kg.answers.verbs import verb_meanings
from schemas.base import state_edges
from tests.answers.asked import names, rows
from tests.answers.worlds import trading_world
from tests.exposure.factories import edge, view

ASKED = rows("""
    Who acquires Hollow Mills? | Gantry Motors
    Who bought Elder Pumps? | Gantry Motors
    Who is the buyer of Elder Pumps? | Gantry Motors
    Who took over Elder Pumps? | Gantry Motors
    What does Gantry acquire? | Elder Pumps, Hollow Mills
    What has been acquired by Gantry? | Elder Pumps, Hollow Mills
    What did Gantry buy? | Elder Pumps, Hollow Mills
    What is Gantry taking over? | Elder Pumps, Hollow Mills
    Gantry's acquisitions | Elder Pumps, Hollow Mills
    Who merges with Juniper Labs? | Fathom Chips
    With whom does Fathom merge? |
    Whom is Fathom merging with? | Juniper Labs
    What does Hollow Mills divest? | Dunmore mill
    Who sold Dunmore mill? | Hollow Mills
    What is sold by Hollow Mills? | Dunmore mill
    Who owns Isle Shipping? | Cobble Bank
    Who is the owner of Isle Shipping? | Cobble Bank
    What does Cobble Bank own? | Isle Shipping
    What is owned by Cobble Bank? | Isle Shipping
    Cobble Bank's subsidiaries | Isle Shipping
    Who invested in Fathom? | Ardenia, Cobble Bank
    Which countries invest in Fathom? | Ardenia
    What does Ardenia invest in? | Fathom Chips
    Who are Fathom's investors? | Ardenia, Cobble Bank
    Who lends to Belmark? | Cobble Bank
    Whom does Cobble Bank lend to? | Belmark
    Who are the creditors of Belmark? | Cobble Bank
    Who holds Dunmore? | Harbour Fund
    What is held by Harbour Fund? | Dunmore Steel
    Who sued Fathom? | Juniper Labs
    Whom did Juniper Labs sue? | Fathom Chips
    Who has been sued by Juniper Labs? | Fathom Chips
    Who was sued? | Fathom Chips
    Who is suing whom? | Juniper Labs
    Which lawsuits are there? | Juniper Labs, Fathom Chips
    What lawsuits does Fathom face? | Juniper Labs
    Who fined Dunmore? | Ardenia, Trade Board
    Whom did Belmark fine? | Isle Shipping
    Who was fined by Ardenia? | Dunmore Steel
    fines on Dunmore | Ardenia, Trade Board
    Who supplies Gantry? | Dunmore Steel, Fathom Chips
    Who does Dunmore supply? | Gantry Motors
    Who is supplied by Dunmore? | Gantry Motors
    Who are Gantry's suppliers? | Dunmore Steel, Fathom Chips
    Which firms are suppliers to Gantry? | Dunmore Steel, Fathom Chips
    Which suppliers does Gantry have? | Dunmore Steel, Fathom Chips
    Who are the customers of Dunmore? | Gantry Motors
    Who depends on tinplate? | Brightwater Foods
    Who needs tinplate? | Brightwater Foods
    Who relies on tin? | Belmark, Dunmore Steel, tinplate
    Who depends on Dunmore? | Gantry Motors
    Who depends on Fathom's chips? | Gantry Motors
    What does Gantry depend on? | Dunmore Steel, Fathom Chips, F9 chip
    Who exports tin? | Ardenia
    What does Ardenia export? | tin
    What is exported by Belmark? | bauxite
    Belmark's exports | bauxite
    Who imports tin? | Belmark
    What is imported by Belmark? | tin
    Who are the importers of tin? | Belmark
    What does Dunmore produce? | tinplate
    Who makes the F9 chip? | Fathom Chips
    Who buys tin? | Belmark, Dunmore Steel
    Who sells tin? | Ardenia
    Who buys tinplate from Dunmore? | Brightwater Foods
    Who supplies the F9 chip to Gantry? | Fathom Chips
    Who supplies tinplate to Gantry? | Dunmore Steel
    Where will Dunmore be listed? | Ardenia Bourse, Mallow Exchange
    What must Hollow Mills sell? | Dunmore mill
    Harbour 100 forecasts | Cobble Bank
    What are Cobble Bank's brands? | Isle Shipping
    Who are the producers of tinplate? | Dunmore Steel
    What is produced by Fathom? | F9 chip
    What did Juniper Labs release? | K2 sensor
    Who released the K2 sensor? | Juniper Labs
    Who halted production of plastic film? | Hollow Mills
    Who halted production? | Hollow Mills, Kestrel Air
    What has Hollow Mills halted production of? | plastic film
    What is tin an input to? | tinplate
    What is an input to tinplate? | tin
    What are the ingredients of tinplate? | tin
    What can replace tinplate? | plastic film
    What can plastic film replace? | tinplate
    What can be replaced by plastic film? | tinplate
    What are the substitutes for tinplate? | plastic film
    Who competes with Dunmore? | Elder Pumps
    Who are Elder Pumps's rivals? | Dunmore Steel
    Who partners with Fathom? | Kestrel Air
    Who are the partners of Kestrel Air? | Fathom Chips
    Who imposed the tin ban? | Ardenia
    What does Ardenia impose? | Ardenia tin export ban
    What is targeted by the tin ban? | tin
    What does the tin ban target? | tin
    What does the Trade Board restrict? | bauxite
    Who restricts bauxite? | Trade Board
    What does Ardenia restrict? | tin
    Who supports Juniper Labs? | Ardenia
    What is supported by Ardenia? | Juniper Labs
    What hurts Hollow Mills? | Ardenia tin export ban
    What boosts Elder Pumps? | Ardenia tin export ban
    What boosts Hollow Mills? |
    Who forecasts the Harbour 100? | Cobble Bank
    Which banks have a Harbour 100 target? | Cobble Bank
    What does Cobble Bank forecast? | Harbour 100
    Who reports the Ardenia policy rate? | Ardenia
    Who sets the Ardenia policy rate? | Central Bank of Ardenia
    What is set by the Central Bank of Ardenia? | Ardenia policy rate
    Which firms are listed on the Mallow Exchange? | Dunmore Steel, Fathom Chips
    What is Fathom listed on? | Mallow Exchange
    Where is Fathom listed? | Mallow Exchange
    Which firms are listed? | Dunmore Steel, Fathom Chips
    Who leads Gantry? | Mara Quill
    Who is the CEO of Gantry? | Mara Quill
    Who is Gantry's boss? | Mara Quill
    What does Mara Quill lead? | Gantry Motors
    What is led by Mara Quill? | Gantry Motors
    Where is Gantry based? | Belmark
    Where is Port Mallow? | Ardenia
    What is located in Port Mallow? | Dunmore mill, Mallow Exchange
    Which firms are in Belmark? | Gantry Motors
    Which firms are in the chip industry? | Fathom Chips
    What industry is Fathom in? | Chips
    Which countries are members of the Northern League? | Ardenia
    Who is a member of the Northern League? | Ardenia
    What is Ardenia a member of? | Northern League
""")


@pytest.mark.parametrize(("question", "expected"), [r for r in ASKED if r[0][:4] != "With"])
def test_an_edge_is_found_from_either_end(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


@pytest.mark.parametrize("kind", list(state_edges()), ids=lambda kind: kind.TYPE)
def test_every_type_is_asked_for_by_its_own_phrase(kind: type) -> None:
    """The words of the register alone are a question, whatever else is known of the type."""
    head, tail = f"{kind.head[0]} North Star", f"{kind.tail[-1]} South Star"
    world = view(f"{head}\n{tail}", edge("North Star", kind.TYPE, "South Star", sign="+"))
    given = answer(f"what {kind.phrase} South Star?", world)
    assert [e.entity for e in given.answers] == ["North Star"]
    assert (kind.TYPE, "head") in read(f"what {kind.phrase} South Star?").types


def test_a_verb_that_says_little_by_itself_asks_for_nothing() -> None:
    assert not {"give", "put", "have", "see", "take"} & set(verb_meanings())
