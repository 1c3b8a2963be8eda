"""From pixels to lines of words, by the program Tesseract where it is installed; the picture is turned upright first.

The program is asked, not a binding: each system's installer brings it with the language data that a binding needs too,
a page that crashes or hangs it costs only that page, and it never sees a stranger's file, only grey pixels.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import statistics
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol

from screen.languages import LANGUAGES, language
from screen.readers._dots import has_dot
from screen.readers._hocr import ScanLine, ScanWord, lines_of
from screen.readers._strokes import stroke

SHORT_SIDE = 1_650
"""Pixels of the shorter side of a page: A4 at 200 dpi; 300 dpi costs 37 % more and reads 0.1 % more words."""
MOST_PIXELS = 12_000_000
"""Of one page as it is read."""
MOST_OCR_PAGES = 20
"""Read by OCR of one document."""
MOST_PASSES = 45
"""Over pictures of one document, at 1–2 s each: two for each page, and some to find out how the pages lie."""
PAGE_SECONDS = 30
"""For one pass; a usual page takes 1 to 2."""
DATA = {"da": "dan", "nb": "nor", "sv": "swe", "en": "eng"}
"""Language → Tesseract's name of its data, one at a time: together with `eng` it loses a tenth of æ, ø and å."""
READS_DANISH = ("dan", "nor")
"""Data that know æ, ø and å; without either a Danish text would come out wrong everywhere, and that unseen."""
_SURE = 0.75
"""Mean confidence of a page that lies upright; on its side or head it is below 0.5."""
_ENOUGH = 20
"""Letters from where a page's confidence tells something."""
_TILTED = 0.02
"""Slope (1.1 degrees) from where it pays to straighten the picture and read it again."""
_ASKEW = 0.17
"""Radians (10 degrees) by which a page is tilted where it cannot be read from any side: above 8 it finds no lines."""
_BETTER = 1.005
"""Times as much must a second reading of a page be worth as the first; less is chance."""
_SMALL = 20.0
"""Pixels from the top of tall letters to the foot of deep ones, below which a page is enlarged: 7 points at 200 dpi."""
_READABLE = 32.0
"""Pixels that they have then: 11 points at 200 dpi."""
_LARGEST = 2.0
"""Times a page is enlarged at most."""
_TELLING = 3
"""Weight of a word that few neighbouring languages share."""
_DOUBT = 1.3
"""Times as many of another language's frequent words as Danish ones, from where its data read better."""
_SETTINGS = ("-c", "tessedit_create_hocr=1", "-c", "thresholding_method=2")
"""Words with their boxes; ink told from paper by what is near it, since photographs have shadows."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Grey:
    """A picture: one byte for each pixel, 0 black to 255 white, row by row."""

    width: int
    height: int
    pixels: bytes


class Picture(Protocol):
    """A page that can be looked at from any side."""

    def grey(self, turn: int, tilt: float, zoom: float) -> Grey | None:
        """The page turned by quarters, tilted by radians, both clockwise; `None` where it cannot be drawn.

        Its shorter side has `zoom` times `SHORT_SIDE` pixels, before it is tilted.
        """


@dataclass(frozen=True, slots=True)
class ScanPage:
    """What was read of one picture."""

    width: int
    """In pixels, upright."""
    height: int
    lines: tuple[ScanLine, ...]

    @property
    def words(self) -> list[ScanWord]:
        """Of all lines."""
        return [w for line in self.lines for w in line.words]

    @property
    def letters(self) -> int:
        """How much was read."""
        return sum(len(w.text) for w in self.words)

    @property
    def weight(self) -> float:
        """How much was read, and how surely."""
        return sum(len(w.text) * w.confidence**2 for w in self.words)

    @property
    def slope(self) -> float:
        """Of its lines, downwards positive."""
        slopes = [line.slope for line in self.lines if len(line.words) > 2]
        return statistics.median(slopes) if slopes else 0.0

    @property
    def size(self) -> float:
        """Of its letters, in pixels."""
        return statistics.median([line.size for line in self.lines for _ in line.words]) if self.lines else 0.0

    @property
    def stroke(self) -> float:
        """Thickness of most strokes, for letters that are one pixel high; 0 unknown."""
        found = [w.stroke / line.size for line in self.lines for w in line.words if w.stroke and line.size]
        return statistics.median(found) if found else 0.0

    @property
    def sure(self) -> bool:
        """Whether it plainly lies upright."""
        return self.letters >= _ENOUGH and sum(len(w.text) * w.confidence for w in self.words) >= _SURE * self.letters

    @property
    def text(self) -> str:
        """Its words, for judging."""
        return " ".join(w.text for w in self.words)


class Scribe:
    """Reads the pages of one document, which lie the same way and are in one language."""

    def __init__(self) -> None:
        self._data: str | None = None
        self._turn = 0
        self._view = (0.0, 1.0)
        """Tilt and zoom at which the page at hand was read best."""
        self._passes = MOST_PASSES
        self._pages = MOST_OCR_PAGES

    def read(self, picture: Picture) -> ScanPage | None:
        """What stands in the picture; `None` where nothing could be read, or the document has had its share."""
        if self._pages == 0:
            return None
        self._pages -= 1
        data = self._data or DATA["da"]
        page = self._improved(picture, self._upright(picture, data), data)
        if page is not None and self._data is None and page.letters >= 10 * _ENOUGH:
            self._data = data_for(page.text)
            if self._data != data:
                page = self._pass(picture, self._turn, self._data, *self._view) or page
        return page if page is not None and page.lines else None

    def _upright(self, picture: Picture, data: str) -> ScanPage | None:
        """The page from the side from where it is read best: as the one before lay, then from the others."""
        best: ScanPage | None = None
        before = self._turn
        for other, tilt in ((0, 0.0), (1, 0.0), (3, 0.0), (2, 0.0), (0, _ASKEW), (0, -_ASKEW)):
            turn = (before + other) % 4
            page = self._pass(picture, turn, data, tilt)
            if page is not None and (best is None or page.weight > best.weight):
                best, self._turn, self._view = page, turn, (tilt, 1.0)
            if best is not None and best.sure:
                break
        return best

    def _improved(self, picture: Picture, page: ScanPage | None, data: str) -> ScanPage | None:
        """The page straightened, and enlarged where its letters are small."""
        if page is None or page.letters < _ENOUGH:
            return page
        tilt = self._view[0] - (math.atan(page.slope) if abs(page.slope) >= _TILTED else 0.0)
        zoom = min(_LARGEST, _READABLE / page.size) if page.size < _SMALL else 1.0
        if (tilt, zoom) == self._view:
            return page
        again = self._pass(picture, self._turn, data, tilt, zoom)
        if again is None or again.weight <= _BETTER * page.weight:
            return page
        self._view = (tilt, zoom)
        return again

    def _pass(self, picture: Picture, turn: int, data: str, tilt: float = 0.0, zoom: float = 1.0) -> ScanPage | None:
        if self._passes == 0:
            return None
        self._passes -= 1
        grey = picture.grey(turn, tilt, zoom)
        return recognised(grey, data) if grey is not None else None


def recognised(grey: Grey, data: str) -> ScanPage | None:
    """One pass over a picture that lies as it lies."""
    installed = installed_data()
    used = next((d for d in (data, *READS_DANISH) if d in installed), None)
    if used is None:
        return None
    dpi = round(min(grey.width, grey.height) / 8.27)
    asked = ["stdin", "stdout", "-l", used, "--psm", "3", "--dpi", str(dpi), *_SETTINGS]
    hocr = _told(asked, b"P5 %d %d 255\n" % (grey.width, grey.height) + grey.pixels)
    return ScanPage(grey.width, grey.height, tuple(_measured(grey, line) for line in lines_of(hocr))) if hocr else None


def _measured(grey: Grey, line: ScanLine) -> ScanLine:
    """The line with the thickness of its words' strokes, and with the bullet that Tesseract passed over."""
    boxes = ((w, (w.left, w.top, w.right, w.bottom)) for w in line.words)
    words = tuple(replace(w, stroke=stroke(grey.pixels, grey.width, box)) for w, box in boxes)
    first = words[0]
    if has_dot(grey.pixels, grey.width, first.left, line.base, line.size):
        left = max(0.0, first.left - line.size)
        words = (replace(first, text="•", left=left, right=left + line.size / 2, stroke=0.0), *words)
    return replace(line, words=words)


def data_for(text: str) -> str:
    """Which data read a text best, by the frequent words that Danish data made out of it."""
    words = _WORD.findall(text.lower())
    counts = {code: _count(words, code) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: (counts[code], code == "da"))
    return DATA[best if counts[best] > _DOUBT * counts["da"] else "da"]


def _count(words: list[str], code: str) -> int:
    known = language(code)
    frequent, telling = set(known.stop_words), set(known.telling)
    return sum(_TELLING if w in telling else w in frequent for w in words)


def unread(missing: str) -> str:
    """Why a picture was not read: `missing` where Tesseract is not installed, else a code of its own."""
    if program() is None:
        return missing
    return "no-text-found" if can_read() else "ocr-needs-danish"


def can_read() -> bool:
    """Whether this machine reads pictures of Danish text."""
    return bool(installed_data() & set(READS_DANISH))


@cache
def installed_data() -> frozenset[str]:
    """The language data that Tesseract finds; none where it is not installed."""
    told = _told(["--list-langs"]).decode("utf-8", "replace")
    return frozenset(line.strip() for line in told.splitlines()[1:])


@cache
def program() -> str | None:
    """Where Tesseract is: on the search path, or where its Windows installer puts it."""
    usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
    return shutil.which("tesseract") or (str(usual) if os.name == "nt" and usual.is_file() else None)


def _told(arguments: list[str], given: bytes = b"") -> bytes:
    """What the program answers; nothing where it fails."""
    place = program()
    if place is None:
        return b""
    try:
        done = subprocess.run(
            [place, *arguments],
            input=given,
            capture_output=True,
            check=True,
            timeout=PAGE_SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout
