// Shared suppliers
// Who supplies both of two
// param first = null: the one
// param second = null: the other
// example: kg query shared-suppliers --param first=Nissan --param second=Renault
MATCH (a:Entity)<-[x:SUPPLIES]-(s:Entity)-[y:SUPPLIES]->(b:Entity)
WHERE (toLower(a.name) = toLower($first) OR a.node = $first
  OR any(a IN coalesce(a.aliases, []) WHERE toLower(a) = toLower($first)))
  AND (toLower(b.name) = toLower($second) OR b.node = $second
  OR any(a IN coalesce(b.aliases, []) WHERE toLower(a) = toLower($second)))
RETURN s.name AS supplier, a.name AS first, x.object AS first_gets, x.status AS first_status,
  b.name AS second, y.object AS second_gets, y.status AS second_status
ORDER BY supplier, first, second
