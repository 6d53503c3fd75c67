"""Example sentences of the edge types, kept beside the classes that show them."""
