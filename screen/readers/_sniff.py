"""What a file is, told by its content: suffixes lie (RTF and HTML are sent as .doc)."""

from __future__ import annotations

import io
import re
import zipfile

_PDF_WITHIN = 1024
"""Bytes within which viewers look for %PDF-."""
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"%!PS", "postscript"),
    (b"\xffWPC", "wordperfect"),
    (b"\x7fELF", "program"),
)
_PHOTOS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
"""Brands of HEIC and AVIF, as telephones write them."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "office-encrypted"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
"""Stream names in an OLE file, and what has them."""
_ODF = b"application/vnd.oasis.opendocument."
_ODF_KINDS = {"text": "odt", "text-template": "odt", "spreadsheet": "ods", "presentation": "odp"}
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style)\b", re.I | re.S
)
_TAGS = re.compile(rb"<(?:/?(?:div|p|br|table|tr|td|ul|ol|li|h[1-6]|span|body|html|b|strong|a)\b[^<>]*)>", re.I)
_MAIL = re.compile(rb"^(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELD = re.compile(rb"^(?:to|cc|subject|date|received|return-path|message-id|delivered-to):", re.I | re.M)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|.*\|\s*$|```)|\*\*[^*\s][^*]*\*\*|\[[^\]]+\]\([^)\s]+\)", re.M)
_LOOK = 4096
"""Bytes that are looked at to tell texts apart."""


def sniff(path: str, data: bytes) -> str:
    """The kind of the file: a key of `READERS`, a kind of archive or mail (zip, eml, msg), or what else it is.

    The suffix decides between plain text and Markdown only.
    """
    head = data[:_PDF_WITHIN]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in head:
        return "pdf"
    if (head[4:8] == b"ftyp" and head[8:12] in _PHOTOS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    found = next((kind for mark, kind in _SIGNATURES if (start if kind == "rtf" else head).startswith(mark)), None)
    return found or _text(path, data)


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {n.replace("\\", "/").lower() for n in archive.namelist()}
            declared = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception:  # whatever a broken archive raises: it can only be asked what it would have been
        return "docx" if b"word/document" in data else "odt" if _ODF + b"text" in data[:200] else "zip"
    if declared.startswith(_ODF):
        kind = declared.removeprefix(_ODF).strip().decode("ascii", "replace")
        return _ODF_KINDS.get(kind, "opendocument")
    if declared.startswith(b"application/epub"):
        return "epub"
    return _office(names)


def _office(names: set[str]) -> str:
    if "[content_types].xml" in names:
        for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(n.startswith(folder) for n in names):
                return kind
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return "odt"
    return "pages" if any(n.startswith("index/") and n.endswith(".iwa") for n in names) else "zip"


def _ole(data: bytes) -> str:
    found = next((kind for name, kind in _OLE_KINDS if name.encode("utf-16-le") in data), "ole")
    sector, directory = data[30:32], int.from_bytes(data[48:52], "little")
    # The directory names what is in the file; without it nobody can say what the file was.
    cut = ((directory + 1) << min(int.from_bytes(sector, "little"), 16)) >= len(data)
    return "ole-cut" if found == "ole" and cut else found


def _text(path: str, data: bytes) -> str:
    head = data[:_LOOK]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _wide(head):
        return _plain(path, head.replace(b"\x00", b"").lstrip(b"\xff\xfe"))
    if b"\x00" in head:
        return "binary"
    return _plain(path, head.removeprefix(b"\xef\xbb\xbf"))


def _wide(head: bytes) -> bool:
    """Whether it looks like UTF-16 without a mark: every other byte is nearly always zero."""
    odd, even = head[1::2], head[0::2]
    return len(head) >= 4 and max(odd.count(0) / len(odd), even.count(0) / len(even)) > 0.7


def _plain(path: str, head: bytes) -> str:
    if b"office:document" in head and b"opendocument" in head:
        return "odt"
    if b"schemas.microsoft.com/office" in head and head.lstrip().startswith(b"<?xml") and b"<html" not in head.lower():
        return "word-xml"
    if _HTML.match(head):
        return "html"
    mail = _MAIL.match(head)
    if mail and len(_MAIL_FIELD.findall(mail.group())) >= 2:
        return "eml"
    if mail and b"multipart/related" in mail.group().lower():
        return "html"  # a page packed into one file is written like a mail, but was never sent
    if b"<" in head and len(_TAGS.findall(head)) >= 4:
        return "html"
    suffix = path.lower().rpartition(".")[2]
    if suffix in {"md", "markdown", "mkd"}:
        return "markdown"
    return "markdown" if len(_MARKDOWN.findall(head.decode("utf-8", "replace"))) >= 4 else "txt"
