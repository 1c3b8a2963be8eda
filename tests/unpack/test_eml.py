"""Mails as mail programs save them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from screen.model.errors import Unreadable
from screen.readers import sniff
from screen.unpack import unpack

LONG = "Kære udvalg, jeg søger stillingen som leder af skolen, fordi jeg brænder for børn og læring. " * 6


def mail(text: str = "Hermed mit CV. Anne", page: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Anne Prøve <anne@a.example>", "hr@b.example", "Ansøgning"
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    return made


def parts(data: bytes) -> dict[str, bytes]:
    container = unpack("eml", data)
    return {part.name: container.read(i) for i, part in enumerate(container.parts)}


def test_text_and_attachments() -> None:
    made = mail()
    made.add_attachment(b"%PDF-1.4 cv", maintype="application", subtype="pdf", filename="CV Anne Søby.pdf")
    assert sniff("a.eml", bytes(made)) == "eml"
    found = parts(bytes(made))
    assert found["message.txt"].decode("utf-8-sig").strip() == "Hermed mit CV. Anne"
    assert found["CV Anne Søby.pdf"] == b"%PDF-1.4 cv"


def test_a_long_text_is_a_letter_and_the_page_comes_before_the_plain_text() -> None:
    assert [*parts(bytes(mail(LONG)))] == ["letter.txt"]
    found = parts(bytes(mail("andet " * 90, f"<p>{LONG}</p>")))
    assert [*found] == ["letter.html"]
    assert LONG.strip().encode() in found["letter.html"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('filename="=?iso-8859-1?Q?CV_S=F8ren.txt?="', "CV Søren.txt"),
        ("filename*=utf-8''CV%20S%C3%B8ren.txt", "CV Søren.txt"),
        ("filename*=ukendt''CV%20S.txt", "CV S.txt"),
        ('filename="../../etc/passwd"', "passwd"),
        ('filename="C:\\\\Users\\\\anne\\\\CV.txt"', "CV.txt"),
        ('filename=".."', "-"),
        ("", "attachment.txt"),
    ],
)
def test_names_of_attachments(header: str, name: str) -> None:
    sep = "; " if header else ""
    data = (
        "From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        f"Content-Type: text/plain\r\nContent-Disposition: attachment{sep}{header}\r\n\r\nCV\r\n--x--\r\n"
    )
    assert [*parts(data.encode())] == [name]


def test_a_forwarded_mail_is_a_mail_of_its_own() -> None:
    inner = mail()
    inner.add_attachment("Anne\nJob", filename="CV.txt")
    outer = mail("Se nedenfor")
    outer.add_attachment(inner)
    found = parts(bytes(outer))
    assert [*found] == ["message.txt", "mail.eml"]
    assert [*parts(found["mail.eml"])] == ["message.txt", "CV.txt"]


def test_letters_of_unknown_and_wrong_encodings() -> None:
    head = b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=ukendt\r\n\r\n"
    assert parts(head + "Kære Søren".encode())["message.txt"].decode("utf-8-sig") == "Kære Søren"
    assert parts(head + "Kære Søren".encode("cp1252"))["message.txt"].decode("utf-8-sig") == "Kære Søren"


def test_logos_and_signatures_are_no_papers() -> None:
    made = mail("Hej", '<p>Hermed <img src="cid:logo"></p>')
    page = made.get_payload()[1]  # type: ignore[index]
    page.add_related(b"\x89PNG" + b"x" * 99, maintype="image", subtype="png", cid="<logo>")  # type: ignore[union-attr]
    made.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert [*parts(bytes(made))] == ["message.html"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b"From: a@b.example\nTo: c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nx\n" * 600,
            "too-many-parts",
        ),
        (b"From: a\nTo: b\n" + b"Content-Type: message/rfc822\n\n" * 3000, "too-many-parts"),
        (b"From: a\nTo: b\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA", "encrypted"),
        (b"From: a\nTo: b\nContent-Type: text/plain; " + b"a;" * 200_000 + b"\n\nx", "damaged"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parts(data)
    assert caught.value.code == code
