"""Entries that catch common words by accident: "leder" in "billeder", "styrelse" in "bestyrelse", "MUS" in "mus"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from screen.criteria._cursor import At
from screen.criteria._data import mentions
from screen.criteria.lint._case import Checked, Warned
from screen.grammar.mentions import Mention
from screen.languages import languages
from screen.lexicon import compile_lexicon
from screen.lexicon.compounds import classify
from screen.lexicon.inflection import inflect
from screen.lexicon.terms import AS_WRITTEN, END_ONLY
from screen.model.criteria import Entry, Vocabulary

_LIST = "lint/common-words-da.txt"
_OPAQUE = "!"
"""Before a word of the list that is not what its end says."""
_LINKS = ("", "s", "e", "er", "en", "n")
"""What joins the parts of a Danish compound."""
MOST = 4
"""Common words that one warning names."""


def look(checked: Checked) -> Iterator[Warned]:
    """Each own word against the list; what its entry has under `not` it does not catch."""
    written = [
        (entry, place, word)
        for entry, place, word in checked.own_words()
        if " " not in word and word[0] not in AS_WRITTEN + END_ONLY
    ]
    caught = _caught([(entry, word) for entry, _, word in written])
    for at, (entry, place, word) in enumerate(written):
        if short := _abbreviation(word):
            yield _warned(place, "lint-abbreviation", entry, word, short)
        elif caught[at]:
            yield _warned(place, "lint-common", entry, word, caught[at])


def _warned(place: At, code: str, entry: Entry, word: str, caught: Sequence[str]) -> Warned:
    more = " …" if len(caught) > MOST else ""
    facts = {"word": word, "name": entry.name, "caught": ", ".join(caught[:MOST]) + more}
    return Warned(place, code, facts)


def _abbreviation(word: str) -> tuple[str, ...]:
    """Capitals that are a common word in small letters."""
    low = word.lower()
    return (low,) if word.isupper() and (low in _words() or low in _small_words()) else ()


def _caught(written: Sequence[tuple[Entry, str]]) -> list[list[str]]:
    """For each word the common words that it meets and cannot mean."""
    # Each word alone, under its number, so that none hides another.
    alone = [Entry(e.kind, str(at), {"da": (w,)}, exclude=e.exclude) for at, (e, w) in enumerate(written)]
    lexicon = compile_lexicon(Vocabulary(tuple(alone)))
    own = [{w.lower() for listed in entry.words.values() for w in listed} for entry, _ in written]
    out: list[list[str]] = [[] for _ in written]
    for common, opaque in _words().items():
        met: dict[int, dict[str, Mention]] = {}
        for form in inflect(common, "da"):
            if classify(lexicon, form, form):
                for mention in mentions(lexicon, form):
                    met.setdefault(int(mention.entry), {})[form] = mention
        for at, found in met.items():
            form = _accident(common, opaque, written[at][1].lower(), found)
            if form and common not in own[at]:
                out[at].append(form)
    return out


def _accident(common: str, opaque: bool, word: str, found: Mapping[str, Mention]) -> str:
    """The form of a common word that an entry's word meets without meaning it, or nothing."""
    if all(mention.form == "exact" for mention in found.values()):
        # "lejer" is a form of "leje", and a word of its own.
        return common if common in found and common != word and common not in inflect(word, "da", True) else ""
    if common not in found:
        return next(iter(found))
    if opaque:
        # What begins with the word speaks of it: only the end deceives.
        return "" if common.startswith(word) else common
    return "" if _is_compound(common, word) else common


def _is_compound(common: str, word: str) -> bool:
    """Whether a common word is made of the entry's word and another word."""
    rest = common.removesuffix(word) if common.endswith(word) else common.removeprefix(word)
    if rest == common:
        return False
    return any(rest.removesuffix(link) in _words() for link in _LINKS) or any(
        rest.removeprefix(link) in _words() for link in _LINKS
    )


@cache
def _words() -> Mapping[str, bool]:
    """Every common word, and whether it is not what its end says."""
    text = files("screen.criteria").joinpath(_LIST).read_text(encoding="utf-8")
    listed = (w for line in text.splitlines() if not line.startswith("#") for w in line.split())
    return {w.lstrip(_OPAQUE): w.startswith(_OPAQUE) for w in listed}


@cache
def _small_words() -> frozenset[str]:
    """Words and abbreviations that hold any text together."""
    return frozenset(w for language in languages() for w in (*language.stop_words, *language.abbreviations))
