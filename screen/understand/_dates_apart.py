"""Heads whose dates stand in a sentence of their own: "Controller, Holm A/S. Leder af … . Marts 2016 – nu."."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar.dates import Dated
from screen.grammar.sentences import sentences
from screen.lexicon import reading
from screen.model.text import Line, Span
from screen.understand._running import LONGEST_HEAD, WORD, employer_ends
from screen.understand._words import phrases


def dates_apart(text: str, part: Sequence[Line], dates: Sequence[Dated]) -> tuple[int, Dated] | None:
    """Where the head of a paragraph ends, and its only period, which is a later sentence and nothing else."""
    periods = [d for d in dates if d.kind == "period" and d.first]
    if len(periods) != 1:
        return None
    whole, dated = Span(part[0].span.start, part[-1].span.end), periods[0]
    before, after = text[whole.start : dated.span.start].rstrip(), text[dated.span.end : whole.end].lstrip(" )")
    if not before.endswith(".") or (text[dated.span.end - 1] != "." and after[:1] not in ("", ".")):
        return None
    last = whole.start + len(before)
    ends = [*employer_ends(text, whole), *(s.end for s in sentences(text, Span(whole.start, last))[:1])]
    end = next((e for e in sorted(ends) if text[e - 1] == "." and _heads(text, Span(whole.start, e))), None)
    return None if end is None or end > last or "\t" in text[end : dated.span.start] else (end, dated)


def _heads(text: str, span: Span) -> bool:
    """Whether a run begins with a title and names its employer."""
    said = " ".join(span.of(text).strip(" •*–—-\t").split())
    if len(WORD.findall(said)) > LONGEST_HEAD or phrases("first_person").search(said):
        return False
    title = reading.title_span(said)
    return title is not None and not title.start and reading.employer_span(said) is not None
