// Competitors
// Who competes with a firm or product, told or by a shared industry
// param name = null: the firm or product
// example: kg query competitors-of --param name=Heineken
MATCH (f:Entity)
WHERE (toLower(f.name) = toLower($name) OR f.node = $name
  OR any(a IN coalesce(f.aliases, []) WHERE toLower(a) = toLower($name)))
CALL {
  WITH f
  MATCH (f)-[r:COMPETES_WITH]-(o:Entity)
  RETURN o.name AS competitor, 'stated' AS how, r.status AS status
  UNION
  WITH f
  MATCH (f)-[:IN_INDUSTRY]->(i:Entity)<-[r:IN_INDUSTRY]-(o:Entity)
  RETURN o.name AS competitor, i.name AS how, r.status AS status
}
RETURN f.name AS of, competitor, how, status
ORDER BY of, how, competitor, status
