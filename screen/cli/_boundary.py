"""The one place where an error becomes a line on stderr and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType

from screen.model.errors import ScreenError


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    """Every file was read."""
    BUG = 1
    USAGE = 2
    """Wrong usage or criteria."""
    UNREAD = 3
    """Done, but some file could not be read; it is listed."""
    OUTPUT = 4
    """An output could not be written."""
    INTERRUPTED = 130


_OUTPUT_CODES = "cannot-write"
"""How the codes of errors begin that concern an output."""
_DISK = (errno.ENOSPC, errno.EIO)
"""A full or broken device under our own output: nothing else that we write to is left to these."""


def guarded(command: Callable[[], int], language: str, debug: bool, ends: bool = False) -> int:
    """Runs a command; whatever it raises becomes one line and an exit code.

    Args:
        ends: Whether the process ends with it, so that nobody is left who could be interrupted.
    """
    with _watched(ends) as interrupted:
        try:
            return command()
        except KeyboardInterrupt:
            return _interrupted(language)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return Exit.DONE
        except Exception as error:
            # Where Ctrl-C comes in the middle of an import, it may come out as another error.
            return _interrupted(language) if interrupted else _failed(error, language, debug)


def settled() -> None:
    """From here on Ctrl-C changes nothing: what is said of the run must stay true."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _watched(ends: bool) -> Iterator[list[int]]:
    """Notes each Ctrl-C besides raising it."""
    seen: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield seen
        return

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN if ends else before)


def _interrupted(language: str) -> int:
    settled()
    # Ctrl-C inside generated code (a dataclass being made) stays on Python's record, which then ends the process by
    # the signal instead of our code; running any code from text clears the record.
    exec("", {})
    try:
        _tell("interrupted", language)
    except Exception:  # what it takes to tell may be what was being loaded
        _line("Interrupted.")
    return Exit.INTERRUPTED


def _failed(error: Exception, language: str, debug: bool) -> int:
    if isinstance(error, ScreenError):
        return _expected(error, language, debug)
    if isinstance(error, OSError) and error.errno in _DISK:
        return _expected(_unwritable(error), language, debug)
    return _usage(error, language) or _bug(error, language, debug)


def _unwritable(error: OSError) -> ScreenError:
    from screen.cli._out import unwritable

    return unwritable("stdout", error.errno)


def _expected(error: ScreenError, language: str, debug: bool) -> int:
    from screen.wording import say, spoken

    for line in _mistakes(error, language):
        _line(line)
    if debug:
        _traceback(error)
    _line(say("error", language, text=spoken(error, language)))
    return Exit.OUTPUT if error.code.startswith(_OUTPUT_CODES) else Exit.USAGE


def _mistakes(error: ScreenError, language: str) -> list[str]:
    """Each mistake of a faulty file as `file:line:column: what`."""
    from screen.wording import one_line, say

    lines = []
    for mistake in getattr(error, "mistakes", ()):
        facts = dict(mistake.facts)
        near = facts.get("near", facts.get("close"))
        hint = f" {say('did-you-mean', language, near=near)}" if near else ""
        path = one_line(str(getattr(mistake, "file", error.facts.get("file", error.facts.get("path", "")))))
        lines.append(f"{path}:{mistake.line}:{mistake.column}: {say(mistake.code, language, **facts)}{hint}")
    return lines


def _usage(error: Exception, language: str) -> int | None:
    """The exit code of an error in the arguments, which is shown with the command's usage."""
    import typer

    if isinstance(error, typer.Abort):
        # The end of the input where something was asked.
        return _interrupted(language)
    show = getattr(error, "show", None)
    if not isinstance(error, typer.TyperException) or show is None:
        return None
    show()
    return Exit.USAGE


def _bug(error: Exception, language: str, debug: bool) -> int:
    if debug:
        _traceback(error)
    _tell("bug", language, kind=type(error).__name__)
    return Exit.BUG


def _traceback(error: BaseException) -> None:
    """Where it happened, without the error's message and without locals: both may hold somebody's CV."""
    traceback.print_tb(error.__traceback__, file=sys.stderr)
    _line(type(error).__name__)


def _tell(code: str, language: str, **facts: str) -> None:
    from screen.wording import say

    _line(say(code, language, **facts))


def _line(text: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
    sys.stderr.flush()
