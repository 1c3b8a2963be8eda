"""Rich Text Format (RTF), read with its tables, text boxes and what it hides."""

from __future__ import annotations

from screen.model.text import Document
from screen.readers._flow import to_document
from screen.readers._limits import MOST_BYTES_RTF, check_size
from screen.readers.rtf._parser import Parser


def read(path: str, data: bytes) -> Document:
    """The document's body, headers, footers, notes and text boxes, each once; what cannot be seen is marked.

    Raises:
        Unreadable: empty, too-big, too-many-levels, too-much-text.
    """
    check_size(data, MOST_BYTES_RTF)
    return to_document(path, data, Parser(data.decode("latin-1")).run())
