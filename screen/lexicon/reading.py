"""What the reading of a CV knows of the working world, the same for every posting: job titles, employers, sectors."""

from __future__ import annotations


def title_head(word: str) -> bool:
    """Whether a lower-case word is, or as a compound ends in, a job title's head ("sundhedschef", "lærer")."""
    raise NotImplementedError


def modifier(word: str) -> bool:
    """Whether a lower-case word ordinarily stands before a title's head ("konstitueret", "senior", "adm.")."""
    raise NotImplementedError


def organisation(text: str) -> bool:
    """Whether the text looks like an employer's name ("Vejle Kommune", "Balticon A/S", "Odense Sygehus")."""
    raise NotImplementedError


def sector(employer: str) -> str | None:
    """kommune, region, stat, privat, forening, selvejende, udland-offentlig; None where the name does not tell."""
    raise NotImplementedError


def role(text: str) -> str:
    """job, board, elected, volunteer or leave, from a heading ("Bestyrelsesmedlem, Fjordmek A/S", "Orlov")."""
    raise NotImplementedError


def acting(text: str) -> bool:
    """Whether a heading says konstitueret, fungerende, vikar, interim and the like."""
    raise NotImplementedError
