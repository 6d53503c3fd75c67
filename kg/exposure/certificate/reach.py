"""Which nodes a shock sends on, by arrays where the view has them: what a proof will read.

Only to read those edges together and not node by node; the proof itself rests on none of it.
Bias: too many are harmless, and one that is missing is read when it is met.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.exposure import Factors, Shock, terms_of
from kg.exposure.certificate.options import Options
from kg.exposure.listing import run
from kg.graph.contract import View


def expanded(
    view: View, shocks: Iterable[Shock], given: Options, factors: Factors
) -> frozenset[str]:
    """The nodes from which the shocks go on; none where the view has no kernel."""
    terms = terms_of(given.ask(factors))
    found: set[str] = set()
    for shock in shocks:
        links = terms.links(view, shock, evidenced=not given.structural)
        if links.engine() is None:
            break
        reached = run(links, shock, terms)
        strong = {node for node, _ in reached.above(terms.epsilon)}
        found |= {node for node, hops in reached.hops.items() if hops < terms.hops} & strong
    return frozenset(found)
