"""Amounts: numbers with their unit, never without; old and new values; what an edge takes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import changes, values
from kg.extract.amounts import amounts
from kg.extract.amounts import read as read_amounts
from kg.extract.sentences import sentences
from kg.extract.tokens import Sentence
from schemas import edge_type
from schemas.values import plain
from tests.extract.conftest import make_story

MONEY = """
a $2.4bn takeover | 2400000000 USD
for £1.8 billion | 1800000000 GBP
16.5 trillion won | 16500000000000 KRW
3,000 crore rupees | 30000000000 INR
Rs 450 crore | 4500000000 INR
Rs 1,200 crore | 12000000000 INR
Rs 1.2 lakh crore | 1200000000000 INR
50 lakh rupees | 5000000 INR
₹80 lakh | 8000000 INR
₩16.5 trillion | 16500000000000 KRW
€500m fine | 500000000 EUR
HK$3.2 billion | 3200000000 HKD
NT$45bn | 45000000000 TWD
A$700 million | 700000000 AUD
C$12.5 million | 12500000 CAD
US$90 million | 90000000 USD
SFr 1.5bn | 1500000000 CHF
CHF 210 million | 210000000 CHF
EUR380m | 380000000 EUR
380 million EUR | 380000000 EUR
RMB 300 million | 300000000 CNY
300 million yuan | 300000000 CNY
R$4.1 billion | 4100000000 BRL
R500 million | 500000000 ZAR
KSh 120 million | 120000000 KES
204 billion shillings | 204000000000 KES
4.2bn kronor | 4200000000 SEK
120 million Danish kroner | 120000000 DKK
40 million Canadian dollars | 40000000 CAD
9 million Swiss francs | 9000000 CHF
half a billion dollars | 500000000 USD
a billion dollars | 1000000000 USD
two and a half billion euros | 2500000000 EUR
two euros | 2 EUR
sold for £1 | 1 GBP
"""
MEASURES = """
5,864.60 tons | 5864.6 tons
two million tonnes | 2000000 tonnes
2 million metric tons | 2000000 tons
1.7 million barrels a day | 1700000 barrels per day
1.7 million bpd | 1700000 barrels per day
2 million tonnes a year | 2000000 tonnes per year
30,000 tonnes of palm oil a month | 30000 tonnes per month
600 MW | 600 MW
1.2 gigawatts | 1.2 GW
40 kg | 40 kg
1,500 points | 1500 points
2000 tonnes | 2000 tonnes
up 23% on the month | 23 percent
23 pct | 23 percent
five per cent | 5 percent
fell -0.3% | -0.3 percent
minus 0.5% | -0.5 percent
25 basis points | 25 bps
75-bps cuts | 75 bps
a 25-basis-point cut | 25 bps
twenty-five basis points | 25 bps
a quarter-point cut | 25 bps
half a percentage point | 50 bps
0.5 percentage points | 0.5 percentage points
a target of 6,300 | 6300
around 6300 | 6300
twenty million people | 20000000
"""
RANGES = """
$2 billion to $3 billion | 2000000000 USD | 3000000000
$2-3 billion | 2000000000 USD | 3000000000
between $900 million and $1.2 billion | 900000000 USD | 1200000000
between 5% and 7% | 5 percent | 7
5-7% | 5 percent | 7
3.25%-3.5% | 3.25 percent | 3.5
2-3 million tonnes | 2000000 tonnes | 3000000
40 to 50 barrels | 40 barrels | 50
"""
NOTHING = """
since 2023
the A14 chip
COVID-19
the F-35
a Boeing 737
Section 232
No. 3
on June 20
on 9 June
in 10 years
a 52-year-old
the first 100 days
a 10-year yield
at 10:30
the 5G network
two won awards
three real estate firms
one of two plants
a 155-millimetre shell
the third floor
Qwen 3
"""


def cases(table):
    return [tuple(p.strip() for p in row.split("|")) for row in table.strip().splitlines()]


def read(text):
    return [a for a in read_amounts(text) if a.sort != "year"]


@pytest.mark.parametrize(("text", "expected"), cases(MONEY))
def test_money_has_its_currency(text, expected):
    assert [f"{plain(a.number)} {a.unit}" for a in read(text)] == [expected]
    assert read(text)[0].sort == "money"


@pytest.mark.parametrize(("text", "expected"), cases(MEASURES))
def test_a_measure_has_its_unit(text, expected):
    assert [f"{plain(a.number)} {a.unit}".strip() for a in read(text)] == [expected]


@pytest.mark.parametrize(("text", "low", "high"), cases(RANGES))
def test_a_range_is_one_amount_with_two_ends(text, low, high):
    assert [(f"{plain(a.number)} {a.unit}", plain(a.high)) for a in read(text)] == [(low, high)]


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_a_number_in_a_name_date_or_time_span_is_no_amount(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["from 5% to 7%", "rose 5% to 7 billion", "cut it by 2 to 3%"])
def test_a_step_or_an_old_and_a_new_value_are_no_range(text):
    assert [a.high for a in read(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "per"),
    [("$70 a barrel", "barrel"), ("€2 per parcel", "parcel"), ("$21 a share", "share"),
     ("$7 billion a year", "year"), ("$7 billion a year earlier", "")],
)  # fmt: skip
def test_a_price_says_what_it_is_for(text, per):
    assert [a.per for a in read(text)] == [per]


@pytest.mark.parametrize(
    ("text", "lead"),
    [("for up to EUR 380 million", "for"), ("to about 5%", "to"), ("from a record $9bn", "from"),
     ("below 6,000", "below"), ("at 5,600", "at")],
)  # fmt: skip
def test_the_word_before_is_the_one_before_about(text, lead):
    assert [a.lead for a in read(text)] == [lead]


@given(st.integers(1, 10**9), st.sampled_from(["$", "£", "€"]))
def test_money_reads_back(number, symbol):
    assert read(f"paid {symbol}{number:,} for it")[0].number == number


@given(st.text(max_size=40))
def test_any_text_is_read_and_each_amount_lies_in_it(text):
    found = amounts(Sentence((), (), 0, len(text), 0), text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("revised to 6,300 from 5,800", 6300, 5800),
        ("raised from 2% to 2.5%", Decimal("2.5"), 2),
        ("earnings of $610m this year, up from $450m", 610000000, 450000000),
        ("at 5.4% in May, against 5.1%", Decimal("5.4"), Decimal("5.1")),
        ("cut its stake to 12% from 20%", 12, 20),
    ],
)
def test_a_new_value_and_the_old_one(text, new, old):
    found = read(text)
    move = next(changes.moves(changes.slots(text, found), found))
    assert (found[move.new].number, found[move.old].number) == (new, old)


@pytest.mark.parametrize(
    "text",
    ["reached 5.4%, against 5.1% expected", "to 30% from $5 billion", "to 2 million and from 3",
     "$2 billion and 3%"],
)  # fmt: skip
def test_what_was_expected_or_is_another_measure_is_no_old_value(text):
    found = read(text)
    assert list(changes.moves(changes.slots(text, found), found)) == []


def taken(text, edge, word):
    """The value that an edge takes from a sentence, by its trigger word."""
    s = next(sentences([make_story(text)]))[0]
    trigger = next(t.i for t in s.tokens if t.text == word)
    return values.value(edge_type(edge), s, trigger, amounts(s, text), text)


@pytest.mark.parametrize(
    ("text", "edge", "word", "amount", "more"),
    [
        ("Naver paid 3.2 trillion won ($2.3 billion) for the firm.", "ACQUIRES", "paid",
         "3200000000000 KRW", {"equivalent": "2300000000 USD"}),
        ("Citi raised its target to 6,600 from 6,300.", "FORECASTS", "target", "6600",
         {"previous": "6300"}),
        ("The bank cut its key rate by 50 basis points to 3.25%.", "SETS_RATE", "cut",
         "3.25 percent", {"change": "-50"}),
        ("The bank raised its key rate by 25 basis points.", "SETS_RATE", "raised", "25 bps", {}),
        ("The bank lowered its key rate by 25 basis points.", "SETS_RATE", "lowered", "-25 bps",
         {}),
        ("The ban hit Nestle, whose shares fell 4%.", "IMPACTS", "hit", "", {}),
        ("The deal lifted Tesla 1.7%.", "IMPACTS", "lifted", "1.7 percent", {}),
        ("It will invest $2 billion to $3 billion in Ohio.", "INVESTS_IN", "invest",
         "2000000000 USD", {"high": "3000000000"}),
        ("The EU imposed a duty of two euros on parcels.", "IMPOSES", "imposed", "2 EUR", {}),
        ("The US imposed tariffs on $200 billion of goods.", "IMPOSES", "imposed", "", {}),
        ("It sees wheat output falling 6%.", "FORECASTS", "sees", "-6 percent", {}),
    ],
)  # fmt: skip
def test_an_edge_takes_its_amount_and_what_belongs_to_it(text, edge, word, amount, more):
    got = taken(text, edge, word)
    shown = "" if got.amount is None else f"{plain(got.amount)} {got.currency or got.unit}".strip()
    assert (shown, dict(got.more)) == (amount, more)
