"""`screen doctor`: what this machine can read."""

from __future__ import annotations

import importlib
import platform
import sys
from importlib.util import find_spec

from screen import __version__
from screen.cli._options import LanguageOption

PICTURES = (("image", "PIL"), ("HEIC", "pi_heif"))
"""Kinds of picture, and the library that opens each."""

_NEEDS = {"doc": "olefile", "msg": "olefile"}
"""Kinds whose library is loaded when a file of theirs turns up."""


def doctor(language: LanguageOption = None) -> int:
    """Tell what this machine can read, and how to add the rest."""
    from screen.readers import READERS
    from screen.unpack import UNPACKERS
    from screen.wording import say

    spoken = language or "da"
    lines = [f"screen {__version__}, Python {platform.python_version()}, {platform.system()}"]
    modules = {kind: f"screen.readers.{module}" for kind, module in READERS.items() if kind != "image"}
    modules |= {kind: f"screen.unpack.{module}" for kind, module in UNPACKERS.items()}
    for kind, module in sorted(modules.items()):
        works = _loads(module) and (kind not in _NEEDS or find_spec(_NEEDS[kind]))
        lines.append(_row(kind, say("can-read" if works else "cannot-read", spoken)))
    lines += [_row(what, say(code, spoken, **facts)) for what, code, facts in _pictures()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _row(what: str, told: str) -> str:
    return f"  {what:<10}{told}"


def _pictures() -> list[tuple[str, str, dict[str, str]]]:
    """What is read by OCR: scanned pages, pictures, telephones' photographs."""
    from screen.readers._ocr import DATA, can_read, installed_data, program

    if program() is None or not can_read():
        code = "no-tesseract" if program() is None else "no-danish"
        return [("OCR", code, {}), *((what, "cannot-read", {}) for what, _ in PICTURES)]
    installed = installed_data()
    missing = [data for data in DATA.values() if data not in installed]
    out = [("OCR", "some-data", {"missing": ", ".join(missing)}) if missing else ("OCR", "can-read-scans", {})]
    for what, library in PICTURES:
        out.append((what, "can-read" if find_spec(library) else "no-pictures", {}))
    return out


def _loads(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True
