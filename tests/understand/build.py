"""Applications built from the text of a case."""

from __future__ import annotations

from screen.model.application import Application, Filed, Kind
from screen.model.text import Document, Look, RawLine


def document(text: str, path: str = "cv.txt") -> Document:
    """TAB is "¬", a line in bold begins with "**", an empty line is a gap."""
    lines = []
    for line in text.splitlines():
        bold = line.startswith("**")
        lines.append(RawLine(line.removeprefix("**").replace("¬", "\t"), Look(bold=bold)))
    return Document.from_lines(path, "0" * 64, lines)


def application(text: str, letter: str | None = None) -> Application:
    """A CV, and a letter where there is one."""
    kinds: list[tuple[str, str, Kind]] = [("cv.txt", text, "cv")]
    if letter:
        kinds.append(("letter.txt", letter, "letter"))
    return Application("0" * 12, None, tuple(Filed(document(t, path), kind) for path, t, kind in kinds))
