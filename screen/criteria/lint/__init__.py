"""Family: warnings about what is allowed in a criteria file and probably not meant, one module each."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from screen.criteria.lint import common_words, nothing, protected, source, unused, vague, weights, years
from screen.criteria.lint._case import Checked, Warned

LINTS: Mapping[str, ModuleType] = {
    "protected-ground": protected,
    "vague-words": vague,
    "years-beyond-posting": years,
    "source-not-in-posting": source,
    "meaningless-weight": weights,
    "catches-common-words": common_words,
    "covers-nothing": nothing,
    "unused-name": unused,
}
"""Name → module with `look(checked) -> Iterator[Warned]`. The names stand in people's files: none is ever renamed."""

__all__ = ["LINTS", "Checked", "Warned"]
