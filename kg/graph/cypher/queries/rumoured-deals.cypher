// Rumoured deals
// Takeovers, mergers, sales and stakes that are only rumoured or planned
// param statuses = ["rumoured", "planned"]: which states
// example: kg query rumoured-deals
MATCH (a:Entity)-[r:ACQUIRES|MERGES_WITH|DIVESTS|INVESTS_IN]->(b:Entity)
WHERE r.status IN $statuses
RETURN a.name AS head, type(r) AS type, b.name AS tail, r.status AS status, r.amount_text AS amount,
  r.currency AS currency, r.last_attested AS last_told, r.confidence AS confidence, r.edge_id AS edge
ORDER BY last_told DESC, edge
