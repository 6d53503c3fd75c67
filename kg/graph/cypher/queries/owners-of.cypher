// Who owns it, up to the top
// Each chain of owners of a thing, from the ultimate parent down
// param name = null: the thing that is owned
// example: kg query owners-of --param name=FlaktGroup
MATCH p = (top:Entity)-[:OWNS*1..6]->(x:Entity)
WHERE (toLower(x.name) = toLower($name) OR x.node = $name
  OR any(a IN coalesce(x.aliases, []) WHERE toLower(a) = toLower($name)))
  AND NOT EXISTS { MATCH (above:Entity)-[o:OWNS]->(top) WHERE NOT o.status IN ['denied', 'negated', 'ended'] }
  AND none(r IN relationships(p) WHERE r.status IN ['denied', 'negated', 'ended'])
RETURN top.name AS parent, [n IN nodes(p) | n.name] AS chain,
  [r IN relationships(p) | r.stake] AS stakes, length(p) AS steps
ORDER BY steps DESC, parent, chain
