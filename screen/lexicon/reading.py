"""What the reading of a CV knows of the working world, the same for every posting: job titles, employers, sectors."""

from __future__ import annotations

from screen.lexicon import _employers, _roles, _spans, _titles
from screen.model.text import Span


def title_head(word: str) -> bool:
    """Whether a lower-case word is, or as a compound ends in, a job title's head ("sundhedschef", "lærer")."""
    return _titles.title_head(word)


def modifier(word: str) -> bool:
    """Whether a lower-case word ordinarily stands before a title's head ("konstitueret", "senior", "adm.")."""
    return _titles.modifier(word)


def organisation(text: str) -> bool:
    """Whether the text looks like an employer's name ("Vejle Kommune", "Balticon A/S", "Odense Sygehus").

    Only names with a mark (a public pattern, a legal form, a known name) can be told; `sector` and `employer_span` also
    take a plain proper name.
    """
    return _employers.organisation(text)


def sector(employer: str) -> str | None:
    """kommune, region, stat, privat, forening, selvejende, udland-offentlig; None where the name does not tell."""
    return _employers.sector(employer)


def certainty(employer: str) -> int:
    """How surely a run names an employer rather than a department of it: 3 surely, 0 it bears no mark."""
    return _employers.certainty(employer)


def title_sector(title: str) -> str | None:
    """The sector that a title alone tells ("Kommunaldirektør i Assens"); None for titles that several sectors have."""
    return _employers.title_sector(title)


def role(text: str) -> str:
    """job, board, elected, volunteer or leave, from a heading ("Bestyrelsesmedlem, Fjordmek A/S", "Orlov")."""
    return _roles.role(text)


def acting(text: str) -> bool:
    """Whether a heading says konstitueret, fungerende, vikar, interim and the like."""
    return _roles.acting(text)


def title_span(text: str) -> Span | None:
    """The run of a heading that is the job title ("Kommunaldirektør" of "Kommunaldirektør, Faxe Kommune")."""
    return _spans.title_span(text)


def employer_span(text: str) -> Span | None:
    """The run of a heading that names an organisation ("Ringsted Kommune" of "som økonomichef i Ringsted Kommune")."""
    return _spans.employer_span(text)
