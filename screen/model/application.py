"""An application: one applicant's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screen.model.errors import Notice, Problem
from screen.model.text import Document, Span

Kind = Literal["cv", "letter", "other"]


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as part of an application."""

    document: Document
    kind: Kind


@dataclass(frozen=True, slots=True)
class Mask:
    """A run of a document that tells who the applicant is or something that must not count."""

    path: str
    span: Span
    ground: str
    """name, contact, birth, age, gender, marital-status, children, nationality, religion, party, union, health …"""


@dataclass(frozen=True, slots=True)
class Application:
    """What one applicant sent: one or more files."""

    id: str
    """12 hexadecimal digits, a hash of the documents' hashes: independent of names and of the order of files."""
    name: str | None
    documents: tuple[Filed, ...]
    """Those that could be read, by path."""
    problems: tuple[Problem, ...] = ()
    """Those that could not."""
    notices: tuple[Notice, ...] = ()
