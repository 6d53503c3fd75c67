"""Which node a story's words lead to."""

from __future__ import annotations

import pytest

from kg.reference.universe import universe
from kg.resolve import resolve
from kg.resolve.names import singular
from schemas.claim import Draft, Entity, Resolved, Thing
from schemas.evidence import Story
from tests.resolve.saying import draft, said, story, thing


def only(told: Story, *parts: Thing | Draft) -> Entity:
    (entity,) = resolve(told, said(told, *parts)).entities
    return entity


def named(label: str, name: str, **given: object) -> Entity:
    told = story(f"It was about {name} again.")
    return only(told, thing(told, label, name, **given))


def test_an_unknown_firm_is_its_name_without_the_legal_form() -> None:
    assert named("Firm", "Zorvex Quill Holdings Ltd").node == "firm:zorvex-quill"


def test_names_that_differ_in_a_number_are_two_nodes() -> None:
    assert named("Product", "Zorvex 7").node != named("Product", "Zorvex 8").node


def test_a_country_is_its_code() -> None:
    china = named("Country", "China")
    assert china.node == "country:CN"
    assert ("known", "1") in china.properties


def test_a_name_without_a_letter_still_has_an_id() -> None:
    assert named("Firm", "???").node != named("Firm", "!!!").node


def test_an_identifier_beats_the_name() -> None:
    firm = next(k for k in universe() if k.label == "Firm" and ric(k.identifiers))
    other = named("Firm", "Zorvex Quill", identifiers=(("ric", ric(firm.identifiers)),))
    assert (other.node, other.name) == (firm.node, firm.name)
    assert other.aliases == ("Zorvex Quill",)


def ric(identifiers: tuple[tuple[str, str], ...]) -> str:
    return next((v for s, v in identifiers if s == "ric"), "")


def test_a_part_of_the_own_name_is_no_other_name() -> None:
    told = story("Shell Quill Carpets sells carpets; Shell said so.")
    firm = thing(told, "Firm", "Shell Quill Carpets", "Shell")
    assert only(told, firm).node == "firm:shell-quill-carpets"


def test_another_name_leads_to_the_known_firm() -> None:
    told = story("Zorvex, also known as Microsoft, rose.")
    assert only(told, thing(told, "Firm", "Zorvex", "Microsoft")).node == by_name("Microsoft")


def by_name(name: str) -> str:
    return universe().find(name, "Firm")[0].node


def shared() -> tuple[str, list[str]]:
    """A name that several known firms of different countries share."""
    names = sorted({s.text for s in universe().surfaces() if s.known.label == "Firm"})
    for name in names:
        found = universe().find(name, "Firm")
        if len({k.country for k in found}) == len(found) > 1:
            return name, sorted(k.node for k in found)
    raise AssertionError("the universe has no shared name")


def test_a_shared_name_stays_unlinked_and_is_reported() -> None:
    name, nodes = shared()
    told = story(f"Shares of {name} fell.")
    found = resolve(told, said(told, thing(told, "Firm", name)))
    assert found.entities[0].node not in nodes
    (refusal,) = found.refusals
    assert refusal.why == "ambiguous"
    assert all(node in refusal.note for node in nodes)
    assert told.source.text[refusal.start : refusal.end] == name


def test_a_country_settles_a_shared_name() -> None:
    name, nodes = shared()
    for node in nodes:
        known = universe().by_node(node)
        assert known
        assert named("Firm", name, parts=(("country", known.country),)).node == node


def test_where_the_story_says_it_is_settles_a_shared_name() -> None:
    name, nodes = shared()
    known = universe().by_node(nodes[-1])
    assert known
    told = story(f"{name} is at home there.")
    land = thing(told, "Country", "there", known=f"country:{known.country}")
    at_home = draft(told, name, "LOCATED_IN", "there")
    found = resolve(told, said(told, thing(told, "Firm", name), land, at_home))
    assert nodes[-1] in {e.node for e in found.entities}


@pytest.mark.parametrize(
    ("name", "node"), [("Lumo 3", "product:zorvex-lumo-3"), ("Zorvex Lumo", "product:zorvex-lumo")]
)
def test_a_product_is_told_apart_by_its_maker(name: str, node: str) -> None:
    told = story(f"Zorvex Inc. sells the {name}.")
    maker = thing(told, "Firm", "Zorvex Inc.", key="f1")
    lumo = thing(told, "Product", name, parts=(("maker", "f1"),))
    assert node in {e.node for e in resolve(told, said(told, lumo, maker)).entities}


@pytest.mark.parametrize(
    ("many", "one"),
    [("jet boxes", "jet box"), ("batteries", "battery"), ("glass", "glass"), ("gas", "gas"),
     ("businesses", "business"), ("widgets", "widget")],
)  # fmt: skip
def test_a_plural_is_folded_and_a_singular_is_kept(many: str, one: str) -> None:
    assert singular(many) == one


def test_a_common_good_is_one_node_in_singular_and_plural() -> None:
    one, many = (
        only(t := story(f"It makes {w}."), thing(t, "Product", w, mentions=nominal(w)))
        for w in ("jet widget", "jet widgets")
    )
    assert one.node == many.node == "product:jet-widget"


def nominal(words: str) -> tuple[dict[str, object], ...]:
    return ({"start": 9, "end": 9 + len(words), "text": words, "label": "Product",
             "sort": "nominal"},)  # fmt: skip


def test_a_firm_that_is_only_described_stays_in_its_story() -> None:
    told, other = story("So said the broker."), story("This the broker denied.")
    described = thing(told, "Firm", "the broker", mentions=nominal("broker"))
    assert only(told, described).node != only(other, described).node


def test_a_regional_industry_is_not_the_whole_industry() -> None:
    told = story("European quill makers and quill makers worldwide.")
    part = thing(told, "Industry", "European quill makers", key="a",
                 parts=(("region", "place:europe"), ("industry", "quill makers")))  # fmt: skip
    whole = thing(told, "Industry", "quill makers", key="b")
    nodes = [e.node for e in resolve(told, said(told, part, whole)).entities]
    assert nodes == ["industry:quill-maker-europe", "industry:quill-makers"]


def test_the_makers_of_a_region_are_part_of_their_industry() -> None:
    told = story("European auto parts plants and auto parts firms in Europe.")
    plants, firms = (
        thing(told, "Industry", name, parts=(("region", "place:europe"), ("industry", topic)))
        for name, topic in (("European auto parts plants", "auto parts plants"),
                            ("auto parts firms in Europe", "auto parts firms"))
    )  # fmt: skip
    makers = only(told, plants, firms)
    assert makers.node == "industry:auto-parts-europe"
    assert makers.properties == (("industry", "industry:auto-parts"), ("region", "place:europe"))


def test_a_rate_is_told_apart_by_its_country() -> None:
    nodes = {
        land: named("Indicator", "inflation", parts=(("country", land),) if land else ()).node
        for land in ("US", "IN", "")
    }
    assert nodes == {
        "US": "indicator:us-inflation", "IN": "indicator:in-inflation", "": "indicator:inflation",
    }  # fmt: skip


def test_an_agency_and_its_country_issue_the_same_policy() -> None:
    told = story("Commerce and Washington curb gallium.")
    lands = (
        thing(told, "Country", "Washington", key="a", known="country:US"),
        thing(told, "Agency", "Commerce", key="b", known="agency:us-department-of-commerce"),
    )
    curbs = [
        thing(told, "Policy", f"curb {i}", key=f"p{i}", parts=(
            ("issuer", i), ("kind", "curb"), ("family", "control"), ("object", "gallium")))
        for i in "ab"
    ]  # fmt: skip
    labels = [e.label for e in resolve(told, said(told, *lands, *curbs)).entities]
    assert labels.count("Policy") == 1


def policy(words: str, issuer: str, goods: str, kind: str) -> Resolved:
    told = story(words)
    who = thing(told, "Country", issuer, key="c", known="country:CN")
    what = thing(told, "Commodity", goods, key="g")
    curb = thing(told, "Policy", kind, key="p", parts=(
        ("issuer", "c"), ("kind", kind), ("family", "control"), ("object", "g")))  # fmt: skip
    imposes = draft(told, "c", "IMPOSES", "p")
    return resolve(told, said(told, curb, what, who, imposes, draft(told, "p", "TARGETS", "g")))


def test_two_stories_with_other_words_meet_in_one_policy() -> None:
    one = policy("Beijing tightened licensing of gallium.", "Beijing", "gallium", "licensing")
    two = policy("Chinese curbs on gallium bite.", "Chinese", "gallium", "curbs")
    other = policy("Chinese curbs on tungsten bite.", "Chinese", "tungsten", "curbs")
    curbs = [{c.tail_node for c in r.claims if c.type == "IMPOSES"} for r in (one, two, other)]
    assert curbs[0] == curbs[1] != curbs[2]
    (node,) = curbs[0]
    properties = dict(next(e for e in one.entities if e.node == node).properties)
    assert properties["issuer"] == "country:CN"
    assert properties["object"].startswith("commodity:")


def test_a_deal_is_its_kind_and_its_parties_in_any_order() -> None:
    told = story("Zorvex buys Lumo. Lumo sells itself to Zorvex.")
    firms = thing(told, "Firm", "Zorvex"), thing(told, "Firm", "Lumo")
    deals = [
        thing(told, "Deal", f"deal {n}", key=f"d{n}", parts=(("kind", "takeover"), *parties))
        for n, parties in enumerate(
            [(("party", "Zorvex"), ("party", "Lumo")), (("party", "Lumo"), ("party", "Zorvex"))]
        )
    ]
    found = resolve(told, said(told, *firms, *deals))
    assert [e.label for e in found.entities] == ["Deal", "Firm", "Firm"]


def test_things_that_are_parts_of_each_other_still_get_nodes() -> None:
    told = story("Round and round.")
    pairs = ("Axo", "Bex"), ("Bex", "Axo")
    ring = [thing(told, "Product", n, parts=(("maker", m),)) for n, m in pairs]
    assert resolve(told, said(told, *ring)) == resolve(told, said(told, *ring[::-1]))
