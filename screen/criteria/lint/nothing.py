"""Words, entries and sets that can meet nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from screen.criteria._cursor import At
from screen.criteria._data import mentions
from screen.criteria.lint._case import Checked, Warned
from screen.lexicon import Lexicon, compile_lexicon
from screen.lexicon.terms import AS_WRITTEN, END_ONLY
from screen.model.criteria import EntryKind, PositionFilter
from screen.model.vocabulary import SEVERAL
from screen.wording.rules import spoken_word

_SECTIONS: tuple[EntryKind, ...] = ("titles", "places", "topics")
_FREE_WORD = "det"
"""Stands in for the free words of a phrase."""


def look(checked: Checked) -> Iterator[Warned]:
    """Each word is said to the compiled vocabulary, as an applicant would write it."""
    lexicon = compile_lexicon(checked.criteria.vocabulary)
    for entry, place, word in checked.own_words():
        if END_ONLY not in word and entry.name not in _met(lexicon, entry.kind, word):
            yield Warned(place, "lint-word-never", {"word": word, "name": entry.name})
    for named in checked.root.get("positions").items():
        filters = checked.criteria.set_named(named.name).filters
        for part, meant in zip(named.each(), filters, strict=True):
            yield from _shut_out(checked, lexicon, part, meant)


def _met(lexicon: Lexicon, kind: EntryKind, word: str) -> set[str]:
    """The entries that are met by a word as it would be written."""
    said = spoken_word(word).replace(SEVERAL, _FREE_WORD).lstrip(AS_WRITTEN)
    found = {m.entry for m in mentions(lexicon, said) if m.kind == kind}
    includes = {e.name: e.include for e in lexicon.vocabulary.entries if e.kind == kind}
    return found | {name for name, included in includes.items() if found & set(included)}


def _shut_out(checked: Checked, lexicon: Lexicon, at: At, part: PositionFilter) -> Iterator[Warned]:
    """A description all of whose words its own `not` takes out again."""
    for section in _SECTIONS:
        asked, ruled_out = getattr(part, section), set(getattr(part, f"not_{section}"))
        words = [w for name in asked for w in _words_of(checked, section, name)]
        met = partial(_met, lexicon, section)
        if asked and ruled_out and words and all(met(word) & ruled_out for word in words):
            yield Warned(at.get("not"), "lint-set-nothing", {"section": section}, key=True)


def _words_of(checked: Checked, kind: EntryKind, name: str) -> Sequence[str]:
    """The words of an entry and of those that it includes."""
    entry = checked.criteria.vocabulary.get(kind, name)
    if entry is None:
        return ()
    below = (w for included in entry.include for w in _words_of(checked, kind, included))
    return (*(w for words in entry.words.values() for w in words), *entry.exact, *below)
