"""Sections whose lines are dated jobs, whatever their heading says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from screen.grammar.headings import heading_kind
from screen.lexicon import reading
from screen.understand._entry import Entry
from screen.understand._heads import fields, names_employer
from screen.understand.entries import entries
from screen.understand.sections import Section
from screen.understand.studies import tells_study

NOT_JOBS = ("boards", "skills", "results", "projects", "personal", "publications")
"""Kinds of sections that hold the career where no other does."""
LEAST_JOBS = 2
"""Entries that make a career."""
_PARTS = re.compile(r"\s+(?:&|\+|/|\w{2,3})\s+|\s*[/,&+]\s*")


def as_told(section: Section, found: Sequence[Section]) -> Section:
    """The section as one of jobs, where its heading names them beside studies, or where only it tells of any."""
    if section.kind == "education" and section.heading is not None:
        parts = [p for p in _PARTS.split(section.heading.text.strip()) if p]
        mixed = len(parts) > 1 and any(heading_kind(p) == "experience" for p in parts)
        return replace(section, kind="experience") if mixed and _jobs(section) else section
    elsewhere = any(s.kind == "experience" for s in found)
    if section.kind in NOT_JOBS and not elsewhere and len(_jobs(section)) >= LEAST_JOBS:
        return replace(section, kind="experience")
    return section


def _jobs(section: Section) -> list[Entry]:
    """The entries with a period, an employer and a leading title that is no seat's."""
    _, found = entries(section.rows)
    return [e for e in found if e.dated and e.dated.kind == "period" and _is_job(e)]


def _is_job(entry: Entry) -> bool:
    titled = [f for row in entry.head for f in fields(row) if f.title and f.title.start == f.span.start]
    plain = bool(titled) and all(reading.role(f.text) == "job" for f in titled)
    return plain and names_employer(entry.head + entry.group) and not tells_study(entry.head)
