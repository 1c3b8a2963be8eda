"""Family: `Ranking` to bytes, one module for each format. They see nouns and words only: none computes a score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from screen.model.finding import Ranking
from screen.reports import compare, csv, docx, explain, html, json, markdown, pdf, table, xlsx
from screen.reports._options import Options


class Report(Protocol):
    """What every module of the family offers."""

    SUFFIXES: tuple[str, ...]
    """Endings of file names that ask for this format."""

    def render(self, ranking: Ranking, options: Options) -> bytes:
        """The whole report."""


REPORTS: Mapping[str, Report] = {
    "table": table,
    "json": json,
    "markdown": markdown,
    "csv": csv,
    "xlsx": xlsx,
    "pdf": pdf,
    "docx": docx,
    "html": html,
    "explain": explain,
    "compare": compare,
}
"""`--format` → module."""

__all__ = ["REPORTS", "Options", "Report"]
