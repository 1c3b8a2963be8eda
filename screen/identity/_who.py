"""Whose a document is: the name at its head, behind a label, in the page header or under the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from screen.identity._fold import fold
from screen.identity._headings import heading_of
from screen.identity._persons import Name, is_given, name_in, same_person
from screen.identity._words import phrases
from screen.identity.filenames import name_from, read_file_name
from screen.lexicon import reading
from screen.model.text import Document, Line

HEAD_LINES = 14
"""Lines of each column of the first page among which a CV's name stands."""
_CELLS = re.compile(r"\t|\||·|•|,| [-–—] |:\s|\s{3,}|/")
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@")


@dataclass(frozen=True, slots=True)
class Found:
    """A name with how much speaks for its being the applicant's."""

    name: Name
    weight: float


@cache
def _starts(key: str) -> re.Pattern[str]:
    """A pattern that meets a phrase of a list at the beginning of a line."""
    return re.compile(rf"\s*(?:{'|'.join(re.escape(p) for p in phrases(key))})(?![\w-])\s*[:,.!]*\s*", re.I)


def _head(document: Document) -> list[Line]:
    """The first lines of each column of the first page, and what repeats on the pages."""
    taken: dict[int, int] = {}
    out = []
    for line in document.lines:
        look = line.look
        if look.page not in (None, 1):
            break
        taken[look.lane] = taken.get(look.lane, 0) + 1
        if taken[look.lane] <= HEAD_LINES or look.furniture:
            out.append(line)
    return out


def _without_title(text: str) -> str:
    """A cell without the words of a post and degrees around the name ("Kommunaldirektør Lone Vest, cand.jur.")."""
    return " ".join(w for w in text.split() if "." not in w[1:-1] and not _is_title(w.strip(",.")))


def _is_title(word: str) -> bool:
    return reading.title_head(word.lower()) and not is_given(fold(word))


def _names_of(text: str) -> Iterator[Name]:
    """Every name that is a cell of a line, after words that introduce one."""
    for cell in _CELLS.split(text):
        met = _starts("introductions").match(cell)
        bare = cell[met.end() :] if met else cell
        if not bare.strip()[:1].isupper():
            continue
        name = name_in(bare) or name_in(_without_title(bare))
        if name is not None:
            yield name


def _turned(text: str) -> Name | None:
    """ "Vestermark, Lone" as Lone Vestermark."""
    last, comma, first = text.partition(",")
    name = name_in(f"{first.strip()} {last.strip()}") if comma and len(first.split()) <= 3 else None
    return name if name and is_given(name.units[0]) and not is_given(fold(last)) else None


def _largest(lines: Sequence[Line]) -> float | None:
    sizes = [line.look.size for line in lines if line.look.size]
    return max(sizes) if sizes and max(sizes) > min(sizes) else None


def _in_head(document: Document) -> Iterator[Found]:
    lines = _head(document)
    largest = _largest(lines)
    texts = [line.span.of(document.text) for line in lines]
    kinds = [None if _starts("introductions").fullmatch(t) else heading_of(t) for t in texts]
    first = next((i for i, k in enumerate(kinds) if k not in (None, "personal")), len(lines))
    for i, (line, text) in enumerate(zip(lines, texts, strict=True)):
        bonus = 2.0 if largest and line.look.size == largest else 0.0
        bonus += max(0.0, 2.0 - 0.25 * i) + (0.75 if i < first else -1.0)
        for name in _names_of(text):
            if not is_given(name.units[0]) and reading.organisation(name.text):
                continue
            yield Found(name, 1.0 + bonus + 2.0 * is_given(name.units[0]))
        if turned := _turned(text):
            yield Found(turned, 2.0 + bonus)
        if i and len(text.split()) <= 2 and len(texts[i - 1].split()) <= 2 and line.look.size == lines[i - 1].look.size:
            both = name_in(f"{texts[i - 1]} {text}")
            if both and is_given(both.units[0]):
                yield Found(both, 1.5 + bonus)


def _labelled(document: Document) -> Iterator[Found]:
    """Names behind "Navn:"; a given name and a surname on lines of their own are one."""
    parts: list[str] = []
    lines = document.lines
    for i, line in enumerate(lines[:60]):
        text = line.span.of(document.text)
        met = _starts("name_labels").match(text)
        if not met or (not re.search(r"[:\t]", met.group()) and met.end() < len(text)):
            continue
        value = re.split(r"[\t|·]", text[met.end() :])[0].strip()
        if not value and i + 1 < len(lines):
            value = lines[i + 1].span.of(document.text).strip()
        if name := _turned(value) or name_in(value):
            yield Found(name, 5.0)
        elif value and value.replace("-", "").replace(" ", "").isalpha():
            parts.append(value)
    if len(parts) == 2:
        for text in (" ".join(parts), " ".join(reversed(parts))):
            if (name := name_in(text)) and (is_given(name.units[0]) or text == " ".join(parts)):
                yield Found(name, 4.0)
                break


def _signed(document: Document) -> Iterator[Found]:
    """The name after a letter's closing: of those that follow it, the first line that is not empty tells."""
    texts = [line.span.of(document.text) for line in document.lines]
    for i, text in enumerate(texts):
        met = _starts("closings").match(text)
        if not met or len(text) > 80:
            continue
        said = ""
        for after in (t for t in (text[met.end() :], *texts[i + 1 : i + 4]) if t.strip()):
            first = _CELLS.split(after.strip(), maxsplit=1)[0]
            if heading_of(after) is not None or _starts("not_signatures").match(after):
                break
            name = next(_names_of(first), None)
            if name is not None:
                if said in ("", name.units[0], "".join(u[0] for u in name.units)):
                    yield Found(name, 3.0 + is_given(name.units[0]))
                break
            said = said or (fold(first.strip(".,")) if len(first.split()) == 1 else "")


@cache
def _self_named() -> re.Pattern[str]:
    capital = r"(?:[^\W\d_][\w'’-]+\s*)"
    said = "|".join(re.escape(p) for p in phrases("self_introductions"))
    return re.compile(rf"\b(?i:{said})\s+({capital}{{2,4}})")


def _introduced(document: Document) -> Iterator[Found]:
    """Who says "Jeg hedder Lone Vestermark"."""
    for met in _self_named().finditer(document.text[:20_000]):
        words = []
        for word in met.group(1).split():
            if not word[0].isupper():
                break
            words.append(word)
        if name := name_in(" ".join(words)):
            yield Found(name, 4.0)


def found_in(document: Document) -> list[Found]:
    """Names in one document, each with its weight, best first."""
    mails = {fold(part) for m in _MAIL.findall(document.text) for part in re.split(r"[._+-]|(?<=\D)(?=\d)", m)}
    glued = {fold(m) for m in _MAIL.findall(document.text)}
    tokens = set(read_file_name(document.path).tokens) | set(read_file_name(_parent(document.path), True).tokens)
    best: dict[str, Found] = {}
    for source in (_labelled, _in_head, _signed, _introduced):
        for item in source(document):
            weight = item.weight + _support(item.name, mails, glued, tokens)
            held = best.get(item.name.joined)
            best[item.name.joined] = Found(item.name, weight + 0.5 * (held.weight if held else 0.0))
    return sorted(best.values(), key=lambda f: (-f.weight, f.name.joined))


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _support(name: Name, mails: set[str], glued: set[str], tokens: set[str]) -> float:
    """What e-mail addresses and the file's name add."""
    units = set(name.full)
    mail = 1.5 if units & mails or any(u in g for u in units if len(u) > 4 for g in glued) else 0.0
    return mail + min(3.0, 1.5 * len(units & tokens))


def written_name(document: Document) -> Name | None:
    """The name that a document itself gives as its writer's or subject's."""
    found = found_in(document)
    return found[0].name if found and found[0].weight >= ENOUGH else None


ENOUGH = 3.0
"""A capitalised pair of words at the head with nothing else to speak for it falls short."""


def best_name(documents: Sequence[Document], found: Mapping[str, list[Found]] | None = None) -> Name | None:
    """The applicant's name in its fullest spelling: what most documents agree on, else what the files are called."""
    votes: list[list[Found]] = []
    for document in sorted(documents, key=lambda d: d.path):
        for item in (found[document.path] if found else found_in(document))[:4]:
            group = next((g for g in votes if same_person(g[0].name, item.name)), None)
            if group is None:
                votes.append([item])
            else:
                group.append(item)
    votes = [g for g in votes if sum(f.weight for f in g) >= ENOUGH]
    if votes:
        best = max(votes, key=lambda g: (sum(f.weight for f in g), g[0].name.joined))
        return max((f.name for f in best), key=lambda n: (len(n.full), len(n.units), len(n.joined), n.text))
    return _from_paths(documents)


def _from_paths(documents: Sequence[Document]) -> Name | None:
    guesses = [g for d in documents for g in (name_from(d.path), name_from(_parent(d.path), True)) if g]
    guesses = [g for g in guesses if len(g.full) > 1]
    return max(guesses, key=lambda n: (len(n.full), n.text)) if guesses else None
