"""Criteria tried on the first applications: what each entry, set and rule met, the suspicious ones first.

How it is told (`table`, `json`) is loaded by those who tell it: workers only look.
"""

from __future__ import annotations

from screen.trial._asked import Asked, asked_of
from screen.trial._gather import Trial, gathered
from screen.trial._glance import Glance, glance

__all__ = ["Asked", "Glance", "Trial", "asked_of", "gathered", "glance"]
