"""Reports to the terminal, a pipe or a file."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from rich.console import Console, RenderableType

from screen.cli._boundary import settled
from screen.cli._paths import path_from
from screen.model.errors import ScreenError
from screen.model.finding import Ranking
from screen.reports import REPORTS, Options
from screen.wording import knows, say

OTHER_FORMATS = frozenset((".csv", ".doc", ".docx", ".htm", ".html", ".md", ".odt", ".pdf", ".rtf", ".xls", ".xlsx"))
"""Endings of formats that programs open by their name: text under such a name would not open."""

UNREADABLE = frozenset(("pdf", "docx", "xlsx"))
"""Formats that nobody reads in a terminal, and that could upset it."""


def output_path(text: str | None) -> Path | None:
    """Where to write, tried before the work begins; `None` and `-` are the standard output.

    Raises:
        ScreenError: `cannot-write`: there is no such folder, or the path is one.
    """
    if text is None or text == "-":
        return None
    path = path_from(text)
    if path.is_dir() or not path.parent.is_dir():
        raise unwritable(path, errno.EISDIR if path.is_dir() else errno.ENOENT)
    return path


def format_for(asked: str | None, output: Path | None) -> str:
    """The format that was asked for, else what the output's ending says, else the table.

    Raises:
        ScreenError: `unknown-ending`: the name promises a format that there is none of; `not-for-terminal`.
    """
    if asked:
        if asked in UNREADABLE and output is None and sys.stdout.isatty():
            raise ScreenError("not-for-terminal", format=asked)
        return asked
    ending = output.suffix.lower() if output else ""
    fits = next((name for name, report in REPORTS.items() if ending in report.SUFFIXES), None)
    if fits is None and ending in OTHER_FORMATS:
        known = sorted({e for report in REPORTS.values() for e in report.SUFFIXES})
        raise ScreenError("unknown-ending", path=str(output), ending=ending, known=", ".join(known))
    return fits or "table"


def as_text(output: Path | None) -> Path | None:
    """The output of a command that writes text only.

    Raises:
        ScreenError: `text-only`: the name promises something else.
    """
    if output is not None and output.suffix.lower() in (OTHER_FORMATS | {".json"}) - {".md"}:
        raise ScreenError("text-only", path=str(output), ending=output.suffix)
    return output


def unwritable(path: Path | str, number: int | None) -> ScreenError:
    """The error that an output could not be written: in our words where we have them, else in the system's."""
    name = errno.errorcode.get(number or 0, "").lower()
    if knows(f"cannot-write-{name}"):
        return ScreenError(f"cannot-write-{name}", path=str(path))
    return ScreenError("cannot-write", path=str(path), reason=os.strerror(number or errno.EIO))


def deliver(name: str, ranking: Ranking, options: Options, output: Path | None) -> None:
    """Writes a report where it belongs.

    Raises:
        ScreenError: `cannot-write`.
    """
    if output is not None:
        with busy(options.language):
            data = REPORTS[name].render(ranking, options)
        write(output, data)
        sys.stderr.write(f"{say('written', options.language, path=str(output))}\n")
        return
    with unwritable_told():
        _show(name, ranking, options)


@contextmanager
def unwritable_told() -> Iterator[None]:
    """Makes of a standard output that cannot be written the error that says so; a reader who left is no error.

    Raises:
        ScreenError: `cannot-write`.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable("stdout", error.errno) from error


def on_terminal() -> Console:
    """The standard output, be it a terminal or not."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def pipe(data: bytes) -> None:
    """Bytes to the standard output, behind what was printed there."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def busy(language: str) -> AbstractContextManager[object]:
    """Says that something is being made, where somebody watches: three hundred pages take seconds."""
    console = Console(file=sys.stderr, highlight=False, markup=False)
    return console.status(say("stage-document", language)) if console.is_terminal else nullcontext()


def _show(name: str, ranking: Ranking, options: Options) -> None:
    """On the standard output: renderables to a terminal, whole lines to a pipe in its own encoding."""
    report = REPORTS[name]
    show: Callable[[Ranking, Options], RenderableType] | None = getattr(report, "show", None)
    console = on_terminal()
    unicode = console.encoding.startswith("utf")
    if show is not None and console.is_terminal:
        console.print(show(ranking, replace(options, width=console.width, unicode=unicode)))
        sys.stdout.flush()
        return
    data = report.render(ranking, replace(options, unicode=unicode))
    if show is not None:
        data = data.decode().encode(console.encoding, "replace")
    pipe(data)


def write(path: Path, data: bytes) -> None:
    """Whole or not at all: to a temporary file beside it, then renamed; no Ctrl-C undoes that.

    Devices and pipes are written to as they are.

    Raises:
        ScreenError: `cannot-write`.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        settled()
        temporary.replace(path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error.errno) from error
    finally:
        temporary.unlink(missing_ok=True)
