"""The vocabulary and the records: shapes only, no reading, no writing, no arithmetic."""

from schemas import edges as _edges
from schemas import nodes as _nodes
from schemas.base import edge_type, edge_types, labels, state_edges

__all__ = ["edge_type", "edge_types", "labels", "state_edges"]
del _edges, _nodes
