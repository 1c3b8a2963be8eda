"""Ways to put text into a file that its reader does not see: none of them may count, and what is seen must."""

from __future__ import annotations

import random

import pytest

from screen.readers import read
from tests.faults.pdfs import form, page, stream
from tests.readers.build import box, cell, docx, odt, p, r, table

SEEN, SECRET = "Synlig tekst om skolen og byen", "HEMMELIG kommunaldirektoer"
BOXED = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>"
IMAGE = b"/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray /Width %d /Height %d"
NOISE = stream(bytes(random.Random(1).randrange(256) for _ in range(6000)), IMAGE % (200, 30))
DRAW = b"q 500 0 0 60 40 580 cm /X Do Q "
X6 = b"/XObject << /X 6 0 R >>"


def text(more: str = "", words: str = SECRET, at: str = "60 600", size: float = 12) -> bytes:
    return f"BT {more} /F1 {size} Tf {at} Td ({words}) Tj ET ".encode()


def pdf(content: bytes, *objects: bytes, resources: bytes = b"", extra: bytes = b"") -> bytes:
    return page(stream(text(words=SEEN, at="60 700") + content), *objects, resources=resources, extra=extra)


def note(flags: int, ink: bytes = b"") -> bytes:
    told = b"<< /Type /Annot /Subtype /FreeText /F %d /Rect [0 0 595 842] /AP << /N 6 0 R >> >>" % flags
    return pdf(b"", stream(ink + text(), BOXED), told, extra=b"/Annots [7 0 R]")


def layer() -> bytes:
    made = pdf(
        b"/OC /O BDC " + text() + b" EMC", b"<< /Type /OCG /Name (x) >>", resources=b"/Properties << /O 6 0 R >>"
    )
    off = b"/Type /Catalog /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] /Order [] >> >>"
    return made.replace(b"/Type /Catalog", off)


HATCH = b"1 g 40 580 500 60 re f 0 g " + b"".join(b"%d 580 1.5 60 re f " % (40 + 3 * i) for i in range(160))
PDFS = {
    "clipped": pdf(b"q 0 0 10 10 re W n " + text() + b" Q"),
    "under a picture": pdf(text() + DRAW, stream(b"\x80", IMAGE % (1, 1)), resources=X6),
    "under a busy picture": pdf(text() + DRAW, NOISE, resources=X6),
    "under a busy picture in a form": pdf(
        text() + b"/X Do", form(DRAW.replace(b"/X", b"/Y"), b"/Y 7 0 R"), NOISE, resources=X6
    ),
    "under a pattern": pdf(text() + HATCH),
    "under a box": pdf(text() + b"1 g 40 580 500 60 re f"),
    "white": pdf(b"1 g " + text()),
    "white outlines": pdf(b"1 G " + text("1 Tr")),
    "nearly white": pdf(b"0.96 g " + text()),
    "without ink": pdf(text("3 Tr")),
    "clip only": pdf(text("7 Tr")),
    "scaled to nothing": pdf(b"BT /F1 12 Tf 0.01 0 0 0.01 60 600 Tm (" + SECRET.encode() + b") Tj ET"),
    "flat": pdf(b"BT /F1 12 Tf 1 0 0 0.001 60 600 Tm (" + SECRET.encode() + b") Tj ET"),
    "squeezed": pdf(text("1 Tz")),
    "as its box": pdf(b"0.2 0.3 0.6 rg 40 580 500 60 re f " + text()),
    "transparent": pdf(b"/G gs " + text(), b"<< /ca 0 >>", resources=b"/ExtGState << /G 6 0 R >>"),
    "layer switched off": layer(),
    "below the page": pdf(text(at="60 -50")),
    "cropped": pdf(text(at="60 100"), extra=b"/CropBox [0 300 595 842]"),
    "hidden note": note(2),
    "note that is not viewed": note(32),
    "white note": note(4, b"1 g "),
    "form of no size": pdf(b"/X Do", stream(text(), BOXED.replace(b"595 842", b"1 1")), resources=X6),
    "white and upright": pdf(b"1 g BT /F1 12 Tf 0 1 -1 0 500 100 Tm (" + SECRET.encode() + b") Tj ET"),
    "white between lines": pdf(b"1 g " + text(at="60 694")),
    "tiny": pdf(text(size=2.5)),
}
PDFS_SEEN = {
    "on a dark picture": pdf(DRAW + b"1 g " + text(), stream(b"\x40", IMAGE % (1, 1)), resources=X6),
    "on a box on a busy picture": pdf(DRAW + b"1 g 60 595 200 20 re f 0 g " + text(), NOISE, resources=X6),
    "in a form": pdf(b"/X Do", stream(text(), BOXED), resources=X6),
    "note": note(4),
}

LETTERS = {
    "vanish": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "the theme's paper": '<w:color w:val="auto" w:themeColor="background1"/>',
    "the theme's paper, written as black": '<w:color w:val="000000" w:themeColor="light1"/>',
    "the theme's ink, tinted away": '<w:color w:val="000000" w:themeColor="text1" w:themeTint="05"/>',
    "one point": '<w:sz w:val="2"/>',
    "one per cent wide": '<w:w w:val="1"/>',
    "hidden by style": '<w:rStyle w:val="Skjult"/>',
    "as its shade": '<w:color w:val="203040"/><w:shd w:val="clear" w:fill="203040"/>',
    "black under the black marker": '<w:color w:val="000000"/><w:highlight w:val="black"/>',
    "filled with nothing": "<w14:textFill><w14:noFill/></w14:textFill>",
    "filled with white": '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
    "raised off the page": '<w:position w:val="3000"/>',
    "squeezed": '<w:spacing w:val="-400"/>',
    "fitted into nothing": '<w:fitText w:val="2"/>',
}
PARAGRAPHS = {
    "line of no height": '<w:spacing w:line="2" w:lineRule="exact"/>',
    "frame off the page": '<w:framePr w:x="40000" w:y="30000" w:hAnchor="page" w:vAnchor="page"/>',
    "indented off the page": '<w:ind w:left="20000"/>',
}


def word(body: str) -> bytes:
    return docx(p(SEEN) + body)


def row(properties: str) -> bytes:
    return word(table((SECRET,)).replace("<w:tr>", f"<w:tr><w:trPr>{properties}</w:trPr>"))


WORDS = {
    **{name: word(p(SECRET, run=run)) for name, run in LETTERS.items()},
    **{name: word(p(SECRET, props=props)) for name, props in PARAGRAPHS.items()},
    "row of no height": row('<w:trHeight w:val="1" w:hRule="exact"/>'),
    "hidden row": row("<w:hidden/>"),
    "box off the page": word(f"<w:p>{box(p(SECRET), at=(3000, 80))}</w:p>"),
    "deleted": word(f"<w:p><w:del>{r(SECRET)}</w:del></w:p>"),
}
WORDS_SEEN = {
    "marked in black, letters left to the program": word(p(SECRET, run='<w:highlight w:val="black"/>')),
    "hidden on the web only": word(p(SECRET, run="<w:webHidden/>")),
    "white in a dark cell": word(
        table((cell(p(SECRET, run=LETTERS["the theme's paper"]), '<w:shd w:fill="1F3864"/>'),))
    ),
    "raised a little": word(p(SECRET, run='<w:position w:val="6"/><w:spacing w:val="-10"/>')),
    "indented": word(p(SECRET, props='<w:ind w:left="1440"/><w:spacing w:line="240" w:lineRule="exact"/>')),
}

STYLES = """
display:none | visibility:hidden | opacity:0 | opacity:.05 | font-size:0 | font-size:1px | font:0/0 a | color:white
color:#fff | color:rgba(0,0,0,0) | color:hsl(0,0%,100%) | color:transparent | color:#0000 | color:oklch(100% 0 0)
-webkit-text-fill-color:transparent | text-indent:-9999px | margin-left:-9999px | position:absolute;left:-9999px
position:absolute;right:-9999px | transform:translateX(-9999px) | transform:scale(0) | scale:0 | zoom:.01
clip-path:inset(50%) | position:absolute;clip:rect(0,0,0,0) | height:0;overflow:hidden | max-height:0;overflow:hidden
text-indent:100%;white-space:nowrap;overflow:hidden | filter:opacity(0) | content-visibility:hidden
background:#234;color:#234 | --x:none;display:var(--x) | display:var(--y,none) | display:none !important
mask-image:linear-gradient(transparent,transparent)
""".replace("\n", " | ").strip(" |")


def web(body: str, css: str = "") -> bytes:
    return f"<html><head><style>{css}</style></head><body><p>{SEEN}</p>{body}</body></html>".encode()


PAGES = {
    **{style.strip(): web(f'<p style="{style.strip()}">{SECRET}</p>') for style in STYLES.split(" | ")},
    "attribute": web(f"<p hidden>{SECRET}</p>"),
    "by attribute": web(f"<p data-k=1>{SECRET}</p>", "[data-k]{display:none}"),
    "by place": web(f"<p>{SECRET}</p>", "p:last-child{color:#fff}"),
    "on screens": web(f"<p class=x>{SECRET}</p>", "@media screen{.x{display:none}}"),
    "from some width on": web(
        f"<p class=x>{SECRET}</p>", "@supports (color:red){@media (min-width:1px){.x{display:none}}}"
    ),
    "by a variable of the page": web(f"<p class=x>{SECRET}</p>", ":root{--ink:#fff}.x{color:var(--ink)}"),
    "small within nothing": web(f'<div style="font-size:0"><b style="font-size:2em">{SECRET}</b></div>'),
    "closed dialog": web(f"<dialog>{SECRET}</dialog>"),
    "white drawing": web(f'<svg><text fill="#fff">{SECRET}</text></svg>'),
    "old white": web(f"<font color=white>{SECRET}</font>"),
}
PAGES_SEEN = {
    "in print only hidden": web(f"<p class=x>{SECRET}</p>", "@media print{.x{display:none}}"),
    "on telephones only hidden": web(f"<p class=x>{SECRET}</p>", "@media (max-width:600px){.x{display:none}}"),
    "white on dark": web(f'<p style="background:#123;color:#fff">{SECRET}</p>'),
    "size set again": web(f'<div style="font-size:0"><b style="font-size:12px">{SECRET}</b></div>'),
    "half a column in": web(f'<p style="margin-left:50%;text-indent:1em;opacity:.6">{SECRET}</p>'),
}


def styled(properties: str, family: str = "text") -> str:
    return (
        f'<style:style style:name="S" style:family="{family}"><style:{family}-properties {properties}/></style:style>'
    )


def opened(body: str, style: str = "") -> bytes:
    return odt(f"<text:p>{SEEN}</text:p>{body}", automatic=style)


def spanned(properties: str) -> bytes:
    return opened(f'<text:p><text:span text:style-name="S">{SECRET}</text:span></text:p>', styled(properties))


def paragraph(properties: str) -> bytes:
    return opened(f'<text:p text:style-name="S">{SECRET}</text:p>', styled(properties, "paragraph"))


def rowed(row: str, style: str = "") -> bytes:
    cells = f"<table:table-cell><text:p>{SECRET}</text:p></table:table-cell>"
    return opened(f"<table:table><table:table-row {row}>{cells}</table:table-row></table:table>", style)


OPENED = {
    "display": spanned('text:display="none"'),
    "white": spanned('fo:color="#ffffff"'),
    "one point": spanned('fo:font-size="1pt"'),
    "narrow": spanned('style:text-scale="1%"'),
    "far below": spanned('style:text-position="-9999% 100%"'),
    "small below": spanned('style:text-position="0% 1%"'),
    "squeezed": spanned('fo:letter-spacing="-1cm"'),
    "line of no height": paragraph('fo:line-height="0.01cm"'),
    "beside the page": paragraph('fo:margin-left="50cm"'),
    "before the page": paragraph('fo:text-indent="-50cm"'),
    "hidden section": opened(f'<text:section text:display="none"><text:p>{SECRET}</text:p></text:section>'),
    "hidden paragraph": opened(f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{SECRET}</text:p>'),
    "hidden row": rowed('table:visibility="collapse"'),
    "row of no height": rowed(
        'table:style-name="S"',
        styled('style:row-height="0.01cm"', "table-row"),
    ),
}

HEAD = r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red32\green48\blue64;}" + SEEN + r"\par "
RICH = {
    body: (HEAD + body.replace("…", SECRET) + "}").encode()
    for body in (
        r"{\v …}", r"{\cf1 …}", r"{\fs2 …}", r"{\charscalex1 …}", r"{\cf2\highlight2 …}", r"{\up2000 …}",
        r"{\expndtw-500 …}",
        r"\trowd\trrh-10\cellx9000\pard\intbl …\cell\row", r"{\pard\sl-10\slmult0 …\par}", r"{\pard\li30000 …\par}",
        r"{\pard\posx40000\posy1 …\par}", r"{\shp{\*\shpinst\shpleft40000\shpright42000{\shptxt …\par}}}",
        r"{\shp{\*\shpinst\shpleft100\shpright5000{\sp{\sn fHidden}{\sv 1}}{\shptxt …\par}}}", r"{\deleted …}",
    )
}  # fmt: skip
RICH_SEEN = {
    body: (HEAD + body.replace("…", SECRET) + "}").encode()
    for body in (
        r"{\up6 …}", r"{\pard\sl-240\slmult0 …\par}", r"\trowd\trrh-400\cellx9000\pard\intbl …\cell\row",
        r"{\pard\li2000\fi-500 …\par}",
    )
}  # fmt: skip

HIDDEN = {"pdf": PDFS, "docx": WORDS, "html": PAGES, "odt": OPENED, "rtf": RICH}
SHOWN = {"pdf": PDFS_SEEN, "docx": WORDS_SEEN, "html": PAGES_SEEN, "rtf": RICH_SEEN}


def cases(which: dict[str, dict[str, bytes]]) -> list[object]:
    return [
        pytest.param(kind, data, id=f"{kind}: {name}") for kind, ways in which.items() for name, data in ways.items()
    ]


@pytest.mark.parametrize(("kind", "data"), cases(HIDDEN))
def test_what_is_not_seen_is_marked_or_left_out(kind: str, data: bytes) -> None:
    document = read(f"cv.{kind}", data)
    hidden = " ".join(h.span.of(document.text) for h in document.hidden)
    assert SEEN in document.text
    assert "Synlig" not in hidden
    assert document.text.count("HEMMELIG") == hidden.count("HEMMELIG")


@pytest.mark.parametrize(("kind", "data"), cases(SHOWN))
def test_what_is_seen_is_not_marked(kind: str, data: bytes) -> None:
    document = read(f"cv.{kind}", data)
    assert "HEMMELIG" in document.text
    assert document.hidden == ()
