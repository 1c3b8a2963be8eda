"""The names by which warnings are told and silenced. They stand in people's files: none is ever renamed."""

from __future__ import annotations

NAMES = (
    "protected-ground",
    "vague-words",
    "years-beyond-posting",
    "source-not-in-posting",
    "meaningless-weight",
    "catches-common-words",
    "covers-nothing",
    "unused-name",
)
"""All of them, in the order in which the documentation tells of them."""
