"""Mails as mail programs save them (.eml): the text, and each attachment."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from screen.model.errors import Unreadable
from screen.unpack._bodies import name_of, words
from screen.unpack._names import base
from screen.unpack._parts import MB, MOST_OF_PART, Container, Part, check_size

_MOST_BOUNDARIES, _MOST_MAILS, _MOST_HEADER = 500, 20, 100_000
"""Lines that may part the mail, mails in the mail, characters of a header: more takes the parser minutes."""
_BOUNDARY = re.compile(rb"^--", re.M)
_MAIL = re.compile(rb"^content-type:\s*message/rfc822", re.I | re.M)
_LOGO = 100_000
"""Bytes below which a picture that stands in the text is the sender's logo, no paper."""
_NO_PAPERS = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
              "text/calendar", "message/delivery-status", "message/disposition-notification"}  # fmt: skip
_LOCKED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_ENDINGS = {"application/pdf": "pdf", "text/html": "html", "text/plain": "txt", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    data: bytes


def unpack(data: bytes) -> Container:
    """The mail's text, as its reader sees it, and its attachments.

    Raises:
        Unreadable: damaged, encrypted, too-big, too-many-parts.
    """
    check_size(data)
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES or len(_MAIL.findall(data)) > _MOST_MAILS:
        raise Unreadable("too-many-parts", limit=_MOST_BOUNDARIES)
    try:
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        found = list(_parts(mail))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # The parser of the standard library trips over broken mails in all of these ways.
        raise Unreadable("damaged") from error
    return Container([f.part for f in found], lambda number: found[number].data)


def _parts(mail: Message) -> Iterator[_Found]:
    for part in mail.walk():
        if any(len(str(v)) > _MOST_HEADER for _, v in part.items()):
            raise Unreadable("damaged")
        if part.get_content_type() in _LOCKED and not _signed(part):
            raise Unreadable("encrypted")
    bodies: list[Message] = []
    attached: list[Message] = []
    for leaf in _leaves(mail):
        (bodies if _is_body(leaf) else attached).append(leaf)
    yield from _body(bodies)
    for leaf in attached:
        data = _bytes(leaf)
        if leaf.get_content_type() in _NO_PAPERS or _is_logo(leaf, data):
            continue
        name = base(_name(leaf))
        yield _Found(
            Part(name, "too-big", (("limit", MOST_OF_PART // MB),)) if len(data) > MOST_OF_PART else Part(name), data
        )


def _signed(part: Message) -> bool:
    """Whether it is signed only: its text can be read."""
    return str(part.get_param("smime-type") or "").lower() == "signed-data"


def _leaves(part: Message) -> Iterator[Message]:
    """Parts that hold something; a mail in the mail is one."""
    if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from _leaves(inner)
    else:
        yield part


def _is_body(leaf: Message) -> bool:
    kind, named = leaf.get_content_type(), leaf.get_filename()
    return kind in ("text/plain", "text/html") and not named and leaf.get_content_disposition() != "attachment"


def _body(leaves: list[Message]) -> Iterator[_Found]:
    """What the reader of the mail sees: its page, else its plain text; without words there is none."""
    for kind, ending in (("text/html", "html"), ("text/plain", "txt")):
        texts = [_text(leaf) for leaf in leaves if leaf.get_content_type() == kind]
        text = "\n\n".join(texts)
        if count := words(text, ending):
            yield _Found(Part(name_of(count, ending)), ("\ufeff" + text).encode("utf-8", "replace"))
            return


def _text(leaf: Message) -> str:
    data = _bytes(leaf)
    try:
        return data.decode(leaf.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")


def _bytes(leaf: Message) -> bytes:
    payload = leaf.get_payload()
    if isinstance(payload, list):  # a mail in the mail
        return b"\n".join(inner.as_bytes() for inner in payload if isinstance(inner, Message))
    data = leaf.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _is_logo(leaf: Message, data: bytes) -> bool:
    inline = leaf.get("Content-ID") is not None or leaf.get_content_disposition() == "inline"
    attached = leaf.get_content_disposition() == "attachment"
    return leaf.get_content_maintype() == "image" and inline and not attached and len(data) < _LOGO


def _name(leaf: Message) -> str:
    name = leaf.get_filename()
    if name:
        return _decoded(name)
    if leaf.get_content_type() == "message/rfc822":
        return "mail.eml"
    return f"attachment.{_ENDINGS.get(leaf.get_content_type(), 'bin')}"


def _decoded(name: str) -> str:
    """A name in the words of RFC 2047, which many programs use for attachments, though RFC 2231 is meant for them."""
    try:
        return str(make_header(decode_header(name)))
    except (ValueError, LookupError, UnicodeError):
        return name
