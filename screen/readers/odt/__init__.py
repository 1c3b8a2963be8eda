"""OpenDocument texts (ODT, also as one flat XML file), read from their XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from screen.model.errors import Unreadable
from screen.model.text import Document
from screen.readers._blocks import Block, Content
from screen.readers._flow import to_document
from screen.readers._limits import MOST_XML, Package, check_size, parse_xml
from screen.readers._xml import child, local, value
from screen.readers.odt._styles import Styles
from screen.readers.odt._walk import Walker

_ENCRYPTED = (b"encryption-data", b"encrypted-package")
_HEADERS = {"header-first", "header", "header-left"}
_FOOTERS = {"footer-first", "footer", "footer-left"}


def read(path: str, data: bytes) -> Document:
    """The document's body, headers, footers, notes and text boxes, each once; what cannot be seen is marked.

    Raises:
        Unreadable: empty, pictures-only, encrypted, damaged, too-big, too-many-parts, too-many-levels, too-much-text.
    """
    return to_document(path, data, content(data), data.startswith(b"PK") and Package(data).pictured)


def content(data: bytes) -> Content:
    """The document's blocks by where they stand.

    Raises:
        Unreadable: as `read`.
    """
    roots = _roots(data)
    body = next((b for r in reversed(roots) if (b := child(r, "body", "text")) is not None), None)
    if body is None:
        raise Unreadable("damaged")
    walker = Walker(Styles.of(roots))
    blocks = walker.blocks(body)
    pages = _pages(roots)
    return Content(
        body=blocks,
        headers=_running(walker, pages, _HEADERS),
        footers=_running(walker, pages, _FOOTERS),
        notes=walker.notes,
    )


def _roots(data: bytes) -> list[ET.Element]:
    """Styles first, then the content; one root for a flat file."""
    if not data.startswith(b"PK"):
        check_size(data, MOST_XML)
        return [parse_xml(data)]
    package = Package(data)
    if "META-INF/manifest.xml" in package and any(m in package.read("META-INF/manifest.xml") for m in _ENCRYPTED):
        raise Unreadable("encrypted")
    parts = [package.xml("styles.xml")] if "styles.xml" in package else []
    return [*parts, package.xml("content.xml")]


def _pages(roots: list[ET.Element]) -> list[ET.Element]:
    """The kinds of page that the document uses: the first one, those that a style asks for, and what follows them."""
    found = [e for r in roots for g in r if local(g.tag) == "master-styles" for e in g if local(e.tag) == "master-page"]
    by_name = {value(e, "name"): e for e in found}
    wanted = [value(found[0], "name")] if found else []
    wanted += [n for r in roots for e in r.iter() if (n := value(e, "master-page-name"))]
    wanted += [value(by_name[n], "next-style-name") for n in list(wanted) if n in by_name]
    return [by_name[n] for n in dict.fromkeys(wanted) if n in by_name]


def _running(walker: Walker, pages: list[ET.Element], names: set[str]) -> list[list[Block]]:
    parts = [e for page in pages for e in page if local(e.tag) in names and value(e, "display") != "false"]
    return [walker.blocks(e) for e in parts]
