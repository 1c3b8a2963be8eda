"""The lines of a section, cut into entries: a head (title, employer, dates in whatever order) and a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from screen.lexicon import reading
from screen.understand._anchors import Anchor, anchors, undated
from screen.understand._dates_below import dates_up
from screen.understand._entry import Entry, open_row
from screen.understand._heads import fields, names_employer, names_title, proper
from screen.understand._row import Row
from screen.understand._undated import with_undated

MOST_AROUND = 2
"""Rows above or below its date that a head can have."""
SHAPES: tuple[tuple[int, int], ...] = tuple(
    sorted(
        ((up, down) for up, down in product(range(MOST_AROUND + 1), repeat=2) if up + down <= MOST_AROUND + 1),
        key=sum,
    )
)
"""(rows above, rows below), the smallest first."""


@dataclass(frozen=True)
class _Window:
    """The rows that are an entry's head."""

    first: int
    last: int


def _window(
    rows: Sequence[Row], found: Sequence[Anchor], i: int, shape: tuple[int, int], floor: int, *, kept: int = 0
) -> _Window:
    """The head of anchor `i` with so many rows above and below, as far as the lines allow.

    `kept` rows above the next anchor are left to it.
    """
    anchor = found[i]
    first, last, above = anchor.at, anchor.last, 0
    while first > floor and above < shape[0] and open_row(rows[first - 1]):
        first -= 1
        above += not rows[first].carries_on
    ceiling = len(rows)
    if i + 1 < len(found):
        ceiling = found[i + 1].at
        while kept and ceiling - 1 > last and open_row(rows[ceiling - 1]):
            ceiling, kept = ceiling - 1, kept - 1
    while last + 1 < ceiling and last - anchor.last < shape[1] and open_row(rows[last + 1]):
        last += 1
    return _Window(first, last)


def _worth(rows: Sequence[Row], window: _Window) -> float:
    """How well some rows serve as the head of an entry."""
    block = rows[window.first : window.last + 1]
    title, employer = names_title(block), names_employer(block)
    worth = 2.0 * title + 1.5 * employer - 0.3 * (len(block) - 1)
    for row in block:
        if row.words and not names_title([row]) and not names_employer([row]):
            worth += _plain_worth(row) if title else 0.6
    if sum(names_title([row]) for row in block) > 1:
        worth -= 0.5
    if window.first > 0 and (
        rows[window.first].line.look.gap or rows[window.first].look != rows[window.first - 1].look
    ):
        worth += 0.4
    return worth


def _plain_worth(row: Row) -> float:
    """What a row is worth beside a title that no list knows: it may be an employer if it reads as a name."""
    if not proper(row):
        return -0.6
    return 0.5 if len(row.words) > 1 else 0.4


def _stray_titles(rows: Sequence[Row], windows: Sequence[_Window]) -> int:
    covered = {i for w in windows for i in range(w.first, w.last + 1)}
    return sum(1 for i, row in enumerate(rows) if i not in covered and open_row(row) and names_title([row]))


def _lay(rows: Sequence[Row], found: Sequence[Anchor], shape: tuple[int, int]) -> list[_Window]:
    windows: list[_Window] = []
    for i in range(len(found)):
        floor = windows[-1].last + 1 if windows else 0
        windows.append(_window(rows, found, i, shape, floor))
    return windows


def _shape(rows: Sequence[Row], found: Sequence[Anchor]) -> tuple[int, int]:
    """How many rows above and below the date belong to a head, by what suits the section's entries together."""
    best, best_worth = (0, 0), float("-inf")
    for shape in SHAPES:
        windows = _lay(rows, found, shape)
        worth = sum(_worth(rows, w) for w in windows) - _stray_titles(rows, windows)
        if worth > best_worth + 1e-9:
            best, best_worth = shape, worth
    return best


def _adapted(rows: Sequence[Row], found: Sequence[Anchor], shape: tuple[int, int]) -> list[_Window]:
    """The shape of the section, changed for the entries that it does not suit."""
    windows: list[_Window] = []
    for i in range(len(found)):
        floor = windows[-1].last + 1 if windows else 0
        usual = _window(rows, found, i, shape, floor)
        best, best_worth = usual, _worth(rows, usual) + 1.0
        for other in SHAPES:
            window = _window(rows, found, i, other, floor, kept=shape[0])
            worth = _worth(rows, window)
            if worth > best_worth + 1e-9:
                best, best_worth = window, worth
        windows.append(best)
    return windows


def _group_above(rows: Sequence[Row], window: _Window, floor: int, group: Sequence[Row]) -> list[int]:
    """The employer's heading right above a head that names none: by its name, or by the look of the one before."""
    above = window.first - 1
    if above < floor or not open_row(rows[above]) or rows[above].periods or names_title([rows[above]]):
        return []
    row = rows[above]
    like = bool(group) and row.look == group[0].look and row.look != rows[window.first].look
    return [above] if names_employer([row]) or like else []


def _employer_over_title(block: Sequence[Row], group: Sequence[Row]) -> list[Row]:
    """The row of a head that names the employer alone, above the title: later titles may stand under it too.

    One that no list knows is told by the look of the employer's row before it.
    """
    if len(block) < 2 or names_title(block[:1]) or block[0].periods:
        return []
    like = bool(group) and block[0].look == group[0].look and block[0].look != block[1].look
    return [block[0]] if names_employer(block[:1]) or like else []


def _apart(block: Sequence[Row]) -> bool:
    """Whether a head names an employer surely: by a mark of its own, or on a row without a title."""
    return any(
        f.employer and (f.title is None or reading.organisation(f.of(f.employer))) for row in block for f in fields(row)
    )


def _only_employer(rows: Sequence[Row], window: _Window) -> bool:
    named = [f for row in rows[window.first : window.last + 1] for f in fields(row)]
    leads = any(f.employer and f.employer.start == f.span.start for f in named)
    return leads and not any(f.title for f in named)


def entries(rows: Sequence[Row], title_wanted: bool = True) -> tuple[list[Row], list[Entry]]:
    """The rows before the first entry, and the entries of a section.

    An employer with dates of its own, straight above titles with theirs, is their group's heading and no entry.
    """
    rows = dates_up(rows)
    found = anchors(rows)
    if not found:
        found = undated(rows) if title_wanted else []
        shape = (0, 0)
    else:
        shape = _shape(rows, found)
    if not found:
        return list(rows), []
    windows = _adapted(rows, found, shape)
    out: list[Entry] = []
    group: list[Row] = []
    first = len(rows)
    starts: list[int] = []
    for i, (anchor, window) in enumerate(zip(found, windows, strict=True)):
        floor = windows[i - 1].last + 1 if i else 0
        block = list(rows[window.first : window.last + 1])
        nxt = windows[i + 1].first if i + 1 < len(found) else None
        if _only_employer(rows, window) and nxt == window.last + 1 and names_title(rows[nxt : windows[i + 1].last + 1]):
            group = block
            first = min(first, window.first)
            starts.append(window.first)
            out.append(Entry([], None, rows[anchor.at], group=block))
            continue
        above = [] if names_employer(block) else _group_above(rows, window, floor, group)
        if above:
            group = [rows[above[0]]]
        begin = above[0] if above else window.first
        first = min(first, begin)
        starts.append(begin)
        own = names_employer(block)
        over = _employer_over_title(block, group)
        kept = group if not over and not _apart(block) else []
        out.append(Entry(block, anchor.dated, rows[anchor.at], group=kept if not own or kept else []))
        group = over or kept
    for i, entry in enumerate(out):
        stop = starts[i + 1] if i + 1 < len(out) else len(rows)
        entry.body = list(rows[windows[i].last + 1 : stop])
    return with_undated(list(rows[:first]), [e for e in out if e.head])
