"""Findings to marks, marks to an assessment, assessments to a ranking: the only arithmetic."""

from __future__ import annotations

from screen.score._assess import assess, unread
from screen.score._mark import got, mark
from screen.score._rank import rank, total

__all__ = ["assess", "got", "mark", "rank", "total", "unread"]
