"""Texts that a story may hold and that must stay text, and a page as a browser reads it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='", "<svg onload=alert(1)>",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--<script>",
    "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>', "<iframe src=//example.invalid>",
    "<base href=//x.invalid>", "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//x.invalid>", "&lt;script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "\x00<scr\x00ipt>", "<scr\x0bipt>",
    "\u202e<script>", "{title}{script}", "$x^2$ \\alpha", "%s%n", "\ud800<script>",
    "<textarea><script>", "<math><mi//", "<form action=//x.invalid><input>",
    "<style>@import'//x.invalid'</style>", "`${alert(1)}`", "<template><script>",
)  # fmt: skip


class Read(HTMLParser):
    """A page as a browser's parser sees it: its tags with their attributes, its text."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def assert_sealed(content: str) -> None:
    """The page runs one script, the one that its policy names by hash, and asks for nothing."""
    script = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    policy = next(a["content"] for _, a in Read(content).tags if "http-equiv" in a)
    assert len(script) == 1
    assert f"script-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none'")
    assert not re.search(r"https?://|url\(|@import|\bsrc=", content)
