"""The packaged vocabularies as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from screen.criteria.words import Listed
from screen.model.criteria import Entry
from screen.model.vocabulary import KINDS
from screen.wording import knows, say

GAP = 2
"""Blanks between columns."""
WIDEST_NAME = 32
"""Columns of an entry's name; the words have the rest."""
LONGEST_EXTRACT = 240
"""Characters of an entry's words where only the entry was sought."""


def all_vocabularies(listed: Sequence[Listed], language: str) -> RenderableType:
    """One row a vocabulary: what it holds."""
    table = _table()
    table.add_column(Text(say("words-name", language)), no_wrap=True)
    table.add_column(Text(say("words-about", language)), overflow="fold")
    for one in listed:
        about = Text(_about(one.name, language))
        about.append(f"\n{_counts(one, language)}", style="dim")
        table.add_row(Text(one.name, style="bold"), about)
    use = say("words-use", language, name=listed[0].name, example=say("words-example", language))
    return Group(Text(say("words-head", language), style="bold"), Text(), table, Text(), *map(Text, use.split(" · ")))


def entries(listed: Iterable[Listed], language: str) -> RenderableType:
    """Every entry with all its words, section by section."""
    return Group(*(block for one in listed for block in _blocks(one, language)))


def _blocks(listed: Listed, language: str) -> Iterator[RenderableType]:
    yield Text.assemble((say("words-of", language, name=listed.name), "bold"), f"\n{_about(listed.name, language)}")
    # One width for all sections, so that the words of all stand below each other.
    width = min(WIDEST_NAME, max(len(entry.name) for entry in listed.entries))
    for kind in KINDS:
        if listed.count(kind):
            yield Text(f"\n{say(f'section-{kind}', language)}", style="bold underline")
            yield _section([e for e in listed.entries if e.kind == kind], width, listed.by_word, language)
    if listed.by_word:
        yield Text(f"\n{say('words-whole', language, name=listed.entries[0].name)}", style="dim")
    yield Text()


def _section(entries: Sequence[Entry], width: int, short: bool, language: str) -> RenderableType:
    table = _table(show_header=False)
    table.add_column(overflow="fold", width=width)
    table.add_column(overflow="fold")
    for entry in entries:
        lines = [_shortened(line) if short else line for line in _lines(entry, language)]
        table.add_row(Text(entry.name, style="bold"), Text("\n").join(lines))
    return table


def _shortened(line: Text) -> Text:
    return line if len(line) <= LONGEST_EXTRACT else Text.assemble(line[:LONGEST_EXTRACT], "…")


def _lines(entry: Entry, language: str) -> Iterator[Text]:
    several = len(entry.words) > 1
    for spoken, words in entry.words.items():
        label = f"{say(f'words-language-{spoken}', language)}: " if several and spoken != "da" else ""
        yield Text.assemble((label, "dim"), ", ".join(words))
    for code, listed in (("exact", entry.exact), ("include", entry.include), ("not", entry.exclude)):
        if listed:
            yield Text.assemble((f"{say(f'words-{code}', language)}: ", "dim"), ", ".join(listed))
    title = entry.kind == "titles"
    if (entry.definite == "other-person") != title:
        yield Text(say(f"words-definite-{entry.definite}", language), style="dim")
    if (entry.support == "other") != title:
        yield Text(say(f"words-support-{entry.support}", language), style="dim")
    if entry.subject == "other-person":
        yield Text(say("words-subject-other-person", language), style="dim")


def _counts(listed: Listed, language: str) -> str:
    told = [f"{kind} {listed.count(kind)}" for kind in KINDS if listed.count(kind)]
    return f"{say('words-count', language, count=len(listed.entries))}: {', '.join(told)}"


def _about(name: str, language: str) -> str:
    code = f"vocabulary-{name}"
    return say(code, language) if knows(code) else ""


def _table(show_header: bool = True) -> Table:
    return Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, show_header=show_header)
