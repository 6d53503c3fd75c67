// Stale links
// Links that no story has spoken of since a day, oldest first
// param before = "2025-01-01": the day
// param most = 100: how many to give
// example: kg query stale-links --param before=2024-06-01
MATCH (a:Entity)-[r]->(b)
WHERE r.last_attested < $before AND NOT r.reference AND NOT r.status IN ['denied', 'negated', 'ended']
RETURN r.last_attested AS last_told, a.name AS head, type(r) AS type, b.name AS tail,
  r.status AS status, r.confidence AS confidence, r.edge_id AS edge
ORDER BY last_told, edge LIMIT toInteger($most)
