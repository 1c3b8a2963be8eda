"""`screen doctor`: what this machine can read."""

from __future__ import annotations

import importlib
import platform
import sys
from importlib.util import find_spec

from screen import __version__
from screen.cli._options import LanguageOption


def doctor(language: LanguageOption = None) -> int:
    """Tell what this machine can read, and how to add the rest."""
    from screen.readers import READERS
    from screen.wording import say

    spoken = language or "da"
    lines = [f"screen {__version__}, Python {platform.python_version()}, {platform.system()}"]
    for kind, module in sorted(READERS.items()):
        able = _loads(f"screen.readers.{module}")
        lines.append(f"  {kind:<10}{say('can-read' if able else 'cannot-read', spoken)}")
    able = find_spec("tesserocr") is not None
    lines.append(f"  {'OCR':<10}{say('can-read' if able else 'no-ocr', spoken)}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _loads(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True
