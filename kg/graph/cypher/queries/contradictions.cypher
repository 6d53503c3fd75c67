// Contradictions
// Links that one story denies or ends and another states, both quoted
// example: kg query contradictions
MATCH (no:Claim)-[k:CONTRADICTS]->(yes:Claim), (no)-[:FROM]->(a:Story), (yes)-[:FROM]->(b:Story)
WHERE no.edge_id = k.edge_id AND yes.edge_id = k.edge_id
RETURN no.head AS head, no.type AS type, no.tail AS tail, no.status AS against,
  a.publisher AS against_by, a.published AS against_on, no.quote AS against_quote,
  yes.status AS other, b.publisher AS other_by, b.published AS other_on, yes.quote AS other_quote,
  k.edge_id AS edge
ORDER BY head, type, tail, edge
