"""A link from the arrays: its edge, with all its sentences, is read when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.exposure.links import Link

if TYPE_CHECKING:
    from kg.exposure.kernel import Kernel
    from schemas.answer import StateEdge
    from schemas.base import Channel


class LazyLink(Link):
    """A `Link` whose `edge` is fetched from the kernel's view once it is asked for."""

    __slots__ = ("_found", "_of")
    _of: tuple[Kernel, int]
    _found: StateEdge | None

    def __init__(
        self,
        ends: tuple[str, str],
        channels: tuple[Channel, Channel],
        factor: float,
        marks: tuple[bool, bool],
        of: tuple[Kernel, int],
    ) -> None:
        put = object.__setattr__  # a frozen record is filled so
        put(self, "source", ends[0])
        put(self, "target", ends[1])
        put(self, "into", channels[0])
        put(self, "out", channels[1])
        put(self, "factor", factor)
        put(self, "forward", marks[0])
        put(self, "proxy", marks[1])
        put(self, "_of", of)
        put(self, "_found", None)

    @property
    def number(self) -> int:
        """The edge's number in the projection."""
        return self._of[1]

    def found(self, edge: StateEdge) -> None:
        """Remember the edge."""
        object.__setattr__(self, "_found", edge)

    @property
    def edge(self) -> StateEdge:
        """The edge that is crossed."""
        if self._found is not None:
            return self._found
        kernel, number = self._of
        edge = kernel.edges([number])[0]
        self.found(edge)
        return edge
