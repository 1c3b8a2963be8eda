"""The pieces of a text's dates, and how they stand to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from screen.grammar._words import alternation
from screen.grammar.dates._atoms import Atom
from screen.grammar.dates._dated import Dated
from screen.grammar.dates._words import table
from screen.model.cv import Month
from screen.model.text import Span

_COLUMN = re.compile(r"[ ]*\t[ ]*|[ ]{2,}")
_REMARK = re.compile(r"[ ]?\([^()\n\t\d]{1,24}\)[ ]?")
ENDED = re.compile(r"[ ]*(?:$|[\n\t|)\]:;·•]|,|[ ]{2}|\.(?=\s|$))")
CAPITAL = re.compile(r"[ ]?(?=[A-ZÆØÅÄÖÉ])")


@cache
def _gap(border: str = "") -> re.Pattern[str]:
    """White space, at most one line break, and a word that tells nothing ("den", "ca.")."""
    words = alternation(table().days)
    return re.compile(rf"[ \u00a0{border}]*(?:\n[ \u00a0]*)?(?:(?:{words})\.?[ ]+)?", re.IGNORECASE)


@cache
def _dash_gap() -> re.Pattern[str]:
    """Around a dash a cell may end: a table with a column for the dash."""
    return _gap("\t")


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, the run of it that is read, and its pieces."""

    text: str
    run: Span
    atoms: Sequence[Atom]

    def at(self, i: int) -> Atom | None:
        """The piece number `i`."""
        return self.atoms[i] if 0 <= i < len(self.atoms) else None

    def joined(self, i: int) -> bool:
        """Whether only white space, at most one line break, stands between piece `i` - 1 and piece `i`."""
        if not 0 < i < len(self.atoms):
            return False
        before, here = self.atoms[i - 1], self.atoms[i]
        start = before.end
        if before.has("since", "start", "until", "to") and self.text[start] == ":":
            # "Fra: 2017 Til: 2020" is a form's label.
            start += 1
        if here.has("dash", "to", "onward", "now") and "," in self.text[before.start : before.end]:
            # "2010, august, til 2013, december": who parts year and month so parts the dates.
            start += self.text[start] == ","
        gap = _dash_gap() if before.has("dash") or here.has("dash") else _gap()
        return bool(gap.fullmatch(self.text, start, here.start))

    def next(self, i: int, *kinds: str) -> Atom | None:
        """Piece `i`, where it joins the one before and can be one of `kinds`."""
        atom = self.at(i)
        return atom if atom and self.joined(i) and not atom.kinds.isdisjoint(kinds) else None

    def broken(self, a: Atom, b: Atom) -> bool:
        """Whether a line ends between the two."""
        return "\n" in self.text[a.end : b.start]


Found = tuple[Dated, int]
"""What was found, and the number of the piece behind it."""


def period(start: int, end: int, first: Month | None, last: Month | None, doubt: str | None = None) -> Dated:
    """A period with two ends, told in order of time."""
    if first and last and after(first, last):
        first, last, doubt = last, first, "reversed"
    return Dated(Span(start, end), "period", first, last, False, doubt=doubt)


def running(start: int, end: int, first: Month | None, doubt: str | None = None) -> Dated:
    return Dated(Span(start, end), "period", first, None, True, doubt=doubt)


def after(a: Month, b: Month) -> bool:
    """Whether `a` is surely later than `b`."""
    if a.year != b.year or a.month is None or b.month is None:
        return a.year > b.year
    return a.month > b.month


def lead(scene: Scene, i: int) -> tuple[int, int]:
    """Where a period begins that may have "fra" or "siden" before it: offset, and the number of its first point."""
    atom = scene.at(i)
    first = scene.next(i + 1, "point", "month", "pair", "weak", "yy", "compact")
    if atom and atom.has("start", "since") and first and not scene.broken(atom, first):
        return atom.start, i + 1
    return (atom.start if atom else 0), i


def separator(scene: Scene, i: int) -> tuple[int, Atom] | None:
    """The dash or word between two times, one or both, and the number of the piece behind it."""
    first = scene.next(i, "dash", "to")
    if first is None or (scene.text[first.start] == "/" and not _parts_times(scene, i, first)):
        return None
    second = scene.next(i + 1, "dash", "to")
    return (i + 2, second) if second and first.kinds != second.kinds else (i + 1, first)


def _parts_times(scene: Scene, i: int, slash: Atom) -> bool:
    """Whether a slash parts two times: between two digits ("2009/2010"), or two months with their years."""
    before, after = scene.at(i - 1), scene.at(i + 1)
    if before and after and before.has("point") and after.has("point") and after.first and before.first:
        return after.first.month is not None or scene.text[slash.start - 1].isdigit()
    return scene.text[slash.start - 1].isdigit() and scene.text[slash.end : slash.end + 1].isdigit()


def remark(scene: Scene, i: int) -> int:
    """The number of the piece behind a remark in parentheses: "2012 (konst.) – 2014"."""
    before, opened = scene.at(i - 1), scene.at(i)
    if not before or not opened or not opened.has("open"):
        return i
    found = _REMARK.match(scene.text, before.end)
    if not found:
        return i
    j = i
    while (atom := scene.at(j)) and atom.start < found.end():
        j += 1
    atom = scene.at(j)
    return j if atom and atom.start == found.end() and atom.has("dash", "to") else i


def separator_at(scene: Scene, i: int) -> tuple[int, Atom] | None:
    """As `separator`, where a remark may stand before it."""
    atom = scene.at(i)
    if atom and not scene.joined(i) and atom.has("dash", "to"):
        return i + 1, atom
    return separator(scene, i)


def time_at(scene: Scene, i: int, partner: bool = False) -> Atom | None:
    """A point in time at `i`; with a `partner` also one that alone would not be trusted."""
    atom = scene.at(i)
    if not atom:
        return None
    if atom.has("point"):
        return atom
    if partner and atom.has("weak", "yy", "compact") and atom.first and atom.first.year:
        return atom
    if partner and atom.has("pair"):
        return replace(atom, first=atom.month, last=atom.month, doubt=None) if atom.month else atom
    return None


def alone(scene: Scene, atom: Atom) -> bool:
    """Whether it begins its line or cell."""
    at = atom.start
    while at > scene.run.start and scene.text[at - 1] == " ":
        at -= 1
    return at == scene.run.start or scene.text[at - 1] in "\n\t(|•"


def celled(scene: Scene, a: Atom, b: Atom) -> bool:
    found = _COLUMN.match(scene.text, a.end, b.start)
    return bool(found and found.end() == b.start)
