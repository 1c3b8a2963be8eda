"""The shortlist as a Word document that the firm can put into its own template: real styles, headings and tables."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from screen.model.errors import ScreenError
from screen.model.finding import Ranking
from screen.reports._dossier import Alternative, Cell, Dossier, Person, Quote, Row, Verdict, Want, dossier
from screen.reports._options import Options
from screen.reports._package import mark, repacked
from screen.reports._word import Word
from screen.wording import say

SUFFIXES: tuple[str, ...] = (".docx",)
MOST_QUOTES = 6
"""For each requirement: the reader may want to choose; every one stands in the workbook and `screen explain`."""

MOST_BARS = 5
"""Requirements whose bars fit across a page."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The document; the same ranking gives the same bytes.

    Raises:
        ScreenError: `no-such-library`.
    """
    try:
        import docx
    except ImportError:
        raise ScreenError("no-such-library", ending=".docx", library="python-docx", extra="office") from None
    made = dossier(ranking, options)
    title = f"{say('shortlist-title', made.language)}: {made.head}"
    day = datetime(ranking.as_of.year, ranking.as_of.month, ranking.as_of.day, tzinfo=UTC).replace(tzinfo=None)
    word = Word(docx.Document(), made.language)
    word.properties(title, mark(ranking.version), day)
    word.running(made.head, f"{say('shortlist-title', made.language)} · {made.as_of}", say("foot-page", made.language))
    _cover(word, made)
    for person in made.people:
        _person(word, person, made)
    _scale(word, made)
    _annex(word, made)
    _record(word, made)
    page = BytesIO()
    word.without_picture()
    word.document.save(page)
    return repacked(page.getvalue())


def _cover(word: Word, made: Dossier) -> None:
    word.paragraph(made.title, "Title")
    word.paragraph(made.organisation, "Subtitle")
    word.facts([(f.label, f.value) for f in made.cover])
    word.heading(say("section-ranking", made.language), 1)
    _field(word, made, made.listed)
    for line in made.legend:
        word.small(line)
    for line in made.notices:
        word.paragraph(line)


def _field(word: Word, made: Dossier, rows: tuple[Row, ...]) -> None:
    if not rows:
        word.paragraph(say("nobody", made.language))
        return
    heads = [say(code, made.language) for code in ("column-rank", "column-applicant", "column-total")]
    heads += [f"{want.label} ({want.weight})" for want in made.wants]
    body = []
    for row in rows:
        cells = [f"{_level(c, len(made.wants))}{' ⚑' if c.flag else ''}" for c in row.cells]
        body.append([row.rank_text, "\n".join((row.name, *row.remarks)), row.score_text, *cells])
    word.table(heads, body, (1.2, 4.6, 2.0, *(8.2 / len(made.wants) for _ in made.wants)))


def _level(cell: Cell, wants: int) -> str:
    """Bar and word; with many requirements there is room for the figure only."""
    if wants > MOST_BARS:
        return "–" if cell.level is None else str(cell.level)
    return f"{_bar(cell.level)} {cell.word}"


def _bar(level: int | None) -> str:
    return "■" * (level or 0) + "□" * (4 - (level or 0))


def _person(word: Word, person: Person, made: Dossier) -> None:
    language = made.language
    word.heading(person.row.name, 1, new_page=True)
    word.paragraph(person.lead)
    if person.unaccounted:
        word.heading(say("section-unaccounted", language), 2)
        word.paragraph(say("unaccounted-why", language))
        _quotes(word, person.unaccounted, language)
    word.heading(say("section-career", language), 2)
    if person.jobs:
        heads = [say("column-period", language), say("timeline-what", language), say("column-place", language)]
        rows = [[j.period, _job(j.title, j.employer, j.traits), j.place] for j in person.jobs]
        word.table(heads, rows, (3.6, 7.6, 4.8))
    else:
        word.paragraph(say("no-positions", language))
    for verdict in person.verdicts:
        _verdict(word, verdict, made.wants[verdict.requirement], language)
    if person.notices:
        word.heading(say("section-notices", language), 2)
        word.bullets(person.notices)
    word.heading(say("section-files", language), 2)
    for file in person.files:
        told = ", ".join(part for part in (file.kind, file.pages) if part)
        word.bullets([f"{file.path} ({told}){f': {file.problem}' if file.problem else ''}"])


def _job(title: str, employer: str, traits: str) -> str:
    told = f"{title}, {employer}" if employer else title
    return f"{told} ({traits})" if traits else told


def _verdict(word: Word, verdict: Verdict, want: Want, language: str) -> None:
    word.heading(want.label, 2)
    must = f" · {say('column-must', language)}: {want.must}" if want.must else ""
    flag = f" · ⚑ {say('flag', language)}" if verdict.cell.flag else ""
    word.strong(f"{_bar(verdict.cell.level)} {verdict.phrase}", f" · {want.weight}{must}{flag}")
    if want.source:
        word.small(say("requirement-source", language, text=want.source))
    word.strong(verdict.decided)
    _alternatives(word, verdict.decided_by, language)
    if verdict.quotes:
        word.strong(say("documented-by", language))
        _quotes(word, verdict.quotes, language)
    if verdict.open:
        word.strong(verdict.next)
        word.bullets(verdict.open)
    if want.ask:
        word.strong(f"{say('section-ask', language)}: ", want.ask)


def _alternatives(word: Word, every: tuple[Alternative, ...], language: str) -> None:
    for at, one in enumerate(every):
        if at:
            word.paragraph(say("or-else", language))
        word.bullets(one.lines)


def _quotes(word: Word, quotes: tuple[Quote, ...], language: str) -> None:
    for quote in quotes[:MOST_QUOTES]:
        told = [part for part in (quote.place, quote.why, say("read-by-ocr", language) if quote.ocr else "") if part]
        word.quote(say("quoted", language, text=quote.text), " · ".join(told))
    if len(quotes) > MOST_QUOTES:
        word.small(say("more-quotes", language, count=len(quotes) - MOST_QUOTES))


def _scale(word: Word, made: Dossier) -> None:
    language = made.language
    word.heading(say("section-scale", language), 1, new_page=True)
    word.paragraph(say("scale-intro", language))
    for want in made.wants:
        word.heading(want.label, 2)
        if want.source:
            word.small(say("requirement-source", language, text=want.source))
        rows = [[f"{level.level} {level.word}", _asked(level.alternatives, language)] for level in want.scale]
        rows.append(["0", say("level-0-long", language)])
        word.table([say("column-level", language), say("scale-asks", language)], rows, (3.0, 13.0))


def _asked(every: tuple[Alternative, ...], language: str) -> str:
    return f"\n{say('or-else', language)}\n".join("\n".join(f"– {line}" for line in one.lines) for one in every)


def _annex(word: Word, made: Dossier) -> None:
    language = made.language
    word.heading(say("annex-of", language, count=len(made.annex)), 1, new_page=True)
    word.paragraph(say("annex-intro", language))
    if made.annex:
        _field(word, made, made.annex)
    if made.problems:
        word.heading(say("problems", language, count=len(made.problems)), 2)
        word.bullets([f"{f.label}: {f.value}" for f in made.problems])


def _record(word: Word, made: Dossier) -> None:
    language = made.language
    word.heading(say("section-record", language), 1)
    word.paragraph(say("record-intro", language))
    word.facts([(f.label, f.value) for f in made.record])
    word.heading(say("section-hashes", language), 2)
    heads = [say("column-file", language), "SHA-256"]
    word.table(heads, [[f.path, f.sha256] for f in made.files], (7.0, 9.0))
