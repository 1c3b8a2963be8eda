"""Which of the terms that stand in a text are kept: of those that cover each other the longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screen.lexicon import Lexicon
from screen.lexicon.compiled import Form
from screen.lexicon.inflection import Features
from screen.model.criteria import EntryKind

FORMS: tuple[Form, ...] = ("exact", "compound", "fuzzy")
"""From the surest to the least sure."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term that stands in a text, for one of its entries."""

    entry: int
    first: int
    last: int
    core: tuple[int, int]
    """The tokens that count when the longest is sought; a suspended compound counts as its whole word."""
    own: frozenset[int]
    """Those of them that are words of the term: what stands between may be a mention of its own."""
    form: Form
    features: Features
    at: int = 0
    """Letters of its first word that it does not speak of: "ansvar for" does not of "personale|ansvar for"."""


def _meet(one: Found, other: Found) -> bool:
    return one.core[0] < other.core[1] and other.core[0] < one.core[1]


def _covers(longer: Found, each: Found) -> bool:
    """Whether all that a mention speaks of stands within a longer one; what merely overlaps is met beside it."""
    return each.own <= longer.own and (each.first != longer.first or each.at >= longer.at)


def _beats(negative: Found, each: Found) -> bool:
    """Whether a `not:` rules a mention out: "kommunalbestyrelse" itself stands, though "bestyrelse" is excluded."""
    return negative.form == "exact" or each.form != "exact"


def kept(found: Sequence[tuple[Found, bool]], lexicon: Lexicon) -> Iterator[Found]:
    """Without those that a `not:` of their entry meets, and of a kind without those that a longer one covers."""
    against: dict[int, list[Found]] = {}
    for each, negative in found:
        if negative:
            against.setdefault(each.entry, []).append(each)
    kinds: dict[EntryKind, list[Found]] = {}
    standing = sorted(
        (
            each
            for each, negative in found
            if not negative and not any(_meet(each, no) and _beats(no, each) for no in against.get(each.entry, ()))
        ),
        key=lambda each: (each.core[0] - each.core[1], each.first - each.last, each.first, FORMS.index(each.form)),
    )
    for each in standing:
        kind = lexicon.vocabulary.entries[each.entry].kind
        chosen = kinds.setdefault(kind, [])
        same = [other for other in chosen if not each.own.isdisjoint(other.own)]
        if all(other.entry != each.entry and (other.core == each.core or not _covers(other, each)) for other in same):
            chosen.append(each)
            yield each
