"""A demand turned into a requirement: signals that fit its kind, and ordinary rules for its levels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from screen.criteria._translate import slug
from screen.criteria.draft._asks import Demand
from screen.criteria.draft._candidates import Candidates, head_word, own_phrase, own_words
from screen.criteria.draft._words import pattern
from screen.model.criteria import EntryKind
from screen.signals import BUILT_IN_PLACES
from screen.wording import number, say

YEARS = 2.0
"""Years at the solid level where the posting names none."""
MORE_YEARS = 3.0
"""Years on top of those, at the strong level."""
VALUES: Mapping[str, tuple[int, int]] = {"people": (10, 40), "money": (5_000_000, 50_000_000)}
"""What is asked at the solid and the strong level, to be put right by the author."""
WEIGHTS = {"must": 30, "": 20, "wish": 10}
"""By how strongly the posting asks."""
RESERVED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n", *BUILT_IN_PLACES))
"""What YAML or the language takes for something else than a name."""
_LONGEST_LABEL = 60
"""Characters."""


@dataclass(slots=True)
class Plan:
    """A requirement as the draft writes it; texts are YAML already."""

    demand: Demand
    id: str
    label: str
    weight: int
    kind: str
    """experience, knowledge, education, language, result, staff or money."""
    met: str = "solid"
    """The level of a must-have."""
    signals: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    positions: dict[str, str] = field(default_factory=dict)
    own: dict[tuple[EntryKind, str], tuple[str, ...]] = field(default_factory=dict)
    """Entries that the file must bring along."""

    def names(self) -> frozenset[str]:
        """Every name that its signals and sets use."""
        return frozenset(re.findall(r"[\w-]+", " ".join((*self.signals.values(), *self.positions.values()))))


def plan(demand: Demand, found: Candidates, post: Sequence[str], language: str, taken: Sequence[str]) -> Plan:
    """The requirement that a demand makes.

    Args:
        demand: What is asked for.
        found: Packaged entries that its words speak of.
        post: Packaged titles of the post that is to be filled.
        language: In which signals are named.
        taken: Ids of other requirements.
    """
    label = _label(demand)
    made = Plan(demand, _free(_id(demand) or _id_of(label), taken), label, WEIGHTS[demand.strength], _kind(demand))
    if made.kind in ("education", "language"):
        _credential(made, found, language)
    elif made.kind == "result":
        _result(made, found, language)
    elif made.kind in ("staff", "money"):
        _number(made, found, language)
    else:
        _tenure(made, found, post if _leads(demand) else (), language)
    return made


def _kind(demand: Demand) -> str:
    """The first kind; knowing a language is shown as a language is."""
    first, *rest = demand.kinds
    return "language" if first == "knowledge" and "language" in rest else first


def _leads(demand: Demand) -> bool:
    """Whether leading is asked for, which no field alone tells."""
    return demand.kinds[0] == "experience" and pattern("leads").search(demand.source) is not None


def _id(demand: Demand) -> str:
    """What is behind the head, where that says enough: "kommunal_oekonomistyring"."""
    if _kind(demand) in ("education", "language", "staff", "money"):
        return ""
    return _id_of(" ".join(own_words(demand)[:3]))


def _id_of(text: str) -> str:
    name = "_".join(slug(text).split("_")[:4]) or "requirement"
    return f"{name}_1" if name in RESERVED else name


def _label(demand: Demand) -> str:
    text = demand.source[demand.head.start :]
    if len(text) > _LONGEST_LABEL:
        text = text[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;")
    return text[:1].upper() + text[1:]


def _free(name: str, taken: Sequence[str]) -> str:
    return next(n for n in (name, *(f"{name}_{i}" for i in range(2, len(taken) + 3))) if n not in taken)


def listed(names: Sequence[str]) -> str:
    """Names as a YAML list."""
    return f"[{', '.join(names)}]"


def _topics(made: Plan, found: Candidates) -> tuple[str, ...]:
    """The packaged topics, or one of its own."""
    if found.of("topics"):
        return found.of("topics")
    made.own["topics", made.id] = own_words(made.demand)
    return (made.id,)


def _tenure(made: Plan, found: Candidates, post: Sequence[str], language: str) -> None:
    """Years in positions with such titles, or else in which such things are told."""
    years, told, task = (say(f"draft-name-{what}", language) for what in ("years", "told", "task"))
    # Who knows a field need not be called after it.
    titles = (found.of("titles") or post) if made.kind == "experience" else ()
    places = found.of("places") if made.kind == "experience" else ()
    topics = () if (titles or places) and not found.of("topics") else _topics(made, found)
    asked = f"titles: {listed(titles)}" if titles else f"topics: {listed(topics)}" if topics else ""
    made.positions[made.id] = f"{{{asked or f'places: {listed(places)}'}}}"
    made.signals[years] = f"{{tenure: {made.id}}}"
    least = made.demand.years or YEARS
    most = least + MORE_YEARS
    strong = f"{years}: {{years: {_plain(most)}, recent: {{years: 1, of_last: 5}}}}"
    if titles and topics:
        made.signals[task] = f"{{mention: {listed(topics)}, in: {made.id}}}"
        strong += f", {task}: found"
    made.levels = {"strong": f"{{{strong}}}", "solid": f"{{{years}: {{years: {_plain(least)}}}}}", "partial": years}
    _beside(made, topics, told)


def _beside(made: Plan, topics: Sequence[str], told: str) -> None:
    """What is said outside every position."""
    if topics:
        made.signals[told] = f"{{mention: {listed(topics)}, in: [studies, loose]}}"
        made.levels["peripheral"] = told


def _result(made: Plan, found: Candidates, language: str) -> None:
    result, task, told = (say(f"draft-name-{what}", language) for what in ("result", "task", "told"))
    topics = _topics(made, found)
    made.signals = {result: f"{{change: {listed(topics)}}}", task: f"{{mention: {listed(topics)}}}"}
    made.levels = {"strong": f"{{{result}: {{count: 2}}}}", "solid": result, "partial": task}
    _beside(made, topics, told)


def _number(made: Plan, found: Candidates, language: str) -> None:
    unit = "people" if made.kind == "staff" else "money"
    name, task, told = (say(f"draft-name-{what}", language) for what in (unit, "task", "told"))
    made.own["topics", made.id] = head_word(made.demand)
    topics = (*found.of("topics"), made.id)
    solid, strong = VALUES[unit]
    made.signals = {name: f"{{number: {unit}, near: {listed(topics)}}}", task: f"{{mention: {listed(topics)}}}"}
    made.levels = {"strong": f"{{{name}: {{value: {strong}}}}}", "solid": f"{{{name}: {{value: {solid}}}}}"}
    made.levels["partial"] = task
    _beside(made, topics, told)


def _credential(made: Plan, found: Candidates, language: str) -> None:
    proof = say("draft-name-proof", language)
    names = found.of("credentials")
    if not names:
        made.own["credentials", made.id] = own_phrase(made.demand)
        names = (made.id,)
    made.met = "strong"
    made.signals = {proof: f"{{credential: {listed(names)}}}"}
    made.levels = {
        "strong": proof,
        "partial": f"[{{{proof}: in_progress}}, {{{proof}: partial}}]",
        "peripheral": f"[{{{proof}: applied}}]",
    }


def _plain(value: float) -> str:
    return number(value, "en")
