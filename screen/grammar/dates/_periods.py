"""The pieces of dates, put together: periods before points, the first rule that holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from screen.grammar.dates._atoms import Atom
from screen.grammar.dates._dated import Dated
from screen.model.cv import Month
from screen.model.text import Span

_GAP = re.compile(r"[ \u00a0]*(?:\n[ \u00a0]*)?")
_COLUMN = re.compile(r"[ ]*\t[ ]*")
_REMARK = re.compile(r"[ ]?\([^()\n\t\d]{1,24}\)[ ]?")
_ENDED = re.compile(r"[ ]*(?:$|[\n\t|)\]:;·•]|,|[ ]{2})")
_CAPITAL = re.compile(r"[ ]?(?=[A-ZÆØÅÄÖÉ])")
_TRAILER = re.compile(r"[ \u00a0]*(?:[(·,|][ ]*|[ ])?")


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
        found = _GAP.match(self.text, before.end, here.start)
        return bool(found and found.end() == here.start)

    def next(self, i: int, *kinds: str) -> Atom | None:
        """Piece `i`, where it joins the one before and can be one of `kinds`."""
        atom = self.at(i)
        return atom if atom and self.joined(i) and not atom.kinds.isdisjoint(kinds) else None

    def broken(self, a: Atom, b: Atom) -> bool:
        """Whether a line ends between the two."""
        return "\n" in self.text[a.end : b.start]


Found = tuple[Dated, int]
"""What was found, and the number of the piece behind it."""


def assemble(text: str, run: Span, atoms: Sequence[Atom]) -> list[Dated]:
    """Everything that the pieces make, in order."""
    scene, out, i = Scene(text, run, atoms), list[Dated](), 0
    while i < len(atoms):
        found = next((made for rule in _RULES if (made := rule(scene, i))), None)
        if found is None:
            i += 1
            continue
        dated, i = found
        if dated.kind == "period":
            dated, i = _with_length(scene, dated, i)
        out.append(dated)
    return out


def _period(start: int, end: int, first: Month | None, last: Month | None, doubt: str | None = None) -> Dated:
    """A period with two ends, told in order of time."""
    if first and last and _after(first, last):
        first, last, doubt = last, first, "reversed"
    return Dated(Span(start, end), "period", first, last, False, doubt=doubt)


def _running(start: int, end: int, first: Month | None, doubt: str | None = None) -> Dated:
    return Dated(Span(start, end), "period", first, None, True, doubt=doubt)


def _after(a: Month, b: Month) -> bool:
    """Whether `a` is surely later than `b`."""
    if a.year != b.year or a.month is None or b.month is None:
        return a.year > b.year
    return a.month > b.month


def _with_length(scene: Scene, dated: Dated, i: int) -> Found:
    """Adds the length that stands behind a period: "(5 år)", "· 8 yrs 9 mos"."""
    j = i + 1 if (atom := scene.at(i)) and atom.has("open") and atom.start >= dated.span.end else i
    length = scene.at(j)
    if not length or not length.has("duration"):
        return dated, i
    gap = _TRAILER.match(scene.text, dated.span.end, length.start)
    if not gap or gap.end() != length.start:
        return dated, i
    end, close = length.end, scene.at(j + 1)
    if j > i and close and close.has("close") and close.start == end:
        end, j = close.end, j + 1
    elif j == i and not _ENDED.match(scene.text, end):
        return dated, i
    return replace(dated, span=Span(dated.span.start, end), months=round(length.months)), j + 1


def _lead(scene: Scene, i: int) -> tuple[int, int]:
    """Where a period begins that may have "fra" or "siden" before it: offset, and the number of its first point."""
    atom = scene.at(i)
    if atom and atom.has("start", "since") and scene.next(i + 1, "point", "month", "pair", "weak", "yy", "compact"):
        return atom.start, i + 1
    return (atom.start if atom else 0), i


def _separator(scene: Scene, i: int) -> tuple[int, Atom] | None:
    """The dash or word between two times, one or both, and the number of the piece behind it."""
    first = scene.next(i, "dash", "to")
    if first is None or (scene.text[first.start] == "/" and not _tight(scene, first)):
        return None
    second = scene.next(i + 1, "dash", "to")
    return (i + 2, second) if second and first.kinds != second.kinds else (i + 1, first)


def _tight(scene: Scene, slash: Atom) -> bool:
    """Whether a slash stands between two digits, as in 2009/2010."""
    return scene.text[slash.start - 1].isdigit() and scene.text[slash.end : slash.end + 1].isdigit()


def _remark(scene: Scene, i: int) -> int:
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


def _time(scene: Scene, i: int, partner: bool = False) -> Atom | None:
    """A point in time at `i`; with a `partner` also one that alone would not be trusted."""
    atom = scene.at(i)
    if not atom:
        return None
    if atom.has("point"):
        return atom
    if partner and atom.has("weak", "yy", "compact") and atom.first and atom.first.year:
        return atom
    if partner and atom.has("pair") and atom.month:
        return replace(atom, first=atom.month, last=atom.month, doubt=None)
    return None


def _doubt(a: Atom, b: Atom) -> str | None:
    """The two-digit years of a pair are a doubt once; a winter is one always."""
    return a.doubt or b.doubt


def _between(scene: Scene, i: int) -> Found | None:
    """ "mellem 2012 og 2014"."""
    word, first = scene.at(i), _time(scene, i + 1)
    if not word or not word.has("between") or not first or not scene.joined(i + 1):
        return None
    last = _time(scene, i + 3) if scene.next(i + 2, "both", "dash") and scene.joined(i + 3) else None
    return (_period(word.start, last.end, first.first, last.last, _doubt(first, last)), i + 4) if last else None


def _range(scene: Scene, i: int) -> Found | None:
    """A time, a separator and a time."""
    start, j = _lead(scene, i)
    first = _time(scene, j, partner=True)
    if not first:
        return None
    separated = scene.joined(_remark(scene, j + 1)) or _remark(scene, j + 1) > j + 1
    behind = _separator_at(scene, _remark(scene, j + 1)) if separated else None
    if not behind:
        return None
    k, mark = behind
    last = _time(scene, k, partner=True)
    if not last or not scene.joined(k) or _two_readings(scene, first, last):
        return None
    if scene.broken(mark, last) and (_separator(scene, k + 1) or _after(first.first, last.last)):  # type: ignore[arg-type]
        return None
    return _period(start, last.end, first.first, last.last, _doubt(first, last)), k + 1


def _separator_at(scene: Scene, i: int) -> tuple[int, Atom] | None:
    """As `_separator`, where a remark may stand before it."""
    atom = scene.at(i)
    if atom and not scene.joined(i) and atom.has("dash", "to"):
        return i + 1, atom
    return _separator(scene, i)


def _two_readings(scene: Scene, first: Atom, last: Atom) -> bool:
    """Whether the pieces are weaker than a date: 08.00-16.00, or two pairs of years."""
    if first.has("weak") and last.has("weak") and first.doubt == last.doubt == "ambiguous":
        return _after(first.first, last.first) or not _alone(scene, first)  # type: ignore[arg-type]
    return first.has("pair") and not (last.has("pair") or (last.first and last.first.month))


def _alone(scene: Scene, atom: Atom) -> bool:
    """Whether it begins its line or cell."""
    before = scene.text[: atom.start].rstrip(" ")
    return not before or before[-1] in "\n\t(|•"


def _shared_year(scene: Scene, i: int) -> Found | None:
    """ "jan.–aug. 2012", "1. august – 31. december 2017", "forår/sommer 2012"."""
    start, j = _lead(scene, i)
    first = scene.at(j)
    if not first or not first.has("month"):
        return None
    behind = _separator(scene, j + 1) or _slash(scene, j + 1)
    last = _time(scene, behind[0]) if behind and scene.joined(behind[0]) else None
    if not last or not last.first or last.first.month is None or not last.last or not first.first:
        return None
    month = first.first.month or 1
    year = last.last.year if month <= (last.last.month or 12) else last.last.year - 1
    return _period(start, last.end, Month(year, month), last.last, last.doubt), (behind or (0, 0))[0] + 1


def _slash(scene: Scene, i: int) -> tuple[int, Atom] | None:
    slash = scene.next(i, "dash")
    return (i + 1, slash) if slash and scene.text[slash.start] == "/" else None


def _same_year(scene: Scene, i: int) -> Found | None:
    """ "marts 2012 – oktober (samme år)", "1. marts 2012 – 1. oktober s.å."."""
    first = _time(scene, i)
    behind = _separator(scene, i + 1) if first else None
    last = scene.next(behind[0], "month") if behind else None
    if not first or not first.first or not behind or not last or not last.last:
        return None
    j = behind[0] + 1
    same = scene.at(j + 1) if (atom := scene.at(j)) and atom.has("open") else scene.at(j)
    if not same or not same.has("same"):
        return None
    closing = scene.text[same.end : same.end + 1] == ")"
    period = _period(first.start, same.end + closing, first.first, Month(first.first.year, last.last.month))
    return period, scene.atoms.index(same) + 1 + closing


def _to_now(scene: Scene, i: int) -> Found | None:
    """A time, a separator and a word for now; or "og frem", or "(nuværende)"."""
    start, j = _lead(scene, i)
    first = _time(scene, j, partner=True)
    if not first:
        return None
    k = _remark(scene, j + 1)
    onward = scene.next(k, "onward")
    if onward:
        return _running(start, onward.end, first.first, first.doubt), k + 1
    behind = _separator_at(scene, k) if k > j + 1 or scene.joined(k) else None
    k = behind[0] if behind else k
    opened = scene.next(k, "open")
    now = scene.next(k + 1 if opened else k, "now", "onward")
    if not now or not (behind or opened) or (now.doubt and not behind):
        return None
    closing = bool(opened) and scene.text[now.end : now.end + 1] == ")"
    return _running(start, now.end + closing, first.first, first.doubt), k + 1 + (2 if closing else bool(opened))


def _from_now(scene: Scene, i: int) -> Found | None:
    """ "nu – 2019": the latest first."""
    now = scene.at(i)
    if not now or not now.has("now") or now.doubt or not _alone(scene, now):
        return None
    behind = _separator(scene, i + 1)
    first = _time(scene, behind[0], partner=True) if behind and scene.joined(behind[0]) else None
    return (_running(now.start, first.end, first.first, first.doubt), behind[0] + 1) if behind and first else None


def _open(scene: Scene, i: int) -> Found | None:
    """A time and a dash with nothing behind it; before a capital it may be no more than a dash."""
    start, j = _lead(scene, i)
    first = _time(scene, j, partner=True)
    k = _remark(scene, j + 1)
    behind = _separator_at(scene, k) if first and (k > j + 1 or scene.joined(k)) else None
    if not first or not behind or not scene.atoms[behind[0] - 1].has("dash"):
        return None
    dash = scene.atoms[behind[0] - 1]
    if scene.text[dash.start] in "/.":
        return None
    if dash.end >= scene.run.end or _ENDED.match(scene.text, dash.end):
        return _running(start, dash.end, first.first, first.doubt), behind[0]
    if _CAPITAL.match(scene.text, dash.end) and first.has("point"):
        return _running(start, dash.end, first.first, "ambiguous"), behind[0]
    return None


def _since(scene: Scene, i: int) -> Found | None:
    """ "siden 2019", "tiltrådt 1. august 2017"; "fra 2012" may have its end elsewhere."""
    word, first = scene.at(i), _time(scene, i + 1)
    if not word or not first or not scene.joined(i + 1) or not word.has("since", "start"):
        return None
    doubt = None if word.has("since") else "ambiguous"
    return _running(word.start, first.end, first.first, first.doubt or doubt), i + 2


def _until(scene: Scene, i: int) -> Found | None:
    """ "indtil 2019", "frem til marts 2015": an end without its start."""
    word, last = scene.at(i), _time(scene, i + 1)
    if not word or not last or not scene.joined(i + 1):
        return None
    if not word.has("until") and not (word.has("to") and _alone(scene, word)):
        return None
    return _period(word.start, last.end, None, last.last, last.doubt), i + 2


def _columns(scene: Scene, i: int) -> Found | None:
    """Two cells, from and to: "08.2017<TAB>12.2020", "2017<TAB>nu"."""
    first, last = _time(scene, i, partner=True), scene.at(i + 1)
    if not first or not last or not _alone(scene, first) or not _celled(scene, first, last):
        return None
    third = scene.at(i + 2)
    if third and _celled(scene, last, third) and third.has("point", "pair"):
        return None
    if last.has("now"):
        return _running(first.start, last.end, first.first, first.doubt), i + 2
    time = _time(scene, i + 1, partner=True)
    if not time or _after(first.first, time.last) or not _ENDED.match(scene.text, time.end):  # type: ignore[arg-type]
        return None
    return _period(first.start, time.end, first.first, time.last, _doubt(first, time)), i + 2


def _celled(scene: Scene, a: Atom, b: Atom) -> bool:
    found = _COLUMN.match(scene.text, a.end, b.start)
    return bool(found and found.end() == b.start)


def _pair(scene: Scene, i: int) -> Found | None:
    """ "2009-13", "2009/10"."""
    start, j = _lead(scene, i)
    atom = scene.at(j)
    if not atom or not atom.has("pair"):
        return None
    return _period(start, atom.end, atom.first, atom.last, atom.doubt), j + 1


def _duration(scene: Scene, i: int) -> Found | None:
    atom = scene.at(i)
    if not atom or not atom.has("duration"):
        return None
    return Dated(Span(atom.start, atom.end), "duration", None, None, False, months=round(atom.months)), i + 1


def _point(scene: Scene, i: int) -> Found | None:
    """A point in time; a season or half-year that stands by itself is a short period."""
    atom = scene.at(i)
    if not atom or not atom.first or not atom.has("point", "compact"):
        return None
    if atom.has("compact") and not (atom.first.month and _alone(scene, atom)):
        return None
    if atom.whole and (
        _alone(scene, atom) or scene.text[atom.start - 1] == " " and scene.text[: atom.start].rstrip().endswith(",")
    ):
        if _ENDED.match(scene.text, atom.end) or _CAPITAL.match(scene.text, atom.end):
            return _period(atom.start, atom.end, atom.first, atom.last, atom.doubt), i + 1
    return Dated(Span(atom.start, atom.end), "point", atom.first, None, False, doubt=atom.doubt), i + 1


_RULES: tuple[Callable[[Scene, int], Found | None], ...] = (
    _between, _range, _same_year, _shared_year, _to_now, _from_now, _columns, _open, _pair, _since, _until, _duration, _point,
)  # fmt: skip
