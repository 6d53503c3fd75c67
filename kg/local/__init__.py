"""A Neo4j of the user's own, on this machine: begun and ended with one command each.

Docker runs it where a Docker engine answers, else a Java 17 or 21 with the official jars that
Maven fetches. It listens on loopback only; its password is random, in a file of mode 0600, and in
no argument, log or message of ours. Bias: what we did not begin is never stopped, and data is
deleted only by a wipe that was confirmed.
"""

from __future__ import annotations

from kg.local.lifecycle import Up, credentials, down, running, up
from kg.local.server import Server

__all__ = ["Server", "Up", "credentials", "down", "running", "up"]
