"""Valid files of every format that is read, to be broken."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tests.unpack.ole import msg, ole

TESTS = Path(__file__).parents[1]
SAMPLES = TESTS.parent / "samples" / "applications"


@cache
def sources(pictures: bool) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes: applications, old Word files, mails, archives and (slow, by OCR) pictures."""
    files = [(f.name, f.read_bytes()) for f in sorted(SAMPLES.rglob("*")) if f.is_file()]
    files += [(f.name, f.read_bytes()) for f in sorted((TESTS / "readers" / "old_word").glob("*.doc"))]
    texts = [f for f in files if f[0].endswith((".txt", ".docx", ".pdf"))][:4]
    files += [("mail.eml", _mail(texts)), ("mail.msg", _outlook(texts)), ("papers.zip", _packed(texts))]
    return tuple(files + (_pictures() if pictures else []))


def _mail(files: list[tuple[str, bytes]]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Anne <a@post.example>", "hr@b.example", "Ansøgning"
    made.set_content("Kære udvalg\n\nHermed mine papirer.\n\nVenlig hilsen\nAnne")
    made.add_alternative("<p>Kære udvalg</p><p>Hermed mine papirer.</p>", subtype="html")
    for name, data in files[:2]:
        made.add_attachment(data, "application", "octet-stream", filename=name)
    return bytes(made)


def _outlook(files: list[tuple[str, bytes]]) -> bytes:
    return ole(msg("Hermed mine papirer.", dict(files[:2]), rtf=b"{\\rtf1 Hermed mine papirer.}"))


def _packed(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def _pictures() -> list[tuple[str, bytes]]:
    if find_spec("PIL") is None:
        return []
    from PIL import Image, ImageDraw

    picture = Image.new("L", (420, 90), 255)
    ImageDraw.Draw(picture).text((10, 30), "Skoleleder 2014 - 2019", fill=0, font_size=28)
    out = []
    for kind in ("PNG", "JPEG", "TIFF", "GIF", "WEBP"):
        held = io.BytesIO()
        picture.save(held, kind)
        out.append((f"picture.{kind.lower()}", held.getvalue()))
    photo = TESTS / "readers" / "photo.heic"
    return [*out, (photo.name, photo.read_bytes())] if photo.exists() else out
