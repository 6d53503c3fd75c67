"""Deals and policies as stories tell of them: which are one, in sentences of our own."""

from __future__ import annotations

TOLD: dict[str, list[tuple[str, str]]] = {
    "keld takes over tavola, 2025": [
        ("2025-03-03", "Keld Group has agreed to buy Tavola Corp for $3.2 billion."),
        ("2025-04-10", "Tavola Corp's owners backed Keld Group's takeover of Tavola Corp."),
        ("2025-06-20", "The EU cleared Keld Group's acquisition of Tavola Corp on Friday."),
        ("2025-12-30", "Keld Group's purchase of Tavola Corp is to close in January."),
        ("2026-01-15", "Keld Group completed its takeover of Tavola Corp."),
    ],
    "keld takes over tavola, 2021, and gives up": [
        ("2021-02-01", "Keld Group abandoned its takeover of Tavola Corp after talks failed."),
        ("2021-02-02", "Keld Group has scrapped its bid for Tavola Corp."),
    ],
    "keld buys a small stake in tavola": [
        ("2025-03-03", "Keld Group bought a 4.9% stake in Tavola Corp."),
    ],
    "keld takes over tavola 2": [
        ("2025-03-09", "Keld Group agreed to buy Tavola Fund 2 Ltd."),
    ],
    "brenn takes over tavola": [
        ("2025-03-05", "Brenn Steel made a bid for Tavola Corp."),
        ("2025-03-20", "Tavola Corp rejected a takeover approach from Brenn Steel."),
    ],
    "keld takes over lumora": [
        ("2025-03-05", "Keld Group acquired Lumora Ltd for $90 million."),
        ("2025-05-05", "Keld Group has completed the acquisition of Lumora Ltd."),
    ],
    "microsoft and activision": [
        ("2022-01-18", "Microsoft agreed to buy Activision Blizzard for $68.7 billion."),
        ("2022-12-08", "The regulator sued to block Microsoft's takeover of Activision Blizzard."),
        ("2023-10-13", "Microsoft completed its acquisition of Activision Blizzard."),
    ],
    "orrin and harbour merge": [
        ("2025-02-01", "Orrin Metals and Harbour Mining agreed to merge."),
        ("2025-02-20", "Orrin Metals is to merge with Harbour Mining."),
        ("2025-08-20", "The merger of Harbour Mining and Orrin Metals was completed."),
    ],
    "china on rare earths": [
        ("2025-04-05", "China's export curbs on rare earths hit carmakers."),
        ("2025-04-20", "Beijing's licensing rules on rare earths slowed shipments."),
        ("2025-05-20", "China's commerce ministry eased its export controls on rare earths."),
        ("2025-06-09", "China restricted exports of rare earths in April."),
    ],
    "china on gallium and germanium": [
        ("2023-07-04", "China restricted exports of gallium and germanium."),
        ("2023-08-01", "China's export controls on germanium and gallium began on Tuesday."),
    ],
    "china on graphite": [
        ("2023-10-20", "China's export controls on graphite begin in December."),
    ],
    "china's tariff on graphite": [
        ("2025-04-20", "China imposed a tariff on graphite."),
    ],
    "the eu on electric vehicles": [
        ("2024-10-30", "The European Union imposed tariffs on Chinese electric vehicles."),
        ("2024-11-05", "Brussels' duties on electric vehicles from China took effect."),
    ],
    "the eu on steel": [
        ("2024-10-30", "The European Union imposed tariffs on steel from China."),
        ("2025-01-30", "The EU's duties on Chinese steel are to be raised."),
    ],
    "the us on steel": [
        ("2025-02-10", "The United States imposed tariffs on steel."),
        ("2025-03-12", "Washington's duties on steel took effect on Wednesday."),
    ],
    "the us quota on steel": [
        ("2025-02-10", "The United States set an import quota on steel."),
    ],
    "indonesia on nickel": [
        ("2020-01-01", "Indonesia's ban on exports of nickel ore took effect."),
        ("2020-03-01", "Jakarta's export ban on nickel ore hurts smelters."),
    ],
    "india on rice": [
        ("2023-07-20", "India banned exports of rice."),
        ("2023-09-20", "New Delhi's export curbs on rice lifted prices."),
    ],
    "india's import duty on rice": [
        ("2023-07-20", "India's import tariff on rice was cut."),
    ],
}
"""What each group of stories tells of is one deal or policy; those of two groups tell of two."""
