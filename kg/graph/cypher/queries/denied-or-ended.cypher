// Denied or ended
// Every link whose newest word is against it
// example: kg query denied-or-ended
MATCH (a:Entity)-[r]->(b)
WHERE r.status IN ['denied', 'negated', 'ended']
RETURN r.status AS status, a.name AS head, type(r) AS type, b.name AS tail, r.valid_to AS until,
  r.last_attested AS last_told, r.edge_id AS edge
ORDER BY status, head, type, edge
