"""Rules of a criteria file in sentences: what a level asks, which positions a group holds, what words an entry covers.

A caller that knows better names for groups and entries than those in the file hands them in as `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from screen.model.criteria import Ask, Condition, Entry, PositionFilter, Requirement, Rule, Signal
from screen.model.errors import Fact
from screen.wording._catalogue import knows, say
from screen.wording._clean import one_line
from screen.wording._numbers import number
from screen.wording._phrases import joined

Naming = Callable[[str, str], str]
"""Section (positions, titles, places, topics, credentials) and name → what people call it."""
Words = Callable[[str, str], Sequence[str]]
"""Section and name → the words that an entry covers, as a reader says them."""
MOST_WORDS = 4
"""Words of one entry within a sentence; of several entries fewer each."""


def as_named(section: str, name: str) -> str:
    """The name that the author gave, with blanks where names have none."""
    return name.replace("_", " ")


def clauses(
    requirement: Requirement, rule: Rule, language: str, naming: Naming = as_named
) -> tuple[tuple[str, ...], ...]:
    """What a rule asks, alternative by alternative, one clause for each condition.

    An alternative that asks for all that another asks, and for more, is left out: it says nothing of what it takes.
    """
    signals = {signal.name: signal for signal in requirement.signals}
    asked = [frozenset((c.signal, a) for c in alternative for a in c.asks) for alternative in rule.alternatives]
    kept = [
        alternative
        for alternative, own in zip(rule.alternatives, asked, strict=True)
        if not any(other < own for other in asked)
    ]
    return tuple(
        tuple(clause(signals[condition.signal], condition, language, naming) for condition in alternative)
        for alternative in dict.fromkeys(kept)
    )


def sentences(requirement: Requirement, rule: Rule, language: str, naming: Naming = as_named) -> tuple[str, ...]:
    """One sentence for each way to a level: "Mindst 5 år i gruppen »leder«, og …"."""
    told = clauses(requirement, rule, language, naming)
    return tuple(_sentence(parts, language) for parts in dict.fromkeys(told))


def clause(signal: Signal, condition: Condition, language: str, naming: Naming = as_named) -> str:
    """What a rule asks of one signal, in words."""
    asks = {ask.what: ask for ask in condition.asks}
    if signal.kind == "tenure":
        return _tenure(signal, asks, language, naming)
    told = (_asked(signal, ask, language, naming) for ask in condition.asks if ask.what != "found" or len(asks) == 1)
    return joined(list(told), say("and", language))


def _tenure(signal: Signal, asks: dict[str, Ask], language: str, naming: Naming) -> str:
    """Years, and what is said of the same years: "mindst 5 år i …, heraf mindst 1 år inden for de seneste 5 år"."""
    group = _group(signal, language, naming)
    parts: list[str] = []
    if years := asks.get("years"):
        parts.append(say("rule-years", language, group=group, **_amounts(years)))
    if recent := asks.get("recent"):
        code = "rule-thereof" if parts else "rule-recent"
        parts.append(say(code, language, group=group, **_amounts(recent)))
    if ended := asks.get("ended_within"):
        code = "rule-latest" if parts else "rule-ended_within"
        parts.append(say(code, language, group=group, **_amounts(ended)))
    return ", ".join(parts) or say("rule-tenure", language, group=group)


def _asked(signal: Signal, ask: Ask, language: str, naming: Naming) -> str:
    kind, given = signal.kind, signal.parameters
    code = f"rule-{kind}" if ask.what == "found" else f"rule-{kind}-{ask.what}"
    if kind == "credential" and ask.what != "found":
        code = f"rule-{ask.what}"
    asked = getattr(given, kind, signal.name)
    unit = f"rule-unit-{asked}" if isinstance(asked, str) else ""
    names = "" if isinstance(asked, str) else _any_of(_section(kind), asked, language, naming)
    if not knows(code):
        value = _amounts(ask)["value"]
        return say("rule-unknown", language, names=names or signal.name, ask=ask.what, value=value)
    near = getattr(given, "near", ())
    direction = getattr(given, "direction", None)
    facts: dict[str, Fact] = {
        **_amounts(ask),
        "value": grouped(_amounts(ask)["value"], language),
        "names": names,
        "unit": say(unit, language) if knows(unit) else str(asked),
        "near": say("rule-near", language, names=_any_of("topics", near, language, naming)) if near else "",
        "where": _where(signal, language, naming),
        "direction": say(f"rule-{direction}", language) if direction else "",
    }
    # A part that is empty leaves a blank of its own.
    return one_line(say(code, language, **facts))


def _amounts(ask: Ask) -> dict[str, float]:
    value, of_last = ask.value if isinstance(ask.value, tuple) else (ask.value, 0.0)
    return {"count": float(value), "value": float(value), "of_last": float(of_last)}


def _section(kind: str) -> str:
    return "credentials" if kind == "credential" else "topics"


def _group(signal: Signal, language: str, naming: Naming) -> str:
    names = getattr(signal.parameters, signal.kind, ())
    return say("rule-group", language, count=len(names), names=_any_of("positions", names, language, naming))


def _where(signal: Signal, language: str, naming: Naming) -> str:
    """Where a signal looks."""
    places = tuple(getattr(signal.parameters, "in_", ()))
    built_in = [say(f"rule-in-{p}", language) for p in places if knows(f"rule-in-{p}")]
    sets = [p for p in places if not knows(f"rule-in-{p}")]
    if sets:
        names = _any_of("positions", sets, language, naming)
        built_in.insert(0, say("rule-in-group", language, count=len(sets), names=names))
    told = joined(built_in, say("or", language))
    return say("rule-where", language, places=told) if told else ""


def _any_of(section: str, names: Sequence[str], language: str, naming: Naming) -> str:
    told = [say("rule-named", language, name=naming(section, name)) for name in dict.fromkeys(names)]
    return joined(list(dict.fromkeys(told)), say("or", language))


def _sentence(parts: Sequence[str], language: str) -> str:
    told = f", {say('and', language)} ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


# --- groups and words ---------------------------------------------------------------------------------------------


def described(part: PositionFilter, language: str, words: Words, naming: Naming = as_named) -> str:
    """Which positions a description of a group holds, as a sentence.

    Args:
        words: What the titles and places cover.
        naming: What topics are called.
    """
    first, *rest = (piece for piece in _pieces(part, language, words, naming) if piece)
    # "Stillinger i kommuner, hvor …": no comma behind a bare noun.
    start = f"{first} {rest.pop(0)}" if rest and first == _every(part, language) else first
    told = ", ".join((start, *rest))
    return f"{told[:1].upper()}{told[1:]}."


def _pieces(part: PositionFilter, language: str, words: Words, naming: Naming) -> Iterator[str]:
    titles = _words("titles", part.titles, words, language)
    yield say("group-titles", language, words=titles) if titles else _every(part, language)
    if part.roles != ("job",) and titles:
        yield say("group-roles", language, words=_roles(part, language))
    if part.places:
        yield say("group-places", language, words=_words("places", part.places, words, language))
    if part.sectors:
        yield say("group-sectors", language, words=_sectors(part, language))
    yield _staff(part, language)
    if part.topics:
        yield say("group-topics", language, words=_any_of("topics", part.topics, language, naming))
    if part.acting != "included":
        yield say(f"group-acting-{part.acting}", language)
    if part.not_titles:
        yield say("group-not-titles", language, words=_words("titles", part.not_titles, words, language))
    if part.not_places:
        yield say("group-not-places", language, words=_words("places", part.not_places, words, language))
    if part.not_topics:
        yield say("group-not-topics", language, words=_any_of("topics", part.not_topics, language, naming))


def _every(part: PositionFilter, language: str) -> str:
    if part.roles == ("job",):
        return say("group-every", language)
    return say("group-roles-only", language, words=_roles(part, language))


def _staff(part: PositionFilter, language: str) -> str:
    if part.staff is None or (part.staff.at_least is None and part.staff.at_most is None):
        return ""
    least, most = part.staff.at_least, part.staff.at_most
    code = "group-staff-least" if most is None else "group-staff-most" if least is None else "group-staff-between"
    told = say(code, language, least=_whole(least or 0, language), most=_whole(most or 0, language))
    return f"{told} {say('group-staff-unknown', language)}" if part.staff.unknown == "included" else told


def _whole(value: int, language: str) -> str:
    return grouped(float(value), language)


def _words(section: str, names: Sequence[str], words: Words, language: str) -> str:
    """The first words of each entry, in one enumeration."""
    if not names:
        return ""
    most = max(2, MOST_WORDS - len(names) + 1)
    listed = [words(section, name) for name in names]
    return enumerated([w for one in listed for w in one[:most]], any(len(one) > most for one in listed), language)


def enumerated(words: Sequence[str], more: bool, language: str) -> str:
    """ "skoleleder, rektor eller forstander", or "skoleleder, rektor og lignende" where there are more."""
    told = list(dict.fromkeys(words))
    if more:
        return say("words-and-more", language, words=", ".join(told))
    return joined(told, say("or", language))


def _roles(part: PositionFilter, language: str) -> str:
    return joined([say(f"group-role-{role}", language) for role in part.roles], say("and", language))


def _sectors(part: PositionFilter, language: str) -> str:
    return joined([say(f"group-sector-{sector}", language) for sector in part.sectors], say("or", language))


def grouped(value: float, language: str) -> str:
    """A number with its thousands parted: "5.000.000"."""
    if value < 10_000 or value != int(value):
        return number(value, language)
    text = f"{int(value):,}"
    return text if language == "en" else text.replace(",", ".")


_CHOICE = re.compile(r"\(([^()|]*)\|[^()]*\)")
_MARKS = re.compile(r"(?<!\w)[=*](?=\w)")


def spoken_word(written: str) -> str:
    """A word as a reader says it: without marks, with the first of its alternatives."""
    text = _CHOICE.sub(lambda choice: choice[1], written)
    return one_line(_MARKS.sub("", text))


def words_of(entry: Entry, prefer: str = "da") -> tuple[str, ...]:
    """The words that an entry covers as a reader says them, those of the posting's language first."""
    listed = [w for key in (prefer, *entry.words) for w in entry.words.get(key, ())]
    plain = [w for w in listed if not _CHOICE.search(w)]
    return tuple(dict.fromkeys(spoken_word(w) for w in (*plain, *entry.exact, *listed)))
