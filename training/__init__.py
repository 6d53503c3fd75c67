"""What the learned reader is trained on: passages of our own writing, and names to fill them.

Not part of the wheel. Runs on its own; nothing of the program imports it.
"""
