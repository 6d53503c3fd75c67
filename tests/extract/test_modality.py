"""Did it happen? Denied, rumoured, planned and done must not be mixed up."""

import pytest

CASES = [
    ("Nokia acquired Infinera.", "asserted"),
    ("Nokia has completed its acquisition of Infinera.", "completed"),
    ("Nokia will acquire Infinera.", "planned"),
    ("Nokia plans to acquire Infinera.", "planned"),
    ("Nokia agreed to acquire Infinera.", "agreed"),
    ("Nokia may acquire Infinera next year.", "planned"),
    ("Nokia did not acquire Infinera.", "negated"),
    ("Nokia denied that it would acquire Infinera.", "denied"),
    ("Nokia abandoned its takeover of Infinera.", "negated"),
    ("Nokia is considering buying Infinera, sources said.", "rumoured"),
    ("Nokia is in talks to buy Infinera, people familiar with the matter said.", "rumoured"),
    ("Nokia reportedly bought Infinera.", "rumoured"),
    ("Nokia said it had bought Infinera.", "asserted"),
    ("If regulators agree, Nokia will buy Infinera.", "planned"),
    ("Nokia's proposed takeover of Infinera needs consent.", "planned"),
    ("Nokia failed to buy Infinera.", "negated"),
    ("Infinera was bought by Nokia.", "asserted"),
    ("Infinera, which Nokia bought last year, makes optical gear.", "asserted"),
    ("Nokia is expected to buy Infinera.", "planned"),
    ("Nokia to buy Infinera", "planned"),
    ("Nokia broke off talks to buy Infinera.", "negated"),
    ("Nokia pulled out of its takeover of Infinera.", "negated"),
    ("Nokia has backed out of its acquisition of Infinera.", "negated"),
    ("Nokia's takeover of Infinera fell through in May.", "negated"),
    ("Nokia's bid for Infinera lapsed on Friday.", "negated"),
    ("The takeover of Infinera by Nokia was called off.", "negated"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_the_status_of_a_takeover(claims, text, status):
    found = {s for h, t, x, s in claims(text) if (h, t, x) == ("Nokia", "ACQUIRES", "Infinera")}
    assert found == {status} or (status == "asserted" and found == {"completed"})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nokia and Infinera are in merger talks.", "planned"),
        ("Nokia and Infinera signed a merger agreement.", "agreed"),
        ("Nokia and Infinera have broken off merger talks.", "negated"),
        ("Nokia and Infinera tore up their merger agreement.", "negated"),
    ],
)
def test_what_is_talked_about_is_not_done(claims, text, status):
    found = {s for h, t, x, s in claims(text) if t == "MERGES_WITH"}
    assert found == {status}


def test_an_attribution_is_not_an_act(claims):
    found = claims("Shares fell after Nokia bought Infinera, Reuters reported.")
    assert not any(h == "Reuters" for h, *_ in found)
