"""From the words of one story to nodes of the graph."""
