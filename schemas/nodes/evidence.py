"""On whose word: publishers, their stories, and the single statements the stories make.

Bias: evidence is kept apart from what it is about, so no shock ever travels over it.
"""

from schemas.base import Node, Property


class Source(Node):
    """A publisher."""

    identity = ("slug",)
    properties = (Property(name="url", kind="string", meaning="home address"),)
    colour = "#999999"
    shape = "square"
    evidence = True


class Story(Node):
    """One news story: its text, with offsets into the file that it came from."""

    identity = ("content_hash",)
    properties = (
        Property(name="title", kind="string", meaning="headline"),
        Property(name="published", kind="date", unit="ISO 8601", meaning="absent if not stated"),
        Property(name="url", kind="string", meaning="address of the page"),
        Property(name="start", kind="integer", unit="code points", meaning="first in the source"),
        Property(name="end", kind="integer", unit="code points", meaning="behind its last one"),
    )
    colour = "#999999"
    shape = "circle"
    evidence = True


class Claim(Node):
    """One typed statement that a story makes, with the exact quote; never rewritten."""

    identity = ("content_hash",)
    properties = (
        Property(name="quote", kind="string", meaning="the words, equal to source[start:end]"),
        Property(name="start", kind="integer", unit="code points", meaning="of the quote"),
        Property(name="end", kind="integer", unit="code points", meaning="behind the quote"),
        Property(name="status", kind="string", meaning="how far the story commits itself"),
        Property(name="confidence", kind="decimal", unit="0..1", meaning="of the reading"),
        Property(name="known_from", kind="date", unit="ISO 8601", meaning="when it entered"),
        Property(name="known_to", kind="date", unit="ISO 8601", meaning="retracted, superseded"),
    )
    colour = "#999999"
    shape = "diamond"
    evidence = True
