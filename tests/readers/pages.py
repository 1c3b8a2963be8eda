"""Small PDF files, written by hand: text wherever a test wants it, in whatever order."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import groupby

from screen.model.text import Document

Piece = str
"""Operators of a page's content."""
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier", "F4": "ZapfDingbats", "F5": "Symbol"}
HEIGHT = 842


def put(x: float, top: float, text: str, size: float = 10, font: str = "F1", grey: float = 0, state: str = "") -> Piece:
    """A line of text whose baseline is `top` points below the upper edge; `state` holds more operators."""
    safe = text.encode("cp1252").decode("latin-1")
    for char in "\\()":
        safe = safe.replace(char, "\\" + char)
    return f"q {grey} g BT {state} /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - top} Tm ({safe}) Tj ET Q"


def bold(x: float, top: float, text: str, size: float = 10) -> Piece:
    """A bold line of text."""
    return put(x, top, text, size, "F2")


def block(
    x: float, top: float, lines: Iterable[str], step: float = 13, size: float = 10, grey: float = 0
) -> list[Piece]:
    """Lines below each other; an empty one leaves half a line of white space."""
    out = []
    for line in lines:
        if line:
            out.append(put(x, top, line, size, grey=grey))
        top += step if line else step / 2
    return out


def fill(x: float, top: float, width: float, height: float, grey: float) -> Piece:
    """A filled box."""
    return f"q {grey} g {x} {HEIGHT - top - height} {width} {height} re f Q"


def rule(x: float, top: float, width: float) -> Piece:
    """A horizontal rule."""
    return f"q 0.5 w {x} {HEIGHT - top} m {x + width} {HEIGHT - top} l S Q"


def pdf(*pages: Sequence[Piece], rotate: int = 0, fonts: str = "/Encoding /WinAnsiEncoding", extra: str = "") -> bytes:
    """A file with these pages."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")
    named = {
        key: add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {fonts if key < 'F4' else ''} >>")
        for key, name in _FONTS.items()
    }
    resources = "/Font << " + " ".join(f"/{k} {n} 0 R" for k, n in named.items()) + " >> "
    resources += "/ExtGState << /Clear << /ca 0 >> >> " + extra
    kids = []
    for page in pages:
        content = "\n".join(page).encode("latin-1")
        stream = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Rotate {rotate} "
                f"/Contents {stream} 0 R /Resources << {resources} >> >>"
            )
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return _written(objects)


def _written(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def shuffled(page: Sequence[Piece]) -> list[Piece]:
    """The same page with its texts in another order; what is drawn stays below them."""
    drawn, texts = [p for p in page if " Tj " not in p], [p for p in page if " Tj " in p]
    random.Random(1).shuffle(texts)
    return drawn + texts


def texts(document: Document) -> list[str]:
    """The document's lines."""
    return [line.span.of(document.text) for line in document.lines]


def by_lane(document: Document) -> list[tuple[int, list[str]]]:
    """Its lines, those of one lane that follow each other together."""
    pairs = [(line.look.lane, line.span.of(document.text)) for line in document.lines]
    return [(lane, [text for _, text in run]) for lane, run in groupby(pairs, key=lambda p: p[0])]


def hidden(document: Document) -> dict[str, str]:
    """What cannot be seen, and why."""
    return {h.span.of(document.text): h.why for h in document.hidden}
