"""Web pages: what stands beside what, what style hides, broken markup."""

from __future__ import annotations

import pytest

from screen.readers import read, sniff
from tests.readers.build import lanes, lines, unseen


def page(body: str, style: str = "") -> bytes:
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>CV</title><style>{style}</style></head>'
    return f"{head}<body>{body}</body></html>".encode()


def test_blocks_lists_headings_and_inline_marks() -> None:
    body = (
        "<h1>Ida  Prøvesen</h1><!-- hemmelig --><p>Skoleleder<br>i <b>Vestby</b>,\n  siden&nbsp;2015</p><ul><li>Et"
        "<li><p>To</p><p>mere</p><ol><li>Indre</ol></ul><script>x()</script><noscript>slå til</noscript><div>Slut</div>"
    )
    document = read("cv.html", page(body))
    assert lines(document) == [
        "Ida Prøvesen",
        "Skoleleder",
        "i Vestby, siden 2015",
        "• Et",
        "• To",
        "mere",
        "• Indre",
        "Slut",
    ]
    looks = [line.look for line in document.lines]
    assert (looks[0].heading, looks[0].bold, looks[0].size) == (True, True, 24.0)
    assert [k.paragraph for k in looks[1:3]] == [True, None]


@pytest.mark.parametrize(
    ("body", "style", "expected"),
    [
        ("<div class=r><b>Direktør</b><span>2018–2023</span></div>", ".r{display:flex}", ["Direktør\t2018–2023"]),
        ("<div class=g><p>2018</p><p>Direktør</p><p>2010</p><p>Chef</p></div>",
         ".g{display:grid;grid-template-columns:120px 1fr}", ["2018\tDirektør", "2010\tChef"]),
        ("<div><span style='float:right'>2018</span>Direktør</div>", "", ["2018\tDirektør"]),
        ("<div class=l>2018</div><div class=m>Direktør</div>", ".l{float:left}", ["2018\tDirektør"]),
        ("<div class=c>2018</div>\n<div class=c>Direktør</div>", ".c{display:inline-block}", ["2018\tDirektør"]),
        ("<dl><dt>2018<dd>Direktør<dt>2010<dd>Chef<dd>Vestby</dl>", "", ["2018\tDirektør", "2010\tChef", "Vestby"]),
        ("<table><tr><th>2018<td>Direktør<tr><td>2010<td>Chef</table>", "", ["2018\tDirektør", "2010\tChef"]),
        ("<table><tr><td rowspan=2>2018<td>A<td>B<tr><td>C<td>D</table>", "", ["2018\tA\tB", "C\tD"]),
        ("<table>løs<tr><td>2018<td>Direktør</table>", "", ["løs", "2018\tDirektør"]),
        ("<p>Direktør\t2018</p>", "", ["Direktør\t2018"]),
        ("<pre>2018   Direktør\n2010   Chef</pre>", "", ["2018\tDirektør", "2010\tChef"]),
    ],
)  # fmt: skip
def test_what_stands_on_one_line(body: str, style: str, expected: list[str]) -> None:
    assert lines(read("cv.html", page(body, style))) == expected


def test_side_column_has_a_lane() -> None:
    side = "<aside><h2>Kontakt</h2>" + "<p>Linje</p>" * 6 + "</aside>"
    main = "<main><h1>Ida Prøvesen</h1>" + "<p>Skoleleder i Vestby Kommune 2010–2020</p>" * 4 + "</main>"
    style = ".side{display:grid;grid-template-columns:30% 70%}"
    document = read("cv.html", page(f"<div class=side>{side}{main}</div>", style))
    assert [lane for lane, _ in lanes(document)] == [1] * 7 + [0] * 5


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<p style='display:none'>skjult</p>", "style"),
        ("<p hidden>skjult</p>", "style"),
        ("<div class=d><p class=h>skjult</p></div>", "style"),
        ("<p style='visibility:hidden'>skjult</p>", "style"),
        ("<p style='color:#fff'>skjult</p>", "white"),
        ("<p><font color='#FFFFFF'>skjult</font></p>", "white"),
        ("<p style='color: rgb(254, 254, 254)'>skjult</p>", "white"),
        ("<p style='color:white;background:white'>skjult</p>", "white"),
        ("<p style='font-size:1px'>skjult</p>", "tiny"),
        ("<p style='opacity:0'>skjult</p>", "transparent"),
        ("<p style='position:absolute;left:-9999px'>skjult</p>", "off-page"),
        ("<p style='text-indent:-9999px'>skjult</p>", "off-page"),
        ("<p style='position:absolute;clip:rect(0,0,0,0)'>skjult</p>", "style"),
    ],
)
def test_hidden_by_style_is_marked(body: str, why: str) -> None:
    document = read("cv.html", page("<p>Synlig</p>" + body, ".d .h{display:none} @media print{p{display:none}}"))
    assert unseen(document) == [(why, "skjult")]


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background:#203040;color:#fff'><p>hvid på mørk</p></div>",
        "<div style='background:url(x.png);color:#fff'><p>hvid på billede</p></div>",
        "<div style='color:white;background:navy'>hvid på blå</div>",
        "<div style='background:#203040;color:#fff'><p style='color:navy;background:#fff'>blå på hvid</p></div>",
        "<table bgcolor='#203040'><tr><td style='color:#fff'>hvid i tabel</td></tr></table>",
        "<p style='opacity:0.8'>grå</p>",
    ],
)
def test_visible_text_is_not_marked(body: str) -> None:
    assert unseen(read("cv.html", page(body + "<p>slut</p>"))) == []


@pytest.mark.parametrize(
    "data",
    [
        "<html><head><meta charset='iso-8859-1'></head><body><p>Rødekro på</p></body></html>".encode("cp1252"),
        "<html><body><p>Rødekro på</p></body></html>".encode("cp1252"),
        "<html><head><meta charset='utf-8'></head><body><p>Rødekro på</p></body></html>".encode("cp1252"),
        b"<html><body><p>R&oslash;dekro p&#229;</p></body></html>",
        "\ufeff<html><body><p>Rødekro på</p></body></html>".encode("utf-16-le"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert lines(read("cv.html", data)) == ["Rødekro på"]


@pytest.mark.parametrize(
    "data", [b"<div>" * 200_000 + b"hej", b"<table>" * 3000 + b"hej", b"<b><i>hej</b></i></p></div>"]
)
def test_broken_or_endless_nesting(data: bytes) -> None:
    assert lines(read("cv.html", b"<html><body>" + data)) == ["hej"]


def test_page_packed_into_one_file() -> None:
    data = (
        b'From: <gemt>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>R=C3=B8dekro</p></body></html>\r\n--x--\r\n"
    )
    assert sniff("cv.mht", data) == "html"
    assert lines(read("cv.mht", data)) == ["Rødekro"]
