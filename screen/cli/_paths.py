"""Paths as people give them: dragged into a terminal, with quotes, escapes or `file://`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

QUOTES = "\"'“”„»«’‘"


def path_from(text: str) -> Path:
    """The path that was meant: the first reading that exists, else the plainest."""
    readings = list(_readings(text))
    return next((path for path in readings if _exists(path)), readings[-1])


def _readings(text: str) -> Iterator[Path]:
    yield Path(text)
    bare = text.strip().strip(QUOTES).strip()
    if bare.lower().startswith("file:"):
        url = urlparse(bare)
        bare = url2pathname(url.path) if "%" in bare else unquote(url.path)
    for form in ("NFC", "NFD"):
        # A backslash before a blank or a bracket is the shell's escape; on Windows it parts folders.
        yield Path(unicodedata.normalize(form, re.sub(r"\\([^\w.\\])", r"\1", bare))).expanduser()
    yield Path(bare or ".").expanduser()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
