// Two hops from a sanction
// Whom a sanction hits, and who is tied to them
// param kind = "sanction": a word in the kind or name of the policy
// param least = 0.0: the least confidence of each tie
// example: kg query sanction-reach --param kind=sanction
MATCH (p:Policy)-[t:TARGETS]->(hit:Entity)-[r]-(near:Entity)
WHERE (toLower(coalesce(p.kind, '')) CONTAINS toLower($kind) OR toLower(p.name) CONTAINS toLower($kind))
  AND near <> p AND t.confidence >= $least AND r.confidence >= $least
  AND NOT r.status IN ['denied', 'negated', 'ended']
RETURN p.name AS policy, hit.name AS hit, type(r) AS tie, startNode(r) = hit AS outward,
  near.name AS near, r.status AS status, r.edge_id AS edge
ORDER BY policy, hit, near, edge
