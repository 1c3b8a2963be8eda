"""Public employers of another country, told by the language of the CV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from screen.model.cv import Position
from screen.understand._words import words

ABROAD = "udland-offentlig"
NEIGHBOURS = ("nb", "sv")
"""Languages of CVs whose public employers are ordinarily not Danish."""
PUBLIC = ("kommune", "stat")


def abroad(positions: tuple[Position, ...], languages: Mapping[str, str]) -> tuple[Position, ...]:
    """The positions of Norwegian and Swedish CVs with public employers as such of those countries.

    One that is written as only Danes write it ("Vejle Kommune", "…styrelsen") stays.
    """
    return tuple(replace(p, sector=ABROAD) if _is_abroad(p, languages) else p for p in positions)


def _is_abroad(position: Position, languages: Mapping[str, str]) -> bool:
    if position.sector not in PUBLIC or not position.employer or not position.heading:
        return False
    if languages.get(position.heading[0].path) not in NEIGHBOURS:
        return False
    return not any(mark in position.employer for mark in words("danish_writing"))
