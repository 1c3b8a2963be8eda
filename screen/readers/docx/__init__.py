"""Word documents (DOCX), read from their XML: nothing shown is left out, nothing is read twice."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Callable

from screen.model.text import Document
from screen.readers._blocks import Block, Content
from screen.readers._flow import to_document
from screen.readers._limits import Package, parse_xml
from screen.readers._xml import child, local, value
from screen.readers.docx._boxes import decorated
from screen.readers.docx._cut import used_styles
from screen.readers.docx._styles import Styles
from screen.readers.docx._walk import Walker

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read(path: str, data: bytes) -> Document:
    """The document's body, headers, footers, notes and text boxes, each once; what cannot be seen is marked.

    Raises:
        Unreadable: empty, pictures-only, encrypted, damaged, too-big, too-many-parts, too-many-levels, too-much-text.
    """
    package = Package(data)
    return to_document(path, data, content(package), package.pictured)


def content(package: Package) -> Content:
    """The document's blocks by where they stand.

    Raises:
        Unreadable: as `read`.
    """
    main = _main_part(package)
    raw = package.read(main)
    root = parse_xml(raw)
    relations = _relations(package, main)
    read_parts = {t: package.read(t) for kind, t in relations.values() if kind in _KINDS and t in package}
    by_kind = {kind: [t for k, t in relations.values() if k == kind and t in read_parts] for kind in _KINDS}
    texts = [raw, *(data for t, data in read_parts.items() if t not in by_kind["styles"])]
    read_parts |= {t: used_styles(read_parts[t], texts) for t in by_kind["styles"]}
    parts = {target: parse_xml(data) for target, data in read_parts.items()}
    styles = Styles.of(_first(parts, by_kind["styles"]), _first(parts, by_kind["numbering"]))
    walker = Walker(styles, _once(root, [parts[t] for t in by_kind["header"]]), _chunks(package, relations))
    body = child(root, "body")
    return Content(
        body=walker.blocks(body) if body is not None else [],
        headers=_used(walker, root, relations, parts, "headerReference"),
        footers=_used(walker, root, relations, parts, "footerReference"),
        notes=[b for kind in ("footnotes", "endnotes") for t in by_kind[kind] for b in _notes(walker, parts[t])],
    )


_KINDS = ("styles", "numbering", "header", "footer", "footnotes", "endnotes")
_Relations = dict[str, tuple[str, str]]


def _main_part(package: Package) -> str:
    """The part that the package names as its document."""
    for kind, target in _relations(package, "").values():
        if kind == "officeDocument" and target in package:
            return target
    return "word/document.xml"


def _relations(package: Package, part: str) -> _Relations:
    """Id → (last word of the type, part) of what a part refers to."""
    folder, _, name = part.rpartition("/")
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in package:
        return {}
    out: _Relations = {}
    for item in package.xml(listing):
        if (value(item, "TargetMode") or "").lower() != "external":
            kind = (value(item, "Type") or "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, value(item, "Target") or "")).lstrip("/")
            out[value(item, "Id") or ""] = (kind, target)
    return out


def _first(parts: dict[str, ET.Element], names: list[str]) -> ET.Element | None:
    return parts[names[0]] if names else None


def _once(root: ET.Element, headers: list[ET.Element]) -> Callable[[], bool]:
    """Whether something is painted behind the text; looked up when first asked."""
    known: list[bool] = []

    def answer() -> bool:
        if not known:
            known.append(any(decorated(e) for e in (root, *headers)))
        return known[0]

    return answer


def _used(
    walker: Walker, root: ET.Element, relations: _Relations, parts: dict[str, ET.Element], reference: str
) -> list[list[Block]]:
    """The headers or footers that a section refers to, in order: what is left over from a template is not shown."""
    wanted = [value(e, "id") or "" for e in root.iter() if local(e.tag) == reference]
    targets = [relations[i][1] for i in dict.fromkeys(wanted) if i in relations]
    return [walker.blocks(parts[t]) for t in targets if t in parts]


def _notes(walker: Walker, root: ET.Element) -> list[Block]:
    return [b for note in root if value(note, "type") not in _SEPARATORS for b in walker.blocks(note)]


def _chunks(package: Package, relations: _Relations) -> Callable[[str], list[Block]]:
    """Reads documents within the document, as some generators write them."""

    def blocks(key: str) -> list[Block]:
        target = relations.get(key, ("", ""))[1]
        if not target or target not in package:
            return []
        from screen.readers.html import blocks_of

        return blocks_of(package.read(target))

    return blocks
