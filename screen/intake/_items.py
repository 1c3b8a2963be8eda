"""Files as intake holds them against each other: what each says about whose it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from screen.identity import FileName, Name, fold, is_given, read_file_name, same_person, written_name
from screen.model.application import Kind
from screen.model.errors import Problem
from screen.model.text import Document, Line

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<!\d)(?:\+\d{2} ?)?((?:\d{2} ?){3}\d{2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
SHORT = 6
"""Words of a line that is no running text."""
EDGE = 16
"""Lines at a document's head and foot where the writer's own address stands."""


@dataclass(frozen=True)
class Item:
    """A file, read or not, with all that tells whose it is."""

    path: str
    document: Document | None
    problem: Problem | None
    kind: Kind | None

    @property
    def folder(self) -> str:
        """Its folder (or archive); "" at the top."""
        return self.path.rpartition("/")[0]

    @cached_property
    def file(self) -> FileName:
        """What its file name says."""
        return read_file_name(self.path)

    @cached_property
    def written(self) -> Name | None:
        """The name of its writer, by its own text; papers by others tell none."""
        if self.document is None or self.kind == "other":
            return None
        return written_name(self.document)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What may be name words in its file name."""
        return frozenset(self.file.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its text's words, folded."""
        return tuple(fold(w) for w in _WORD.findall(self.document.text)) if self.document else ()

    @cached_property
    def short_words(self) -> tuple[str, ...]:
        """The words of its short lines, folded: a head, an address, a signature."""
        if self.document is None:
            return ()
        texts = [line.span.of(self.document.text) for line in self.document.lines]
        return tuple(fold(w) for t in texts if len(t.split()) <= SHORT and ":" not in t for w in _WORD.findall(t))

    @cached_property
    def text_hash(self) -> str | None:
        """Equal for the same words in another format or layout; `None` where there is too little to tell."""
        words = self.words
        return hashlib.sha256(" ".join(words).encode()).hexdigest() if len(words) >= 30 else None

    @cached_property
    def mails(self) -> frozenset[str]:
        """E-mail addresses at its head and foot."""
        return frozenset(m.lower() for m in _MAIL.findall(self._edges))

    @cached_property
    def phones(self) -> frozenset[str]:
        """Telephone numbers of eight digits at its head and foot."""
        return frozenset(re.sub(r"\D", "", m) for m in _PHONE.findall(self._edges))

    @cached_property
    def _edges(self) -> str:
        document = self.document
        if document is None or self.kind == "other":
            return ""
        lines: Sequence[Line] = document.lines
        taken = lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])
        return "\n".join(line.span.of(document.text) for line in taken)


def fits(name: Name, tokens: frozenset[str]) -> bool:
    """Whether a file name's words may mean a person: they are parts of the name, or its first and last."""
    units = set(name.full)
    if len(tokens) == 1 and next(iter(tokens)) == "".join(u[0] for u in name.units) and len(name.units) > 1:
        # "Brev_LOB" by Lone Ousager Brink.
        return True
    pieces = units | {fold(p) for w in name.text.split() for p in re.split(r"[-‐‑]", w) if len(p) > 1}
    spelled = "".join(sorted(tokens)) if len(tokens) == 1 else ""
    if tokens <= pieces or spelled == name.joined:
        return True
    first, last = name.units[0], name.units[-1]
    return last in tokens and (first in tokens or any(first.startswith(t) and is_given(t) for t in tokens))


def differ(a: Item, b: Item) -> bool:
    """Whether two files tell plainly that they are two people's."""
    if a.written and b.written:
        return not same_person(a.written, b.written)
    if a.written or b.written:
        name, other = (a.written, b) if a.written else (b.written, a)
        return bool(name and _personal(other.file) and not fits(name, other.tokens))
    if _personal(a.file) and _personal(b.file):
        return not (a.tokens <= b.tokens or b.tokens <= a.tokens)
    return False


def _personal(file: FileName) -> bool:
    """Whether a file's name plainly holds a person's name: a given name and one more word."""
    return len(file.tokens) >= 2 and any(is_given(t) for t in file.tokens)


def other_person(a: Item, b: Item) -> bool:
    """Whether two CVs under one name are two people's: both e-mail address and telephone differ."""
    if a.kind != "cv" or b.kind != "cv" or not (a.mails and b.mails and a.phones and b.phones):
        return False
    return a.mails.isdisjoint(b.mails) and a.phones.isdisjoint(b.phones)
