"""Family: CV to finding, one module for each kind of signal with its parameters beside its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from screen.signals import change, credential, mention, number, tenure
from screen.signals._context import BUILT_IN_PLACES, Context
from screen.signals._months import doubt, months_of

KINDS: Mapping[str, ModuleType] = {
    "tenure": tenure,
    "mention": mention,
    "number": number,
    "change": change,
    "credential": credential,
}
"""Each module has `ASKS`, `Parameters` and `find(cv, name, parameters, context) -> Finding`."""

__all__ = ["BUILT_IN_PLACES", "KINDS", "Context", "doubt", "months_of"]
