"""The arithmetic audit: numbers that cannot all be right are shown, all others are let be."""

import pytest

from kg.extract import OFF, extract
from kg.extract.audit import DOUBTED, audit, weakened
from kg.extract.tokens import Sentence
from schemas.claim import Draft
from tests.extract.conftest import make_story

STEPS = """
Sales rose 12% to 6,300 from 5,800.
    12% but 5,800 to 6,300 is 8.6 %
Sales rose by 12% to 6,300 in May from 5,800 in April.
    12% but 5,800 to 6,300 is 8.6 %
Output fell 5% to 400,000 tonnes from 500,000 tonnes.
    5% but 500,000 tonnes to 400,000 tonnes is 20.0 %
Profit grew 30% to $4.4 billion from $4.0 billion a year earlier.
    30% but $4.0 billion to $4.4 billion is 10.0 %
Orders jumped 40% from 250 MW to 300 MW.
    40% but 250 MW to 300 MW is 20.0 %
Shipments went from 500,000 to 400,000, a drop of 30%.
    30% but 500,000 to 400,000 is 20.0 %
Profit reached $1.2 billion, up from $1 billion, a rise of 50%.
    50% but $1 billion to $1.2 billion is 20.0 %
A 30% increase to 600 MW from 500 MW is planned.
    30% but 500 MW to 600 MW is 20.0 %
The bank cut its rate by 50 basis points to 3.25% from 3.5%.
    50 basis points but 3.5% to 3.25% is 25 basis points
It raised the rate by 25 basis points to 4.5% from 4%.
    25 basis points but 4% to 4.5% is 50 basis points
The jobless rate rose 0.5 percentage points to 5.4% from 4.4%.
    0.5 percentage points but 4.4% to 5.4% is 1 percentage points
The index fell 120 points to 6,312 from 6,512.
    120 points but 6,512 to 6,312 is 200
The price rose $5 to $81 from $72.
    $5 but $72 to $81 is 9
Exports rose to 5,800 tonnes from 6,300 tonnes.
    a rise but goes from 6,300 tonnes to 5,800 tonnes
Revenue dropped to $9 billion from $7 billion a year earlier.
    a fall but goes from $7 billion to $9 billion
Inflation slowed as the bank cut rates to 4.5% from 4.25%.
    a fall but goes from 4.25% to 4.5%
Profit doubled to $900 million from $600 million.
    doubled but $600 million to $900 million is 1.5 times
Output halved to 400 tonnes from 500 tonnes.
    halved but 500 tonnes to 400 tonnes is 0.8 times
"""
SUMS = """
It will cut 12,000 of its 80,000 workers, or 20%.
    20% but 12,000 of 80,000 workers is 15.0 %
It closed 30 of its 120 stores, or about 40%.
    40% but 30 of 120 stores is 25.0 %
It will cut 25% of its 80,000 jobs, or 12,000 posts.
    25% but 12,000 of 80,000 jobs is 15.0 %
The fund sold $2.1 billion of its $8.4 billion in bonds, or 40%.
    40% but $2.1 billion of $8.4 billion is 25.0 %
It issued $200 million, $300 million and $450 million, for a total of $1,200 million.
    but $200 million + $300 million + $450 million is 950 million
The group put $210 million into chips and $330 million into plants, totalling $640 million.
    total of $640 million but $210 million + $330 million is 540 million
Spain took 1,200 tonnes and Italy 2,400 tonnes, for a combined total of 4,600 tonnes.
    total of 4,600 tonnes but 1,200 tonnes + 2,400 tonnes is 3,600
The fund holds $10 billion, including $7 billion in bonds and $5 billion in shares.
    $10 billion in all but $7 billion + $5 billion is more
It lent 400 million euros, of which 520 million euros went to farms.
    400 million euros in all but 520 million euros is more
"""
RATES = """
It paid 3.2 trillion won ($2.3 billion). / A further 1.6 trillion won ($1.9 billion) is due.
    implies 842.1 KRW per USD, elsewhere in the story it is 1,391
It paid 100 million euros ($110 million). / The fine was 50 million euros ($550 million).
    implies 0.09091 EUR per USD, elsewhere in the story it is 0.9091
Sales were 700 million yuan ($98 million). / Costs were 500 million yuan, or $84 million.
    implies 5.952 CNY per USD, elsewhere in the story it is 7.143
It cost 45bn yen ($300m). / In 2019 it cost 30bn yen ($27.5bn).
    implies 1.091 JPY per USD, elsewhere in the story it is 150
"""
RIGHT = """
Sales rose 8.6% to 6,300 from 5,800.
Sales rose 9% to 6,300 from 5,800.
Output fell 20% to 400,000 tonnes from 500,000 tonnes.
Profit grew by a quarter to $5 billion from $4 billion.
Profit grew by 20% from $4 billion to $5 billion.
Sales rose 12% on the year to 6,300 from 5,900 in April.
Sales rose 12% in May and 3% in June to 6,300 from 5,900.
Adjusted for currency, sales rose 12% to 6,300 from 5,800.
On an organic basis sales rose 12% to 6,300 from 5,800.
Profit rose about 10% to $1.1 billion from $1 billion.
The bank cut its rate by 25 basis points to 3.25% from 3.5%.
The bank cut its rate by 50 basis points to a range of 4.25% to 4.5% from 4.75% to 5%.
The tax rose 3% to 23% from 20%.
The tax rose 15% to 23% from 20%.
The index fell 120 points to 6,300 from 6,420.
The price rose $5 to $81 from $76.
Exports rose to 6,300 tonnes from 5,800 tonnes.
Inflation eased to 3.1% from 3.4%.
Citi raised its target to 6,600 from 6,300.
Citi, which had cut its outlook, now sees 6,600, up from 6,300.
The bank raised the price target to $70, down from $90 before the split.
Profit doubled to $1.2 billion from $600 million.
Sales nearly doubled to $1.8bn from $1bn.
Its loss widened to $5 million from $3 million.
Losses narrowed to $3 million from $5 million.
The team climbed to 3 from 5.
Growth of 5.4%, against 5.9% expected, was slower.
The share of coal fell to 30% from 45%, while gas rose to 40% from 35%.
It will cut 12,000 of its 80,000 workers, or 15%.
It will cut about 12,000 of its 90,000 workers, or 14%.
It owns 30 of the 120 stores, or 40% of the sales.
It issued $200 million, $300 million and $450 million, for a total of $950 million.
The sale of $2 billion of bonds and $3 billion of loans brought the total to $60 billion.
After $900 million in 2023, it spent $210 million and $330 million, totalling $540 million.
It sold bonds of $2 billion, $3 billion and $4 billion, for a total of $10 billion.
The fund holds $10 billion, including $7 billion in bonds and $3 billion in shares.
The plan is worth $10 billion, including up to $11 billion in loans.
Of the 400 million euros, 300 million euros went to farms.
It paid 3.2 trillion won ($2.3 billion). / A further 1.6 trillion won ($1.2 billion) is due.
It paid 100 million euros ($110 million). / In 2008 it paid 50 million euros ($75 million).
It paid 100 million euros ($110 million). / The fine was £50 million ($64 million).
It paid 100 million euros ($1.1 billion).
Revenue was $7.2 billion and profit was 12%.
"""


def parsed(text):
    """The sentences of a text, split at the slashes, and the text without them."""
    found, at, parts = [], 0, text.split(" / ")
    for order, part in enumerate(parts):
        found.append(Sentence((), (), at, at + len(part), order))
        at += len(part) + 1
    return found, " ".join(parts)


def cases(table):
    """Pairs of a text and, on the line below it, what is said of it."""
    rows = [row.strip() for row in table.strip().splitlines()]
    return list(zip(rows[::2], rows[1::2], strict=True))


@pytest.mark.parametrize(("text", "what"), cases(STEPS) + cases(SUMS) + cases(RATES))
def test_numbers_that_contradict_each_other_are_shown(text, what):
    found = audit(*parsed(text))
    assert len(found) == 1
    assert what in found[0].what


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_numbers_that_may_all_be_right_are_let_be(text):
    assert audit(*parsed(text)) == []


def test_a_contradiction_stands_where_its_numbers_stand():
    text = "Lindt grew. Sales rose 12% to 6,300 from 5,800 after that."
    found = audit([Sentence((), (), 12, len(text), 0)], text)
    assert text[found[0].start : found[0].end] == "12% to 6,300 from 5,800"


def test_numbers_of_a_sentence_that_lost_words_are_not_compared():
    text = "Sales rose 12% to 6,300 from 5,800."
    assert audit([Sentence((), (), 0, len(text), 0, damaged=True)], text) == []


def test_only_the_claims_of_that_sentence_are_less_sure():
    told = [Draft(head="a", type="OWNS", tail="b", start=i, end=i + 40, confidence=0.8)
            for i in (0, 50)]  # fmt: skip
    wrong = audit(*parsed("Sales rose 12% to 6,300 from 5,800."))
    assert [d.confidence for d in weakened(told, wrong)] == [round(0.8 * DOUBTED, 4), 0.8]


def test_of_three_rates_the_odd_one_is_shown_wherever_it_stands():
    wrong, right = "It paid 100 euros ($210).", "It got 200 euros ($220)."
    found, text = parsed(f"{wrong} / {right} / It gave 300 euros ($331).")
    assert [c.start for c in audit(found, text)] == [text.index("100")]


WRONG = "Lindt bought Slate after its sales rose 12% to 6,300 from 5,800."


def test_a_contradiction_is_kept_and_its_claims_are_less_sure():
    found = extract(make_story(WRONG), reader=OFF)
    kept = [(r.text, r.note) for r in found.refusals if r.why == "contradicts"]
    assert kept == [("12% to 6,300 from 5,800", "says 12% but 5,800 to 6,300 is 8.6 %")]
    right = extract(make_story(WRONG.replace("12%", "8.6%")), reader=OFF)
    assert [d.confidence for d in found.drafts] == [
        round(d.confidence * DOUBTED, 4) for d in right.drafts
    ]


def test_a_contradiction_is_told_on_the_command_line(kg, tmp_path):
    page = tmp_path / "sales.txt"
    page.write_text("Lindt bought Slate. Sales rose 12% to 6,300 from 5,800.", encoding="utf-8")
    assert "says 12% but 5,800 to 6,300 is 8.6 %" in kg("extract", str(page)).stderr
