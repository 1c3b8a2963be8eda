"""What waits while a text box, header or note of an RTF file is read."""

from __future__ import annotations

from dataclasses import dataclass

from screen.readers._blocks import Para
from screen.readers._page import Page
from screen.readers.rtf._words import Shape


@dataclass(slots=True)
class Saved:
    """What goes on when a text box, header or note ends."""

    page: Page
    para: Para
    shape: Shape | None
    after: float
