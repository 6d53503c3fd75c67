"""The learned reader: what a small network, trained on `training/passages`, sees in a story.

It tags mentions with labels, scores every link that two mentions may have, whether both mean the
same thing, and how real the text says the link is. It only proposes: `kg.extract.learned` decides
what becomes of it. Windows of some sentences are read one at a time, so that what a story gives
does not hang on the stories beside it. Bias: none of its own; scores are kept as they are.
"""

from __future__ import annotations

from kg.extract.reader.reading import Link, Reading, Seen, Span, read
from kg.extract.reader.weights import Reader, load

__all__ = ["Link", "Reader", "Reading", "Seen", "Span", "load", "read"]
