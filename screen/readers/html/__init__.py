"""Web pages (HTML), also packed into one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from screen.model.errors import Unreadable
from screen.model.text import Document
from screen.readers._blocks import Block, Content
from screen.readers._decode import decode
from screen.readers._flow import to_document
from screen.readers._limits import MOST_BYTES_TEXT, check_size
from screen.readers.html._tree import parse
from screen.readers.html._walk import Walker

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_HEAD = 4096
"""Bytes within which a page says how it is written."""
_MAIL = re.compile(rb"^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}\r?\n")


def read(path: str, data: bytes) -> Document:
    """The page's text as it is shown, in the order of the file; what style hides is marked.

    Raises:
        Unreadable: empty, too-big, damaged, too-much-text.
    """
    check_size(data, MOST_BYTES_TEXT)
    return to_document(path, data, Content(body=blocks_of(data)))


def blocks_of(data: bytes) -> list[Block]:
    """The blocks of a page.

    Raises:
        Unreadable: damaged.
    """
    if _MAIL.match(data[:_HEAD]) and b"multipart" in data[:_HEAD].lower():
        return _packed(data)
    return _blocks(data, None)


def _blocks(data: bytes, charset: str | None) -> list[Block]:
    found = _CHARSET.search(data[:_HEAD])
    declared = next((g for g in found.groups() if g), b"").decode("ascii", "replace") if found else charset
    root, styles = parse(decode(data, declared))
    return Walker(styles).blocks(root)


def _packed(data: bytes) -> list[Block]:
    """The first page in an MHTML file."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _blocks(payload, part.get_content_charset())
    raise Unreadable("damaged")
