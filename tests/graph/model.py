"""What a store must hold, said once more without any of its code: plain dicts and loops.

It knows merges but no rule of names, so that it can judge only stories whose things share none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.base import edge_type
from schemas.claim import Claim, Resolved
from schemas.judgement import Judgement

SOBER = "rumoured planned denied agreed asserted completed negated ended".split()
"""Of two words of one day the later here counts."""
Edge = tuple[str, str, str, str]
"""Head, type, tail and, where it is part of what is said, the sign."""


@dataclass
class Model:
    """Stories and judgements, and what follows from them."""

    stories: dict[str, Resolved] = field(default_factory=dict)
    judged: list[Judgement] = field(default_factory=list)
    aside: set[str] = field(default_factory=set)

    def add(self, told: Resolved) -> None:
        """Take a story in; the first of an id is kept."""
        kept = self.stories.setdefault(told.story.story_id, told)
        if kept.story.text != told.story.text:
            self.aside.add(told.story.source.uri)

    def holding(self) -> list[Judgement]:
        """The judgements that no undo takes back; an undo counts unless it is undone itself."""
        gone: set[str] = set()
        for judgement in reversed(self.judged):  # an undo comes after what it takes back
            if judgement.sort == "undo" and judgement.judgement_id not in gone:
                gone.add(judgement.left)
        return [j for j in self.judged if j.judgement_id not in gone]

    def counting(self) -> dict[str, Resolved]:
        """The stories that are not retracted."""
        out = {j.left for j in self.holding() if j.sort == "retract"}
        return {key: told for key, told in sorted(self.stories.items()) if key not in out}

    def names(self) -> dict[str, str]:
        """The nodes that stories name, each with the name that they all give it."""
        told = self.counting().values()
        found = {e.node: e.name for one in told for e in one.entities}
        for claim in (c for one in told for c in one.claims):
            ends = (claim.head_node, claim.head), (claim.tail_node, claim.tail)
            found.update({node: name for node, name in ends if node})
        return found

    def present(self) -> dict[str, str]:
        """Each node's present node: of those merged the one of the longest name."""
        names = self.names()
        group = {node: {node} for node in names}
        for one in (j for j in self.holding() if j.sort == "merge"):
            both = self._merged(one.left) | self._merged(one.right)
            for node in both & names.keys():
                group[node] |= both & names.keys()
        return {n: min(g, key=lambda m: (-len(names[m]), m)) for n, g in group.items()}

    def _merged(self, node: str) -> set[str]:
        """All that judgements make one with the node, through nodes not named too."""
        found, size = {node}, 0
        merges = [{j.left, j.right} for j in self.holding() if j.sort == "merge"]
        while len(found) != size:
            size = len(found)
            found = found.union(*(pair for pair in merges if pair & found))
        return found

    def judge(self, judgement: Judgement) -> bool:
        """Take a judgement in; False, and nothing changed, where it cannot hold."""
        ids = {j.judgement_id for j in self.judged}
        if judgement.judgement_id in ids:
            return True
        trial = Model(judged=[*self.judged, judgement])
        unknown = judgement.sort == "undo" and judgement.left not in ids
        absent = judgement.sort == "retract" and judgement.left not in self.stories
        if unknown or absent or trial.torn():
            return False
        self.judged = trial.judged
        return True

    def torn(self) -> bool:
        """Whether something is split that merges make one."""
        splits = [j for j in self.holding() if j.sort == "split"]
        return any(j.right in self._merged(j.left) for j in splits)

    def claims(self) -> Iterator[tuple[Claim, Resolved]]:
        """Every claim that counts, each once."""
        for told in self.counting().values():
            yield from {c.claim_id: (c, told) for c in told.claims}.values()

    def statuses(self) -> dict[Edge, str]:
        """The status of each edge by its newest word."""
        now = self.present()
        newest: dict[Edge, tuple[tuple[object, ...], str]] = {}
        for claim, told in self.claims():
            head = now.get(claim.head_node, claim.head_node)
            tail = now.get(claim.tail_node, claim.tail_node)
            if edge_type(claim.type).symmetric:
                head, tail = sorted((head, tail))
            edge = head, claim.type, tail, (claim.sign or "") if claim.type == "IMPACTS" else ""
            said = _day(told) or _own(claim), SOBER.index(claim.status), _own(claim), claim.claim_id
            if head != tail:
                newest[edge] = max(newest.get(edge, ((), "")), (said, claim.status))
        return {edge: status for edge, (_, status) in newest.items()}


def _day(told: Resolved) -> str:
    """The first day that the story's date may mean."""
    story = told.story
    line = story.dateline.when if story.dateline else None
    days = [w.text for w in (story.published, line) if w and not w.text.startswith("--")]
    return _first(days[0]) if days else ""


def _own(claim: Claim) -> str:
    text = claim.date.text if claim.date else "--"
    return "" if text.startswith("--") else _first(text)


def _first(text: str) -> str:
    return text + "0000-01-01"[len(text) :]
