"""What a sentence of Monday, 9 June 2025, puts on the calendar, and what it does not."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.answers.desk.phrases import scheduled

SAID = dt.date(2025, 6, 9)

EXPECTED = """
The court's ruling is due on June 20. | 2025-06-20
Norvane's half-year results are due on Thursday. | 2025-06-12
Parliament will vote on the levy next week. | 2025-W25
Ministers face a vote next week. | 2025-W25
A decision is expected in July. | 2025-07
Talks to resume on Wednesday, the mediator said. | 2025-06-11
Traders await results on Thursday from Osprey Foundry. | 2025-06-12
The curbs take effect on July 1. | 2025-07-01
The licence expires on 30 September. | 2025-09-30
The bank is to publish its report on Friday. | 2025-06-13
Tavola said it would reopen the smelter in August. | 2025-08
Keld plans to begin deliveries in the third quarter. | 2025-Q3
The plant is expected to start production in 2027. | 2027
Ardenia has set a deadline of 21 November for traders to leave. | 2025-11-21
Firms must register by the end of the year. | 2025
The hearing was postponed to July 3. | 2025-07-03
On Thursday the central bank will set its rate. | 2025-06-12
Next month, shareholders are due to meet in Oslo. | 2025-07
The duty comes into force on Jan. 1, 2026. | 2026-01-01
Orrin agreed to close the deal in the first half of 2026. | 2026-H1
Its quota runs until December. | 2025-12
The strike is set for June 23. | 2025-06-23
The board meets on Tuesday. | 2025-06-10
Oil was flat ahead of a producers' meeting on Sunday. | 2025-06-15
The auction is scheduled for July 15, the ministry said. | 2025-07-15
The union and the mine will resume talks tomorrow. | 2025-06-10
"We'll open the line in October," said the manager. | 2025-10
Sable Bank aims to finish the sale by March 2026. | 2026-03
The summit is planned for late September. | 2025-09
Belmark's parliament votes on the treaty next Wednesday. | 2025-06-18
The company has until July 9 to answer. | 2025-07-09
Fenwick intends to list in London within six months. | 2025-12-06
The ban, which hit miners hard, will be lifted on Oct. 16. | 2025-10-16
Investors are preparing for elections in November. | 2025-11
The first ship is slated to sail in two weeks. | 2025-W26
The tariff will rise to 50% from July 9. | 2025-07-09
The European Commission will present its plan on Wednesday. | 2025-06-11
Orrin's annual meeting takes place on June 18. | 2025-06-18
Norland's election is on September 7. | 2025-09-07
The two sides are scheduled to sign the accord in Geneva on June 25. | 2025-06-25
Prosecutors are to file charges by Friday. | 2025-06-13
Fuel rationing begins on Saturday, officials said. | 2025-06-14
The carmaker said production would restart on June 16. | 2025-06-16
A final investment decision is due before the end of 2025. | 2025
The talks, due to last two days, start in London on Tuesday. | 2025-06-10
Keld said the takeover was expected to close in the fourth quarter. | 2025-Q4
Loan repayments of 3 billion kroner fall due next month. | 2025-07
Tavola expects deliveries to begin in early 2026. | 2026
The moratorium will remain in place until July 31. | 2025-07-31
Data due on Wednesday will show whether prices rose. | 2025-06-11
The ministry gave importers until June 30 to comply. | 2025-06-30
The central bank meets next on July 24. | 2025-07-24
Ardenia has delayed the introduction of the tax to January 2026. | 2026-01
Lawmakers plan a hearing on June 24. | 2025-06-24
The company will report first-quarter earnings on July 30. | 2025-07-30
Voters go to the polls on Sunday. | 2025-06-15
It is due to go on trial in November. | 2025-11
The tariffs are set to take effect from Aug. 1. | 2025-08-01
Norvane is on track to open its second plant in 2026, it said. | 2026
The airline will resume flights to Oslo on July 2. | 2025-07-02
Creditors have until June 27 to file their claims. | 2025-06-27
Sanctions on the port take effect at midnight on Sunday. | 2025-06-15
A hearing in the case is set for July 14. | 2025-07-14
The chipmaker reports quarterly earnings on Wednesday. | 2025-06-11
Negotiators from both countries are scheduled to meet in Vienna next week. | 2025-W25
The company expects to complete the purchase in the second half of 2025. | 2025-H2
OPEC ministers meet on July 5 to set output. | 2025-07-05
The refinery is due back in operation by the end of the month. | 2025-06
The government plans to raise the levy in January. | 2026-01
Ardenia's export quota expires at the end of the year. | 2025
The regulator said it would rule on the merger by August 15. | 2025-08-15
The new duty, which replaces the old one, will apply from July 1. | 2025-07-01
Tavola is to be listed in Frankfurt next month. | 2025-07
Results are due on July 24. | 2025-07-24
Bidding closes on June 30. | 2025-06-30
The state auction of drilling rights is planned for autumn 2026. | 2026
Trading in the shares will be suspended from Thursday. | 2025-06-12
Workers at the port plan a 48-hour strike from June 17. | 2025-06-17
The Fed is widely expected to hold rates at its meeting next week. | 2025-W25
Traders await inflation data on Wednesday. | 2025-06-11
The bond matures in March 2027. | 2027-03
The two firms said they expected the deal to close in early 2026. | 2026
The first batteries will leave the line in Q4. | 2025-Q4
The truce is set to expire on August 12. | 2025-08-12
"""
SILENT = """
The curbs took effect on June 2.
Norvane reported results on Thursday.
The court ruled on Friday that the levy was lawful.
Shares fell 3% on Monday.
Talks could resume on Wednesday.
The board may meet next week.
The plant will not reopen in August.
No vote is planned for next week.
The bank is not expected to act in July.
The hearing set for July 3 was cancelled.
Norvane has called off the listing planned for September.
If the talks fail, duties will rise on July 9.
Will parliament vote next week?
The report was due on June 20.
Tavola had been expected to reopen the smelter in August.
Output will rise, the company said.
It sold 2,030 cars in May.
The mine was flooded last week.
Keld built the plant in 2019.
The law of 2027 pages is long.
The vote on Monday rejected the plan.
Analysts said on Thursday that demand was weak.
The smelter never reopens in July.
The treaty would lapse in 2027 unless it were renewed.
Osprey withdrew its plan to list in September.
The deputy was to have met them on Tuesday, but fell ill.
The Commission presented its plan on Wednesday.
The accord was signed in Geneva on June 5.
Orrin shut its Baltic mill in October.
The lender reported a loss for the first quarter.
The tariffs took effect on Thursday.
Prices may rise later this year.
He said on Monday that the plant was running.
The deal was due to close on May 30 but fell through.
The talks scheduled for Sunday were called off.
There is no date for the vote, expected at one time in May.
The group does not plan to sell the unit this year.
Ministers discussed the levy on Tuesday and reached no deal.
Sales rose 4% this quarter.
The firm, founded in 2001, employs 900 people.
In July the mine was closed.
Shares have gained 20% this year.
The bank expects growth of 2% this year.
Analysts expect a profit of 3 billion in 2025.
A plan to reopen the mine in 2026 was rejected.
The 2030 target is out of reach.
Copper for delivery in three months rose 2%.
The minister denied that talks would be held next week.
Who will win in November?
Imports fell in the first half of the year.
The plan was first announced on Monday.
The airline resumed flights to Oslo on June 2.
Copper fell on Monday after the talks ended.
The company closed the plant in March.
The vote, which was due on Sunday, has been postponed indefinitely.
The minister said on Friday that duties had been cut.
Norvane's new plant, opened in 2021, makes chips.
Ardenia may extend the ban next month.
The company declined to say when the mine would reopen.
Inflation was 2.1% in May.
The court rejected an appeal on Tuesday.
Investors had been waiting for the results due last week.
The fund has no plans to sell its stake this year.
The deal, agreed in February, created the largest miner.
If approved, the bid will close in July.
The group was to open the site in July but ran out of money.
Oil is up 8% this month.
The ruling on Thursday surprised traders.
He joined the company in 2024 from a rival.
The strike planned for June 17 has been called off.
Officials did not say whether talks would resume next week.
The company posted its best quarter since 2019.
Analysts see gold at $4,000 by the end of 2026.
The plant could open as early as July.
The ministry ruled out an increase next year.
Exports to Ardenia fell 40% in the first five months of 2025.
""".strip().splitlines()


@pytest.mark.parametrize("line", EXPECTED.strip().splitlines())
def test_a_scheduled_thing_is_read_with_its_day(line: str) -> None:
    text, when = line.split(" | ")
    assert [found.days.text for found in scheduled(text, SAID)] == [when]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_past_possible_denied_or_called_off_is_not_expected(text: str) -> None:
    assert scheduled(text, SAID) == []


def test_a_headline_announces_with_a_bare_infinitive() -> None:
    (found,) = scheduled("Orrin to shut Baltic mill in October", SAID, headline=True)
    assert (found.days.text, found.cue) == ("2025-10", "headline")


def test_the_words_for_the_thing_are_those_of_its_clause() -> None:
    (found,) = scheduled("Copper fell, but the court will rule on the levy on Friday.", SAID)
    assert found.what == "the court will rule on the levy on Friday"


def test_a_sentence_may_put_two_things_on_the_calendar() -> None:
    text = "The vote is due on July 3, and the law will take effect on August 1."
    assert [found.days.text for found in scheduled(text, SAID)] == ["2025-07-03", "2025-08-01"]


def test_a_text_without_full_stops_is_no_sentence() -> None:
    assert scheduled("It will end on June 20 " * 500, SAID) == []
