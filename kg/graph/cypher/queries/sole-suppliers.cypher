// Sole suppliers
// Who has one supplier only, as far as the stories tell
// param least = 0.0: the least confidence
// example: kg query sole-suppliers
MATCH (s:Entity)-[r:SUPPLIES]->(b:Entity)
WHERE r.confidence >= $least AND NOT r.status IN ['denied', 'negated', 'ended']
WITH b, collect(DISTINCT s.name) AS suppliers, max(r.confidence) AS confidence
WHERE size(suppliers) = 1
RETURN b.name AS supplied, suppliers[0] AS supplier, confidence
ORDER BY supplied, supplier
