// Supply chain upstream
// What stands up to three hops before a thing in its chain of supply
// param name = null: the thing
// param least = 0.0: the least confidence of each hop
// example: kg query upstream --param name=Nissan
MATCH p = (s:Entity)-[:SUPPLIES|PRODUCES|INPUT_TO|EXPORTS*1..3]->(x:Entity)
WHERE (toLower(x.name) = toLower($name) OR x.node = $name
  OR any(a IN coalesce(x.aliases, []) WHERE toLower(a) = toLower($name)))
  AND s <> x
  AND all(r IN relationships(p)
          WHERE r.confidence >= $least AND NOT r.status IN ['denied', 'negated', 'ended'])
RETURN length(p) AS hops, [n IN nodes(p) | n.name] AS chain,
  [r IN relationships(p) | type(r)] AS types,
  reduce(c = 1.0, r IN relationships(p) | c * r.confidence) AS confidence
ORDER BY hops, confidence DESC, chain
