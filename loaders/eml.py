"""E-mail: the body is the story, the headers say who and when.

Bias: the plain part is preferred, since HTML mails carry more furniture.
"""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from email.errors import MessageError
from email.message import EmailMessage

from loaders.kit import dates, markup, page
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw, check_size
from loaders.kit.story import Notice, source_of
from schemas.errors import SourceMalformed
from schemas.evidence import Reading

NAME = "eml"
DESCRIPTION = "an e-mail (.eml): plain or HTML body"

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}): ?\S")
_TELLING = frozenset({"from", "subject", "date", "to", "received", "return-path", "message-id"})
_SURROGATE = re.compile("[\ud800-\udfff]")
# the standard library's header parsers raise all of these on hostile headers
_BROKEN = (LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError,
           MessageError)  # fmt: skip


def sniff(raw: Raw) -> float:
    """High where the first lines are mail headers, `From` or `Subject` among them."""
    found: set[str] = set()
    for line in raw.text[:8000].splitlines()[:40]:
        if not line.strip():
            break
        match = _HEADER.match(line)
        if match:
            found.add(match["name"].lower())
        elif not line[:1].isspace() and not line.startswith("From "):
            return 0.0
    return 0.95 if len(found & _TELLING) >= 2 and found & {"from", "subject"} else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:
    """The mail's one story: subject, sender, date, decoded body; SourceMalformed without text."""
    check_size(raw)
    try:
        body, kind, notice = _open(raw, published)
    except _BROKEN as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise SourceMalformed(f"the mail cannot be read ({why})", where=raw.uri,
                              cure="save its text and read that") from error  # fmt: skip
    if not body.strip():
        raise SourceMalformed("the mail has no text", where=raw.uri)
    source = source_of(raw, NAME, text=body, item=kind)
    html = kind == "text/html"
    paras = markup.paras(body, where=raw.uri) if html else page.paras(body)
    story, picked = page.compose(source, paras, notice, trim=False)
    if story is None:
        raise SourceMalformed("nothing but mail furniture", where=raw.uri)
    left = page.leftovers(source, picked.leftovers)
    return Reading(stories=(story,), leftovers=left, chrome=picked.chrome)


def _open(raw: Raw, seen: Moment | None) -> tuple[str, str, Notice]:
    mail = email.message_from_bytes(raw.data.lstrip(), policy=email.policy.default)
    part = mail.get_body(preferencelist=("plain", "html"))
    body = part.get_content() if part is not None else ""
    kind = part.get_content_type() if part is not None else ""
    name, address = email.utils.parseaddr(_header(mail, "From"))
    notice = Notice(
        title=_header(mail, "Subject"),
        publisher=name or address,
        published=dates.published(_header(mail, "Date")) or (seen.when if seen else None),
    )
    return (_SURROGATE.sub("\ufffd", body) if isinstance(body, str) else ""), kind, notice


def _header(mail: EmailMessage, name: str) -> str:
    return _SURROGATE.sub("\ufffd", " ".join(str(mail.get(name) or "").split()))
