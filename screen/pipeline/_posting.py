"""The posting's own sentences, by which an application that only echoes them is known."""

from __future__ import annotations

from pathlib import Path

from screen.grammar.sentences import paragraphs, sentences
from screen.model.criteria import Criteria
from screen.model.errors import ScreenError, Unreadable
from screen.model.text import Document, Span
from screen.readers import read


def echoes_of(criteria: Criteria, posting: Path | None) -> tuple[str, ...]:
    """The posting's sentences and the criteria's source phrases; the phrases alone where there is no posting.

    Raises:
        ScreenError: `posting-not-found`, `posting-unreadable`.
    """
    phrases = [r.source for r in criteria.requirements if r.source]
    told = _sentences(_posting(posting)) if posting else []
    return tuple(dict.fromkeys((*phrases, *told)))


def _posting(path: Path) -> Document:
    try:
        return read(path.name, path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise ScreenError("posting-not-found", path=str(path)) from error
    except OSError as error:
        raise ScreenError("posting-unreadable", path=str(path), why=error.strerror or "") from error
    except Unreadable as error:
        raise ScreenError("posting-unreadable", path=str(path), why=error.code) from error


def _sentences(document: Document) -> list[str]:
    text = document.text
    runs = (Span(part[0].span.start, part[-1].span.end) for part in paragraphs(document, document.lines))
    return [" ".join(span.of(text).split()) for run in runs for span in sentences(text, run)]
