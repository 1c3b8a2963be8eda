"""A Word document as the shortlist needs it: headings, tables with heads that repeat, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from screen.wording import say

SPEECH = {"da": "da-DK", "en": "en-GB"}
"""What a spelling checker and a screen reader are told."""
FONT = "Calibri"
"""In every Word; the firm's template may have another."""
SIZE, SMALL = 10, 8.5
"""Points."""
ACCENT = (0x1F, 0x4E, 0x79)
QUIET = (0x55, 0x60, 0x6C)
MARGIN = 2.5
"""Centimetres."""


class Word:
    """A document that is being written; the library is loaded by whoever makes it."""

    def __init__(self, document: Any, language: str) -> None:
        self.document = document
        self.language = language
        self._ids: dict[str, str] = {}
        self._page()
        self._styles()

    def properties(self, title: str, mark: str, day: datetime) -> None:
        """What the file says of itself: the post and the program, nobody's name."""
        core = self.document.core_properties
        core.author, core.last_modified_by, core.title, core.comments = "", "", title, mark
        core.created = core.modified = day
        core.language = SPEECH[self.language]
        core.revision = 1

    def without_picture(self) -> None:
        """The library's template brings a thumbnail of its own first page."""
        relations = self.document.part.package.rels
        for name in [n for n, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
            del relations[name]

    def running(self, left: str, right: str, page: str) -> None:
        """The running header, and a page number below."""
        section = self.document.sections[0]
        header = section.header.paragraphs[0]
        header.text = f"{left}\t\t{right}"
        footer = section.footer.paragraphs[0]
        footer.add_run(f"{page} ")
        _field(footer, "PAGE")
        footer.add_run(f" {say('foot-of', self.language)} ")
        _field(footer, "NUMPAGES")

    def heading(self, text: str, level: int, new_page: bool = False) -> None:
        """A heading of a real style, so that a table of contents finds it."""
        self._add(f"Heading {level}", text).paragraph_format.page_break_before = new_page or None

    def paragraph(self, text: str, style: str | None = None) -> None:
        """A paragraph."""
        self._add(style, text)

    def small(self, text: str) -> None:
        """A remark."""
        self._add("Caption", text)

    def strong(self, text: str, rest: str = "") -> None:
        """A paragraph that begins in bold and stays with the next."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run(text).bold = True
        paragraph.add_run(rest)
        paragraph.paragraph_format.keep_with_next = not rest

    def bullets(self, lines: Iterable[str]) -> None:
        """A list."""
        for line in lines:
            self._add("List Bullet", line)

    def quote(self, text: str, place: str) -> None:
        """A quote, and below it where it stands."""
        paragraph = self._add("Quote", text)
        told = paragraph.add_run(f"\n{place}")
        told.font.size, told.italic = _points(SMALL), False
        told.font.color.rgb = _colour(QUIET)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Labels and what they say."""
        for label, value in facts:
            self.strong(f"{label}: ", value)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table whose head repeats on every page; no row is parted by a page's end."""
        from docx.shared import Cm

        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for at, cells in enumerate((heads, *rows)):
            row = table.add_row()
            _once(row._tr, "w:cantSplit")
            if at == 0:
                _once(row._tr, "w:tblHeader")
            for cell, text, width in zip(row.cells, cells, widths, strict=True):
                cell.width = Cm(width)
                run = cell.paragraphs[0].add_run(text)
                run.font.size, run.bold = _points(9), at == 0
        self.document.add_paragraph()

    def _add(self, style: str | None, text: str) -> Any:
        """A paragraph; a style's id is looked up once, since the library searches all of them each time."""
        paragraph = self.document.add_paragraph(text)
        if style is not None:
            if style not in self._ids:
                self._ids[style] = self.document.styles[style].style_id
            paragraph._p.style = self._ids[style]
        return paragraph

    def _page(self) -> None:
        from docx.shared import Cm

        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(MARGIN)
        section.top_margin = section.bottom_margin = Cm(MARGIN)

    def _styles(self) -> None:
        from docx.oxml.ns import qn

        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = FONT, _points(SIZE)
        normal.paragraph_format.space_after = _points(4)
        language = normal.element.get_or_add_rPr()
        spoken = language.makeelement(qn("w:lang"), {qn("w:val"): SPEECH[self.language]})
        language.append(spoken)
        for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
            styles[name].font.color.rgb = _colour(ACCENT)
            styles[name].element.rPr.rFonts.clear()
            styles[name].font.name = FONT
        styles["Caption"].font.size, styles["Caption"].font.bold = _points(SMALL), False
        styles["Caption"].font.color.rgb = _colour(QUIET)
        styles["Quote"].paragraph_format.left_indent = _points(12)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _colour(parts: tuple[int, int, int]) -> Any:
    from docx.shared import RGBColor

    return RGBColor(*parts)


def _once(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement(name))


def _field(paragraph: Any, code: str) -> None:
    """A number that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
