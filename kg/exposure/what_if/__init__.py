"""What if: a scenario in YAML, played through on an overlay that never touches the store.

Bias: a scenario that cannot be read exactly as it is written is refused, with the line.
"""

from __future__ import annotations

from kg.exposure.what_if.overlay import Overlay
from kg.exposure.what_if.playing import Difference, Row, play, render, to_json
from kg.exposure.what_if.reading import read
from kg.exposure.what_if.scenario import Scenario

__all__ = ["Difference", "Overlay", "Row", "Scenario", "play", "read", "render", "to_json"]
