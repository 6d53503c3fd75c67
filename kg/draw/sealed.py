"""The frame of an HTML file that asks the network for nothing and runs one script, ours.

The browser knows the script by its hash; nothing else in the page can run. Bias: a page that
is too strict shows less, one that is too open shows what a story slipped in.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""  # noqa: E501


def sealed(title: str, style: str, body: str, script: str) -> str:
    """The whole file; `title` and `body` are HTML, whatever came from a story escaped in them."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return _PAGE.format(digest=digest, title=title, style=style, body=body, script=script)


def part(package: str, name: str) -> str:
    """A style sheet or script of the package, its lines ended alike on every machine."""
    return resources.files(package).joinpath(name).read_text("utf-8").replace("\r\n", "\n")
