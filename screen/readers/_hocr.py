"""What Tesseract tells of a page (hOCR): lines of words with their boxes and how sure it is of each."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

_LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_TEXT = re.compile(r"[\W_]+")
_DOUBLED = re.compile(r"(?<=([^\W\d_]))[^\W\d_]")
_SPECK = 0.5
"""Confidence below which signs without a letter or digit are dirt, not a dash or a bullet."""
_DIRT = 0.2
"""Confidence below which a word is a picture's or a stamp's strokes."""
_DASHES = re.compile("[-‐‑–—~]+")
_FRAMES = {"|", "‖", "¦", "_", "__"}
"""What rules and frames are read as."""


@dataclass(frozen=True, slots=True)
class ScanWord:
    """A word of a picture, in pixels from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    """0–1."""
    stroke: float = 0.0
    """Thickness of its strokes in pixels; 0 unknown."""


@dataclass(frozen=True, slots=True)
class ScanLine:
    """Words on one baseline."""

    words: tuple[ScanWord, ...]
    base: float
    """Where the baseline stands at the line's left end, in pixels from the top."""
    slope: float
    """Of the baseline, downwards positive."""
    size: float
    """From the top of the tall letters to the foot of the deep ones, in pixels."""


def lines_of(hocr: bytes) -> list[ScanLine]:
    """The page's lines in Tesseract's own order, without specks and frames; none where it told nothing."""
    text = _CONTROL.sub("", hocr.decode("utf-8", "replace"))
    try:
        page = ET.fromstring(text)
    except ET.ParseError:
        return []
    found = (_line(e) for e in page.iter() if e.get("class") in _LINES)
    return [line for line in found if line is not None]


def _line(element: ET.Element) -> ScanLine | None:
    facts = _facts(element)
    words = tuple(_words(element))
    if all(_DASHES.fullmatch(w.text) for w in words) or "textangle" in facts or _is_sideways(words):
        return None
    left, top, _, bottom = facts["bbox"]
    slope, offset = facts.get("baseline", [0.0, 0.0])
    return ScanLine(
        words, bottom + offset + slope * (words[0].left - left), slope, facts.get("x_size", [bottom - top])[0]
    )


def _words(line: ET.Element) -> Iterator[ScanWord]:
    for element in line.iter():
        if element.get("class") != "ocrx_word":
            continue
        text = _DOUBLED.sub(_single, "".join(element.itertext()).strip())
        facts = _facts(element)
        confidence = facts.get("x_wconf", [0.0])[0] / 100
        if text and (confidence >= _DIRT or _DASHES.fullmatch(text)) and not _is_speck(text, confidence):
            left, top, right, bottom = facts["bbox"]
            yield ScanWord(text, left, top, right, bottom, confidence)


def _single(pair: re.Match[str]) -> str:
    """One letter where the same one was read twice, small and capital: "direktøØr"."""
    twice = pair[1].islower() and pair[1].upper() == pair[0] and not pair[0].isascii()  # "MacCoy" is a name
    return "" if twice else pair[0]


def _is_sideways(words: tuple[ScanWord, ...]) -> bool:
    """Whether the line runs up or down the page: Tesseract reads such lines too, but tells them in a muddle."""
    long = [w for w in words if len(w.text) > 2] or words
    return sum((w.bottom - w.top) > (w.right - w.left) * (1.0 if len(w.text) > 2 else 4.0) for w in long) * 2 > len(
        long
    )


def _is_speck(text: str, confidence: float) -> bool:
    if _DASHES.fullmatch(text):
        return False  # it stands in a period, however faint
    return text in _FRAMES or (confidence < _SPECK and _NO_TEXT.fullmatch(text) is not None)


def _facts(element: ET.Element) -> dict[str, list[float]]:
    out: dict[str, list[float]] = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split()
        out[name] = [float(v) for v in values]
    return out
