"""Which packaged entries a demand's words speak of, and words of its own where none does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt

from screen.criteria._data import mentions
from screen.criteria.draft._asks import Demand
from screen.criteria.draft._words import listed
from screen.grammar.mentions import Mention
from screen.languages import languages
from screen.lexicon import Lexicon, compile_lexicon, packaged, packaged_names
from screen.model.criteria import EntryKind

MOST = 3
"""Packaged entries of one kind in one demand."""
MOST_WORDS = 5
"""Own words that a draft proposes."""
_LONGEST_PHRASE = 4
"""Words of a phrase that a draft proposes."""
_SHORTEST_WORD = 4
"""Letters."""
_NOTHING = "entry"
"""Stands for the words of a demand that has none."""
_WORD = re.compile(r"[^\W\d_](?:[\w-]*\w)?")


@dataclass(frozen=True, slots=True)
class Candidates:
    """Packaged entries by kind, and where they come from."""

    entries: Mapping[EntryKind, tuple[str, ...]]
    origin: Mapping[str, str]
    """Entry → its vocabulary."""

    def of(self, kind: EntryKind) -> tuple[str, ...]:
        """The entries of a kind."""
        return self.entries.get(kind, ())


def preferred(texts: Iterable[str]) -> tuple[str, ...]:
    """The packaged vocabularies, those first that know most of what the posting asks for, for their size."""
    counted: Counter[str] = Counter()
    for text in texts:
        for name in packaged_names():
            counted[name] += len({m.span for m in mentions(_lexicon(name), text)})
    return tuple(sorted(packaged_names(), key=lambda name: (-counted[name] / sqrt(_size(name)), name)))


@cache
def _size(name: str) -> int:
    """Words of a vocabulary: a large one knows some word of any text."""
    return sum(len(words) for entry in packaged(name).entries for words in entry.words.values())


def candidates(text: str, order: Iterable[str]) -> Candidates:
    """The entries that the text speaks of; where two vocabularies know the same words, those of the first."""
    taken: dict[EntryKind, list[tuple[str, Mention]]] = {}
    for name in order:
        fresh: list[tuple[str, Mention]] = []
        for mention in mentions(_lexicon(name), text):
            known = taken.get(mention.kind, [])
            if not any(other.span.meets(mention.span) for _, other in known):
                fresh.append((name, mention))
        for pair in fresh:
            taken.setdefault(pair[1].kind, []).append(pair)
    kept = {kind: _first(pairs) for kind, pairs in taken.items()}
    origin = {entry: name for pairs in kept.values() for name, entry in pairs}
    return Candidates({kind: tuple(entry for _, entry in pairs) for kind, pairs in kept.items()}, origin)


def _first(pairs: Iterable[tuple[str, Mention]]) -> tuple[tuple[str, str], ...]:
    """The first entries, the longest words first, without those that only gather others that are there."""
    ordered = sorted(pairs, key=lambda pair: (pair[1].span.start - pair[1].span.end, pair[1].span.start))
    found = dict.fromkeys((name, m.kind, m.entry) for name, m in ordered)
    kept = [(name, e) for name, kind, e in found if not any((name, kind, i) in found for i in _gathered(name, kind, e))]
    return tuple(kept)[:MOST]


def _gathered(name: str, kind: EntryKind, entry: str) -> tuple[str, ...]:
    told = packaged(name).get(kind, entry)
    return told.include if told else ()


def own_words(demand: Demand) -> tuple[str, ...]:
    """The words of a demand that say what it is about, as a first proposal."""
    behind = demand.source[demand.head.end :]
    words = [w for w in _WORD.findall(behind) if _tells(w.lower())]
    return tuple(dict.fromkeys(w.lower() for w in words))[:MOST_WORDS] or own_phrase(demand)


def head_word(demand: Demand) -> tuple[str, ...]:
    """The word that tells the demand's kind: "personaleansvar"."""
    return (demand.head.of(demand.source).lower(),)


def own_phrase(demand: Demand) -> tuple[str, ...]:
    """The demand from its head on, as one phrase: "truckcertifikat", "uddannelse inden for ingeniørfag"."""
    words = _WORD.findall(re.split(r"[,;(]", demand.source[demand.head.start :])[0])[:_LONGEST_PHRASE]
    while len(words) > 1 and not _tells(words[-1].lower()) and not words[-1].isupper():
        words.pop()
    return (" ".join(words).lower() or _NOTHING,)


def _tells(word: str) -> bool:
    idle = (listed("fillers"), listed("wish"), listed("must"), _small_words())
    return len(word) >= _SHORTEST_WORD and not any(word in words for words in idle)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.stop_words)


@cache
def _lexicon(name: str) -> Lexicon:
    return compile_lexicon(packaged(name))
