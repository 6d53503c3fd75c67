// Stories about a thing
// The stories that name a thing, newest first, and how often
// param name = null: the thing
// example: kg query stories-about --param name=Nayara
MATCH (s:Story)-[m:MENTIONS]->(x:Entity)
WHERE (toLower(x.name) = toLower($name) OR x.node = $name
  OR any(a IN coalesce(x.aliases, []) WHERE toLower(a) = toLower($name)))
RETURN s.published AS published, s.publisher AS publisher, s.title AS title, count(m) AS times,
  s.url AS url, s.story_id AS story
ORDER BY published DESC, story
