"""Family: CV to finding, one module for each kind of signal with its parameters beside its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from screen.signals import change, credential, mention, number, tenure
from screen.signals._context import BUILT_IN_PLACES, Context
from screen.signals._months import doubt, months_of
from screen.signals._quotes import headings, window
from screen.signals._reading import Reading, Spoken, read
from screen.signals._sets import members

KINDS: Mapping[str, ModuleType] = {
    "tenure": tenure,
    "mention": mention,
    "number": number,
    "change": change,
    "credential": credential,
}
"""Each module has `ASKS`, `Parameters` and `find(cv, name, parameters, context) -> Finding`."""

__all__ = [
    "BUILT_IN_PLACES",
    "KINDS",
    "Context",
    "Reading",
    "Spoken",
    "doubt",
    "headings",
    "members",
    "months_of",
    "read",
    "window",
]
