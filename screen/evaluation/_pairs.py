"""Who in the result is whom the labels mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from screen.evaluation._label import Label
from screen.evaluation._labels import normal
from screen.evaluation._likeness import words
from screen.model.result import ApplicantRecord, MarkRecord, Result

Status = Literal["scored", "partial", "unreadable", "absent"]
READ = ("scored", "partial")
"""Statuses of applicants that have levels."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled applicant and the row that is about the same person."""

    label: Label
    row: ApplicantRecord | None
    together: bool | None
    """The row has exactly the labelled files; `None` where the label names none."""

    @property
    def status(self) -> Status:
        """As in the result, or absent."""
        return self.row.status if self.row else "absent"

    @property
    def score(self) -> float:
        """The total, 0 where there is none, rounded: sums in another order are equal."""
        return round((self.row.score if self.row else None) or 0.0, 6)

    def mark(self, requirement: str) -> MarkRecord | None:
        """A requirement's row."""
        return self.row.requirements.get(requirement) if self.row else None

    def level(self, requirement: str) -> int:
        """0 where nothing could be read."""
        mark = self.mark(requirement)
        return (mark.level if mark else None) or 0


@dataclass(frozen=True, slots=True)
class Pairing:
    """All labelled applicants that are to be measured."""

    pairs: tuple[Pair, ...]
    surplus: tuple[ApplicantRecord, ...]
    """Rows that belong to no label."""
    unknown: tuple[str, ...]
    """Ids of labels whose name fits nobody or several."""


def paired(result: Result, labels: Sequence[Label], but: Iterable[str] = ()) -> Pairing:
    """Each label with its row, those in `but` left out; by files where it names some, else by name."""
    boxes = [f for label in labels for f in label.files]
    by_file = {box: row for row in result.applicants for box in _boxed(row, boxes)}
    pairs, unknown, used = [], [], set()
    for label in labels:
        pair = _by_files(label, by_file, boxes) if label.files else _by_name(label, result)
        if pair and pair.row:
            used.add(id(pair.row))
        if label.id in but:
            continue
        if pair is None:
            unknown.append(label.id)
        else:
            pairs.append(pair)
    surplus = tuple(row for row in result.applicants if id(row) not in used)
    return Pairing(tuple(pairs), surplus, tuple(unknown))


def _boxed(row: ApplicantRecord, boxes: Sequence[str]) -> list[str]:
    """The row's files as the labels name them: what lies in a labelled folder or archive is that folder or archive."""
    paths = (normal(d.path) for d in row.documents)
    return [next((b for b in boxes if p == b or p.startswith(f"{b}/")), p) for p in paths]


def _by_files(label: Label, by_file: dict[str, ApplicantRecord], boxes: Sequence[str]) -> Pair:
    found = [by_file[f] for f in label.files if f in by_file]
    if not found:
        return Pair(label, None, False)
    # Several rows for one person: the best counts for the level, and the split for the grouping.
    best = max(found, key=lambda row: row.score or 0.0)
    whole = len(found) == len(label.files) and all(row is best for row in found)
    return Pair(label, best, whole and set(_boxed(best, boxes)) == set(label.files))


def _by_name(label: Label, result: Result) -> Pair | None:
    """The only row of exactly this name, else the only one whose name has all of its words."""
    asked = words(label.name or "")
    named = [(row, words(row.name or "")) for row in result.applicants]
    exact = [row for row, name in named if name == asked]
    parts = [row for row, name in named if set(asked.split()) <= set(name.split())]
    found = exact or parts
    return Pair(label, found[0], None) if len(found) == 1 else None
