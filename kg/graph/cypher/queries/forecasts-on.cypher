// Forecasts on an indicator
// What is forecast of an indicator, index or commodity, by whom
// param name = "": a part of its name
// example: kg query forecasts-on --param name=inflation
MATCH (a:Entity)-[r:FORECASTS]->(x:Entity)
WHERE toLower(x.name) CONTAINS toLower($name)
RETURN x.name AS indicator, a.name AS by, r.amount_text AS value, r.unit AS unit,
  r.horizon AS horizon, r.previous AS previous, r.status AS status, r.last_attested AS told,
  r.edge_id AS edge
ORDER BY indicator, told DESC, edge
