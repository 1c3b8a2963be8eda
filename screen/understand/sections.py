"""Which part of a CV each line belongs to, by headings known from the languages and by their look."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from screen.grammar.headings import heading_kind
from screen.lexicon import reading
from screen.model.cv import SectionKind
from screen.understand._row import Row

LONGEST_HEADING = 7
"""Words."""
COMMON_LOOK = 0.3
"""A look that more than this share of the lines have sets no heading apart …"""
FEW = 4
"""… unless there are only so many of them."""


@dataclass
class Section:
    """A heading and the lines under it."""

    kind: SectionKind
    heading: Row | None
    rows: list[Row] = field(default_factory=list)
    lane: int = 0


def _short(row: Row) -> bool:
    return 0 < len(row.words) <= LONGEST_HEADING and not row.bullet and not row.periods


def _known(row: Row) -> SectionKind | None:
    """The kind of a row that is a heading by its words."""
    if "heading" not in row.kept:
        plain = _short(row) and not row.dates and "\t" not in row.text.strip()
        row.kept["heading"] = heading_kind(row.text.strip()) if plain else None
    told: SectionKind | None = row.kept["heading"]
    return told


def _label(row: Row) -> tuple[SectionKind, Row] | None:
    """A heading in the left cell of a row, and the row without it."""
    cell, tab, rest = row.text.partition("\t")
    if not tab or not rest.strip() or not cell.strip() or len(cell.split()) > LONGEST_HEADING:
        return None
    kind = heading_kind(cell.strip())
    if kind is None:
        return None
    blank = " " * len(cell) + tab + rest
    return kind, replace(row, text=blank)


def _heading_looks(rows: Sequence[Row]) -> frozenset[tuple[object, ...]]:
    """The looks of known headings that set them apart from ordinary lines; in a CV with own words, the larger type."""
    looks = Counter(r.look for r in rows)
    known = Counter(r.look for r in rows if _known(r))
    total = len(rows)
    told = frozenset(x for x, n in known.items() if looks[x] <= max(COMMON_LOOK * total, n, FEW))
    return told or _larger(rows, looks) or _bolder(rows, looks)


def _looks_by_lane(rows: Sequence[Row]) -> dict[int, frozenset[tuple[object, ...]]]:
    """The looks of headings in each lane: a column's own, where headings are known in it."""
    by_lane: dict[int, list[Row]] = {}
    for row in rows:
        by_lane.setdefault(row.line.look.lane, []).append(row)
    whole = _heading_looks(rows)
    own = {n: _heading_looks(part) for n, part in by_lane.items() if sum(map(bool, map(_known, part))) > 1}
    return {n: own.get(n, whole) for n in by_lane}


def _larger(rows: Sequence[Row], looks: Counter[tuple[object, ...]]) -> frozenset[tuple[object, ...]]:
    """The look of at least two short lines in larger type than the text, each over text of the ordinary size."""
    sizes = Counter(r.look[0] for r in rows for _ in r.words)
    if not sizes or None in sizes:
        return frozenset()
    usual = sizes.most_common(1)[0][0]
    return frozenset(
        look
        for look, count in looks.items()
        if count > 1
        and isinstance(look[0], int)
        and look[0] > usual  # type: ignore[operator]
        and all(_short(r) and not r.dates for r in rows if r.look == look)
    )


def _set_off(rows: Sequence[Row]) -> frozenset[tuple[object, ...]]:
    """The looks of known headings that all have white space above."""
    known = [r for r in rows[1:] if _known(r)]
    tight = {r.look for r in known if not r.line.look.gap}
    return frozenset(r.look for r in known) - tight


def _bolder(rows: Sequence[Row], looks: Counter[tuple[object, ...]]) -> frozenset[tuple[object, ...]]:
    """The look of at least two short lines in capitals or bold, each behind white space, and no head."""
    shares = max(FEW, COMMON_LOOK * len(rows))
    found = [x for x, n in looks.items() if 1 < n <= shares and (x[1] or x[2])]
    return frozenset(look for look in found if _apart([r for r in rows if r.look == look], rows[0]))


def _apart(alike: Sequence[Row], first: Row) -> bool:
    free = [r for r in alike if r is not first]
    plain = all(_short(r) and not r.dates and "\t" not in r.text.strip() and r.line.look.gap for r in free)
    return plain and not any(reading.title_span(r.text) or reading.organisation(r.text.strip()) for r in free)


def _by_look(row: Row, looks: frozenset[tuple[object, ...]], apart: frozenset[tuple[object, ...]]) -> bool:
    """Whether a row that no list knows looks like the headings, with white space above where all of them have it."""
    if not _short(row) or row.dates or "\t" in row.text.strip() or not row.headlike:
        return False
    if row.look in apart and not row.line.look.gap:
        return False
    return row.look in looks or (row.line.look.heading and not looks)


def _of_entry(rows: Sequence[Row], at: int, current: Section) -> bool:
    """Whether a row that looks like a heading is part of a job's head: its dates and its title stand around it."""
    if _title_over_dates(rows, at) or _title_over_employer(rows, at):
        return True
    if current.kind != "experience" or current.heading is None:
        return False
    return _under_dates(rows, at) or _over_dated_title(rows, at) or _completes(rows, at, current)


def _under_dates(rows: Sequence[Row], at: int) -> bool:
    """A title or an employer straight under dates that stand alone."""
    above = rows[at - 1]
    return bool(above.periods) and not above.words and bool(rows[at].words)


def _over_dated_title(rows: Sequence[Row], at: int) -> bool:
    """An employer over a title with its period on its row or on the next."""
    below = rows[at + 1 : at + 3]
    if not below or below[0].sentence or below[0].bullet or not reading.title_span(below[0].bare):
        return False
    if reading.employer_span(below[0].bare):
        return False
    return bool(below[0].periods) or (len(below) > 1 and bool(below[1].periods) and not below[1].words)


def _completes(rows: Sequence[Row], at: int, current: Section) -> bool:
    """An employer straight under a dated title, where the jobs before have theirs under the title, too."""
    above, over = rows[at - 1], rows[at - 2] if at > 1 else None
    dated = above.periods or (over is not None and over.periods and not over.words)
    if rows[at].line.look.gap or not dated or not _title_alone(above):
        return False
    pairs = itertools.pairwise(current.rows)
    return any(_title_alone(a) and not b.periods and reading.employer_span(b.bare.strip()) for a, b in pairs)


def _title_alone(row: Row) -> bool:
    said = row.bare.strip()
    return not row.sentence and reading.title_span(said) is not None and reading.employer_span(said) is None


def _title_over_dates(rows: Sequence[Row], at: int) -> bool:
    """A job title that looks like a heading: the dates follow within two lines and bring no title of their own."""
    if not reading.title_span(rows[at].text):
        return False
    for row in rows[at + 1 : at + 4]:
        if row.periods:
            return not reading.title_span(row.bare)
        if row.sentence or row.bullet:
            return False
    return False


def _title_over_employer(rows: Sequence[Row], at: int) -> bool:
    """A job title and no word besides, over the name of a house."""
    said = rows[at].text.strip()
    title = reading.title_span(said)
    below = rows[at + 1] if at + 1 < len(rows) else None
    if title is None or title.of(said) != said or below is None or below.sentence or below.bullet:
        return False
    employer = reading.employer_span(below.bare.strip())
    return employer is not None and not employer.start and reading.organisation(employer.of(below.bare.strip()))


def _is_subheading(kind: SectionKind, row: Row, current: Section) -> bool:
    """ "Resultater" within a job: it looks otherwise than the heading that opened the section."""
    if current.kind != "experience" or current.heading is None:
        return False
    size, outer = row.look[0], current.heading.look[0]
    if isinstance(size, int) and isinstance(outer, int) and size < outer:
        return True
    if kind not in ("results", "skills", "projects", "profile", "other"):
        return False
    if row.text.rstrip().endswith(":"):
        return True
    return current.heading.look != row.look


def sections(rows: Sequence[Row]) -> list[Section]:
    """The sections of one document, lane by lane; what comes before the first heading is `profile`."""
    looks, apart = _looks_by_lane(rows), _set_off(rows)
    out: list[Section] = []
    current: Section | None = None
    for at, row in enumerate(rows):
        lane = row.line.look.lane
        if current is None or lane != current.lane:
            current = Section("profile" if lane == 0 else "other", None, lane=lane)
            out.append(current)
        kind = _known(row)
        if kind is None and at > 0 and _by_look(row, looks[lane], apart) and not _of_entry(rows, at, current):
            kind = "other"
        labelled = None if kind else _label(row)
        if labelled:
            kind, row = labelled  # noqa: PLW2901 the row without its label
        if kind is not None and not _is_subheading(kind, row, current):
            current = Section(kind, None if labelled else row, lane=lane)
            out.append(current)
            if not labelled:
                continue
        current.rows.append(row)
    return [s for s in out if s.rows or s.heading]


def of_kind(found: Iterable[Section], *kinds: SectionKind) -> list[Section]:
    """The sections of these kinds."""
    return [s for s in found if s.kind in kinds]
