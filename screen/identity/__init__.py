"""Who an applicant is, and which runs of the documents must not count: names, contact, protected facts."""

from __future__ import annotations

from collections.abc import Sequence

from screen.identity._contact import contacts
from screen.identity._facts import Fact, Reader
from screen.identity._flat import Flat, flatten
from screen.identity._fold import fold
from screen.identity._own_name import OwnName
from screen.identity._parts import parts_of, speaks_of_others
from screen.identity._persons import Name, is_given, name_in, same_person
from screen.identity._who import best_name, found_in, written_name
from screen.identity.filenames import FileName, name_from, read_file_name
from screen.model.application import Mask
from screen.model.text import Document

__all__ = [
    "FileName",
    "Name",
    "find_masks",
    "fold",
    "is_given",
    "name_from",
    "name_in",
    "name_of",
    "read_file_name",
    "same_person",
    "written_name",
]


def name_of(documents: Sequence[Document]) -> str | None:
    """The applicant's name in its fullest spelling, as the documents give it; else as the files are called."""
    name = best_name(documents)
    return name.text if name else None


def find_masks(documents: Sequence[Document]) -> tuple[Mask, ...]:
    """What must be masked in one applicant's documents, by path and place; runs do not overlap."""
    own = OwnName(_spellings(documents))
    found: set[Mask] = set()
    for document in documents:
        found.update(_masks(document, own))
    return tuple(sorted(found, key=lambda m: (m.path, m.span, m.ground)))


def _spellings(documents: Sequence[Document]) -> list[Name]:
    """The applicant's name and the other spellings that are hers."""
    found = {d.path: found_in(d) for d in documents}
    name = best_name(documents, found)
    if name is None:
        return []
    others = [f.name for d in documents for f in found[d.path]] + [n for d in documents if (n := name_from(d.path))]
    return [name, *sorted({n for n in others if same_person(n, name)}, key=lambda n: n.text)]


def _masks(document: Document, own: OwnName) -> list[Mask]:
    flat = flatten(document)
    parts = parts_of(document, flat)
    reader = Reader(flat, parts)
    facts = [
        *reader.facts(),
        *own.facts(flat.text, reader.where),
        *contacts(flat.text, reader.where, speaks_of_others(document, flat)),
    ]
    return [Mask(document.path, flat.original(f.start, f.end), f.ground) for f in _apart(facts, flat)]


def _apart(facts: Sequence[Fact], flat: Flat) -> list[Fact]:
    """Facts in order, trimmed; what overlaps is one, under the ground of the longer."""
    out: list[Fact] = []
    for fact in sorted(
        (_trimmed(f, flat.text) for f in facts), key=lambda f: (f.start, -f.end, f.ground == "contact", f.ground)
    ):
        if fact.end <= fact.start:
            continue
        if out and fact.start < out[-1].end:
            last = out[-1]
            longer = last if last.end - last.start >= fact.end - fact.start else fact
            out[-1] = Fact(last.start, max(last.end, fact.end), longer.ground)
        else:
            out.append(fact)
    return out


def _trimmed(fact: Fact, text: str) -> Fact:
    """Without blanks and commas around."""
    start, end = fact.start, fact.end
    while start < end and text[start] in " \n\t,;:•|·":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:•|·":
        end -= 1
    return Fact(start, end, fact.ground)
