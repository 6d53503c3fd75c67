"""What loaders share: raw bytes, page lines, offsets, dates, page chrome. Loaders import no other.

Bias: a loader built on this leaves text over and says so rather than invent a story.
"""
