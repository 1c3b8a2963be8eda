"""What a word of a text may be: a form, a compound's head or modifier, or a misread form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from screen.lexicon._data import load
from screen.lexicon.compiled import ACCENTED, Forms, Hit, Lexicon, Shapes
from screen.lexicon.inflection import Features

_VOWELS = frozenset("aeiouyæøåäö")
_PLAIN = Features()
_SHORTEST_FIRST = 3
"""Letters before a compound's head."""
_SHORTEST_REST = 4
"""Letters behind a compound's modifier: fewer may be an inflection."""


@cache
def _short_first() -> frozenset[str]:
    data = load("_inflection.yaml")
    return frozenset(part for language in ("da", "nb", "sv", "en") for part in data[language]["short_prefixes"])


def classify(lexicon: Lexicon, word: str, raw: str, plain: bool = False, fuzzy: bool = False) -> tuple[Hit, ...]:
    """The vocabulary's words that `word` (lower case; `raw` as in the text) is a form or compound of.

    `plain`: the text is written without æ, ø and å; `fuzzy`: it may be misread.
    """
    key = (raw, plain, fuzzy)
    found = lexicon.memo.get(key)
    if found is None:
        hits: dict[int, Hit] = {}
        for hit in _all(lexicon, word, raw, plain):
            hits.setdefault(hit.word, hit)
        found = lexicon.memo[key] = tuple(hits.values()) or (tuple(_misread(lexicon, word)) if fuzzy else ())
    return found


def _all(lexicon: Lexicon, word: str, raw: str, plain: bool) -> Iterator[Hit]:
    yield from _exact(lexicon, raw)
    bare = word.removesuffix("'s").removesuffix("'")
    joined = bare.replace("-", "") if "-" in bare[1:-1] else bare
    for forms in (lexicon.forms, lexicon.unaccented()) if plain and ACCENTED.isdisjoint(word) else (lexicon.forms,):
        for form in dict.fromkeys((word, bare, joined)):
            for number, features in forms.get(form, ()):
                if number not in lexicon.ends_only:
                    yield Hit(number, "exact", features)
        if len(bare) > _SHORTEST_FIRST + 1:
            yield from _compounds(lexicon, forms, bare)


def _exact(lexicon: Lexicon, raw: str) -> Iterator[Hit]:
    """ "KL", "KL's", "KLs", "DUT-sager"."""
    for case in (raw, raw.partition("'")[0], raw.removesuffix("s")):
        if case in lexicon.exact:
            yield Hit(lexicon.exact[case], "exact", Features())
            return
    first = raw.partition("-")[0]
    if first != raw and first in lexicon.exact:
        yield Hit(lexicon.exact[first], "compound", Features())


def _compounds(lexicon: Lexicon, forms: Forms, word: str) -> Iterator[Hit]:
    for at in range(2, len(word) - _SHORTEST_REST + 1):
        first, rest = word[:at], word[at:]
        if rest in forms and _is_first(first):
            for number, features in forms[rest]:
                if number in lexicon.heads:
                    yield Hit(number, "compound", features, at=at)
        modifiers = lexicon.modifiers.get(first)
        if modifiers and not _VOWELS.isdisjoint(rest):
            for number in modifiers:
                yield Hit(number, "compound", _PLAIN, modifier=True)
    first, _, rest = word.rpartition("-")
    if first and len(rest) < _SHORTEST_REST:
        for number, features in forms.get(rest, ()):
            if number in lexicon.short:
                yield Hit(number, "compound", features, at=len(first) + 1)


def _is_first(part: str) -> bool:
    if part[-1] == "-":
        return len(part) > 1
    return part in _short_first() or (len(part) >= _SHORTEST_FIRST and not _VOWELS.isdisjoint(part))


@cache
def _never_fuzzy() -> frozenset[str]:
    return frozenset(load("_inflection.yaml")["never_fuzzy"].split())


_LEAST_ALIKE = 88
"""Per cent, of a word that looks the same once letters that OCR confuses are one; below it false findings multiply."""
_ALIKE_AT_LEAST = 92
"""Per cent, of any other."""
_SHORTEST_MISREAD = 7
"""Letters; shorter words are too much like others."""


@cache
def _confused() -> tuple[tuple[tuple[str, str], ...], dict[int, str]]:
    """Runs of letters that look like one letter, then letters that look like another; no letter twice."""
    pairs = [(pair[0], pair[1]) for pair in load("_inflection.yaml")["confused"]]
    runs = tuple(pair for pair in pairs if len(pair[0]) > 1)
    return runs, str.maketrans({seen: meant for seen, meant in pairs if len(seen) == 1})


def _look(word: str) -> str:
    """The word with letters that OCR confuses made one."""
    runs, letters = _confused()
    for seen, meant in runs:
        word = word.replace(seen, meant)
    return word.translate(letters)


def _ends(word: str) -> tuple[str, str]:
    """One of a word's two ends is read right, or it is too much misread to be told."""
    look = _look(word)
    return look[0] + "…", "…" + look[-3:]


def _shapes(lexicon: Lexicon) -> Shapes:
    """Long forms by length and by how they begin and end, so that few are compared."""
    if not lexicon.shapes:
        for form in lexicon.forms:
            if len(form) >= _SHORTEST_MISREAD:
                for key in _ends(form):
                    lexicon.shapes.setdefault((len(form), key), []).append(form)
    return lexicon.shapes


def _misread(lexicon: Lexicon, word: str) -> Iterator[Hit]:
    """The forms that the unknown word may be a misreading of."""
    if len(word) < _SHORTEST_MISREAD or word in _never_fuzzy() or not word.replace("-", "").isalnum():
        return
    from rapidfuzz import fuzz, process

    shapes, look = _shapes(lexicon), _look(word)
    lengths = range(len(word) - 2, len(word) + 3)
    near = dict.fromkeys(form for n in lengths for key in _ends(word) for form in shapes.get((n, key), ()))
    for form, alike, _ in process.extract(word, list(near), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=5):
        if alike >= _ALIKE_AT_LEAST or _look(form) == look:
            for number, features in lexicon.forms[form]:
                yield Hit(number, "fuzzy", features)
            return


@cache
def _whole_ends() -> frozenset[str]:
    return frozenset(load("_inflection.yaml")["whole_ends"].split())


def suspended(first: str, last: str) -> Iterator[str]:
    """Whole words behind "økonomi- og budgetstyring" (økonomistyring), the longest common end first."""
    stem = first.rstrip("-")
    stop = len(last) - max((len(end) for end in _whole_ends() if last.endswith(end)), default=_SHORTEST_REST)
    for at in range(_SHORTEST_FIRST, stop + 1):
        yield stem + last[at:]


def resumed(first: str, last: str) -> Iterator[str]:
    """Whole words behind "budgetlægning og -opfølgning" (budgetopfølgning), the shortest common beginning first."""
    end = last.lstrip("-")
    for at in range(_SHORTEST_FIRST, len(first) - _SHORTEST_FIRST + 1):
        yield first[:at] + end


def excluded(lexicon: Lexicon, entry: int, word: str) -> bool:
    """Whether an entry's `not:` rules out a word that is not one of its forms but a compound or a misreading."""
    rule = lexicon.exclusions.get(entry)
    if rule is None:
        return False
    return word in rule.whole or word.endswith(rule.ends) or word.startswith(rule.starts)
