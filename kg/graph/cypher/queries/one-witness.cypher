// Single-source links
// Links that one story alone supports, surest first
// param least = 0.0: the least confidence
// param most = 100: how many to give
// example: kg query one-witness --param least=0.8
MATCH (a:Entity)-[r]->(b)
WHERE size(r.stories) > 0 AND all(s IN r.stories WHERE s = r.stories[0]) AND r.confidence >= $least
MATCH (s:Story)
WHERE s.story_id = r.stories[0]
RETURN a.name AS head, type(r) AS type, b.name AS tail, r.status AS status,
  r.confidence AS confidence, s.publisher AS publisher, s.published AS published, r.edge_id AS edge
ORDER BY confidence DESC, edge LIMIT toInteger($most)
