"""What kind of paper a document is: by what it says first, by what its file is called second."""

from __future__ import annotations

import re
from functools import cache

from screen.grammar.dates import find_dates
from screen.grammar.headings import heading_kind
from screen.identity import fold, read_file_name
from screen.intake._words import anywhere, load, said, starts
from screen.model.application import Kind
from screen.model.text import Document

_WORD = re.compile(r"[^\W\d_]+")
_CAREER = (
    "experience",
    "education",
    "courses",
    "skills",
    "boards",
    "languages",
    "profile",
    "references",
    "results",
    "elected",
)
TITLE_WORDS = 2
"""Words of a line that is nothing but a CV's title, wherever it stands."""
TITLE_LINES = 12
"""Among these a paper says what it is."""
OPENING, ENDING = 25, 15
"""Lines in which a letter's salutation and its closing stand."""
PROSE = 60
"""Characters: a line of running text."""
ROWS = 4
"""So many lines that begin with a period are a career's, even alone on their lines."""
LEAST_ROWS = 2
"""Fewer rows behind a letter are a part of it."""
_LED_BY_YEAR = re.compile(r"\W*(?:19|20)\d\d\W+[^\W\d_]")
DATE_COLUMN = 32
"""Characters at a line's beginning in which the period of a row stands."""


@cache
def _period() -> re.Pattern[str]:
    """A line of a career: years with a dash, or a year at its beginning."""
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"{year}\s*\)?\s*(?:[-–—−‐→]|->|(?:{said('until')})\b)|\b\d{{1,2}}[./]\d{{2,4}}\s*[-–—−]\s*|"
        rf"^\W*(?:{said('since')})\s+(?:[^\W\d_]+\s+)?{year}|^\W*(?:[^\W\d_]+\.?\s+)?{year}\b",
        re.I,
    )


@cache
def _grade() -> re.Pattern[str]:
    """A line of a transcript: a subject and its grade on one of the Nordic scales."""
    return re.compile(rf"^\S.{{2,60}}?[\s.:\t]+(?:-3|00|0?2|4|7|8|9|1[0-3]|[A-E]|VG|G|{said('passed')})\s*$", re.I)


def kind_of(document: Document) -> Kind:
    """cv, letter or other; what tells nothing is taken for a CV, so that nothing is lost.

    A letter with a career's rows behind it is a CV, whatever its head and its name say.
    """
    lines = [line.span.of(document.text).strip() for line in document.lines]
    kind = _told(document, lines)
    return "cv" if kind == "letter" and _rows_behind(lines) else kind


def _told(document: Document, lines: list[str]) -> Kind:
    named = _by_name(document.path)
    cv, letter, other = _as_cv(lines), _as_letter(lines, named == "letter"), _as_paper(lines)
    cv, letter, other = cv + 2 * (named == "cv"), letter + 2 * (named == "letter"), other + 2 * (named == "other")
    if other >= 5 and other > cv and other >= letter - 2:
        return "other"
    if cv >= 6 and has_career(lines):
        return "cv"
    if letter >= 4 and letter > cv:
        return "letter"
    if other >= 3 and other > max(cv, letter):
        return "other"
    if named == "other" and letter < 4 and not has_career(lines):
        return "other"
    return "letter" if letter > cv else "cv"


def has_career(lines: list[str]) -> bool:
    """Periods or headings that only a CV holds, also behind a letter in the same file."""
    return sum(map(_dated, lines)) >= 3 or len(_headings(lines) & {"experience", "education"}) == 2


def _dated(line: str) -> bool:
    return bool(_period().search(line)) or _row(line)


def _row(line: str) -> bool:
    """A line that begins with a period, however it is written: a row of a career."""
    head = line[:DATE_COLUMN].partition("\t")[0]
    if not any(c.isdigit() for c in head):
        return False
    first = next(iter(find_dates(head)), None)
    return first is not None and first.kind == "period" and not head[: first.span.start].strip(" •–-(|")


def _rows_behind(lines: list[str]) -> bool:
    """Whether a letter's file also lists a career: rows of periods, which tell nothing in the first person."""
    listed = [t for t in lines if len(t) < 2 * PROSE and not _own_words() & {w.lower() for w in _WORD.findall(t)}]
    rows = sum(map(_listed_row, listed))
    years = sum(bool(_LED_BY_YEAR.match(t)) and not _listed_row(t) for t in listed)
    titled = any(len(t.split()) <= TITLE_WORDS and starts("cv_titles").fullmatch(t.strip(" :=-_*")) for t in lines)
    if sum(map(_row, lines)) >= (LEAST_ROWS if titled else ROWS):
        return True
    return rows >= LEAST_ROWS and rows + years + len(_headings(lines)) > LEAST_ROWS


def _listed_row(line: str) -> bool:
    """A row that a period begins or ends, and that is no sentence."""
    if line.endswith((".", "!", "?")) or not any(c.isdigit() for c in line):
        return False
    periods = [d.span for d in find_dates(line) if d.kind == "period"]
    if not periods or len(_WORD.findall(line[: periods[0].start] + line[periods[-1].end :])) == 0:
        return False
    return not line[: periods[0].start].strip(" •–-(|") or not line[periods[-1].end :].strip(" )|")


def _headings(lines: list[str]) -> set[str]:
    return {k for t in lines if len(t) <= PROSE and (k := heading_kind(t)) in _CAREER}


def _as_cv(lines: list[str]) -> float:
    periods = sum(_dated(t) for t in lines if len(t) < 2 * PROSE or "\t" in t)
    points = 2.0 * min(3, len(_headings(lines))) + min(4.0, 0.75 * periods)
    if any(len(t) <= PROSE and starts("cv_titles").match(t) for t in lines[:TITLE_LINES]):
        points += 3
    return points


def _as_letter(lines: list[str], named: bool) -> float:
    """Marks of a letter; without one, and under another name, first-person prose is none."""
    points = 0.0
    if any(starts("salutations").match(t) and len(t) <= 2 * PROSE for t in lines[:OPENING]):
        points += 3
    if any(starts("closings").match(t) and len(t) <= PROSE for t in lines[-ENDING:]):
        points += 2
    if any(starts("letter_subjects").match(t) and len(t) <= 2 * PROSE for t in lines[:OPENING]):
        points += 3
    if not points and not named:
        return 0.0
    words = [w.lower() for t in lines for w in _WORD.findall(t)]
    own = sum(w in _own_words() for w in words)
    if words and own / len(words) > 0.03:
        points += 2
    return points + (sum(len(t) for t in lines if len(t) >= PROSE) > 0.7 * sum(map(len, lines)))


@cache
def _own_words() -> frozenset[str]:
    return frozenset(load()["first_person"])


def _as_paper(lines: list[str]) -> float:
    text = "\n".join(lines)
    points = 0.0
    if any(len(t) <= PROSE and starts("paper_titles").match(t) for t in lines[:TITLE_LINES]):
        points += 3
    points += min(4.0, 2.0 * len({m.lower() for m in anywhere("paper_phrases").findall(text)}))
    postings = len({m.lower() for m in anywhere("posting_phrases").findall(text)})
    points += 5 if postings >= 4 else 0
    if sum(bool(_grade().match(t)) for t in lines) >= 3:
        points += 2
    words = len(_WORD.findall(text))
    return points - 3 * (words > 700 and postings < 4)


@cache
def _name_words() -> dict[str, Kind]:
    given: dict[Kind, list[str]] = load()["kinds_of_names"]
    order: tuple[Kind, ...] = ("other", "letter", "cv")
    return {fold(w): kind for kind in order for w in given[kind]}


@cache
def _by_name(path: str) -> Kind | None:
    """What the words of the file's name say; a CV's word wins, then a letter's."""
    known, found = _name_words(), set[Kind]()
    for word in read_file_name(path).kinds:
        longer = (kind for w, kind in known.items() if len(w) > 4 and (word.startswith(w) or word.endswith(w)))
        if kind := known.get(word) or next(longer, None):
            found.add(kind)
    if found == {"letter", "other"} or len(found) == 3:
        return None
    return next((k for k in ("cv", "letter", "other") if k in found), None)
