"""Checks of names: what is named stands somewhere, once, and in the right section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from screen.criteria._cursor import At
from screen.criteria._translate import nearest
from screen.criteria._tree import Flaw
from screen.criteria._warnings import NAMES
from screen.lexicon import packaged, packaged_names
from screen.model.criteria import Vocabulary
from screen.model.vocabulary import KINDS as ENTRY_KINDS
from screen.model.vocabulary import merge
from screen.signals import BUILT_IN_PLACES

REFERS: Mapping[str, str] = {
    "tenure": "positions",
    "mention": "topics",
    "change": "topics",
    "near": "topics",
    "credential": "credentials",
}
"""Parameter of a signal → section of the file in which its names stand; `in` names positions or a built-in place."""

_CHOICE = re.compile(r"(?<!\S)\([^()]*\|[^()]*\)(?!\S)")
"""`(leder af | ansvar for) skole`: one of these, a word or more each."""
_PATTERN = re.compile(r"[\\|^\[\]{}]|\.\*|\*")
"""What stands in regular expressions and wildcards and in no word; a leading `*` is allowed."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the checks know: the file, its folder and the packaged words that it uses."""

    root: At
    folder: Path
    known: Mapping[str, frozenset[str]]
    """Section (titles, places, topics, credentials, positions) → the names in it."""
    packaged: Vocabulary

    def section_of(self, name: str) -> str:
        """The section in which a name stands, or nothing."""
        return next((section for section, names in self.known.items() if name in names), "")

    def missing(self, name: str, at: At, section: str, also: tuple[str, ...] = ()) -> Iterator[Flaw]:
        """That a name does not stand in its section."""
        names = {*self.known[section], *also}
        if name in names:
            return
        elsewhere = self.section_of(name)
        if elsewhere:
            yield at.flaw("wrong-section", name=name, section=elsewhere, asked=section)
        else:
            yield at.flaw("unknown-name", name=name, section=section, near=nearest(name, names))


def case_of(root: At, folder: Path) -> Case:
    """The case of a file: own names and those of the packaged vocabularies that it uses.

    A misspelt one is taken for the one that was meant, so that one mistake is not told as fifty.
    """
    available = packaged_names()
    meant = (nearest(name, available) for name, _ in root.get("use").words())
    used = merge(packaged(name) for name in dict.fromkeys(meant) if name)
    own = root.get("vocabulary")
    known: dict[str, frozenset[str]] = {
        kind: frozenset({e.name for e in used.entries if e.kind == kind} | {at.name for at in own.get(kind).items()})
        for kind in ENTRY_KINDS
    }
    sets = frozenset(at.name for at in root.get("positions").items())
    return Case(root, folder, {**known, "positions": sets}, used)


def check_use(case: Case) -> Iterator[Flaw]:
    """Packaged vocabularies exist and are named once."""
    seen: set[str] = set()
    available = packaged_names()
    for name, at in case.root.get("use").words():
        if name not in available:
            yield at.flaw("unknown-vocabulary", name=name, near=nearest(name, available), known=", ".join(available))
        elif name in seen:
            yield at.flaw("named-twice", name=name)
        seen.add(name)


def check_entries(case: Case) -> Iterator[Flaw]:
    """Entries have words, which are words; what they include exists and leads nowhere back."""
    for kind in ENTRY_KINDS:
        for entry in case.root.get("vocabulary").get(kind).items():
            yield from _words(case, entry, kind)
            for name, at in entry.get("include").words():
                yield from case.missing(name, at, kind)
        yield from _circles(case, kind)


def _words(case: Case, entry: At, kind: str) -> Iterator[Flaw]:
    """The words of one entry."""
    long = isinstance(entry.value, dict)
    written = list(_written(entry.get("words") if long else entry))
    adds = any(e.kind == kind and e.name == entry.name for e in case.packaged.entries)
    told = [*written, *entry.get("include").each(), *entry.get("exact").each()]
    if not told and not adds and isinstance(entry.value, dict | list):
        yield entry.flaw("entry-without-words", key=True, name=entry.name)
    excluded = {word.lower(): at for word, at in entry.get("not").words()}
    for at in written:
        word = str(at.value)
        if _is_pattern(word.removeprefix("*")):
            yield at.flaw("word-pattern", word=word)
        elif word.lower() in excluded:
            yield excluded[word.lower()].flaw("word-excluded", word=word)
    for word, at in entry.get("not").words():
        if _is_pattern(word.removeprefix("*")):
            yield at.flaw("word-pattern", word=word)


def _is_pattern(word: str) -> bool:
    return _PATTERN.search(_CHOICE.sub("", word)) is not None


def _written(words: At) -> Iterator[At]:
    """The words, whether listed or by language."""
    for part in words.items() if isinstance(words.value, dict) else (words,):
        yield from (at for _, at in part.words())


def _circles(case: Case, kind: str) -> Iterator[Flaw]:
    """Entries that include each other in a circle."""
    own = {at.name: at for at in case.root.get("vocabulary").get(kind).items()}
    includes = {e.name: set(e.include) for e in case.packaged.entries if e.kind == kind}
    for name, at in own.items():
        includes.setdefault(name, set()).update(word for word, _ in at.get("include").words())
    for name, at in own.items():
        for included, place in at.get("include").words():
            if name in _reached(included, includes):
                yield place.flaw("include-circle", name=name, included=included)


def _reached(start: str, includes: Mapping[str, set[str]]) -> set[str]:
    """All that an entry includes, itself too."""
    reached, waiting = {start}, [start]
    while waiting:
        fresh = includes.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    return reached


def check_sets(case: Case) -> Iterator[Flaw]:
    """Position sets have free names, ask something, and name what exists."""
    for named in case.root.get("positions").items():
        if named.name in BUILT_IN_PLACES:
            yield named.flaw("set-name-taken", key=True, name=named.name, taken=", ".join(BUILT_IN_PLACES))
        for part in named.each():
            yield from _filter(case, part)


def _filter(case: Case, part: At) -> Iterator[Flaw]:
    """One description of positions."""
    if part.value == {}:
        yield part.flaw("set-asks-nothing")
    for holder in (part, part.get("not")):
        for section in ("titles", "places", "topics"):
            for name, at in holder.get(section).words():
                yield from case.missing(name, at, section)
    for section in ("titles", "places", "topics"):
        asked = {name for name, _ in part.get(section).words()}
        for name, at in part.get("not").get(section).words():
            if name in asked:
                yield at.flaw("set-contradicts", name=name)
    least, most = part.get("staff").get("at_least").value, part.get("staff").get("at_most").value
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield part.get("staff").flaw("staff-upside-down", key=True, least=least, most=most)


def check_signals(case: Case) -> Iterator[Flaw]:
    """What signals name exists."""
    for requirement in case.root.get("requirements").each():
        for holder in (requirement, *requirement.get("signals").items()):
            for name, at in holder.get("in").words():
                yield from case.missing(name, at, "positions", BUILT_IN_PLACES)
        for signal in requirement.get("signals").items():
            for parameter, section in REFERS.items():
                for name, at in signal.get(parameter).words():
                    yield from case.missing(name, at, section)


def check_posting(case: Case) -> Iterator[Flaw]:
    """The posting's text is where the file says."""
    at = case.root.get("posting").get("text")
    if isinstance(at.value, str) and at.value and not (case.folder / at.value).is_file():
        beside = [p.name for p in case.folder.iterdir() if p.is_file()] if case.folder.is_dir() else []
        yield at.flaw("posting-text-missing", name=at.value, near=nearest(at.value, beside))


def check_silence(case: Case) -> Iterator[Flaw]:
    """What is silenced is a warning that there is."""
    for holder in (case.root, *case.root.get("requirements").each()):
        for silenced in holder.get("silence").items():
            if silenced.name not in NAMES:
                facts = {"near": nearest(silenced.name, NAMES), "known": ", ".join(NAMES)}
                yield silenced.flaw("unknown-warning", key=True, name=silenced.name, **facts)
