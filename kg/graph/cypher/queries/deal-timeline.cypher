// Deal timeline
// Every word on the takeovers, mergers, sales and stakes of a firm, in the order said
// param name = null: the firm
// example: kg query deal-timeline --param name=Heineken
MATCH (f:Entity)<-[:SUBJECT|OBJECT]-(c:Claim)-[:FROM]->(s:Story)
WHERE (toLower(f.name) = toLower($name) OR f.node = $name
  OR any(a IN coalesce(f.aliases, []) WHERE toLower(a) = toLower($name)))
  AND c.type IN ['ACQUIRES', 'MERGES_WITH', 'DIVESTS', 'INVESTS_IN', 'OWNS']
RETURN DISTINCT coalesce(s.published, c.date) AS said, c.head AS head, c.type AS type, c.tail AS tail,
  c.status AS status, c.amount_text AS amount, c.currency AS currency, s.publisher AS publisher,
  c.quote AS quote, c.key AS claim
ORDER BY said, claim
