"""The pieces of dates, put together: periods before points, the first rule that holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from screen.grammar.dates._atoms import Atom
from screen.grammar.dates._dated import Dated
from screen.grammar.dates._manner import pair_manner
from screen.grammar.dates._scene import (
    CAPITAL,
    ENDED,
    Found,
    Scene,
    after,
    alone,
    celled,
    lead,
    period,
    remark,
    running,
    separator,
    separator_at,
    time_at,
)
from screen.model.cv import Month
from screen.model.text import Span

_TRAILER = re.compile(r"[ \u00a0]*(?:[(·•,|][ ]*|[ ])?")


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
    elif j == i and not ENDED.match(scene.text, end, scene.run.end):
        return dated, i
    return replace(dated, span=Span(dated.span.start, end), months=round(length.months)), j + 1


def _doubt(a: Atom, b: Atom) -> str | None:
    """The two-digit years of a pair are a doubt once; a winter is one always."""
    return a.doubt or b.doubt


def _between(scene: Scene, i: int) -> Found | None:
    """ "mellem 2012 og 2014"."""
    word, first = scene.at(i), time_at(scene, i + 1)
    if not word or not word.has("between") or not first or not scene.joined(i + 1):
        return None
    last = time_at(scene, i + 3) if scene.next(i + 2, "both", "dash") and scene.joined(i + 3) else None
    return (period(word.start, last.end, first.first, last.last, _doubt(first, last)), i + 4) if last else None


def _range(scene: Scene, i: int) -> Found | None:
    """A time, a separator and a time."""
    start, j = lead(scene, i)
    first = time_at(scene, j, partner=True)
    if not first:
        return None
    separated = scene.joined(remark(scene, j + 1)) or remark(scene, j + 1) > j + 1
    behind = separator_at(scene, remark(scene, j + 1)) if separated else None
    if not behind:
        return None
    k, mark = behind
    last = time_at(scene, k, partner=True)
    if not last or not scene.joined(k) or _two_readings(scene, first, last):
        return None
    if scene.broken(mark, last) and (separator(scene, k + 1) or after(first.first, last.last)):  # type: ignore[arg-type]
        return None
    return period(start, last.end, first.first, last.last, _doubt(first, last)), k + 1


def _two_readings(scene: Scene, first: Atom, last: Atom) -> bool:
    """Whether the pieces are weaker than a date: 08.00-16.00, or two pairs of years."""
    if first.has("weak") and last.has("weak") and first.doubt == last.doubt == "ambiguous":
        return after(first.first, last.first) or not alone(scene, first)  # type: ignore[arg-type]
    if not first.has("pair") or (first.first and first.first.month is None):
        return False
    return not (last.has("pair") or (last.first and last.first.month))


def _shared_year(scene: Scene, i: int) -> Found | None:
    """ "jan.–aug. 2012", "1. august – 31. december 2017", "forår/sommer 2012"."""
    start, j = lead(scene, i)
    first = scene.at(j)
    if not first or not first.has("month"):
        return None
    behind = separator(scene, j + 1) or _slash(scene, j + 1)
    last = time_at(scene, behind[0]) if behind and scene.joined(behind[0]) else None
    if not last or not last.first or last.first.month is None or not last.last or not first.first:
        return None
    month = first.first.month or 1
    year = last.last.year if month <= (last.last.month or 12) else last.last.year - 1
    return period(start, last.end, Month(year, month), last.last, last.doubt), (behind or (0, 0))[0] + 1


def _slash(scene: Scene, i: int) -> tuple[int, Atom] | None:
    slash = scene.next(i, "dash")
    return (i + 1, slash) if slash and scene.text[slash.start] == "/" else None


def _same_year(scene: Scene, i: int) -> Found | None:
    """ "marts 2012 – oktober (samme år)", "1. marts 2012 – 1. oktober s.å."."""
    first = time_at(scene, i)
    behind = separator(scene, i + 1) if first else None
    last = scene.next(behind[0], "month") if behind else None
    if not first or not first.first or not behind or not last or not last.last:
        return None
    j = behind[0] + 1
    same = scene.at(j + 1) if (atom := scene.at(j)) and atom.has("open") else scene.at(j)
    if not same or not same.has("same"):
        return None
    closing = scene.text[same.end : same.end + 1] == ")"
    dated = period(first.start, same.end + closing, first.first, Month(first.first.year, last.last.month))
    return dated, scene.atoms.index(same) + 1 + closing


def _to_now(scene: Scene, i: int) -> Found | None:
    """A time, a separator and a word for now; or "og frem", or "(nuværende)"."""
    start, j = lead(scene, i)
    first = time_at(scene, j, partner=True)
    if not first:
        return None
    k = remark(scene, j + 1)
    onward = scene.next(k, "onward")
    if onward:
        return running(start, onward.end, first.first, first.doubt), k + 1
    behind = separator_at(scene, k) if k > j + 1 or scene.joined(k) else None
    k = behind[0] if behind else k
    opened = scene.next(k, "open")
    now = scene.next(k + 1 if opened else k, "now", "onward")
    if not now or not (behind or opened) or (now.doubt and not behind):
        return None
    closing = bool(opened) and scene.text[now.end : now.end + 1] == ")"
    return running(start, now.end + closing, first.first, first.doubt), k + 1 + (2 if closing else bool(opened))


def _from_now(scene: Scene, i: int) -> Found | None:
    """ "nu – 2019": the latest first."""
    now = scene.at(i)
    if not now or not now.has("now") or now.doubt or not alone(scene, now):
        return None
    behind = separator(scene, i + 1)
    first = time_at(scene, behind[0], partner=True) if behind and scene.joined(behind[0]) else None
    return (running(now.start, first.end, first.first, first.doubt), behind[0] + 1) if behind and first else None


def _open(scene: Scene, i: int) -> Found | None:
    """A time and a dash with nothing behind it; before a capital it may be no more than a dash."""
    start, j = lead(scene, i)
    first = time_at(scene, j, partner=True)
    k = remark(scene, j + 1)
    behind = separator_at(scene, k) if first and (k > j + 1 or scene.joined(k)) else None
    if not first or not behind or not scene.atoms[behind[0] - 1].has("dash"):
        return None
    dash = scene.atoms[behind[0] - 1]
    if scene.text[dash.start] in "/.":
        return None
    if (
        dash.end >= scene.run.end
        or ENDED.match(scene.text, dash.end, scene.run.end)
        or _length_behind(scene, behind[0])
    ):
        return running(start, dash.end, first.first, first.doubt), behind[0]
    if CAPITAL.match(scene.text, dash.end, scene.run.end) and first.has("point"):
        return running(start, dash.end, first.first, "ambiguous"), behind[0]
    return None


def _length_behind(scene: Scene, i: int) -> bool:
    """ "2018 – (2 år)"."""
    return bool(scene.next(i, "open") and scene.next(i + 1, "duration"))


def _since(scene: Scene, i: int) -> Found | None:
    """ "siden 2019", "tiltrådt 1. august 2017"; "fra 2012" may have its end elsewhere."""
    word = scene.at(i)
    first = time_at(scene, i + 1, partner=bool(word and word.has("since")))
    if not word or not first or not scene.joined(i + 1) or not word.has("since", "start"):
        return None
    if scene.broken(word, first) and separator(scene, i + 2):
        return None
    doubt = None if word.has("since") else "ambiguous"
    return running(word.start, first.end, first.first, first.doubt or doubt), i + 2


def _until(scene: Scene, i: int) -> Found | None:
    """ "indtil 2019", "frem til marts 2015": an end without its start."""
    word, last = scene.at(i), time_at(scene, i + 1)
    if not word or not last or not scene.joined(i + 1):
        return None
    if not word.has("until") and not (word.has("to") and alone(scene, word)):
        return None
    return period(word.start, last.end, None, last.last, last.doubt), i + 2


def _columns(scene: Scene, i: int) -> Found | None:
    """Two cells, from and to: "08.2017<TAB>12.2020", "2017<TAB>nu"."""
    first, last = time_at(scene, i, partner=True), scene.at(i + 1)
    if not first or not last or not alone(scene, first) or not celled(scene, first, last):
        return None
    before = scene.at(i - 1)
    if before and before.has("point", "pair") and celled(scene, before, first):
        return None
    third = scene.at(i + 2)
    if third and celled(scene, last, third) and third.has("point", "pair"):
        return None
    if last.has("now"):
        return running(first.start, last.end, first.first, first.doubt), i + 2
    time = time_at(scene, i + 1, partner=True)
    if not time or after(first.first, time.last) or not ENDED.match(scene.text, time.end, scene.run.end):  # type: ignore[arg-type]
        return None
    return period(first.start, time.end, first.first, time.last, _doubt(first, time)), i + 2


def _pair(scene: Scene, i: int) -> Found | None:
    """ "2009-13", "2009/10"; how "2008-12" is meant, the writer's other pairs tell."""
    start, j = lead(scene, i)
    atom = scene.at(j)
    if not atom or not atom.has("pair"):
        return None
    manner = pair_manner(scene.text) if atom.doubt and atom.month else None
    if manner == "months" and atom.month:
        return Dated(Span(start, atom.end), "point", atom.month, None, False), j + 1
    doubt = None if manner == "years" else atom.doubt
    return period(start, atom.end, atom.first, atom.last, doubt), j + 1


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
    if atom.has("compact") and not (atom.first.month and alone(scene, atom)):
        return None
    if atom.whole and _by_itself(scene, atom):
        return period(atom.start, atom.end, atom.first, atom.last, atom.doubt), i + 1
    return Dated(Span(atom.start, atom.end), "point", atom.first, None, False, doubt=atom.doubt), i + 1


def _by_itself(scene: Scene, atom: Atom) -> bool:
    """Whether it stands as an entry's date does, rather than within a sentence."""
    before = scene.text[max(scene.run.start, atom.start - 8) : atom.start].rstrip(" ")
    after = ENDED.match(scene.text, atom.end, scene.run.end) or CAPITAL.match(scene.text, atom.end, scene.run.end)
    return bool(after) and (alone(scene, atom) or before.endswith(","))


_RULES: tuple[Callable[[Scene, int], Found | None], ...] = (
    _between,
    _range,
    _same_year,
    _shared_year,
    _to_now,
    _from_now,
    _columns,
    _open,
    _pair,
    _since,
    _until,
    _duration,
    _point,
)
