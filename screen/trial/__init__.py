"""Criteria tried on the first applications: what each entry, set and rule met, the suspicious ones first."""

from __future__ import annotations

from screen.trial._asked import Asked, asked_of
from screen.trial._gather import Trial, gathered
from screen.trial._glance import Glance, glance
from screen.trial._json import to_json
from screen.trial._table import show

__all__ = ["Asked", "Glance", "Trial", "asked_of", "gathered", "glance", "show", "to_json"]
