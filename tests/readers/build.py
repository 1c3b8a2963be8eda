"""Small DOCX, ODT and RTF files written by hand, so that a test shows what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from screen.model.text import Document

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Minoverskrift"><w:name w:val="Min rubrik"/>
<w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Listepunkt"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Hemmelig"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Farvet"><w:name w:val="Farvet"/><w:tblStylePr w:type="firstRow">
<w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def zipped(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(
    body: str, parts: Mapping[str, tuple[str, str]] | None = None, section: str = "", **extra: bytes | str
) -> bytes:
    """A Word document.

    Args:
        body: What stands in `w:body`.
        parts: Name → (kind of relation, content) of headers, footers, notes; the id is the name without suffix.
        section: What stands in the last `w:sectPr`.
        extra: Further parts, by name.
    """
    parts = parts or {}
    relations = [("styles", "styles.xml"), ("numbering", "numbering.xml")]
    listed = "".join(f'<Relationship Id="{n}" Type="{_RELATION}/{n}" Target="{t}"/>' for n, t in relations)
    listed += "".join(
        f'<Relationship Id="{name.partition(".")[0]}" Type="{_RELATION}/{kind}" Target="{name}"/>'
        for name, (kind, _) in parts.items()
    )
    document = f"<w:document {W}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"<Relationships>{listed}</Relationships>",
        "word/styles.xml": f"<w:styles {W}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{_NUMBERING}</w:numbering>",
    }
    return zipped(files | {f"word/{name}": content for name, (_, content) in parts.items()} | extra)


def p(text: str = "", style: str = "", props: str = "", run: str = "") -> str:
    """A paragraph; TAB and newline in `text` become `w:tab` and `w:br`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{r(text, run) if text else ''}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    inner = f'<w:t xml:space="preserve">{text}</w:t>'
    inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>"


def item(text: str) -> str:
    """A list item."""
    return p(text, style="Listepunkt")


def table(*rows: tuple[str, ...], widths: tuple[int, ...] = (), props: str = "") -> str:
    """A table; a cell is the XML of its paragraphs, or plain text with a paragraph on each line."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def cell(content: str, props: str = "") -> str:
    """A cell of a table."""
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<w:") else "".join(p(line) for line in content.split("\n"))
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def box(content: str, fill: str = "", at: tuple[int, int] = (380, 80), width: int = 150, fallback: bool = True) -> str:
    """A run with a floating text box, as Word writes it: a drawing, and an older picture of the same."""
    solid = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    left, top, wide = at[0] * 12700, at[1] * 12700, width * 12700
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="2540000"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>{solid}</wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"{older if fallback else ''}</mc:AlternateContent></w:r>"
    )


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str, styles: str = "", automatic: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text.

    Args:
        body: What stands in `office:text`.
        styles: What stands in `office:document-styles`.
        automatic: Automatic styles of the content.
        manifest: What stands in the manifest.
    """
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "styles.xml": f"<office:document-styles {OFFICE}>{styles}</office:document-styles>",
            "content.xml": f"<office:document-content {OFFICE}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def lines(document: Document) -> list[str]:
    """The document's lines."""
    return [line.span.of(document.text) for line in document.lines]


def lanes(document: Document) -> list[tuple[int, str]]:
    """Lane and text of the document's lines."""
    return [(line.look.lane, line.span.of(document.text)) for line in document.lines]


def unseen(document: Document) -> list[tuple[str, str]]:
    """Why, and the text of what cannot be seen."""
    return [(h.why, h.span.of(document.text)) for h in document.hidden]
