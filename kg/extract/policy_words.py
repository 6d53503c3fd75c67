"""Word lists of policies: kinds, families, flows, and the verbs that impose them or suffer them.

A noun that is only sometimes a policy is weak and needs more beside it.
"""

from __future__ import annotations

from kg.extract.lexicon import wordlist

# policy nouns and verbs' kinds, with the words that a policy's name ends in
POLICY_KINDS = {
    "curb": "curbs", "restriction": "restrictions", "control": "controls", "limit": "limits",
    "ban": "ban", "embargo": "embargo", "moratorium": "moratorium", "blacklist": "blacklist",
    "prohibition": "ban", "tariff": "tariffs", "duty": "duties", "levy": "levy",
    "surcharge": "levy", "sanction": "sanctions", "quota": "quota", "cap": "cap",
    "subsidy": "subsidies", "incentive": "incentives", "exemption": "exemption",
    "waiver": "waiver", "license": "licensing", "licence": "licensing", "permit": "licensing",
    "licensing": "licensing", "regulation": "regulations", "rule": "rules", "law": "law",
    "tax": "tax", "requirement": "requirement", "crackdown": "crackdown", "measure": "measures",
    "block": "ban", "freeze": "freeze",
}  # fmt: skip
# kinds by what they do: mentions of one family may be one policy
POLICY_FAMILY = {
    **dict.fromkeys(
        "curb restriction control limit license licence permit licensing requirement".split(),
        "control",
    ),
    **dict.fromkeys("ban embargo moratorium prohibition blacklist block".split(), "ban"),
    **dict.fromkeys("tariff duty levy surcharge tax".split(), "tariff"),
    **dict.fromkeys("sanction freeze".split(), "sanction"),
    **dict.fromkeys("quota cap".split(), "quota"),
    **dict.fromkeys("subsidy incentive".split(), "subsidy"),
    **dict.fromkeys("exemption waiver".split(), "exemption"),
    **dict.fromkeys("regulation rule law".split(), "rule"),
    **dict.fromkeys("crackdown measure".split(), "measure"),
}
# nouns that are a policy only with two of flow, issuer and object beside them
WEAK_POLICY = wordlist(
    """
    control limit rule law tax requirement measure license licence permit cap block freeze
    incentive regulation exemption waiver crackdown licensing
    """
)
# words before a policy noun that are part of its name
FLOWS = wordlist(
    """
    export import trade travel investment price production shipment sale shipping
    """
)
# nouns of flow with the flow that they mean, seen from who imposes the policy
FLOW_NOUNS = {
    "export": "export", "import": "import", "shipment": "export", "sale": "export",
    "trade": "trade", "purchase": "import", "investment": "investment", "price": "price",
    "production": "production",
}  # fmt: skip
IMPOSING = wordlist(
    """
    impose charge collect announce introduce slap levy place put enact adopt tighten expand extend
    widen ease lift
    relax suspend remove scrap raise double set threaten propose plan consider unveil sign order
    apply implement use issue launch declare maintain keep reimpose reinstate loosen delay postpone
    toughen broaden grant have weigh approve pass prepare mull end drop halve cut lower increase
    rescind revoke waive enforce
    """
)
SUFFERING = wordlist(
    """
    face avoid escape suffer dodge circumvent evade fear confront endure skirt dread
    """
)
# verbs that are a policy by themselves, with its kind
VERB_KIND = {
    "ban": "ban", "prohibit": "ban", "bar": "ban", "restrict": "restriction", "curb": "curb",
    "limit": "limit", "sanction": "sanction", "blacklist": "blacklist", "embargo": "embargo",
    "block": "block", "tax": "tax", "outlaw": "ban", "subsidise": "subsidy",
    "subsidize": "subsidy", "ration": "quota",
}  # fmt: skip
