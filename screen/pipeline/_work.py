"""What a worker process does: one file, or one application, at a time. Whatever goes wrong comes back as a value."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from screen.lexicon import compile_lexicon
from screen.model.application import Application
from screen.model.criteria import Criteria
from screen.model.errors import Problem, Unreadable
from screen.model.finding import Assessment
from screen.model.text import Document
from screen.pipeline._archive import content
from screen.pipeline._files import MB, MOST_BYTES, Found
from screen.pipeline._packing import Packed, filled, pack, thin
from screen.readers import read
from screen.score import assess
from screen.signals import Context
from screen.understand import understand

MOST_MEMORY = 3_000 * MB
"""Address space of a worker, where the system can limit it: a large scan needs about a third."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Case:
    """What the applications are held against."""

    criteria: Criteria
    as_of: date
    echoes: tuple[str, ...]
    """The posting's sentences."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An application that a fault in screen kept from being assessed."""

    reason: str
    """Kind of fault and where in the code; never a word of the text."""


_case: Case | None = None
_context: Context | None = None
"""Made from the case when the first application turns up."""


def set_up(case: Case | None) -> None:
    """Prepares a fresh worker: it knows the case, Ctrl-C is the parent's business, and memory has an end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    take(case)


def take(case: Case | None) -> None:
    """Makes the case this process's own."""
    global _case, _context
    _case, _context = case, None


def _limit_memory() -> None:
    if not sys.platform.startswith("linux"):
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def read_file(found: Found) -> tuple[Packed | Problem, ...]:
    """The documents in a file: one, or for an archive (later) each of its members."""
    sha256 = ""
    try:
        if found.member is None and os.path.getsize(found.place) > MOST_BYTES:
            return (Problem.of(found.path, "too-big", limit=MOST_BYTES // MB),)
        data = _bytes(found)
        sha256 = hashlib.sha256(data).hexdigest()
        return (pack(_sound(read(found.path, data))),)
    except Unreadable as error:
        code = "archive" if error.facts.get("kind") == "zip" else error.code
        return (Problem.of(found.path, code, sha256=sha256, **error.facts),)
    except PermissionError:
        return (Problem.of(found.path, "no-permission"),)
    except OSError as error:
        return (Problem.of(found.path, "cannot-open", reason=error.strerror or type(error).__name__),)
    except MemoryError:
        return (Problem.of(found.path, "out-of-memory", sha256=sha256),)
    except Exception as error:
        return (Problem.of(found.path, "internal-error", sha256=sha256, reason=whereabouts(error)),)


def _bytes(found: Found) -> bytes:
    if found.member is None:
        return Path(found.place).read_bytes()
    return content(found.place, found.member, MOST_BYTES)


def assess_application(job: tuple[Application, tuple[Packed, ...]]) -> Assessment | Failed:
    """An applicant's row."""
    try:
        case, context = _at_hand()
        return thin(assess(understand(filled(*job)), case.criteria, context))
    except Exception as error:
        return Failed(whereabouts(error))


def _at_hand() -> tuple[Case, Context]:
    global _context  # noqa: PLW0603 see `take`
    if _case is None:
        raise RuntimeError("no case was handed over")
    if _context is None:
        criteria = _case.criteria
        sets = {s.name: s for s in criteria.sets}
        _context = Context(compile_lexicon(criteria.vocabulary), sets, _case.as_of, _case.echoes)
    return _case, _context


def whereabouts(error: BaseException) -> str:
    """Kind of an unexpected error and the line of code, without its message: that may hold somebody's CV."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f", {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__}{where}"


def _sound(document: Document) -> Document:
    """Lone surrogates cannot be written to any output: each becomes the sign for an unknown character."""
    if _SURROGATE.search(document.text) is None:
        return document
    return replace(document, text=_SURROGATE.sub("\ufffd", document.text))
