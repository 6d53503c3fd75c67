"""The vocabulary as one Mermaid picture: a box a label, an arrow a pair of labels.

Bias: parallel types share an arrow, since forty arrows between two boxes are read by nobody.
"""

from __future__ import annotations

from collections import defaultdict

from schemas.base import edge_types, labels

# Mermaid's brackets for the shapes that a legend uses; the rest are plain boxes.
BRACKETS = {
    "circle": ("((", "))"),
    "diamond": ("{", "}"),
    "hexagon": ("{{", "}}"),
    "triangle": ("[/", "\\]"),
    "star": ("([", "])"),
}


def mermaid(*, evidence: bool = False) -> str:
    """A Mermaid flowchart of labels and edge types; the evidence layer only if asked for."""
    boxes = {n: c for n, c in labels().items() if evidence or not c.evidence}
    lines = ["flowchart LR"]
    lines += [f"    {name}{_box(name, node.shape)}" for name, node in boxes.items()]
    for (head, tail, arrow), names in sorted(_arrows(evidence=evidence).items()):
        if head in boxes and tail in boxes:
            lines.append(f'    {head} {arrow}|"{"<br/>".join(sorted(names))}"| {tail}')
    lines += [f"    style {name} stroke:{node.colour},stroke-width:2px"
              for name, node in boxes.items()]  # fmt: skip
    return "\n".join(lines) + "\n"


def _box(name: str, shape: str) -> str:
    left, right = BRACKETS.get(shape, ("[", "]"))
    return f"{left}{name}{right}"


def _arrows(*, evidence: bool) -> dict[tuple[str, str, str], list[str]]:
    """The types on each arrow, by (head label, tail label, kind of arrow)."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for edge in edge_types().values():
        if edge.evidence and not evidence:
            continue
        for head in edge.head:
            for tail in edge.tail:
                found[head, tail, "---" if edge.symmetric else "-->"].append(edge.TYPE)
    return found
