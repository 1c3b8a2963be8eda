"""What a worker process does: one file, or one application, at a time. Whatever goes wrong comes back as a value."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from screen.intake import Corrections, group
from screen.lexicon import compile_lexicon
from screen.model.application import Application
from screen.model.criteria import Criteria, Entry
from screen.model.cv import CV
from screen.model.errors import Problem, Unreadable
from screen.model.finding import Assessment
from screen.model.text import Document
from screen.pipeline._files import MB, MOST_BYTES, Found
from screen.pipeline._inside import Inside, bytes_of, taken_apart
from screen.pipeline._kept import Kept
from screen.pipeline._packing import Packed, filled, hollow, lean, pack, thin
from screen.readers import read, sniff
from screen.score import assess
from screen.signals import Context
from screen.trial import Glance, glance
from screen.understand import understand
from screen.unpack import UNPACKERS

MOST_MEMORY = 2_000 * MB
"""Address space of a worker, where the system can limit it: a large scan needs about half."""
Made = TypeVar("Made")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Case:
    """What the applications are held against."""

    criteria: Criteria
    as_of: date
    echoes: tuple[str, ...]
    """The posting's sentences."""
    kept: Kept | None = None
    """What was understood before."""
    tried: tuple[Entry, ...] = ()
    """The entries that a trial tells of."""


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


def read_file(found: Found) -> tuple[Packed | Inside, ...]:
    """The document in a file; of an archive or mail the files in it, each to be read by itself."""
    sha256 = ""
    try:
        if found.member is None and os.path.getsize(found.place) > MOST_BYTES:
            return (Problem.of(found.path, "too-big", limit=MOST_BYTES // MB),)
        data = bytes_of(found)
        sha256 = hashlib.sha256(data).hexdigest()
        kind = sniff(found.path, data)
        if kind in UNPACKERS:
            return taken_apart(found, kind, data, sha256)
        return (pack(_sound(read(found.path, data))),)
    except Unreadable as error:
        return (Problem.of(found.path, error.code, sha256=sha256, **error.facts),)
    except PermissionError:
        return (Problem.of(found.path, "no-permission"),)
    except OSError as error:
        return (Problem.of(found.path, "cannot-open", reason=error.strerror or type(error).__name__),)
    except MemoryError:
        return (Problem.of(found.path, "out-of-memory", sha256=sha256),)
    except Exception as error:
        return (Problem.of(found.path, "internal-error", sha256=sha256, reason=whereabouts(error)),)


Files = tuple[tuple[Packed, ...], tuple[Problem, ...], Corrections]
"""All that was read, all that was not, and what people say of them."""


def group_files(files: Files) -> list[Application]:
    """The applicants, hollow, by id: every document is unfolded for it at once, so it takes a worker's memory."""
    packed, problems, corrections = files
    applications = group([lean(p) for p in packed], problems, corrections)
    return sorted((hollow(a) for a in applications), key=lambda a: a.id)


Job = tuple[Application, tuple[Packed, ...]]
"""An application whose documents are folded up, and these."""


def assess_application(job: Job) -> Assessment | Failed:
    """An applicant's row."""
    try:
        case, context = _at_hand()
        return assessed(job, case, lambda cv: thin(assess(cv, case.criteria, context)))
    except Exception as error:
        return Failed(whereabouts(error))


def try_application(job: Job) -> Glance | Failed:
    """What an applicant's papers show of criteria that are tried."""
    try:
        case, context = _at_hand()
        return assessed(job, case, lambda cv: glance(cv, case.criteria, context, case.tried))
    except Exception as error:
        return Failed(whereabouts(error))


def assessed(job: Job, case: Case, made: Callable[[CV], Made]) -> Made:
    """What is made of an application's CV, as it was understood before, else understood now and kept."""
    application, packed = job
    whole = filled(application, packed)
    if case.kept is None:
        return made(understand(whole))
    key = case.kept.cv_key(application, packed)
    known = case.kept.cv(key, whole)
    if known is not None:
        with suppress(Exception):  # whatever was put in its place: it is understood anew
            return made(known)
    cv = understand(whole)
    out = made(cv)
    # Only now: what takes too long or fails is left to a worker of its own the next time too.
    case.kept.keep_cv(key, cv)
    return out


def _at_hand() -> tuple[Case, Context]:
    global _context  # noqa: PLW0603 see `take`
    if _case is None:
        raise RuntimeError("no case was handed over")
    if _context is None:
        criteria = _case.criteria
        sets = {s.name: s for s in criteria.sets}
        _context = Context(compile_lexicon(criteria.vocabulary), sets, _case.as_of, _case.echoes)
        # A hundred thousand objects that stay: looking for garbage among them takes a fifth of the time.
        gc.freeze()
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
