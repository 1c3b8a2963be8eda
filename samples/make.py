# /// script
# requires-python = ">=3.11"
# dependencies = ["pyyaml>=6.0.2", "typst==0.15.2", "python-docx==1.2.0"]
# ///
"""Makes `samples/applications` from `samples/source`: `uv run samples/make.py`, or a Python with the three packages.

The files are kept in the repository, so nobody needs this to try the program. The same sources give the same bytes.
Text, HTML, Markdown, RTF and ODT need PyYAML only: `plain_files()` is what the tests compare with the files.
"""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SOURCE, APPLICATIONS = HERE / "source", HERE / "applications"
DAY = (2026, 4, 9, 0, 0, 0)
"""In place of the clock, in files that hold a time."""

Paper = dict[str, Any]
"""A CV, letter or diploma as it stands in the source, with its applicant's name and contact."""
Line = tuple[str, str]
"""A style (title, heading, entry, point or text) and its text; in an entry, a TAB parts period and post."""


def sources() -> list[dict[str, Any]]:
    """Every applicant, in order."""
    return [yaml.safe_load(file.read_text("utf-8")) for file in sorted(SOURCE.glob("*.yaml"))]


def papers() -> Iterator[Paper]:
    """Every file that is to be made."""
    for applicant in sources():
        own = {"name": applicant["name"], "contact": applicant["cv"]["contact"]}
        yield {**own, **applicant["cv"], "kind": "cv"}
        for letter in applicant["letters"]:
            yield {**own, **letter, "kind": "letter", "layout": "letter"}
        for diploma in applicant.get("diplomas", ()):
            yield {**own, **diploma, "kind": "diploma", "layout": "diploma"}


def lines(paper: Paper) -> Iterator[Line]:
    """A CV or letter from top to bottom, for formats without columns."""
    yield from _letter(paper) if paper["kind"] == "letter" else _cv(paper)


def _cv(cv: Paper) -> Iterator[Line]:
    yield "title", cv["title"]
    if cv["name"].casefold() not in cv["title"].casefold():
        yield "text", cv["name"]
    for part in cv["contact"]:
        yield "text", part
    for section in cv["sections"]:
        yield "heading", section["heading"]
        for text in section.get("text", ()):
            yield "text", text
        for entry in section.get("entries", ()):
            yield "entry", f"{entry['when']}\t{entry['what']}, {entry['where']}"
            for point in entry.get("points", ()):
                yield "point", point
        for point in section.get("points", ()):
            yield "point", point


def _letter(letter: Paper) -> Iterator[Line]:
    for part in (letter["name"], *letter["contact"], letter["date"]):
        yield "text", part
    yield "heading", letter["subject"]
    for text in (letter["greeting"], *letter["paragraphs"], letter["closing"], letter["name"]):
        yield "text", text


def as_txt(paper: Paper) -> bytes:
    """Plain text: periods in a column, dashes for bullets, letters wrapped by hand."""
    forms = {
        "title": "{}\n",
        "heading": "\n{}\n",
        "entry": "\n{}",
        "point": "    - {}",
        "text": "{}\n" if paper["kind"] == "letter" else "{}",
    }
    text = "\n".join(forms[style].format(_columns(text, 20)) for style, text in lines(paper))
    return f"{text.strip()}\n".encode()


def _columns(text: str, width: int) -> str:
    period, tab, post = text.partition("\t")
    return f"{period:<{width}}{post}" if tab else text


def as_md(paper: Paper) -> bytes:
    """Markdown: the post in bold with its period behind it."""
    out = []
    for style, text in lines(paper):
        period, _, post = text.partition("\t")
        forms = {"title": f"# {text}\n", "heading": f"\n## {text}\n", "entry": f"\n**{post}** ({period})\n"}
        out.append(forms.get(style, f"- {text}" if style == "point" else f"{text}  "))
    return ("\n".join(out) + "\n").encode()


def as_html(paper: Paper) -> bytes:
    """A page as a website builder makes it: one block for each post, the period in a box of its own."""
    out, listed = [], False
    for style, text in lines(paper):
        if listed != (style == "point"):
            listed = not listed
            out.append("<ul>" if listed else "</ul>")
        period, _, post = (html.escape(part) for part in text.partition("\t"))
        forms = {
            "title": f"<h1>{period}</h1>",
            "heading": f"<h2>{period}</h2>",
            "entry": f'<div class="post"><span class="period">{period}</span> <strong>{post}</strong></div>',
            "point": f"<li>{period}</li>",
            "text": f"<p>{period}</p>",
        }
        out.append(forms[style])
    style = "body{font-family:sans-serif;max-width:45em;margin:auto}.period{float:left;width:9em}"
    top = (
        f'<!doctype html>\n<html lang="da">\n<head><meta charset="utf-8"><title>CV</title><style>{style}</style></head>'
    )
    return (top + "\n<body>\n" + "\n".join(out) + ("\n</ul>" if listed else "") + "\n</body>\n</html>\n").encode()


def as_rtf(paper: Paper) -> bytes:
    """Rich text as WordPad writes it."""
    forms = {
        "title": r"{{\b\fs36 {}}}\par",
        "heading": r"\pard\sb240\sa60{{\b\fs26 {}}}\par\pard",
        "entry": r"\pard\sb120\li2200\fi-2200\tx2200{{\b {}}}\par\pard",
        "point": r"\pard\li2560\fi-360\'95\tab {}\par\pard",
        "text": r"\pard\sb60 {}\par",
    }
    body = "\n".join(forms[style].format(_rtf(text)) for style, text in lines(paper))
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}}\fs22" + f"\n{body}\n}}\n").encode("ascii")


def _rtf(text: str) -> str:
    escaped = re.sub(r"([\\{}])", r"\\\1", text).replace("\t", "\\tab ")
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in escaped)


ODT_TOP = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:text>
"""
ODT_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest manifest:version="1.2" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def as_odt(paper: Paper) -> bytes:
    """OpenDocument; with the layout `table` each post is a row."""
    body = _odt_rows(paper) if paper.get("layout") == "table" else map(_odt_line, lines(paper))
    content = ODT_TOP + "\n".join(body) + "\n</office:text></office:body></office:document-content>\n"
    kind = b"application/vnd.oasis.opendocument.text"
    return _zipped({"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": ODT_MANIFEST.encode()})


def _odt_line(line: Line) -> str:
    style, text = line
    text = html.escape(text, quote=False).replace("\t", "<text:tab/>")
    if style in ("title", "heading"):
        return f'<text:h text:outline-level="{1 if style == "title" else 2}">{text}</text:h>'
    paragraph = f"<text:p>{text}</text:p>"
    return f"<text:list><text:list-item>{paragraph}</text:list-item></text:list>" if style == "point" else paragraph


def _odt_rows(paper: Paper) -> Iterator[str]:
    """Lines in order; those from an entry to the next entry or heading are a table row."""
    for group in _grouped(paper):
        if group[0][0] != "entry":
            yield from map(_odt_line, group)
            continue
        period, _, post = group[0][1].partition("\t")
        cells = (_odt_line(("text", period)), "".join(map(_odt_line, [("text", post), *group[1:]])))
        row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        yield f"<table:table><table:table-row>{row}</table:table-row></table:table>"


def _grouped(paper: Paper) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines(paper):
        if group and line[0] != "point":
            yield group
            group = []
        group.append(line)
    yield group


def _zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, DAY), data, packing)
    return stream.getvalue()


def as_docx(paper: Paper) -> bytes:
    """Word, with its own styles; with the layout `table` each post is a row."""
    import docx

    document = docx.Document()
    document.core_properties.comments = "Invented person, sample for screen"
    table = paper.get("layout") == "table"
    for group in _grouped(paper):
        if table and group[0][0] == "entry":
            period, _, post = group[0][1].partition("\t")
            row = document.add_table(rows=1, cols=2).rows[0].cells
            row[0].text, row[1].text = period, post
            for _, text in group[1:]:
                row[1].add_paragraph(text, "List Bullet")
        else:
            for line in group:
                _docx_line(document, *line)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        # Packed anew, since the library writes the hour into each member.
        return _zipped({name: archive.read(name) for name in archive.namelist()})


def _docx_line(document: Any, style: str, text: str) -> None:
    styles = {"title": "Title", "heading": "Heading 1", "point": "List Bullet"}
    paragraph = document.add_paragraph("", styles.get(style))
    paragraph.add_run(text).bold = True if style == "entry" else None


def as_pdf(paper: Paper) -> bytes:
    """PDF by Typst, in the paper's layout."""
    import typst

    template = SOURCE / "layouts" / f"{paper['layout']}.typ"
    data = json.dumps(paper, ensure_ascii=False)
    return bytes(typst.compile(template, root=SOURCE, sys_inputs={"data": data}, ignore_system_fonts=True))


PLAIN: dict[str, Callable[[Paper], bytes]] = {
    ".txt": as_txt, ".md": as_md, ".html": as_html, ".rtf": as_rtf, ".odt": as_odt,
}  # fmt: skip
WRITERS = {**PLAIN, ".docx": as_docx, ".pdf": as_pdf}


def plain_files() -> dict[str, bytes]:
    """The files that need no further package, by path in `applications`."""
    return {p["file"]: PLAIN[s](p) for p in papers() if (s := Path(p["file"]).suffix) in PLAIN}


def main() -> None:
    """Makes all files anew."""
    shutil.rmtree(APPLICATIONS, ignore_errors=True)
    for paper in papers():
        file = APPLICATIONS / paper["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(WRITERS[file.suffix](paper))


if __name__ == "__main__":
    main()
