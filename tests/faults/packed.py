"""Bad office files, mails and archives."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.readers.build import docx, odt, p, zipped
from tests.unpack.ole import msg, ole

WORDS = "Anne Prøve Holm, skoleleder i Vestby 2014 - 2019"
GOOD = docx(p(WORDS))
OLD = (Path(__file__).parents[1] / "readers" / "old_word" / "letters.doc").read_bytes()
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
MAIL = b"From: a@post.example\r\nTo: b@post.example\r\nSubject: CV\r\n"


def with_document(xml: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def with_content(xml: str) -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def archive(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")
        for name, data in entries:
            made.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, mark: bytes, at: int, value: bytes) -> bytes:
    place = data.rindex(mark) + at
    return data[:place] + value + data[place + len(value) :]


def entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename = name
    made.external_attr = mode << 16
    return made


def nested(levels: int) -> bytes:
    data = archive(("cv.txt", WORDS.encode()))
    for level in range(levels):
        data = archive((f"level-{level}.zip", data))
    return data


def office() -> Iterator[tuple[str, bytes]]:
    big = (
        f"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>{'ord ' * 25_000_000}</w:t></w:r></w:p></w:body></w:document>"
    )
    yield "docx-100-MB-of-text.docx", with_document(big)
    yield "docx-entity-bomb.docx", with_document(BOMB + "<x>&i;</x>")
    yield (
        "docx-entity-of-a-file.docx",
        with_document('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    )
    yield "docx-100000-levels.docx", with_document("<a>" * 100_000 + "</a>" * 100_000)
    for share in (10, 50, 90, 99):
        yield f"docx-cut-at-{share}-percent.docx", GOOD[: len(GOOD) * share // 100]
    yield "docx-without-a-document.docx", zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"})
    yield (
        "docx-wrong-checksum.docx",
        GOOD.replace(b"PK\x01\x02", b"PK\x01\x02", 1)[: -0 or None].replace(
            zipfile.ZipFile(io.BytesIO(GOOD)).getinfo("word/document.xml").CRC.to_bytes(4, "little"), b"\1\2\3\4"
        ),
    )
    yield "docx-3000-parts.docx", docx(p(WORDS), **{f"word/x{n}.xml": "x" for n in range(3000)})
    yield "docx-with-a-password.docx", ole({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x" * 99})
    yield "docx-that-is-a-spreadsheet.docx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})
    yield "docx-without-text.docx", docx(p(""))
    yield "doc-that-is-rtf.doc", b"{\\rtf1 " + WORDS.encode("ascii", "replace") + b"}"
    yield "doc-cut-at-half.doc", OLD[: len(OLD) // 2]
    yield "doc-of-word-95.doc", OLD.replace(b"\xec\xa5", b"\xdc\xa5", 1)
    yield "doc-with-a-password.doc", changed(OLD, b"\xec\xa5", 11, b"\x13")
    yield "doc-whose-text-lies-beyond-the-end.doc", changed(OLD, b"\xec\xa5", 154 + 8 * 33, b"\xf0\xff\xff\x00")
    yield (
        "odt-with-a-password.odt",
        odt(f"<text:p>{WORDS}</text:p>", manifest="<manifest:encryption-data xmlns:manifest='m'/>"),
    )
    yield "odt-entity-bomb.odt", with_content(BOMB + "<x>&i;</x>")
    yield "odt-30-MB-of-blanks.odt", with_content("<x>" + " " * 30_000_000 + "</x>")


def texts() -> Iterator[tuple[str, bytes]]:
    yield "rtf-3000-levels.rtf", b"{\\rtf1 " + b"{" * 3000 + b"x"
    yield "rtf-never-closed.rtf", b"{\\rtf1{\\b{\\i " + WORDS.encode("ascii", "replace")
    yield "rtf-picture-longer-than-the-file.rtf", b"{\\rtf1 Anne Holm skoleleder {\\pict\\bin999999999 x}}"
    yield "rtf-nothing-but-its-name.rtf", b"{\\rtf"
    yield "html-200000-levels.html", b"<html><body>" + b"<div>" * 200_000 + WORDS.encode()
    yield "html-6-MB.html", b"<html><body>" + b"<p>ord</p>" * 600_000
    yield "html-of-tags-only.html", b"<html><body>" + b"<br>" * 1000
    yield "txt-invalid-utf-8.txt", b"Anne Holm \xff\xfe\xc3 skoleleder \x80 i Vestby\n2014 - 2019"
    yield "txt-100-MB.txt", b"ord " * 25_000_000
    yield "txt-one-line-of-2-MB.txt", b"ord " * 500_000
    yield "txt-blanks-only.txt", b" \n\t\n" * 100
    yield "txt-zero-bytes.txt", b""
    yield "txt-utf-16-without-a-mark.txt", WORDS.encode("utf-16-le")
    yield (
        "txt-terminal-escapes.txt",
        b"\x1b]0;ejet\x07\x1b[2J\x1b[31mAnne Holm\x1b[0m leder [red]x[/red] \xe2\x80\xaebagl\xc3\xa6ns\n2014 - 2019",
    )
    yield "txt-that-is-no-text.txt", bytes(range(256)) * 40
    yield "md-100000-levels-of-quotes.md", b">" * 100_000 + b" x\n# Anne Holm\n## Job\n"


def mails() -> Iterator[tuple[str, bytes]]:
    yield "eml-3000-mails-in-mails.eml", MAIL + b"Content-Type: message/rfc822\r\n\r\n" * 3000
    parts = b"--x\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 200_000
    yield "eml-200000-parts.eml", MAIL + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + parts
    yield (
        "eml-broken-base64.eml",
        MAIL + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%QW5uZQ=\r\n",
    )
    yield (
        "eml-unknown-letters.eml",
        MAIL + b"Content-Type: text/plain; charset=x-ukendt\r\n\r\nAnne Holm er skoleleder i Vestby",
    )
    yield "eml-encrypted.eml", MAIL + b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA"
    yield "eml-without-anything.eml", MAIL + b"\r\n"
    outlook = ole(msg("Hej", {"cv.txt": WORDS.encode()}))
    yield "msg-cut-at-half.msg", outlook[: len(outlook) // 2]
    yield "msg-encrypted.msg", ole(msg("x", kind="IPM.Note.SMIME"))


def archives() -> Iterator[tuple[str, bytes]]:
    one = archive(("cv.txt", WORDS.encode()))
    yield "zip-bomb.zip", archive(("bombe.txt", bytes(100_000_000)))
    double = archive(("a.txt", b"x" * 50), ("b.txt", b"x" * 50))
    yield "zip-entries-that-share-bytes.zip", changed(double, b"PK\x01\x02", 42, bytes(4))
    yield "zip-20000-entries.zip", archive(*((f"{n}.txt", b"") for n in range(20_000)))
    yield "zip-with-a-password.zip", changed(one, b"PK\x01\x02", 8, b"\x01")
    yield (
        "zip-names-that-lead-out.zip",
        archive(
            (entry("../../../ude/ud.txt"), WORDS.encode()),
            (entry("/etc/ud.txt"), b"x y z"),
            (entry("C:\\ud.txt"), b"x y z"),
        ),
    )
    yield "zip-link.zip", archive((entry("link.txt", stat.S_IFLNK | 0o777), b"/etc/passwd"))
    yield "zip-levels-without-end.zip", nested(8)
    yield "zip-empty.zip", archive()
    yield "zip-cut.zip", one[: len(one) // 2]
    yield "zip-that-lies-about-sizes.zip", changed(archive(("cv.txt", b"x" * 5000)), b"PK\x01\x02", 24, b"\n\0\0\0")


def others() -> Iterator[tuple[str, bytes]]:
    yield "program.exe", b"MZ\x90\x00" + bytes(range(256)) * 9
    yield "program-that-is-called.pdf", b"\x7fELF\x02\x01\x01\x00" + bytes(900)
    yield "rar-archive.rar", b"Rar!\x1a\x07\x01\x00" + bytes(99)
    yield "7z-archive.7z", b"7z\xbc\xaf\x27\x1c" + bytes(99)
    yield "ole-of-nobody-knows-what.doc", ole({"Ukendt": b"x" * 100})


def files() -> Iterator[tuple[str, bytes]]:
    for group in (office, texts, mails, archives, others):
        yield from group()
