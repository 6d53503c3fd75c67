// Policies on a thing
// Which policies and curbs bear on a commodity, product, firm or country, whose, and how they stand
// param name = null: the thing
// example: kg query policies-on --param name=cobalt
MATCH (who:Entity)-[r:RESTRICTS|SUPPORTS|TARGETS]->(x:Entity)
WHERE (toLower(x.name) = toLower($name) OR x.node = $name
  OR any(a IN coalesce(x.aliases, []) WHERE toLower(a) = toLower($name)))
OPTIONAL MATCH (issuer:Entity)-[:IMPOSES]->(who)
WITH who, r, x, issuer ORDER BY issuer.name
RETURN who.name AS who, type(r) AS type, x.name AS thing, r.status AS status, r.valid_from AS since,
  collect(issuer.name) AS issuers, r.confidence AS confidence, r.edge_id AS edge
ORDER BY who, type, edge
