"""Reads pictures of pages: scans and photographs, as JPEG, PNG, TIFF, WebP, GIF and, from telephones, HEIC."""

from __future__ import annotations

import hashlib
import io
import math
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from screen.model.errors import Notice, Unreadable
from screen.model.text import Document
from screen.readers._limits import check_size
from screen.readers._ocr import MOST_PIXELS, SHORT_SIDE, Grey, Scribe, can_read, unread
from screen.readers.pdf import lines_of
from screen.readers.pdf._scans import sheet_of

MOST_PICTURE_PIXELS = 50_000_000
"""Of one picture; a telephone's photograph has 12 million."""
MOST_FRAMES = 60
"""Pictures in one TIFF file, as many as a PDF may have pages."""
_FORMATS = ("JPEG", "MPO", "PNG", "TIFF", "WEBP", "GIF", "AVIF", "HEIF")
"""Names of Pillow's own decoders that a stranger's file may reach; MPO is what some telephones make of JPEG."""
_WHITE = 255


def read(path: str, data: bytes) -> Document:
    """What OCR reads in the picture, or in each picture of a TIFF file.

    Raises:
        Unreadable: image-needs-ocr, ocr-needs-danish, no-text-found, damaged, too-big, too-many-pages.
    """
    check_size(data)
    if not can_read():
        raise Unreadable(unread("image-needs-ocr"))
    scribe = Scribe()
    found = [scribe.read(picture) for picture in _pictures(data)]
    sheets = [sheet_of(page, number) for number, page in enumerate(found, 1) if page is not None]
    if not sheets:
        raise Unreadable(unread("image-needs-ocr"))
    blank = [Notice.of("page-without-text", page=number) for number, page in enumerate(found, 1) if page is None]
    return Document.from_lines(path, hashlib.sha256(data).hexdigest(), lines_of(sheets), len(found), blank)


class _Picture:
    """One decoded picture, upright as far as the file tells."""

    def __init__(self, image: Any) -> None:
        self._image = image

    def grey(self, turn: int, tilt: float, zoom: float) -> Grey | None:
        """The picture in grey, turned by quarters and tilted by radians, at the size in which it is read best."""
        from PIL import Image

        image = self._image
        across, down = image.size
        scale = min(zoom * SHORT_SIDE / min(across, down), math.sqrt(MOST_PIXELS / (across * down)))
        size = (max(1, round(across * scale)), max(1, round(down * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS if scale > 1 else Image.Resampling.BOX)
        if turn:
            image = image.transpose(getattr(Image.Transpose, f"ROTATE_{360 - 90 * turn}"))
        if tilt:
            image = image.rotate(-math.degrees(tilt), Image.Resampling.BICUBIC, expand=True, fillcolor=_WHITE)
        across, down = image.size
        return Grey(across, down, image.tobytes())


def _pictures(data: bytes) -> Iterator[_Picture]:
    try:
        from PIL import Image, ImageOps, UnidentifiedImageError
    except ImportError as error:
        raise Unreadable("image-needs-ocr") from error
    heic = _with_heic()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=_known(Image)) as file:
                for number in range(_frames(file)):
                    with _quiet():
                        file.seek(number)
                        _check(file)
                        picture = _Picture(_on_white(ImageOps.exif_transpose(file)))
                    yield picture
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise Unreadable("too-many-pixels", limit=MOST_PICTURE_PIXELS // 1_000_000) from error
        except UnidentifiedImageError as error:
            raise Unreadable("damaged" if heic or b"ftyp" not in data[:12] else "image-needs-ocr") from error
        except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, ArithmeticError) as error:
            # What Pillow's decoders raise on broken files.
            raise Unreadable("damaged") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what the TIFF library writes about broken files off the terminal: it knows no Python and asks nobody."""
    try:
        before = os.dup(2)
    except OSError:  # there is no such output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)
        os.close(nowhere)


def _known(library: Any) -> list[str]:
    library.init()
    return [name for name in _FORMATS if name in library.OPEN]


def _with_heic() -> bool:
    """Whether Pillow has been taught HEIC, for which it needs a library of its own."""
    try:
        from pi_heif import register_heif_opener
    except ImportError:
        return False
    register_heif_opener()
    return True


def _check(picture: Any) -> None:
    """Before a pixel is decoded."""
    across, down = picture.size
    if across * down > MOST_PICTURE_PIXELS:
        raise Unreadable("too-many-pixels", limit=MOST_PICTURE_PIXELS // 1_000_000)


def _frames(file: Any) -> int:
    """How many pages it holds; in other formats than TIFF further pictures are moves or thumbnails."""
    count = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
    if count > MOST_FRAMES:
        raise Unreadable("too-many-pages", limit=MOST_FRAMES, pages=count)
    return count


def _on_white(image: Any) -> Any:
    """In grey, on white where it is transparent."""
    from PIL import Image

    if image.mode.startswith("I"):
        return image.convert("I").point(lambda v: v / 256).convert("L")  # 16 bits for each pixel
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (_WHITE, _WHITE, _WHITE, _WHITE))
        image = Image.alpha_composite(paper, image)
    return image.convert("L")
