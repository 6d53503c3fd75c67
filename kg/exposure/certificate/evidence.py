"""Checks of the ground of a proof: sources, stories, quotes, claims, entities.

Each check gives its failures, the gravest first; none means that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.exposure.certificate.case import Case
from kg.exposure.certificate.figures import answers, shocks
from kg.exposure.certificate.making import sha256, told_of
from kg.exposure.certificate.opening import Evidence, Opened
from kg.exposure.certificate.options import meant
from kg.exposure.certificate.shape import Known, ProvedStory
from kg.graph.contract import View
from kg.graph.moments import instant
from kg.graph.state import told
from kg.graph.view import in_time, said
from schemas.claim import Claim, Entity
from schemas.errors import KnockonError

ORIGIN = ("uri", "item", "loader", "encoding")
SHOWN = 60  # characters of a quote in a message


def sources(case: Case) -> Iterator[str]:
    """Every source opened again, from every place that has it, with the hashes of the proof."""
    for story in case.proof.stories:
        opened = 0
        for place in case.places:
            try:
                found = place.open(story)
            except KnockonError as error:
                yield f"source {story.uri}: {error}{_changed(case, story, place)}"
                continue
            if found is not None:
                opened += 1
                yield from _hashes(case, story, found, place)
        if not opened:
            yield f"source {story.uri} cannot be opened: name a store, or a folder with --sources"


def _hashes(case: Case, story: ProvedStory, found: Opened, place: Evidence) -> Iterator[str]:
    where = f"source {story.uri}{f' ({story.item})' if story.item else ''}"
    if found.file_sha256 != story.file_sha256:
        now, then = found.file_sha256[:12], story.file_sha256[:12]
        lost = _lost(case, story, found)
        yield f"{where} was changed: in {place.name} its SHA-256 is {now}…, not {then}…{lost}"
    elif sha256(found.text) != story.text_sha256:
        now, then = sha256(found.text)[:12], story.text_sha256[:12]
        lost = _lost(case, story, found)
        yield f"{where}: the text in {place.name} has SHA-256 {now}…, not {then}…{lost}"


def _changed(case: Case, story: ProvedStory, place: Evidence) -> str:
    """What the place has in place of the story, if anything: the same source with other words."""
    other = place.instead(story)
    if other is None or other.story is None:
        return ""
    now, then = other.file_sha256[:12], story.file_sha256[:12]
    lost = _lost(case, story, other)
    return f", but {other.story.source.uri} with SHA-256 {now}…, not {then}…{lost}"


def _lost(case: Case, story: ProvedStory, found: Opened) -> str:
    """The first quote of the story that no longer stands where it stood."""
    own = sorted((c for c in case.proof.claims if c.story_id == story.story_id), key=_place)
    claim = next((c for c in own if found.text[c.start : c.end] != c.quote), None)
    return f"; {_quoted(claim)} no longer stands there" if claim else "; every quote still stands"


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.claim_id


def _quoted(claim: Claim) -> str:
    words = " ".join(claim.quote.split())
    shown = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
    return f"the quote “{shown}” at {claim.start}-{claim.end}"


def stories(case: Case) -> Iterator[str]:
    """Every story is there, counts at the moment asked about, and is as the proof says."""
    cited = {c.story_id for c in case.proof.claims}
    held = set(case.stories)
    yield from (f"story {i} is cited and not in the certificate" for i in sorted(cited - held))
    yield from (f"story {i} is cited by no claim" for i in sorted(held - cited))
    if len(held) < len(case.proof.stories):
        yield "a story is given twice"
    for place in case.places:
        out = place.retracted(case.proof.known_at)
        yield from (f"story {i} was retracted" for i in sorted(cited & out))
    for story in case.proof.stories:
        yield from _timely(case, story)
        for place, found in _opened(case, story):
            yield from _as_told(case, story, found, place)


def _timely(case: Case, story: ProvedStory) -> Iterator[str]:
    if not in_time(told_of(story), case.proof.as_of, None):
        yield f"story {story.story_id} is of {story.attested}, after {case.proof.as_of}"


def _as_told(case: Case, story: ProvedStory, found: Opened, place: Evidence) -> Iterator[str]:
    if found.story is None:
        return
    recorded = found.claims is not None
    facts, proved = told(found.story, ""), told_of(story)
    names = ("body", "title", "publisher", "published", "attested") if recorded else ("body",)
    pairs = [(name, getattr(facts, name), getattr(proved, name)) for name in names]
    if recorded:
        source = found.story.source
        pairs += [(n, getattr(source, n), getattr(story, n)) for n in ORIGIN]
    for name, now, then in pairs:
        if now != then:
            yield f"story {story.story_id}: its {name} in {place.name} is {now!s}, not {then!s}"
    limit = case.proof.known_at
    if recorded and limit and found.known_from > instant(limit, end=True):
        yield f"story {story.story_id} became known only after {limit}"


def _opened(case: Case, story: ProvedStory) -> Iterator[tuple[Evidence, Opened]]:
    """Every place that has the story; a place that fails is told of under `sources`."""
    for place in case.places:
        try:
            found = place.open(story)
        except KnockonError:
            continue
        if found is not None:
            yield place, found


def quotes(case: Case) -> Iterator[str]:
    """Every quote stands at its offsets in the decoded source."""
    for claim in sorted(case.proof.claims, key=lambda c: (c.story_id, *_place(c))):
        story = case.stories.get(claim.story_id)
        for place, found in _opened(case, story) if story else ():
            there = found.text[claim.start : claim.end] if 0 <= claim.start < claim.end else ""
            if there != claim.quote:
                yield f"{_quoted(claim)} of story {claim.story_id} is not in {place.name}"


def claims(case: Case) -> Iterator[str]:
    """Every claim that an edge rests on is there, and recorded as the proof says."""
    for edge in case.proof.edges:
        for cited in edge.claims:
            if (cited.story_id, cited.claim_id) not in case.claims:
                yield f"{edge.head} {edge.type} {edge.tail} rests on {cited}, which is missing"
    if len(case.claims) < len(case.proof.claims):
        yield "a claim is given twice"
    for claim in case.proof.claims:
        story = case.stories.get(claim.story_id)
        if story and not said(claim, told_of(story), case.proof.as_of):
            yield f"claim {claim.claim_id} is of {claim.date}, after {case.proof.as_of}"
        for place, found in _opened(case, story) if story else ():
            yield from _as_recorded(claim, found, place)


def _as_recorded(claim: Claim, found: Opened, place: Evidence) -> Iterator[str]:
    if found.claims is None:
        return
    held = found.claims.get(claim.claim_id)
    name = f"claim {claim.claim_id} of story {claim.story_id}"
    if held is None:
        yield f"{name} is not in {place.name}"
    elif held != claim:
        now, then = held.model_dump(), claim.model_dump()
        field = next(n for n in then if now[n] != then[n])
        yield f"{name}: its {field} in {place.name} is {now[field]!s}, not {then[field]!s}"


def entities(case: Case) -> Iterator[str]:
    """Every node is what the proof says it is, where a store can tell."""
    told = [(k.node, *k.properties) for k in case.proof.entities]
    if len({t[0] for t in told}) < len(told) or any(len(set(t)) < len(t) for t in told):
        yield "an entity, or what is known of it, is given twice"
    for place in case.places:
        view = place.view(case.proof.as_of, case.proof.known_at)
        if view is None:
            continue
        for node in sorted({n for c in case.proof.claims for n in (c.head_node, c.tail_node) if n}):
            entity, now = view.entity(node), case.proof.identity.get(node, node)
            if entity is None or entity.node != now:
                other = entity.node if entity else "gone"
                yield f"who is who has changed: {node} is {other} in {place.name}, not {now}"
        for known in case.proof.entities:
            yield from _known(known, view.entity(known.node), place)
        yield from _meant(case, view, place)
        yield from _more(case, view, place)
        for edge in (e for e in case.proof.edges if e.reference):
            held = [e.reference for e in view.out_edges(edge.head) if e.edge_id == edge.edge_id]
            if held != [True]:
                yield f"{edge.head} {edge.type} {edge.tail} is no reference data in {place.name}"


def _meant(case: Case, view: View, place: Evidence) -> Iterator[str]:
    """Whether the names in the plan's options mean those nodes, where they are plain names."""
    for option, name, node in meant(case.proof.options, case.proof.plan):
        nodes = [e.node for e in view.find(name)]
        if nodes and node not in nodes:
            yield f"{option}: {name} is {nodes[0]} in {place.name}, not {node}"


def _known(known: Known, now: Entity | None, place: Evidence) -> Iterator[str]:
    if now is None or now.label != known.label:
        yield f"{known.name} ({known.label}) is not in {place.name}"
        return
    if known.name not in {now.name, *now.aliases}:
        yield f"{known.name} is called {now.name} in {place.name}"
    if lacking := sorted(set(known.properties) - set(now.properties)):
        name, value = lacking[0]
        yield f"{known.name}: {place.name} does not say {name} {value}"


def _more(case: Case, view: View, place: Evidence) -> Iterator[str]:
    """Whether what the place says beside of the nodes would give another answer."""
    now = {k.node: e for k in case.proof.entities if (e := view.entity(k.node))}
    known = [k for k in case.proof.entities if k.node in now]
    grown = [k for k in known if now[k.node].properties != k.properties]
    if not grown:
        return
    entities = tuple(
        k.model_copy(update={"properties": now[k.node].properties}) if k in grown else k
        for k in case.proof.entities
    )
    other = Case(case.proof.model_copy(update={"entities": entities}), case.content, ())
    for why in (*shocks(other), *answers(other)):
        yield f"with what {place.name} says of {grown[0].name}: {why}"
