// Exporters of a commodity
// Who exports it, to whom, how much
// param name = null: the commodity or product
// example: kg query exporters-of --param name=cobalt
MATCH (c:Entity)-[r:EXPORTS]->(x:Entity)
WHERE (toLower(x.name) = toLower($name) OR x.node = $name
  OR any(a IN coalesce(x.aliases, []) WHERE toLower(a) = toLower($name)))
RETURN c.name AS exporter, x.name AS goods, r.partner AS partner, r.period AS period,
  r.volume AS volume, r.amount_text AS amount, r.unit AS unit, r.status AS status, r.edge_id AS edge
ORDER BY exporter, edge
