"""Bodies and marks of a store whose stories were known as copies by all their words only.

Bias: done again from the start where it was cut off; what is there already stays as it is.
"""

from __future__ import annotations

from functools import partial

from kg.graph.bolt import Link
from kg.graph.copies import marks
from kg.graph.keeping import Keeping
from kg.graph.ledger import slices
from kg.graph.neo4j.ledger import Neo4jLedger
from kg.graph.state import told

__all__ = ["remark"]

AT_ONCE = 256
"""Stories written in one transaction."""
_BODY = (
    "UNWIND $rows AS row MATCH (r:Record {story_id: row.story_id}) USING INDEX r:Record(story_id)"
    " SET r.body = row.body WITH row UNWIND row.marks AS mark"
    " MERGE (m:Mark {mark: mark, story_id: row.story_id}) SET m:Ledger"
)


def remark(link: Link, version: int) -> None:
    """Make every story's body and marks anew in a database of that version, and then every edge."""
    ledger = Neo4jLedger(link, version=version)
    told_in = ledger.story_ids()
    for ids in slices(told_in, AT_ONCE):
        stories = [story for story in map(ledger.story, ids) if story]
        own = {story.story_id: told(story, "").body for story in stories}
        rows = [{"story_id": s, "body": b, "marks": sorted(marks(b))} for s, b in own.items()]
        link.run(_BODY, rows=rows)
    keeping = Keeping(ledger)
    for ids in slices(told_in, AT_ONCE):
        ledger.write(partial(keeping.reweigh, ids))
