"""The applicant who is meant: by name, part of a name, id or rank."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

import typer

from screen.cli._paths import path_from
from screen.model.errors import ScreenError
from screen.model.finding import Placed, Ranking
from screen.wording import one_line, say

CLOSE = 0.6
"""Likeness from which a name is worth suggesting."""
MOST_NAMES = 8
"""Names in one error line."""
SHORTEST_ID = 4
"""Digits of an id that are enough to mean it."""


def folder_and_applicant(who: Sequence[str]) -> tuple[str, str]:
    """The two arguments, of which the first may be left out.

    Raises:
        ScreenError: `only-a-folder`.
        typer.BadParameter: there are more than two.
    """
    if len(who) == 1:
        if path_from(who[0]).is_dir():
            raise ScreenError("only-a-folder", path=who[0])
        return ".", who[0]
    if len(who) > 2:
        raise typer.BadParameter('put a name of several words in quotes: screen explain FOLDER "Anne Test"')
    return who[0], who[1]


def find(ranking: Ranking, text: str, language: str) -> Placed:
    """The one applicant whom the text means.

    Raises:
        ScreenError: `unknown-applicant`, with suggestions, `several-applicants` or `shared-rank`.
    """
    ranked = _by_number(ranking, text)
    if len(ranked) > 1:
        raise ScreenError("shared-rank", value=text.strip(), names=_listed(ranked))
    found = ranked or _by_id(ranking, text) or _by_name(ranking, text)
    if len(found) == 1:
        return found[0]
    if found:
        raise ScreenError("several-applicants", value=text, names=_listed(found))
    raise ScreenError("unknown-applicant", value=text, hint=_hint(ranking, text, language))


def _by_number(ranking: Ranking, text: str) -> list[Placed]:
    number = text.strip().removeprefix("#").strip()
    return [p for p in ranking.placed if number.isdecimal() and p.rank == int(number)]


def _by_id(ranking: Ranking, text: str) -> list[Placed]:
    start = text.strip().lower()
    return [p for p in ranking.placed if len(start) >= SHORTEST_ID and p.assessment.id.startswith(start)]


def _by_name(ranking: Ranking, text: str) -> list[Placed]:
    """Those with exactly this name, else those whose name has every word, else those with a file called so."""
    asked = _folded(text)
    named = [(p, _folded(p.assessment.name or "")) for p in ranking.placed]
    exact = [p for p, name in named if name == asked]
    parts = [p for p, name in named if name and all(word in name for word in asked.split())]
    files = [p for p in ranking.placed if asked and any(asked in _folded(f.path) for f in p.assessment.files)]
    return exact or parts or files


def _folded(text: str) -> str:
    return one_line(unicodedata.normalize("NFKC", text)).casefold()


def _shown(placed: Placed) -> str:
    who = placed.assessment
    return one_line(who.name or "") or (who.files[0].path if who.files else who.id)


def _listed(found: Sequence[Placed]) -> str:
    shown = [f"{_shown(p)} ({p.assessment.id})" for p in found[:MOST_NAMES]]
    return ", ".join(shown) + (" …" if len(found) > MOST_NAMES else "")


def _hint(ranking: Ranking, text: str, language: str) -> str:
    names = [_shown(p) for p in ranking.placed]
    asked = _folded(text)
    scored = sorted((-_likeness(asked, _folded(n)), n) for n in names)
    close = [name for likeness, name in scored if -likeness >= CLOSE][:3]
    if close:
        return say("hint-closest", language, names=", ".join(close))
    more = " …" if len(names) > MOST_NAMES else ""
    return say("hint-all", language, names=", ".join(names[:MOST_NAMES]) + more)


def _likeness(asked: str, name: str) -> float:
    """To the whole name, or to the words of it that are most alike."""
    whole = SequenceMatcher(None, asked, name).ratio()
    words = [max((SequenceMatcher(None, a, b).ratio() for b in name.split()), default=0.0) for a in asked.split()]
    return max(whole, sum(words) / len(words) if words else 0.0)
