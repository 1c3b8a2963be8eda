"""A trial for people: what to look at first, then everything that was met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from screen.model.finding import Evidence
from screen.trial._gather import EntryTold, FormTold, OutsideTold, RuleTold, SetTold, Trial
from screen.trial._words import sentence
from screen.wording import one_line, say

GAP = 2
"""Blanks between columns."""
MOST_FORMS = 8
"""Word forms of an entry; JSON has all."""
MOST_OUTSIDE = 20
"""Titles and employers outside all sets."""
LONGEST_QUOTE = 90
"""Characters of a quote; the file, page and line tell where the rest stands."""
MOST_NAMES = 60
"""Columns of an entry's name and its word forms."""


def show(trial: Trial, language: str, every: bool = False) -> RenderableType:
    """The doubts, then entries, sets, rules, and what no set covers.

    Args:
        trial: What was found.
        language: da or en.
        every: All word forms and positions instead of the commonest.
    """
    head = say("try-head", language, file=trial.file, count=trial.applicants)
    blocks: list[RenderableType] = [Text(head, style="bold"), *_doubts(trial, language)]
    blocks += [*_heading("try-entries", language), _entries(trial.entries, language, every)]
    if trial.sets:
        blocks += [*_heading("try-sets", language), _sets(trial.sets, language)]
    blocks += [*_heading("try-rules", language), _rules(trial.rules, language)]
    for code, told in (("try-titles", trial.titles), ("try-employers", trial.employers)):
        if told:
            blocks += [*_heading(code, language), _outside(told, language, every)]
    return Group(*blocks)


def _heading(code: str, language: str) -> tuple[Text, Text]:
    return Text(), Text(say(code, language), style="bold underline")


def _doubts(trial: Trial, language: str) -> Iterator[RenderableType]:
    if not trial.doubts:
        yield Text(say("try-no-doubts", language), style="dim")
        return
    yield from _heading("try-doubts", language)
    table = _table()
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for doubt in trial.doubts:
        table.add_row(Text("•", style="yellow"), Text(sentence(doubt, language)))
    yield table


def _table() -> Table:
    return Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, show_header=False)


def _entries(entries: Sequence[EntryTold], language: str, every: bool) -> RenderableType:
    table = _table()
    table.add_column(overflow="fold", max_width=MOST_NAMES)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for entry in entries:
        name = Text.assemble((f"{entry.kind}: ", "dim"), (entry.name, "bold"), (" ⚠" if entry.doubts else "", "yellow"))
        told = say("try-entry", language, count=entry.applicants) if entry.count else say("try-nothing", language)
        table.add_row(name, Text(f"{entry.count}", style="bold"), Text(told, style="dim"))
        shown = entry.forms if every else entry.forms[:MOST_FORMS]
        for form in shown:
            table.add_row(Text(f"  {one_line(form.form)}"), Text(f"{form.count}"), _form(form, language))
        if len(shown) < len(entry.forms):
            table.add_row(Text(say("try-more", language, count=len(entry.forms) - len(shown)), style="dim"))
    return table


def _form(form: FormTold, language: str) -> Text:
    text = Text()
    if form.aside:
        reason = say(f"aside-{form.why}", language)
        text.append(say("try-aside", language, count=form.aside, why=reason) + " ", style="yellow")
    text.append_text(_quote(form.quote, language))
    return text


def _quote(quote: Evidence, language: str) -> Text:
    words = one_line(quote.quote)
    words = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
    return Text.assemble(f"»{words}« ", (f"[{_place(quote, language)}]", "dim"))


def _place(quote: Evidence, language: str) -> str:
    if quote.page is None:
        return say("place-line", language, document=quote.document, line=quote.line)
    return say("place-page-line", language, document=quote.document, page=quote.page, line=quote.line)


def _sets(sets: Sequence[SetTold], language: str) -> RenderableType:
    table = _table()
    table.add_column(overflow="fold", max_width=MOST_NAMES)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for told in sets:
        name = Text.assemble((told.name, "bold"), (" ⚠" if told.doubts else "", "yellow"))
        who = say("try-entry", language, count=told.applicants) if told.positions else say("try-nothing", language)
        text = Text(f"{who} ", style="dim")
        if told.quotes:
            text.append_text(_quote(told.quotes[0], language))
        table.add_row(name, Text(f"{told.positions}"), text)
    return table


def _rules(rules: Sequence[RuleTold], language: str) -> RenderableType:
    table = _table()
    table.add_column(overflow="fold", max_width=MOST_NAMES)
    table.add_column(overflow="fold")
    for told in rules:
        name = Text.assemble((f"{told.requirement}: ", "dim"), (told.level, "bold"))
        name.append(" ⚠" if told.doubts else "", style="yellow")
        table.add_row(name, Text(say("try-rule", language, holds=told.holds, decides=told.decides)))
    return table


def _outside(outside: Sequence[OutsideTold], language: str, every: bool) -> RenderableType:
    table = _table()
    table.add_column(overflow="fold", max_width=MOST_NAMES)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    shown = outside if every else outside[:MOST_OUTSIDE]
    for told in shown:
        table.add_row(Text(one_line(told.text)), Text(f"{told.count}"), Text(_place(told.quote, language), style="dim"))
    if len(shown) < len(outside):
        table.add_row(Text(say("try-more", language, count=len(outside) - len(shown)), style="dim"))
    return table
