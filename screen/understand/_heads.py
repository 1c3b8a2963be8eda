"""What the head of an entry says: title, employer, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screen.lexicon import reading
from screen.model.text import Span
from screen.understand._row import Row, field_spans
from screen.understand._widen import wide_employer, wide_title
from screen.understand._words import phrases


@dataclass(frozen=True)
class Field:
    """A part of a head row, and what it names; spans count within the document."""

    row: Row
    span: Span
    title: Span | None
    employer: Span | None

    @property
    def text(self) -> str:
        """Its words."""
        return self.of(self.span)

    def of(self, span: Span) -> str:
        """The words of a run of it."""
        return span.shifted(-self.row.start).of(self.row.text)


LONGEST_FORM = 6
"""Characters of a legal form: A/S, I/S, ApS, P/S, AB, Ltd."""


def _employer(text: str) -> Span | None:
    """The employer that a text names, unless it begins with a title: "og siden butiksassistent, Elgros"."""
    found = reading.employer_span(text)
    title = reading.title_span(found.of(text)) if found and text[found.start].islower() else None
    if found is None or title is None or title.start:
        return found
    at = found.start + title.end
    name = text[at:].strip(" ,")
    return Span(text.index(name, at), len(text.rstrip(" ,"))) if name[:1].isupper() and reading.sector(name) else None


@lru_cache(maxsize=50_000)
def _named(text: str) -> tuple[Span | None, Span | None]:
    title, employer = reading.title_span(text), _employer(text)
    if title and employer and len(employer) <= LONGEST_FORM and text[title.end : employer.start] == " ":
        # A firm whose name ends like a title: "Rådhuspartner P/S".
        return None, Span(title.start, employer.end)
    if title == employer:
        employer = None
    if title and employer and title.meets(employer):
        if employer.holds(title) or title.start > employer.start:
            title = None if employer.holds(title) else Span(employer.end, title.end)
        else:
            title = Span(title.start, max(title.start + 1, employer.start))
    return title, employer


def _unlabelled(text: str) -> tuple[Span | None, Span | None]:
    """What a text names; a title behind a colon is another's ("Refererer til: direktør") unless an employer leads."""
    title, employer = _named(text)
    colon = text.rfind(":", 0, title.start) if title else -1
    label = text[:colon].split() if colon > 0 else []
    others = bool(label) and (len(label) == 1 or label[-1].islower()) and not reading.organisation(" ".join(label))
    return (None if others else title), employer


def fields(row: Row) -> list[Field]:
    """The fields of a row, each with the title and the employer that it names."""
    known: list[Field] | None = row.kept.get("fields")
    if known is not None:
        return known
    out: list[Field] = []
    row.kept["fields"] = out
    for span in field_spans(row):
        title, employer = _unlabelled(span.shifted(-row.start).of(row.text))
        out.append(Field(row, span, title and title.shifted(span.start), employer and employer.shifted(span.start)))
    return out


@dataclass(frozen=True)
class Head:
    """Title and employer of an entry, with where they stand; None where the text does not tell."""

    title: str | None
    title_at: tuple[Row, Span] | None
    employer: str | None
    employer_at: tuple[Row, Span] | None
    text: str
    """All of the head's fields."""


_TRIM = " \t\n,;:|·•–—-."
_HANGS = re.compile(r"\s(?:og|and|och|&)$")


def _part(field: Field, span: Span) -> tuple[str, tuple[Row, Span]]:
    raw = field.of(span)
    lead = len(raw) - len(raw.lstrip(_TRIM + "("))
    kept = raw.strip(_TRIM)
    kept = _HANGS.sub("", kept)
    kept = kept.lstrip("(") if kept.count("(") > kept.count(")") else kept
    kept = kept.rstrip(")") if kept.count(")") > kept.count("(") else kept
    start = span.start + lead
    return " ".join(kept.split()), (field.row, Span(start, start + len(kept)))


def _rest(field: Field) -> Span | None:
    """What of a field is neither its title nor its employer, if it is a name-like run."""
    if not field.title or field.employer:
        return None
    tail = Span(field.title.end, field.span.end)
    text = field.of(tail).strip(_TRIM + "()")
    return tail if len(text) > 2 and text[:1].isupper() else None


def _weight(named: tuple[Field, Span]) -> tuple[bool, bool, int, bool, bool]:
    """How surely a run names an employer rather than a department of it or a place."""
    text = named[0].of(named[1])
    words = text.split()
    several = len(words) > 1 and words[0][:1].isupper()
    return (
        text[:1].isupper(),
        reading.organisation(text),
        reading.certainty(text),
        several,
        reading.sector(text) != "privat",
    )


def _by_comma(
    employer: tuple[Field, Span] | None,
) -> tuple[tuple[Field, Span] | None, tuple[Field, Span] | None]:
    """A title that no list knows, parted from its employer by a comma: "Opvasker, Kroen ved Færgelejet"."""
    if employer is None:
        return None, None
    named = employer[0]
    first, comma, rest = named.text.partition(",")
    if not comma or not rest.strip() or named.span.start + len(first) > employer[1].start:
        return None, employer
    start = named.span.start
    return (named, Span(start, start + len(first))), (named, Span(start + len(first) + 1, named.span.end))


def _before_place(employer: tuple[Field, Span] | None) -> tuple[Field, Span] | None:
    """A title that no list knows, before "i", "hos" and its employer: "Underdir. i HOFOR A/S"."""
    if employer is None:
        return None
    named, span = employer
    before = Span(named.span.start, span.start)
    said = named.of(before).rstrip()
    place = next((m for m in phrases("in_place").finditer(said) if m.end() == len(said)), None)
    title = said[: place.start()].rstrip() if place else ""
    short = 0 < len(title.split()) <= SMALL_WORD and title[:1].isupper()
    return (named, Span(before.start, before.start + len(title))) if short else None


Named = tuple[Field, Span]


def _led(field: Field, title: Span) -> Named | None:
    """The house that a title leads: "Direktør for | Musikhuset Nord", but not a field of work."""
    said = field.of(title)
    of = next(iter(phrases("of").finditer(said)), None)
    name = said[of.end() :].strip() if of else ""
    if not name[:1].isupper() or not reading.sector(name):
        return None
    return field, Span(title.end - len(name), title.end)


def _apart_from(title: Named | None, employer: Named | None, found: Sequence[Field]) -> Named | None:
    """A name on a row of its own rather than the one that only its place behind the title makes an employer."""
    if (
        title is None
        or employer is None
        or employer[0] is not title[0]
        or reading.certainty(employer[0].of(employer[1]))
    ):
        return None
    other = [f for f in found if f.row is not title[0].row and not f.title and proper(f.row)]
    return next(((f, f.span) for f in other if reading.sector(f.text)), None)


def _wide_title(title: Named, employer: Named | None) -> Span:
    field, span = title
    at = field.span.start
    stop = len(field.text)
    if employer and employer[0] is field and employer[1].start >= span.end:
        stop = employer[1].start - at
    return wide_title(field.text, span.shifted(-at), stop).shifted(at)


def _wide_employer(employer: Named) -> Span:
    field, span = employer
    at = field.span.start
    return wide_employer(field.text, span.shifted(-at)).shifted(at)


def _carried(
    told: tuple[str, tuple[Row, Span]] | tuple[None, None], title: Named | None, rows: Sequence[Row]
) -> tuple[str, tuple[Row, Span]] | tuple[None, None]:
    """A title with the row that goes on with it: "Direktør for Social" over "og Sundhed"."""
    if told[0] is None or told[1] is None or title is None:
        return told
    below = rows[rows.index(title[0].row) + 1 :][:1]
    if not below or not below[0].carries_on:
        return told
    return f"{title[0].text} {' '.join(below[0].bare.split())}", (title[0].row, title[0].span)


def read_head(rows: Sequence[Row], title_first: bool = True) -> Head:
    """Title and employer from the rows of a head.

    Where neither list nor shape tells which is which, the order of the document's other entries does.
    """
    found = [f for row in rows for f in fields(row)]
    title = next(((f, f.title) for f in found if f.title), None)
    employer = max(((f, f.employer) for f in found if f.employer), key=_weight, default=None)
    employer = _apart_from(title, employer, found) or employer
    plain = [f for f in found if not f.title and not f.employer]
    plain = [f for f in plain if not f.text[:1].islower()] or plain
    if title is None and not plain and title_first:
        title, employer = _by_comma(employer)
        title = title or _before_place(employer)
    if title is None and plain:
        pick = plain[0] if title_first or employer else plain[-1]
        plain.remove(pick)
        title = (pick, pick.span)
        if employer is None and not plain and title_first:
            parted = _by_comma((pick, Span(pick.span.end, pick.span.end)))
            title, employer = parted if parted[0] else (title, None)
    if employer is None and title is not None:
        rest = _rest(title[0]) if title[0].title else None
        if plain:
            employer = (plain[0], plain[0].span)
        elif rest:
            employer = (title[0], rest)
    if employer is None and title is not None:
        employer = _led(*title)
    texts = " ".join(f.text for f in found)
    told = _part(title[0], _wide_title(title, employer)) if title else (None, None)
    told = _carried(told, title, rows)
    named = _part(employer[0], _wide_employer(employer)) if employer else (None, None)
    return Head(told[0] or None, told[1], named[0] or None, named[1], texts)


def names_title(rows: Iterable[Row]) -> bool:
    """Whether a row names a job title."""
    return any(f.title for row in rows for f in fields(row))


def names_employer(rows: Iterable[Row]) -> bool:
    """Whether a row names an employer."""
    return any(f.employer for row in rows for f in fields(row))


LONGEST_NAME = 6
"""Words of a name that no list knows."""


def proper(row: Row) -> bool:
    """Whether a row may be a name that no list knows: few words, none begun in lower case but the smallest."""
    words = row.bare.split()
    named = [w for w in words if w[0].isupper() or w[0].isdigit() or w == "&" or len(w) <= SMALL_WORD]
    return 0 < len(words) <= LONGEST_NAME and len(named) == len(words) and words[0][0].isupper()


SMALL_WORD = 3
"""Letters of a word that may join a name's words: og, af, ved, the, for."""
