"""The control words of RTF that a reader of its text needs, by what they do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from screen.readers._blocks import LINE_BREAK
from screen.readers._paint import PAPER, is_paper
from screen.readers._sight import placed
from screen.readers.rtf._tokens import read_colours, read_fonts, read_styles

TABLES = {"fonttbl": read_fonts, "colortbl": read_colours, "stylesheet": read_styles}
SKIPPED = {
    "info", "pict", "objdata", "shprslt", "nonshppict", "nonesttables", "filetbl", "revtbl", "xe", "tc", "tcn", "rxe",
    "template", "atnid", "atnauthor", "annotation", "datafield", "themedata", "private", "bkmkstart", "bkmkend",
    "background", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "pnseclvl", "txe", "listtable",
    "listoverridetable", "generator", "userprops", "xmlnstbl", "fldtype", "panose", "falt", "objname", "objclass",
}  # fmt: skip
STARRED = {"shpinst", "nesttableprops", "do", "dptxbxtext", "ud", "pn", "shptxt", "fldinst", "footnote", "pntext"}
"""Destinations marked as "skip it if you do not know it" that hold text or tell about it."""
CHARACTERS = {
    "tab": "\t", "line": LINE_BREAK, "lbr": LINE_BREAK, "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
CODEPAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
HEADERS = {"header", "headerl", "headerr", "headerf"}
FOOTERS = {"footer", "footerl", "footerr", "footerf"}
_FILL = re.compile(r"fillColor\}\s*\{\\sv (\d{1,9})\}")


@dataclass(slots=True)
class Shape:
    """A drawing with a text box: where it stands and how it is painted."""

    left: float | None = None
    right: float | None = None
    name: str = ""
    properties: dict[str, str] = field(default_factory=dict)

    def sight(self) -> str | None:
        """Why it cannot be seen."""
        if self.properties.get("fHidden") == "1":
            return "vanish"
        return placed(self.left) or ("off-page" if self.right is not None and self.right < -72 else None)

    def ground(self) -> str | None:
        """RRGGBB behind its letters; `None` cannot be told."""
        if self.properties.get("fFilled") == "0":
            return PAPER
        told = self.properties.get("fillColor", "")
        if not told.isdecimal():
            return PAPER
        return colour_of(int(told[:9]))


def decorated(text: str) -> bool:
    """Whether shapes are painted in the file, so that white letters may be seen."""
    return any(not is_paper(colour_of(int(n))) for n in _FILL.findall(text))


def colour_of(value: int) -> str:
    """RRGGBB of a drawing's colour, which has blue first."""
    return f"{value & 255:02X}{value >> 8 & 255:02X}{value >> 16 & 255:02X}"
