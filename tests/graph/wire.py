"""One wire story as papers print it, and stories that only look like it: all our own words."""

from __future__ import annotations

WIRE = (
    "Keld Group said on Monday it had agreed to buy its rival Tavola Corp for $3.2 billion in cash,"
    " a move that would create the largest maker of tin cans in Norland. The companies expect to"
    " close the purchase by the end of March, subject to approval by the competition office. Keld"
    " shares fell 4.1 percent in early trading, while Tavola rose 22 percent. The price is good for"
    " our owners, said Jane Orrin, the chief executive of Tavola. Analysts had not expected an"
    " offer before the summer. The combined group will employ about 14,000 people and have annual"
    " sales of 9 billion crowns. Keld said it would finance the purchase with new debt."
)
MARKET = (
    "Shares in Norland closed higher on Monday, led by the miners. The main index rose 1.2 percent"
    " to 3,410.5 points, helped by firmer metal prices. Orrin Metals gained 3.1 percent and Keld"
    " added 0.4 percent. Turnover was 4.1 billion crowns, against a monthly average of 3.9 billion"
    " crowns. Traders said that most investors were waiting for the central bank's next meeting."
)
RESULTS = (
    "Orrin Metals reported a quarterly profit that beat forecasts, helped by firmer prices and"
    " lower energy costs. Net profit rose to 412 million crowns in the three months to June. Orrin"
    " Metals kept its outlook for the year and said that orders had held up well in its main"
    " markets. The board proposed an unchanged dividend for the year."
)
SHORT = (
    "Keld Group has agreed to buy Tavola Corp for $3.2 billion in cash, both companies said today."
)


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    """The text with words for words."""
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


COPIES = {
    "the same words": (WIRE, WIRE),
    "other spacing and case": (WIRE, WIRE.upper().replace(". ", ".\n\n")),
    "another headline": ("Keld to buy Tavola\n" + WIRE, "A giant of tin is born\n" + WIRE),
    "a cut tail": (WIRE, WIRE[: WIRE.index("The price is good")]),
    "an added first line": (WIRE, "A big day for tin, as our northern desk reports.\n" + WIRE),
    "another byline and dateline": (
        "By Ola Holm\nTINVIK, June 9 (Nordwire) - " + WIRE,
        "By Kari Moe\n" + WIRE + "\nReporting by Kari Moe; editing by Per Lund",
    ),
    "a house style": (
        WIRE,
        swapped(WIRE, ("on Monday it", "Monday that it"), ("percent", "pct"), ("14,000", "14000")),
    ),
    "a sentence left out": (WIRE, swapped(WIRE, (" Analysts had not expected an offer before the"
                                                 " summer.", ""))),
    "a number as a word": (swapped(WIRE, ("9 billion", "nine billion")), WIRE),
    "a line of advertising between": (
        WIRE, swapped(WIRE, (" Analysts", "\nRead more in our newsletter.\nAnalysts"))),
    "a short one with a first line": (SHORT, "Big news from the north.\n" + SHORT),
}  # fmt: skip
"""Pairs that are one text."""

OTHERS = {
    "another price": (WIRE, swapped(WIRE, ("$3.2", "$3.4"))),
    "another target": (WIRE, swapped(WIRE, ("Tavola", "Lumora"))),
    "another buyer": (WIRE, swapped(WIRE, ("Keld", "Brenn"))),
    "a denial": (WIRE, swapped(WIRE, ("it had agreed to buy", "it had not agreed to buy"))),
    "another day of the market": (
        MARKET,
        swapped(MARKET, ("Monday", "Tuesday"), ("1.2", "0.7"), ("3,410.5", "3,434.1"),
                ("3.1 percent", "1.9 percent"), ("0.4", "0.2"), ("4.1 billion", "3.8 billion")),
    ),
    "one number of the market": (MARKET, swapped(MARKET, ("1.2 percent", "1.3 percent"))),
    "results of another firm": (
        RESULTS, swapped(RESULTS, ("Orrin Metals", "Brenn Steel"), ("412", "95"))),
    "results of another firm, no number": (
        RESULTS, swapped(RESULTS, ("Orrin Metals", "Tavola Cans"))),
    "results of another quarter": (
        RESULTS, swapped(RESULTS, ("412", "398"), ("June", "September"))),
    "a forecast raised": (MARKET + " It sees growth of 2 percent.",
                          MARKET + " It sees growth of 3 percent."),
    "the same matter in other words": (
        WIRE,
        "Tavola Corp, the can maker, is to be taken over by Keld Group. Its board has backed an"
        " offer of $3.2 billion that was made public on Monday. The competition office in Norland"
        " will look at the purchase. Jane Orrin, who leads Tavola, called the price fair. Keld is"
        " to borrow what it needs, and its shares were down 4.1 percent.",
    ),
    "a short one with another price": (SHORT, swapped(SHORT, ("3.2", "3.4"))),
    "two short ones that begin alike": (
        SHORT, swapped(SHORT, ("both companies said today", "but its owners may yet refuse"))),
    "a story that cites one sentence": (
        WIRE,
        "Tin cans have had a good year. Orders rose in all markets, and makers ran short of metal"
        " sheet. Keld said it would finance the purchase with new debt. Others in the trade have"
        " chosen to issue shares, and a few have sold plants to pay for larger ones.",
    ),
}  # fmt: skip
"""Pairs that are two."""
