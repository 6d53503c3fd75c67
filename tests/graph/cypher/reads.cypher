// all labels
MATCH (n) RETURN DISTINCT labels(n)[0] IS NOT NULL AS has

// count by label
MATCH (n:Entity) RETURN size(labels(n)) AS s, count(*) AS c

// firms by name
MATCH (f:Firm) WHERE f.name STARTS WITH 'B' RETURN f.node, f.name ORDER BY f.node

// one by key
MATCH (f:Firm {node: 'firm:keld'}) RETURN f.name, f.node

// parameter
MATCH (f:Entity {node: $node}) RETURN f.name

// parameter list
MATCH (f:Entity) WHERE f.node IN $nodes RETURN f.name ORDER BY f.name

// who acquires whom
MATCH (a:Firm)-[r:ACQUIRES]->(b) RETURN a.name, r.status, b.name

// confidence
MATCH (a)-[r]->(b) WHERE r.confidence >= 0.9 AND a:Entity RETURN a.node, type(r), b.node

// either way
MATCH (a:Firm {node: 'firm:keld'})-[r]-(b:Entity) RETURN type(r), b.node

// undirected rival
MATCH (a:Firm)-[:COMPETES_WITH]-(b:Firm) RETURN a.node, b.node

// two hops
MATCH (a:Firm)-[:OWNS|SUPPLIES|ACQUIRES]->(b)-[]->(c:Entity) RETURN a.node, b.node, c.node

// several types
MATCH (a)-[r:IMPOSES|TARGETS|RESTRICTS]->(b) RETURN type(r), count(*) AS c

// var length
MATCH (a:Country)-[:IMPOSES|TARGETS*1..3]->(b) RETURN a.node, b.node, count(*) AS ways

// var length predicate
MATCH p = (a:Agency)-[rs:IMPOSES|TARGETS|SUPPLIES|RESTRICTS*1..3]->(b) WHERE all(r IN rs WHERE
r.confidence >= 0.5) RETURN a.node, length(p) AS hops, b.node

// var length none
MATCH p = (a:Policy)-[rs:TARGETS*1..2]->(b) WHERE none(r IN relationships(p) WHERE r.status =
'denied') RETURN a.node, b.node

// var length exact
MATCH (a:Firm)-[:SUPPLIES|OWNS|PARTNERS_WITH*2]->(b) RETURN a.node, b.node

// var length zero
MATCH (a:Policy)-[:TARGETS*0..1]->(b) RETURN a.node, b.node

// path nodes
MATCH p = (a:Country)-[:IMPOSES]->()-[:TARGETS]->() RETURN [n IN nodes(p) | n.node] AS way

// path rels
MATCH p = (a:Country)-[:IMPOSES]->()-[:TARGETS]->() RETURN [r IN relationships(p) | type(r)] AS
way, a.node

// path itself
MATCH p = (a:Policy)-[:TARGETS]->(b) RETURN p

// shortest length
MATCH (a:Firm {node: 'firm:orrin-metals'}), (b:Firm {node: 'firm:keld'}) MATCH p =
shortestPath((a)-[*..4]-(b)) RETURN length(p)

// shortest typed
MATCH (a:Country), (b:Commodity), p =
shortestPath((a)-[:IMPOSES|TARGETS|EXPORTS|RESTRICTS*..4]->(b)) RETURN a.node, b.node, length(p)
AS n

// all shortest
MATCH (a:Country), (b:Commodity), p =
allShortestPaths((a)-[:IMPOSES|TARGETS|RESTRICTS*..3]->(b)) RETURN a.node, b.node, count(p) AS n

// optional
MATCH (f:Firm) OPTIONAL MATCH (f)-[r:ACQUIRES]->(t) RETURN f.node, t.node, r.status

// optional null
MATCH (s:Story) OPTIONAL MATCH (s)-[:PUBLISHED_BY]->(p) WITH s, p WHERE p IS NULL RETURN
count(s) AS c

// optional two
MATCH (p:Policy) OPTIONAL MATCH (a)-[:IMPOSES]->(p) OPTIONAL MATCH (p)-[:TARGETS]->(b) RETURN
p.node, a.node, b.node

// count distinct
MATCH (:Claim)-[:SUBJECT]->(e) RETURN count(DISTINCT e) AS c

// avg min max
MATCH ()-[r:ACQUIRES|OWNS]->() RETURN avg(r.confidence) AS a, min(r.confidence) AS lo,
max(r.confidence) AS hi, sum(r.confidence) AS s

// group and order
MATCH (c:Claim) RETURN c.type AS type, count(*) AS n ORDER BY n DESC, type LIMIT 10

// skip limit
MATCH (f:Firm) RETURN f.node ORDER BY f.node SKIP 5 LIMIT 7

// limit parameter
MATCH (f:Firm) RETURN f.node ORDER BY f.node LIMIT toInteger($few)

// order desc nulls
MATCH (c:Claim) RETURN c.amount AS a ORDER BY a DESC, c.key LIMIT 40

// order asc nulls
MATCH (c:Claim) RETURN c.amount AS a ORDER BY a, c.key SKIP 100 LIMIT 200

// collect
MATCH (p:Policy)-[:TARGETS]->(b) WITH p, b ORDER BY b.node RETURN p.node, collect(b.node) AS
targets

// collect distinct
MATCH (a)-[:IMPOSES]->(p) WITH a, p ORDER BY p.node RETURN a.node, collect(DISTINCT p.node) AS
ps

// collect slice
MATCH (c:Claim) WITH c ORDER BY c.key RETURN c.type, collect(c.key)[0..2] AS two

// having
MATCH (s:Story)-[:MENTIONS]->(e) WITH e, count(DISTINCT s) AS n WHERE n > 3 RETURN e.node, n

// unwind
UNWIND [1, 2, null, 3] AS x RETURN x, x * 2 AS y

// unwind list property
MATCH ()-[r:ACQUIRES]->() UNWIND r.claims AS c RETURN c, r.edge_id

// unwind parameter
UNWIND $nodes AS n MATCH (e:Entity {node: n}) RETURN e.name

// unwind empty
UNWIND [] AS x RETURN x

// range
UNWIND range(1, 9, 3) AS x RETURN x

// list comprehension
MATCH (f:Firm) WHERE f.aliases IS NOT NULL RETURN f.node, [a IN f.aliases WHERE a CONTAINS 'o' |
toUpper(a)] AS up

// pattern comprehension
MATCH (p:Policy) RETURN p.node, size([(p)-[:TARGETS]->(b) | b.node]) AS n

// pattern comprehension where
MATCH (p:Policy) RETURN p.node, size([(a)-[r:IMPOSES]->(p) WHERE r.confidence > 0.5 | a.node])
AS n

// pattern predicate
MATCH (f:Firm) WHERE (f)-[:SUPPLIES]->() RETURN f.node

// not pattern
MATCH (p:Policy) WHERE NOT (p)<-[:IMPOSES]-() RETURN p.node

// exists
MATCH (f:Firm) WHERE EXISTS { (f)-[:ACQUIRES]->(:Firm) } RETURN f.node

// exists match where
MATCH (f:Firm) WHERE EXISTS { MATCH (f)-[r:OWNS|ACQUIRES]->(b) WHERE r.status <> 'denied' }
RETURN f.node

// not exists
MATCH (s:Story) WHERE NOT EXISTS { (s)-[:MENTIONS]->() } RETURN s.story_id

// count subquery
MATCH (p:Policy) RETURN p.node, COUNT { (p)-[:TARGETS]->() } AS n

// count subquery where
MATCH (f:Firm) WHERE COUNT { (f)--(:Entity) } > 2 RETURN f.node

// collect subquery
MATCH (p:Policy) RETURN p.node, COLLECT { MATCH (p)-[:TARGETS]->(b) RETURN b.node ORDER BY
b.node } AS bs

// call subquery
MATCH (p:Policy) CALL { WITH p MATCH (p)-[:TARGETS]->(b) RETURN count(b) AS n } RETURN p.node, n

// call scope
MATCH (p:Policy) CALL (p) { MATCH (a)-[:IMPOSES]->(p) RETURN a.node AS who ORDER BY who LIMIT 1
} RETURN p.node, who

// call union
CALL { MATCH (a:Agency) RETURN a.node AS n UNION MATCH (c:Country) RETURN c.node AS n } RETURN
count(n) AS c

// union
MATCH (a:Agency) RETURN a.node AS n UNION MATCH (c:Country) RETURN c.node AS n

// union all
MATCH (a:Agency) RETURN 'x' AS n UNION ALL MATCH (c:Country) RETURN 'x' AS n

// map projection
MATCH (f:Firm {node: 'firm:keld'}) RETURN f {.node, .name, more: 1, missing: f.nothing} AS m

// map projection all
MATCH (f:Firm {node: 'firm:keld'}) RETURN f {.*} AS m

// map literal
RETURN {a: 1, b: [1, 'x', null], c: {d: true}} AS m

// map access
WITH {a: {b: 2}} AS m RETURN m.a.b AS x, m['a']['b'] AS y, m.c AS z

// case simple
MATCH ()-[r:ACQUIRES]->() RETURN CASE r.status WHEN 'denied' THEN 'no' WHEN 'ended' THEN 'no'
ELSE 'yes' END AS s, count(*) AS c

// case generic
MATCH ()-[r:OWNS]->() RETURN CASE WHEN r.confidence > 0.9 THEN 'sure' WHEN r.confidence > 0.5
THEN 'likely' END AS s, count(*) AS c

// reduce
MATCH p = (:Country)-[:IMPOSES]->()-[r:TARGETS]->() RETURN reduce(c = 1.0, r IN relationships(p)
| c * r.confidence) AS c

// reduce text
RETURN reduce(t = '', x IN ['a', 'b'] | t + x) AS t

// quantifiers
RETURN any(x IN [1, 2] WHERE x > 1) AS a, all(x IN [1, 2] WHERE x > 1) AS b, none(x IN [] WHERE
x) AS c, single(x IN [1, 2] WHERE x = 1) AS d

// strings
RETURN toUpper('ab') AS a, toLower('AB') AS b, trim(' x ') AS c, substring('hello', 1, 3) AS d,
replace('aba', 'a', 'c') AS e, split('a,b', ',') AS f, left('abc', 2) AS g, right('abc', 2) AS
h, reverse('abc') AS i, size('abc') AS j

// regex
MATCH (f:Firm) WHERE f.name =~ '(?i)b.*works' RETURN f.node

// contains ends
MATCH (f:Firm) WHERE f.name CONTAINS 'Group' OR f.name ENDS WITH '2' RETURN f.node

// concat
MATCH (f:Firm {node: 'firm:keld'}) RETURN f.name + ' (' + f.node + ')' AS t

// to string
RETURN toString(1) AS a, toString(true) AS b, toInteger('7') AS c, toFloat('1.5') AS d,
toInteger('x') AS e, toBoolean('true') AS f

// numbers
RETURN 7 / 2 AS a, 7 % 3 AS b, 7.0 / 2 AS c, abs(-3) AS d, ceil(1.2) AS e, floor(1.8) AS f,
round(1.5) AS g, sign(-2) AS h, sqrt(9) AS i, 2 ^ 3 AS j

// null handling
RETURN null = null AS a, null IS NULL AS b, coalesce(null, 'x') AS c, null + 1 AS d, 1 IN [null]
AS e, NOT null AS f, null <> 1 AS g

// three valued
MATCH (c:Claim) WHERE NOT (c.amount > 5) RETURN count(*) AS n

// missing property
MATCH (f:Firm) WHERE f.nothing IS NULL RETURN count(*) AS n

// xor
RETURN true XOR false AS a, true AND null AS b, false AND null AS c, true OR null AS d

// in list
MATCH ()-[r]->() WHERE r.status IN ['denied', 'negated', 'ended'] RETURN type(r), count(*) AS c

// in list property
MATCH (f:Firm) WHERE 'Barpeluco' IN f.aliases OR 'Keld' IN f.aliases RETURN f.node

// label or
MATCH (n:Agency|Country) RETURN n.node

// label and
MATCH (n:Entity&Firm) RETURN count(n) AS c

// label not
MATCH (n:Entity&!Firm) RETURN n.node

// label wildcard
MATCH (n:%) RETURN count(n) AS c

// label predicate
MATCH (n) WHERE n:Deal OR n:Policy RETURN n.node

// type or
MATCH (a)-[r:IMPOSES|TARGETS]->(b) RETURN a.node, b.node

// type not
MATCH (a:Policy)-[r:!MENTIONS]->(b) RETURN type(r), count(*) AS c

// quantified path
MATCH (a:Country) (()-[:IMPOSES|TARGETS]->()){1,3} (b) RETURN a.node, b.node

// quantified relationship
MATCH (a:Country)-[:IMPOSES|TARGETS]->{1,2}(b:Entity) RETURN a.node, b.node

// quantified predicate
MATCH (a:Country) ((x)-[r:IMPOSES|TARGETS]->(y) WHERE r.confidence > 0.5){1,2} (b) RETURN
a.node, b.node, size(r) AS n

// quantified plus
MATCH (a:Policy)-[:TARGETS]->+(b) RETURN a.node, b.node

// with chain
MATCH (c:Claim)-[:FROM]->(s:Story)-[:PUBLISHED_BY]->(p:Source) WITH p.name AS paper, c.type AS
type, count(*) AS n WHERE n > 1 RETURN paper, sum(n) AS n ORDER BY n DESC, paper

// with distinct
MATCH (c:Claim) WITH DISTINCT c.status AS s RETURN s ORDER BY s

// with star
MATCH (f:Firm {node: 'firm:keld'}) WITH *, 1 AS one RETURN f.node, one

// provenance
MATCH (a:Entity)-[r:ACQUIRES]->(b) MATCH (c:Claim)-[:FROM]->(s) WHERE c.edge_id = r.edge_id RETURN
a.node, c.status, s.published, c.quote ORDER BY s.published, c.key

// supersedes
MATCH (x:Claim)-[:SUPERSEDES]->(y:Claim) RETURN x.key, x.status, y.status

// contradicts
MATCH (x:Claim)-[r:CONTRADICTS]->(y:Claim) RETURN x.key, y.key, r.edge_id

// duplicates
MATCH (s:Story)-[:DUPLICATE_OF]->(t:Story) RETURN s.story_id, t.story_id

// advances
MATCH (c:Claim)-[:ADVANCES]->(d:Policy) RETURN d.node, count(c) AS n

// mentions
MATCH (s:Story)-[m:MENTIONS]->(e:Entity) WHERE m.end - m.start > 10 RETURN s.story_id,
m.surface, e.node

// date text
MATCH (s:Story) WHERE s.published >= '2025' RETURN s.story_id, substring(s.published, 0, 4) AS
year

// nodes whole
MATCH (p:Policy) RETURN p

// relationships whole
MATCH (:Policy)-[r:TARGETS]->() RETURN r

// properties
MATCH (p:Policy) RETURN properties(p) AS m

// keys
MATCH (f:Firm {node: 'firm:keld'}) UNWIND keys(f) AS k RETURN k ORDER BY k

// start and end
MATCH ()-[r:IMPOSES]->() RETURN startNode(r).node AS a, endNode(r).node AS b

// unnamed tails
MATCH (a)-[r:HALTS_PRODUCTION]->(u:Unnamed) RETURN a.node, u.node

// degree
MATCH (e:Entity) RETURN e.node, COUNT { (e)<-[:SUBJECT|OBJECT]-() } AS n ORDER BY n DESC, e.node
LIMIT 12

// self join
MATCH (a:Firm)-[:SUPPLIES]->(x)<-[:SUPPLIES]-(b:Firm) WHERE a.node < b.node RETURN a.node,
b.node, x.node

// list functions
RETURN head([1, 2]) AS a, last([1, 2]) AS b, tail([1, 2, 3]) AS c, size([1]) AS d, reverse([1,
2]) AS e, [1, 2] + 3 AS f, [1, 2, 3][-1] AS g, [1, 2, 3][1..] AS h

// comment
MATCH (f:Firm {node: 'firm:keld'}) // the one
RETURN /* its name */ f.name

// backticks
MATCH (f:`Firm` {node: 'firm:keld'}) RETURN f.`name` AS `the name`

// percentile
MATCH ()-[r:RESTRICTS|SUPPORTS]->() RETURN percentileDisc(r.confidence, 0.5) AS median

// equal paths
MATCH (a:Firm)-[r1]->(b:Firm), (a)-[r2]->(b) WHERE r1.edge_id < r2.edge_id RETURN a.node,
b.node, type(r1), type(r2)

// further 1
MATCH (a:Entity)-[r]->(b:Entity) WITH a, collect(r) AS rs WHERE size(rs) > 2 RETURN a.node,
size(rs)

// further 2
MATCH (a:Policy) WITH a MATCH (a)-[r:TARGETS]->(b) RETURN a.node, b.node

// further 3
MATCH (a:Policy)-[:TARGETS]->(b) OPTIONAL MATCH (b)-[r]->(c:Entity) RETURN a.node, b.node,
count(r) AS n

// further 4
MATCH (a)-[r:IMPOSES]->(p), (p)-[t:TARGETS]->(b) WHERE a <> b RETURN a.node, b.node

// further 5
MATCH (a)-[r:IMPOSES]->(p)-[t:TARGETS]->(b) WHERE r.confidence > t.confidence RETURN a.node,
b.node

// further 6
MATCH (a:Firm), (b:Firm) WHERE a.node < b.node AND EXISTS { (a)--(x)--(b) } RETURN count(*) AS n

// further 7
MATCH (s:Story {story_id: 'turn-0'})-[:MENTIONS|PUBLISHED_BY]->(x) RETURN x

// further 8
MATCH (c:Claim) WHERE c.status IN ['denied'] AND c.amount IS NOT NULL RETURN c.key

// further 9
MATCH (c:Claim) RETURN c.status AS s, avg(c.confidence) AS a, stDev(c.confidence) AS d,
count(DISTINCT c.type) AS t

// further 10
MATCH (c:Claim) WITH c.type AS t, collect(c.confidence) AS xs RETURN t, reduce(s = 0.0, x IN xs
| s + x) AS total

// further 11
MATCH (c:Claim) RETURN c.type AS t, percentileCont(c.confidence, 0.5) AS m

// further 12
MATCH p = (a:Country)-[*1..2]->(b:Entity) WHERE ALL(n IN nodes(p) WHERE n:Entity) RETURN
count(p) AS n

// further 13
MATCH p = (a:Agency)-[*..2]-(b:Commodity) RETURN count(DISTINCT b) AS n, count(p) AS m

// further 14
MATCH (a:Firm {node:'firm:keld'})-[r*1..2]-(b) RETURN DISTINCT b.node IS NOT NULL AS x, count(*)
AS n

// further 15
MATCH (a:Firm {node:'firm:keld'}) MATCH (a)-[*0..1]-(b) RETURN count(b) AS n

// further 16
MATCH (a:Entity) WHERE a.name = 'Keld' OR a.name = 'Orrin Metals' WITH collect(a) AS xs UNWIND
xs AS x RETURN x.node

// further 17
MATCH (a:Entity) WITH a ORDER BY a.node LIMIT 3 MATCH (a)<-[:MENTIONS]-(s) RETURN a.node,
count(s) AS n

// further 18
MATCH (s:Story) WHERE s.published STARTS WITH '2025-0' RETURN s.published AS p, count(*) AS n
ORDER BY p

// further 19
MATCH (a:Story), (b:Story) WHERE a.published = b.published AND a.story_id < b.story_id RETURN
count(*) AS n

// further 20
MATCH (c:Claim) WHERE c.quote =~ '.*acquires.*' RETURN count(c) AS n

// further 21
MATCH (c:Claim) WHERE c.head_type = 'Firm' XOR c.tail_type = 'Firm' RETURN count(c) AS n

// further 22
MATCH (a)-[r:RESTRICTS]->(b) WITH b, count(*) AS n, collect(DISTINCT a.node) AS who ORDER BY n
DESC, b.node LIMIT 3 RETURN b.node, n, size(who) AS w

// further 23
MATCH (a:Policy) WHERE size([(a)-[:TARGETS]->(x) WHERE x:Firm | x]) > 0 RETURN a.node

// further 24
MATCH (a:Policy) RETURN a.node, [(a)-[r:TARGETS]->(x) | r.status][0] IS NULL AS none

// further 25
MATCH (a) WHERE (a)-[:IMPOSES]->()-[:TARGETS]->() RETURN a.node

// further 26
MATCH (a:Country) WHERE NOT EXISTS { (a)-[:IMPOSES]->(:Policy {kind: 'ban'}) } RETURN a.node

// further 27
MATCH (a:Firm) RETURN CASE WHEN a.isin IS NULL THEN 'no' ELSE a.isin END AS i, count(*) AS n

// further 28
MATCH (a:Firm) WHERE a.ticker IN ['Bar0', 'Kem1'] RETURN a.node, a.ticker

// further 29
MATCH ()-[r]->() WHERE r.stake IS NOT NULL RETURN type(r), toFloat(r.stake) AS s

// further 30
MATCH ()-[r]->() WHERE toFloat(r.stake) > 0.4 RETURN type(r), count(*) AS n

// further 31
MATCH ()-[r]->() WITH type(r) AS t, count(*) AS n WITH max(n) AS m, min(n) AS l RETURN m, l

// further 32
MATCH (n) WITH labels(n) AS ls UNWIND ls AS l RETURN l, count(*) AS n ORDER BY n DESC, l

// further 33
MATCH (a)-[r]->(b) WHERE type(r) = 'OWNS' RETURN a.node, b.node

// further 34
MATCH (a)-[r]->(b) WHERE type(r) IN $types RETURN count(*) AS n

// further 35
MATCH (a:Entity)-[r:SUPPLIES]->(b) RETURN a.name AS a, b.name AS b UNION MATCH
(b)-[r:DEPENDS_ON]->(a) RETURN a.name AS a, b.name AS b

// further 36
MATCH (a:Firm)-[:SUPPLIES]->(b)<-[:SUPPLIES]-(c) WHERE a <> c RETURN a.node, c.node

// further 37
MATCH (a)-[:SUPPLIES]->(b), (c)-[:SUPPLIES]->(b) WHERE a.node < c.node RETURN a.node, c.node,
b.node

// further 38
MATCH (a)-[:IMPOSES]->(p)<-[:IMPOSES]-(b) WHERE a.node < b.node RETURN a.node, b.node, p.node

// further 39
MATCH (a:Policy)-[x]->(b), (a)-[y]->(b) WHERE x.edge_id <> y.edge_id RETURN a.node, type(x),
type(y)

// further 40
MATCH (c:Claim)-[:SUBJECT]->(a)-[:COMPETES_WITH]-(b) RETURN c.key, b.node

// further 41
MATCH (c:Claim)-[:FROM]->(s:Story)<-[:FROM]-(d:Claim) WHERE c.key < d.key RETURN count(*) AS n

// further 42
MATCH (c:Claim)-[:SUBJECT]->(a), (c)-[:OBJECT]->(b), (a)-[r]->(b) WHERE r.edge_id = c.edge_id
RETURN count(*) AS n

// further 43
MATCH (c:Claim) WHERE c.edge_id IS NOT NULL MATCH ()-[r {edge_id: c.edge_id}]->() RETURN
count(r) AS n

// further 44
MATCH (c:Claim {status:'denied'}) MATCH (a)-[r {edge_id: c.edge_id}]->(b) RETURN a.node,
type(r), b.node

// further 45
MATCH (a:Entity {node:'firm:keld'}) MATCH (b:Entity {name: a.name}) RETURN b.node

// further 46
MATCH (a:Entity {node:'firm:keld'})<-[r]-(b) MATCH (x:Entity {node: b.node}) RETURN x.node

// further 47
MATCH (a)-[r:ACQUIRES]->(b) UNWIND r.claims AS id MATCH (c:Claim {claim_id: id}) RETURN c.key

// further 48
MATCH (a)-[r:ACQUIRES]->(b) UNWIND range(0, size(r.claims) - 1) AS i RETURN r.claims[i] AS c,
r.stories[i] AS s

// further 49
MATCH (a)-[r:ACQUIRES]->(b) MATCH (c:Claim) WHERE c.claim_id IN r.claims RETURN c.key

// further 50
MATCH (x:Claim)-[k:SUPERSEDES]->(y:Claim) MATCH (s:Story {story_id: x.story_id}), (t:Story
{story_id: y.story_id}) RETURN s.published, t.published

// further 51
MATCH (p:Policy) CALL { WITH p OPTIONAL MATCH (p)-[:TARGETS]->(b) RETURN collect(b.node) AS bs }
RETURN p.node, size(bs) AS n

// further 52
MATCH (p:Policy) CALL (p) { MATCH (p)-[:TARGETS]->(b) RETURN b ORDER BY b.node LIMIT 2 } RETURN
p.node, collect(b.node) AS two ORDER BY p.node

// further 53
MATCH (f:Firm) WHERE f.aliases[0] IS NOT NULL RETURN f.node, f.aliases[0] AS first,
size(f.aliases) AS n

// further 54
MATCH (f:Firm) RETURN f.node, coalesce(f.aliases, ['none'])[0] AS x ORDER BY x, f.node LIMIT 5

// further 55
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x ^ 2] AS xs

// further 56
RETURN size('é👩‍🏭') AS n, toUpper('straße') AS u, 'a' < 'B' AS l, '10' < '9' AS m

// further 57
WITH [3, 1, 2] AS xs UNWIND xs AS x WITH x ORDER BY x RETURN collect(x) AS s

// further 58
RETURN 0.1 + 0.2 AS a, 1e10 AS b, 10 / 3 AS c, 10 % 3 AS d, -7 / 2 AS e, -7 % 3 AS f, 1.0 AS g,
toString(1.0) AS h

// further 59
RETURN round(2.5) AS a, round(-2.5) AS b, round(3.14159, 2) AS c, log(1) AS d, exp(0) AS e, pi()
> 3 AS f

// further 60
RETURN substring('abc', 1) AS a, split('a,,b', ',') AS b, ltrim('  a') AS c, rtrim('a ') AS d,
'abc' CONTAINS '' AS e

// further 61
RETURN duration('P1Y').years AS y, date('2025-06-09').month AS m, date('2025-06-09') >
date('2025-01-01') AS g

// further 62
RETURN exists { MATCH (n:Nobody) } AS e, count { MATCH (n:Firm) } > 1 AS c

// further 63
MATCH (n:Nobody) RETURN n

// further 64
MATCH (n) WHERE n.name = 'x' AND n.nothing.more = 1 RETURN n

// further 65
MATCH (a)-[:NOTHING]->(b) RETURN a

// further 66
RETURN null IN [1, null] AS a, 1 IN [] AS b, [1, null] = [1, null] AS c, {a: null} = {a: null}
AS d

// further 67
UNWIND [{a: 1, b: 'x'}, {a: 2}] AS m RETURN m.a, m.b, keys(m) AS k

// further 68
UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN sum(x) AS s

// further 69
MATCH (f:Firm) WITH f.country AS c, f ORDER BY f.node WITH c, collect(f {.node, .name})[0] AS
one RETURN c, one

// further 70
MATCH (f:Firm) RETURN DISTINCT f.country AS c ORDER BY c

// further 71
MATCH (f:Firm) WITH count(*) AS n RETURN CASE WHEN n > 10 THEN 'many' ELSE 'few' END AS x

// further 72
MATCH (a:Entity WHERE a.name STARTS WITH 'K')-[r WHERE r.confidence > 0.1]-(b) RETURN a.node,
type(r), b.node

// further 73
MATCH (a IS Firm) RETURN count(a) AS n

// further 74
MATCH (a:Firm) WHERE a.name IS :: STRING RETURN count(a) AS n

// further 75
MATCH (a:Policy)-[r:TARGETS]->(b) RETURN a.node, r {.status, .confidence} AS r, b {.name} AS b

// further 76
MATCH (a:Policy) RETURN a.node, COLLECT { MATCH (a)-[t:TARGETS]->(b) RETURN b.node AS x ORDER BY
x } AS xs

// further 77
MATCH (a:Claim) RETURN a.type AS t, count(*) AS n, count(*) * 1.0 / 10 AS r ORDER BY n, t SKIP 2
LIMIT 3

// further 78
MATCH (a:Claim) WHERE a.amount > 4 AND a.amount <= 2400000000 RETURN a.key, a.amount,
a.amount_text

// further 79
MATCH (a:Claim) RETURN sum(a.amount) > 1 AS s, max(a.amount) AS m, min(a.amount_text) AS t,
max(a.date) AS d

// further 80
MATCH (a:Claim) WITH a ORDER BY a.key RETURN collect(DISTINCT a.unit) AS u

// further 81
MATCH (n:Entity) WHERE n.name CONTAINS "'" OR n.name CONTAINS '\\' OR n.name CONTAINS '"' RETURN
n.name

// further 82
MATCH (n:Entity) WHERE n.name CONTAINS 'و' RETURN n.name, size(n.name) AS s
