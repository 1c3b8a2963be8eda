"""Word files of the old kind (.doc, Word 97–2003), read with their tables, text boxes and what they hide."""

from __future__ import annotations

from screen.model.text import Document
from screen.readers._flow import to_document
from screen.readers._limits import damage
from screen.readers.doc._file import File
from screen.readers.doc._walk import Walker


def read(path: str, data: bytes) -> Document:
    """The document's body, headers, footers, notes and text boxes, each once; what cannot be seen is marked.

    Raises:
        Unreadable: empty, pictures-only, damaged, encrypted, too-big, too-many-parts, too-much-text, legacy-doc.
    """
    file = File(data)
    with damage():
        content = Walker(file).content()
    return to_document(path, data, content, pictured=file.pictured)
