"""The whole field as a workbook: a sheet each for ranking, levels, evidence, positions and problems."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from screen.model.errors import ScreenError
from screen.model.finding import Ranking
from screen.reports import _sheets as sheets
from screen.reports._dossier import dossier
from screen.reports._options import Options
from screen.reports._package import mark, repacked
from screen.wording import say

SUFFIXES: tuple[str, ...] = (".xlsx",)
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""A text is a text, whatever it looks like."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The workbook; the same ranking gives the same bytes.

    Raises:
        ScreenError: `no-such-library`.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise ScreenError("no-such-library", ending=".xlsx", library="xlsxwriter", extra="office") from None
    made = dossier(ranking, options, everyone=True)
    page = BytesIO()
    book = Workbook(page, PLAIN)
    day = datetime(ranking.as_of.year, ranking.as_of.month, ranking.as_of.day, tzinfo=UTC).replace(tzinfo=None)
    title = f"{say('shortlist-title', options.language)}: {made.head}"
    book.set_properties({"title": title, "comments": mark(ranking.version), "created": day})
    looks = sheets.Looks.of(book)
    for sheet in sheets.of(made):
        sheets.write(book, sheet, looks)
    book.close()
    return repacked(page.getvalue())
