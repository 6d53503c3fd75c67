// Policy issuers and targets
// Each policy with who imposes it and what it targets
// param state = "": the state of the policy as the stories give it
// example: kg query policy-map
MATCH (p:Policy)
WHERE $state = '' OR p.state = $state
OPTIONAL MATCH (a:Entity)-[:IMPOSES]->(p)
WITH p, a ORDER BY a.name
WITH p, collect(DISTINCT a.name) AS issuers
OPTIONAL MATCH (p)-[:TARGETS]->(b:Entity)
WITH p, issuers, b ORDER BY b.name
RETURN p.name AS policy, p.kind AS kind, p.state AS state, issuers,
  collect(DISTINCT b.name) AS targets, p.node AS node
ORDER BY policy, node
