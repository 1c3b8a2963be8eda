"""The whole field as a table for spreadsheets: one row an applicant."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Protocol

from screen.model.finding import Ranking
from screen.model.result import SCHEMA
from screen.reports._cells import figure, safe
from screen.reports._dossier import Row, dossier
from screen.reports._options import Options
from screen.wording import one_line, say

SUFFIXES: tuple[str, ...] = (".csv",)
COMMA = ("da",)
"""Languages with a decimal comma: their spreadsheets part columns by semicolons."""


class Known(Protocol):
    """A line of a key: who stands behind a neutral id."""

    @property
    def id(self) -> str:
        """The neutral id."""

    @property
    def name(self) -> str | None:
        """The applicant's name."""

    @property
    def files(self) -> tuple[str, ...]:
        """The applicant's files."""


def render(ranking: Ranking, options: Options) -> bytes:
    """Everyone, those on the shortlist first; UTF-8 with the mark that spreadsheets ask for."""
    made, language = dossier(ranking, options), options.language
    head = [say(code, language) for code in ("column-rank", "column-applicant", "column-id")]
    head += [say("column-listed", language), say("column-total", language)]
    head += [text for want in made.wants for text in (want.label, say("column-word", language, label=want.label))]
    head += [say("column-remarks", language), say("record-schema", language)]
    return _table([head, *(_row(row, language) for row in made.rows)], language)


def key_table(key: Iterable[Known], language: str) -> bytes:
    """Who is who in a blind shortlist."""
    head = [say(code, language) for code in ("column-id", "column-applicant", "column-files", "record-schema")]
    lines = ([who.id, one_line(who.name or ""), " · ".join(map(one_line, who.files)), SCHEMA] for who in key)
    return _table([head, *lines], language)


def _row(row: Row, language: str) -> list[str]:
    cells = [row.rank_text if row.rank else "", row.name, row.id]
    cells += [say("yes" if row.listed else "no", language), figure(row.score, language)]
    for cell in row.cells:
        flag = f" ({say('flag', language)})" if cell.flag else ""
        cells += ["" if cell.level is None else str(cell.level), f"{cell.word}{flag}"]
    return [*cells, "; ".join((*row.flags, *row.remarks)), SCHEMA]


def _table(rows: Iterable[Sequence[str]], language: str) -> bytes:
    page = StringIO()
    writer = csv.writer(page, delimiter=";" if language in COMMA else ",", lineterminator="\r\n")
    writer.writerows([safe(text) for text in row] for row in rows)
    return page.getvalue().encode("utf-8-sig")
