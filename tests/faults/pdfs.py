"""Bad PDFs."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from tests.readers.pages import block, pdf

GOOD = pdf(block(60, 80, ["Anne Prøve Holm", "Erhvervserfaring", "2014 - 2019 Skoleleder, Vestby Skole"]))
PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""What the PDF standard fills passwords up with."""


def raw(*bodies: bytes, trailer: bytes = b"") -> bytes:
    """A file of these objects, the first of which is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer\n<< /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1, trailer, start,
    )  # fmt: skip


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
TEXT = b"BT /F1 12 Tf 60 700 Td (Anne Holm, Skoleleder i Vestby) Tj ET "


def page(
    content: bytes, *more: bytes, box: bytes = b"0 0 595 842", extra: bytes = b"", resources: bytes = b""
) -> bytes:
    """One page; what it needs begins with object 6."""
    asked = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R %s /Resources << /Font << /F1 5 0 R >> %s >> >>"
    )
    return raw(CATALOG, PAGES, asked % (box, extra, resources), content, FONT, *more)


def form(content: bytes, names: bytes) -> bytes:
    return stream(
        content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << %s >> >>" % names
    )


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked(user: bytes) -> bytes:
    """Encrypted with 40 bits, as the first version of the standard's handler has it."""
    owner = rc4(hashlib.md5((b"owner" + PAD)[:32]).digest()[:5], (user + PAD)[:32])
    known = b"0" * 16
    key = hashlib.md5((user + PAD)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + known).digest()[:5]
    text = rc4(hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], TEXT)
    told = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        owner.hex().encode(), rc4(key, PAD).hex().encode(),
    )  # fmt: skip
    trailer = b"/Encrypt 6 0 R /ID [<%s> <%s>]" % (known.hex().encode(), known.hex().encode())
    asked = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    return raw(CATALOG, PAGES, asked, stream(text), FONT, told, trailer=trailer)


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (n + 3) for n in range(count))
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return raw(CATALOG, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *[one] * count)


def exponential() -> bytes:
    """Thirty forms, each of which draws the next one ten times."""
    forms = [form(b"/X Do " * 10, b"/X %d 0 R" % (n + 1)) for n in range(6, 35)]
    return page(stream(b"/X Do"), *forms, stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
                resources=b"/XObject << /X 6 0 R >>")  # fmt: skip


def flate(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode")


def _twice(megabytes: int) -> bytes:
    """Spaces packed, and what that gives packed again, without holding all of them."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")


TRICKS = (
    b"/Type /Action /S /JavaScript /JS (app.alert\\(1\\))", b"/Type /Action /S /Launch /F (/bin/sh)",
    b"/Type /Action /S /URI /URI (http://intet.example/)", b"/Type /Action /S /SubmitForm /F (http://intet.example/)",
)  # fmt: skip


def acting() -> bytes:
    """Does things when it is opened, if it is let; also carries a file."""
    actions = [b"<< %s >>" % trick for trick in TRICKS]
    catalog = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 7 0 R >> "
        b"/Names << /EmbeddedFiles << /Names [(x.exe) 10 0 R] >> /JavaScript << /Names [(a) 6 0 R] >> >> >>"
    )
    held = [b"<< /Type /Filespec /F (x.exe) /EF << /F 11 0 R >> >>", stream(b"MZ" * 100, b"/Type /EmbeddedFile")]
    asked = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /AA << /O 8 0 R >> /Contents 4 0 R " \
            b"/Resources << /Font << /F1 5 0 R >> >> >>"  # fmt: skip
    return raw(catalog, PAGES, asked, stream(TEXT), FONT, *actions, *held)


def files() -> Iterator[tuple[str, bytes]]:
    yield "pdf-zero-bytes.pdf", b""
    yield "pdf-header-only.pdf", b"%PDF-1.7\n"
    for share in (5, 20, 40, 60, 80, 95, 99):
        yield f"pdf-cut-at-{share:02}-percent.pdf", GOOD[: len(GOOD) * share // 100]
    yield "pdf-5-kB-of-junk-before-the-header.pdf", b"junk\n" * 1000 + GOOD
    yield "pdf-junk-behind-the-end.pdf", GOOD + b"\0junk" * 1000
    yield "pdf-wrong-cross-references.pdf", GOOD.replace(b"0000000", b"0000999")
    yield "pdf-user-password.pdf", locked(b"hemmelig")
    yield "pdf-owner-password-only.pdf", locked(b"")
    yield (
        "pdf-form-that-draws-itself.pdf",
        page(stream(b"/X Do"), form(b"/X Do", b"/X 6 0 R"), resources=b"/XObject << /X 6 0 R >>"),
    )
    yield "pdf-forms-that-grow-exponentially.pdf", exponential()
    yield "pdf-10000-pages.pdf", many_pages(10_000)
    yield "pdf-page-tree-that-loops.pdf", raw(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
    yield "pdf-200000-nested-arrays.pdf", page(stream(TEXT), b"[" * 200_000 + b"]" * 200_000)
    yield "pdf-80-MB-of-spaces-packed.pdf", page(flate(b" " * 80_000_000))
    yield "pdf-300-MB-packed-twice.pdf", page(_twice(300))
    yield "pdf-300000-text-operators.pdf", page(flate(b"BT /F1 1 Tf (Hej) Tj ET " * 300_000))
    yield "pdf-page-of-a-million-points.pdf", page(stream(TEXT), box=b"0 0 1000000000 1000000000")
    yield "pdf-page-without-size.pdf", page(stream(TEXT), box=b"0 0 0 0")
    yield "pdf-page-box-of-nonsense.pdf", page(stream(TEXT), box=b"nan -inf (x) 1e99")
    yield "pdf-letters-infinitely-far-away.pdf", page(stream(TEXT.replace(b"60 700", b"1e38 -1e38") + TEXT))
    yield (
        "pdf-font-that-is-broken.pdf",
        page(stream(TEXT)).replace(b"/Type1 /BaseFont", b"/TrueType /FontDescriptor 99 0 R /BaseFont"),
    )
    yield (
        "pdf-font-without-meaning.pdf",
        page(stream(b"BT /F1 12 Tf 60 700 Td (" + bytes(range(1, 8)) * 30 + b") Tj ET")).replace(
            b"/Encoding /WinAnsiEncoding", b""
        ),
    )
    yield "pdf-page-without-anything.pdf", page(stream(b""))
    yield "pdf-with-scripts-and-launch-actions.pdf", acting()
    yield (
        "pdf-picture-of-60000-by-60000.pdf",
        page(
            stream(TEXT + b"/X Do"),
            stream(
                b"x",
                b"/Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
            ),
            resources=b"/XObject << /X 6 0 R >>",
        ),
    )
