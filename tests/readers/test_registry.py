"""Which reader reads what: told by content, and refused by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen import readers
from screen.model.errors import Unreadable
from screen.readers import READERS, read, sniff
from tests.readers.build import docx, odt, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def test_registry_and_folder_agree() -> None:
    folder = Path(readers.__file__).parent
    members = {f.stem for f in folder.glob("*.py")} | {f.parent.name for f in folder.glob("*/__init__.py")}
    assert set(READERS.values()) == {m for m in members if not m.startswith("_")}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("cv.doc", docx(p("x")), "docx"),
        ("cv.docx", odt("<text:p>x</text:p>"), "odt"),
        ("cv.doc", b"{\\rtf1 x}", "rtf"),
        ("cv.txt", b"  \r\n{\\rtf1 x}", "rtf"),
        ("cv.doc", b"<html><body>x</body></html>", "html"),
        ("cv.txt", b"<div><p>a</p><p>b</p></div>", "html"),
        ("cv.bin", b"junk%PDF-1.7", "pdf"),
        ("cv.txt", "Kære læser".encode("cp1252"), "txt"),
        ("cv", "Kære læser".encode("utf-16"), "txt"),
        ("cv.md", b"Ida", "markdown"),
        ("cv.txt", b"# Ida\n\n## Job\n\n**Leder** hos [x](http://x)\n", "markdown"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "doc"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "office-encrypted"),
        ("a.msg", OLE + "__properties_version1.0".encode("utf-16-le"), "msg"),
        ("a.zip", zipped({"cv.pdf": "x"}), "zip"),
        ("a.xlsx", zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "xlsx"),
        ("a.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        ("a.pages", zipped({"Index/Document.iwa": "x"}), "pages"),
        ("a.eml", b"From: a@b.example\r\nSubject: CV\r\nDate: x\r\n\r\nHej", "eml"),
        ("a.eml", b"From: a@b.example\r\nTo: c@d.example\r\nDate: x\r\n\r\n<p>a</p><p>b</p><p>c</p>", "eml"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image"),
        ("a.dat", bytes(range(256)) * 4, "binary"),
        ("a.txt", b"Navn: Ida\nBy: Vestby\n\nErfaring", "txt"),
        ("a.txt", b"MZ er mit navn", "txt"),
    ],
)
def test_sniff(name: str, data: bytes, kind: str) -> None:
    assert sniff(name, data) == kind


@pytest.mark.parametrize(
    ("data", "code", "facts"),
    [
        (b"", "empty", {}),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", {}),
        (OLE + "Workbook".encode("utf-16-le"), "unsupported", {"kind": "xls"}),
        (zipped({"Index/Document.iwa": "x"}), "unsupported", {"kind": "pages"}),
        (bytes(range(256)) * 4, "unsupported", {"kind": "binary"}),
    ],
)
def test_refused_by_name(data: bytes, code: str, facts: dict[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        read("fil", data)
    assert (caught.value.code, caught.value.facts) == (code, facts)


STARTS = [
    b"",
    b"PK\x03\x04",
    OLE,
    b"{\\rtf1",
    b"<html><body>",
    b"# a\n|b|\n|-|\n",
    docx(p("x"))[:900],
    odt("<text:p>x</text:p>")[:500],
]


@given(st.sampled_from(STARTS), st.binary(max_size=200) | st.text(alphabet="{}\\'<>/abp0 \n\t|-*#&;u").map(str.encode))
def test_any_bytes_are_read_or_refused_by_name(start: bytes, rest: bytes) -> None:
    try:
        document = read("fil", start + rest)
    except Unreadable:
        return
    assert all(line.span.of(document.text).strip() for line in document.lines)
    assert all(0 <= h.span.start < h.span.end <= len(document.text) for h in document.hidden)


def test_looking_at_a_file_loads_no_reader() -> None:
    code = (
        "import sys, screen.readers; print(sorted(m for m in sys.modules if 'pypdfium2' in m or 'readers.docx' in m))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
