"""Cells of tables that a spreadsheet opens: nothing in them may be run as a formula."""

from __future__ import annotations

from screen.wording import number

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""How a cell begins that some spreadsheet runs; the full-width forms too, and what starts a DDE call."""


def safe(text: str) -> str:
    """The text with an apostrophe before what would be run."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(STARTS) else text


def figure(value: float | None, language: str) -> str:
    """A total as the language's spreadsheets read numbers; empty where there is none."""
    return "" if value is None else number(value, language, 1)
