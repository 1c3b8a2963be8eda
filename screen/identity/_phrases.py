"""The phrases of `facts.yaml` as regular expressions, each found by the words that it cannot do without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, get_args

from screen.identity._words import load

Strength = Literal["strong", "anywhere", "open", "open_anywhere", "weak", "loose", "personal"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
_FREE: tuple[Strength, ...] = ("anywhere", "open_anywhere", "loose")
"""These need no clause of their own."""

_REST = r"(?:[^.;\n\t|•·]|\.(?=[^\s]))*"


@cache
def _listed(key: str) -> str:
    return "|".join(re.escape(p) for p in load("facts")[key])


@cache
def _inner() -> str:
    """On to the end of the clause; a point or comma inside a word or number, or after "Sct", ends none."""
    saints = "".join(rf"|(?<=\b{re.escape(s)})\." for s in load("facts")["saints"])
    return rf"(?:[^,.;:\n\t|•·()]|[.,](?=[^\s.,]){saints})*?"


@cache
def _lead() -> re.Pattern[str]:
    """What stands before a clause: a border and words that lead on, or "jeg er" and the like, anywhere."""
    classes = load("facts")["classes"]
    filler = "|".join(_literal(p) for p in classes["filler"])
    predicate = "|".join(_literal(p) for p in classes["predicate"])
    adverbs = "|".join(_literal(p) for p in classes["adverb"])
    when = rf"(?:(?:{_listed('times')})(?:\s+[^\s,.;]+){{1,6}}?\s+)?"
    years = r"\b(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d)?)?:?\s+"
    border = rf"(?:^|{years}|[,;:(/–—.!?·|•\t\n]\s*|\s-\s*|\b(?:{_listed('joiners')})\s+|&\s*)"
    lead = rf"(?:{border}(?:(?:{filler})\s+)?|(?<!\w)(?:{predicate})\s+{when})(?:(?:{adverbs})\s+)*$"
    return re.compile(lead, re.I)


@cache
def _end() -> str:
    """A clause ends here."""
    saints = "".join(rf"(?<!\b{re.escape(s)})" for s in load("facts")["saints"])
    words = f"{_listed('joiners')}|{_listed('relatives')}"
    return rf"(?=\s*(?:$|[,;:)(/–—·|•\t\n!?&]|{saints}\.(?:\s|$)|\s-\s|\b(?:{words})\b))"


_NUMBER = r"\d{1,4}"


LEAD = 100
"""Characters before a statement in which what leads to it is looked for."""


@dataclass(frozen=True)
class Phrase:
    """One way of stating a fact about a person."""

    ground: str
    strength: Strength
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Group `mask` is what must be masked."""
        return re.compile(_compiled(self.source, self.strength), re.I)

    def met_in(self, sentence: str) -> Iterator[re.Match[str]]:
        """Where a sentence says so, in a clause of its own unless the phrase needs none."""
        at = 0
        while met := self.pattern.search(sentence, at):
            start = met.start()
            fits = self.strength in _FREE or _lead().search(sentence, max(0, start - LEAD), start)
            if fits and met.group("mask"):
                yield met
            at = max(met.end(), start + 1) if fits else start + 1


def _data() -> Mapping[str, Mapping[str, list[str]]]:
    data: Mapping[str, Mapping[str, list[str]]] = load("facts")
    return data


def _literal(phrase: str) -> str:
    """A word or phrase of a list; `…` in it is one word."""
    words = [r"[^\W\d_]+" if w == "…" else re.escape(w) for w in phrase.replace("_", " ").split(" ")]
    text = r"\s+".join(words)
    return rf"\b{text}\b" if phrase[0].isalnum() and phrase[-1].isalnum() else text


def _alternatives(phrases: list[str]) -> str:
    return "|".join(_literal(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))


@cache
def _group(name: str) -> str:
    """The expression of a class, a shape or a list of names."""
    data = _data()
    if name in data["shapes"]:
        shape = str(data["shapes"][name])
        return re.sub(r"\{([a-z]\w*)\}", lambda m: _group(m.group(1)), shape)
    if name in data["names"]:
        return rf"(?-i:(?:{_alternatives(data['names'][name])})(?:s\b)?)"
    digits = rf"|{_NUMBER}" if name == "n" else ""
    return rf"(?:{_alternatives(data['classes'][name])}{digits})"


def _element(element: str) -> str:
    if element == "…":
        return _inner()
    if element == "~":
        return _REST
    if element == "#":
        return r"\d+"
    if element.startswith(("(?:", "\\")):
        return element
    parts = [_group(p[1:-1]) if p.startswith("{") else _literal(p) for p in element.split("|") if p]
    return f"(?:{'|'.join(parts)})"


def _is_tight(element: str) -> bool:
    """Whether an element begins with a mark, which needs no blank before it."""
    if element in ("…", "~"):
        return True
    if element.startswith("{"):
        return str(_data()["shapes"].get(element[1:-1], "")).startswith(",")
    return not element.startswith(("(?:", "\\")) and all(
        not p[:1].isalnum() and p[:1] != "{" for p in element.split("|")
    )


def _joined(source: str) -> str:
    """The expression of a row of elements, its masked part in the group `mask`."""
    out, first, opening = ("", True, "") if "<" in source else ("(?P<mask>", True, "")
    for written in source.replace("<", " < ").replace(">", " > ").split():
        if written == "<":
            opening = "(?P<mask>"
            continue
        if written == ">":
            out += ")"
            continue
        maybe, element = written.startswith("?"), written.lstrip("?*")
        body, space = _element(element), r"\s*" if _is_tight(element) else r"\s+"
        if first:
            out += opening + (rf"(?:{body}{space})?" if maybe else body)
        else:
            out += rf"{opening}(?:{space}{body})?" if maybe else f"{space}{opening}{body}"
        first, opening = first and maybe, ""
    return out if "<" in source else out + ")"


def _compiled(source: str, strength: Strength) -> str:
    inner = _joined(source)
    if strength in _FREE:
        return rf"(?<![\w-]){inner}(?![\w-])"
    return rf"(?<!\w){inner}{_end()}"


def _trigger(element: str) -> Iterator[str]:
    """The words of which one must stand in a text that meets the element."""
    for part in element.split("|"):
        if part.startswith("{"):
            data, name = _data(), part[1:-1]
            if name in data["shapes"]:
                yield from _shape_triggers(name)
                continue
            phrases = data["classes"].get(name) or data["names"][name]
        else:
            phrases = [part]
        for phrase in phrases:
            words = re.findall(r"[^\W\d_]+", phrase.replace("_", " ").lower())
            if words:
                yield max(words, key=len)


def _shape_triggers(name: str) -> Iterator[str]:
    yield from load("facts")["found_by"].get(name, ())
    for inner in re.findall(r"\{([a-z]\w*)\}", str(_data()["shapes"][name])):
        yield from _trigger(f"{{{inner}}}")


def _needed(source: str) -> str:
    elements = list(source.replace("<", " ").replace(">", " ").split())
    starred = [e for e in elements if "*" in e[:2]]
    return (starred or elements)[0].lstrip("?*")


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """Every phrase, in the order of the file."""
    return tuple(
        Phrase(str(fact["ground"]), strength, source)
        for fact in load("facts")["facts"]
        for strength in STRENGTHS
        for source in fact.get(strength, ())
    )


@cache
def by_word() -> Mapping[str, tuple[Phrase, ...]]:
    """Word → the phrases that need it."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in all_phrases():
        if phrase.strength != "personal":
            for word in set(_trigger(_needed(phrase.source))):
                found[word].append(phrase)
    return {w: tuple(p) for w, p in found.items()}


@cache
def personal_only() -> tuple[Phrase, ...]:
    """What only says something in a personal section, such as a bare year."""
    return tuple(p for p in all_phrases() if p.strength == "personal")


@cache
def labels() -> Mapping[str, str]:
    """Label → its ground."""
    return {label: ground for ground, given in load("facts")["labels"].items() for label in given}


@cache
def plain_labels() -> frozenset[str]:
    """Labels that are used for nothing but personal details."""
    return frozenset(load("facts")["spaced_labels"])
