"""Documents to applications: which belong to one applicant, what kind each is, which come twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from screen.identity import name_from, name_of
from screen.intake._clusters import clustered
from screen.intake._folders import bundles
from screen.intake._items import Item
from screen.intake._kinds import kind_of
from screen.intake._passed import CORRECTIONS, passed_over
from screen.intake._postings import is_posting
from screen.intake.corrections import Corrections, CorrectionsError, Mistake, load_corrections
from screen.model.application import Application, Filed
from screen.model.errors import Notice, Problem
from screen.model.text import Document

__all__ = [
    "CORRECTIONS",
    "Corrections",
    "CorrectionsError",
    "Mistake",
    "application_id",
    "group",
    "is_posting",
    "kind_of",
    "load_corrections",
    "passed_over",
]


def group(
    documents: Sequence[Document], problems: Sequence[Problem], corrections: Corrections | None = None
) -> tuple[Application, ...]:
    """The applicants, ordered by id; every document and problem is in exactly one, unless somebody ruled it out.

    Args:
        documents: The files that could be read, in any order.
        problems: Those that could not.
        corrections: What people say about the files; it wins.
    """
    said = corrections or Corrections()
    items = [i for i in _items(documents, problems, said) if not said.ignores(i.path)]
    claimed: dict[int, list[Item]] = {}
    free: list[Item] = []
    for item in items:
        owner = said.applicant_of(item.path)
        if owner is None:
            free.append(item)
        else:
            claimed.setdefault(owner, []).append(item)
    together, flat = bundles(free)
    built = [_application(g, None, said) for g in clustered(together, flat)]
    built += [_application(g, said.applicants[n].name, said, True) for n, g in sorted(claimed.items())]
    return tuple(sorted(built, key=lambda a: (a.id, a.documents[0].document.path if a.documents else "")))


def application_id(documents: Sequence[Document], problems: Sequence[Problem] = ()) -> str:
    """Twelve hexadecimal digits from the documents' hashes; an unreadable file is known by its path."""
    parts = [d.sha256 for d in documents] + [hashlib.sha256(p.path.encode()).hexdigest() for p in problems]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:12]


def _items(documents: Sequence[Document], problems: Sequence[Problem], said: Corrections) -> list[Item]:
    read = [Item(d.path, d, None, said.kind_of(d.path) or kind_of(d)) for d in documents]
    unread = [Item(p.path, None, p, None) for p in problems]
    return sorted([*read, *unread], key=lambda i: (i.path, i.document is None, i.problem.code if i.problem else ""))


def _application(items: Sequence[Item], name: str | None, said: Corrections, corrected: bool = False) -> Application:
    documents = [i.document for i in items if i.document]
    problems = tuple(i.problem for i in items if i.problem)
    corrected = corrected or any(said.kind_of(i.path) for i in items)
    return Application(
        id=application_id(documents, problems),
        name=name or _name(items, documents),
        documents=tuple(Filed(i.document, i.kind) for i in items if i.document and i.kind),
        problems=problems,
        notices=(*_duplicates(items), *([Notice.of("corrected")] if corrected else [])),
    )


def _name(items: Sequence[Item], documents: Sequence[Document]) -> str | None:
    """The name that the documents give; papers by others and file names come second."""
    own = [i.document for i in items if i.document and i.kind != "other"]
    if own and (name := name_of(own)):
        return name
    if name := name_of(documents):
        return name
    guesses = [n for i in items for n in (name_from(i.path), name_from(i.folder, True)) if n]
    whole = [n for n in guesses if len(n.full) > 1]
    return max(whole, key=lambda n: (len(n.full), n.text)).text if whole else None


def _duplicates(items: Sequence[Item]) -> Iterator[Notice]:
    """One notice for each file that says the same as one before it."""
    seen: dict[str, str] = {}
    for item in items:
        if item.document is None:
            continue
        keys = [item.document.sha256, *([item.text_hash] if item.text_hash else [])]
        first = next((seen[k] for k in keys if k in seen), None)
        if first:
            yield Notice.of("duplicate", path=item.path, other=first)
        for key in keys:
            seen.setdefault(key, item.path)
