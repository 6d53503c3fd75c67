"""One polite fetch: http and https only, capped in size and time, never into a private network.

Bias: an address that cannot be shown to be public is refused.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import socket
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from schemas.errors import SourceMalformed, SourceMissing, SourceTooLarge

CAP = 10 * 1024 * 1024  # bytes of one answer
TIMEOUT = 20.0  # seconds without an answer
HOPS = 5  # redirects followed, each one checked again
_AGENT = "knockon (+news reader; one request at a time)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of an answer and the charset that its header names (may be empty)."""

    data: bytes
    charset: str


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Nothing: a redirect comes back to `fetch`, which checks where it leads."""


def is_address(source: str) -> bool:
    """Whether the source is an http(s) address rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def check(address: str) -> None:
    """Nothing for a public address; SourceMissing for a private, loopback or unknown host."""
    host = _host(address)
    if os.environ.get("KG_ALLOW_PRIVATE") == "1":
        return
    for found in _resolve(host, address):
        if not ipaddress.ip_address(found.split("%")[0]).is_global:
            raise SourceMissing(
                f"{host} is not a public address",
                where=address,
                cure="set KG_ALLOW_PRIVATE=1 if you trust it",
            )


def _host(address: str) -> str:
    try:
        parts = urllib.parse.urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SourceMissing("not a web address", where=address) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise SourceMissing("not an http(s) address", where=address)
    return host


def _resolve(host: str, address: str) -> list[str]:
    try:
        return sorted({str(row[4][0]) for row in socket.getaddrinfo(host, None)})
    except (OSError, UnicodeError) as error:
        raise SourceMissing(f"host {host} is unknown", where=address) from error


def fetch(address: str) -> Fetched:
    """The body at the address (10 MB at most, 5 redirects at most); a SourceError if not."""
    at = address
    for _ in range(HOPS + 1):
        check(at)
        found = _once(at)
        if isinstance(found, Fetched):
            return found
        at = urllib.parse.urljoin(at, found)
    raise SourceMissing("too many redirects", where=address)


def _once(address: str) -> Fetched | str:
    request = urllib.request.Request(  # noqa: S310 - check() lets http(s) through alone
        address, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    )
    opener = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler())
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            return _body(answer, address)
    except urllib.error.HTTPError as error:
        target = error.headers.get("Location", "")
        if 300 <= error.code < 400 and target:
            return target
        raise SourceMissing(f"HTTP {error.code}", where=address) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SourceMissing(f"no answer: {error}", where=address) from error


def _body(answer: http.client.HTTPResponse, address: str) -> Fetched:
    if answer.headers.get("Content-Encoding", "identity").lower() not in {"identity", ""}:
        raise SourceMalformed("a compressed answer was not asked for", where=address)
    data = answer.read(CAP + 1)
    if len(data) > CAP:
        raise SourceTooLarge("over the cap of 10 MB", where=address, cure="save it to a file")
    return Fetched(data, answer.headers.get_content_charset() or "")
