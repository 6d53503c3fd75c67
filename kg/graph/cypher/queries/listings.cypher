// Who lists where
// Each listing, planned and ended ones too
// param place = "": a part of the name of the exchange or place
// example: kg query listings --param place=London
MATCH (f:Firm)-[r:LISTED_ON]->(x:Entity)
WHERE toLower(x.name) CONTAINS toLower($place)
RETURN f.name AS firm, x.name AS place, r.role AS role, r.status AS status, r.valid_from AS since,
  r.valid_to AS until, r.edge_id AS edge
ORDER BY place, firm, edge
