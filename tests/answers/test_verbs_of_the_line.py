"""`kg exposed` and `kg ask` with the options that narrow an answer, over a store of typed facts."""

from __future__ import annotations

import json

import pytest

FACTS = """head,head_type,type,tail,tail_type,status,sign,date,amount,currency
Orin Smelter,Firm,DEPENDS_ON,zircon,Commodity,asserted,,,,
Pell Trading,Firm,DEPENDS_ON,zircon,Commodity,asserted,,,,
Orin Smelter,Firm,SUPPLIES,Quay Motors,Firm,asserted,,2025-03,,
Pell Trading,Firm,SUPPLIES,Quay Motors,Firm,planned,,,,
Quay Motors,Firm,ACQUIRES,Rusk Tyres,Firm,negated,,2025-05-02,900,USD
"""


@pytest.fixture
def store(kg, tmp_path):
    (tmp_path / "facts.csv").write_text(FACTS)
    assert kg("ingest", "facts.csv", "--store", "facts.db").returncode == 0
    return "facts.db"


def found(done):
    return {a["entity"]: a["score"] for a in json.loads(done.stdout)["answers"]}


def test_via_and_excluding_cut_the_graph(kg, store):
    line = ("exposed", "zircon", "--store", store, "--json")
    whole, via, rest = (
        found(kg(*line, *more))
        for more in ((), ("--via", "Pell Trading"), ("--excluding", "Pell Trading"))
    )
    assert via["Quay Motors"] + rest["Quay Motors"] == pytest.approx(whole["Quay Motors"])
    assert "Pell Trading" not in {*via, *rest}
    assert "Orin Smelter" in rest


def test_excluding_is_repeatable_and_hops_have_two_names(kg, store):
    line = ("exposed", "zircon", "--store", store, "--json")
    none = kg(*line, "--excluding", "Pell Trading", "--excluding", "Orin Smelter")
    assert not found(none)
    assert found(kg(*line, "--within-hops", "1")) == found(kg(*line, "--hops", "1"))
    assert "Quay Motors" not in found(kg(*line, "--within-hops", "1"))


def test_realised_leaves_plans_out(kg, store):
    line = ("exposed", "zircon", "--store", store, "--json")
    every, done = found(kg(*line)), found(kg(*line, "--realised"))
    assert abs(done["Quay Motors"]) < abs(every["Quay Motors"])
    assert not found(kg(*line, "--realised", "--via", "Pell Trading"))


def test_a_certificate_is_of_the_answer_with_its_options(kg, store):
    narrow = ("--realised", "--via", "Orin Smelter", "--excluding", "Quay Motors")
    for verb in (("exposed", "zircon"), ("ask", "who is exposed to zircon")):
        done = kg(*verb, "--store", store, "--certificate", "c.json", *narrow)
        assert done.stderr == "certificate: c.json\n"
        checked = kg("verify", "c.json", "--store", store, "--json")
        wrong = [c["reason"] for c in json.loads(checked.stdout)["checks"] if not c["holds"]]
        assert (checked.returncode, wrong) == (0, [])


def test_ask_takes_the_same_options_where_the_question_says_nothing(kg, store):
    line = ("ask", "Who is exposed to zircon?", "--store", store, "--json")
    assert found(kg(*line, "--hops", "1")).keys() == {"Orin Smelter", "Pell Trading"}
    asked = ("ask", "Who is exposed to zircon within 1 hop?", "--store", store, "--json")
    assert found(kg(*asked, "--hops", "3")).keys() == {"Orin Smelter", "Pell Trading"}


def test_ask_answers_a_ready_plan(kg, store, tmp_path):
    plan = json.loads(kg("ask", "Which deals were abandoned?", "--store", store, "--json").stdout)
    kept = {k: v for k, v in plan["plan"].items() if k != "names"}
    (tmp_path / "plan.json").write_text(json.dumps(kept))
    done = kg("ask", "--plan", "plan.json", "--store", store, "--json")
    deal = "Quay Motors-Rusk Tyres takeover"
    assert found(done).keys() == {"Quay Motors", "Rusk Tyres", deal}


def test_a_plan_outside_its_schema_is_one_line(kg, store, tmp_path):
    (tmp_path / "plan.json").write_text('{"form": "sing"}')
    done = kg("ask", "--plan", "plan.json", "--store", store)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    (tmp_path / "plan.json").write_text("not JSON")
    assert kg("ask", "--plan", "plan.json", "--store", store).returncode == 1


def test_a_question_and_a_plan_are_not_both_asked(kg, store, tmp_path):
    (tmp_path / "plan.json").write_text('{"form": "listing", "kind": "deals"}')
    both = kg("ask", "who is exposed to zircon", "--plan", "plan.json", "--store", store)
    assert (both.returncode, kg("ask", "--store", store).returncode) == (2, 2)


def test_a_near_name_is_asked_back_in_one_line(kg, store):
    done = kg("ask", "Who supplies Quay Motor?", "--store", store)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "did you mean Quay Motors (Firm)" in done.stderr


def test_the_text_gives_verdict_amount_and_status(kg, store):
    assert "2025-05-02 (negated)." in kg(
        "ask", "When did Quay Motors acquire Rusk Tyres?", "--store", store
    ).stdout
    listed = kg("ask", "Which deals were rejected or abandoned?", "--store", store).stdout
    assert "900 USD" in listed
    assert "(negated)" in listed
