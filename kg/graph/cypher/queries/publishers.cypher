// Most cited publishers
// On whose word the graph stands: stories and claims by publisher
// example: kg query publishers
MATCH (p:Source)<-[:PUBLISHED_BY]-(s:Story)
OPTIONAL MATCH (c:Claim)-[:FROM]->(s)
RETURN p.name AS publisher, count(DISTINCT s) AS stories, count(c) AS claims
ORDER BY claims DESC, stories DESC, publisher
