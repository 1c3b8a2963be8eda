"""Screens job applications so that every score can be defended in the open.

The library's face, loaded piece by piece when it is first asked for:

    criteria = screen.load_criteria(Path("criteria.yaml"))
    for event in screen.run(Path("applications"), criteria, criteria.posting.deadline):
        ...
"""

from importlib import import_module

__version__ = "0.1.0"

_FACE = {
    "load_criteria": "screen.criteria",
    "read_applications": "screen.pipeline",
    "run": "screen.pipeline",
    "understand": "screen.understand",
    "assess": "screen.score",
    "rank": "screen.score",
}
"""What the library offers → the room in which it lives."""

__all__ = ["__version__", "assess", "load_criteria", "rank", "read_applications", "run", "understand"]


def __getattr__(name: str) -> object:
    if name in _FACE:
        return getattr(import_module(_FACE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
