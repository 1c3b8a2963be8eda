"""The shortlist short enough for a mail: a table, what is open, the rest of the field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screen.model.finding import Ranking
from screen.reports._dossier import Dossier, Row, dossier
from screen.reports._options import Options
from screen.wording import say

SUFFIXES: tuple[str, ...] = (".md",)
_SIGNS = re.compile(r"[\\`*_\[\]<>~|@]|&(?=[#\w])|^[-+#](?=[\s#-]|$)|^=+$|^\d+(?=[.)]\s)|(?<=www)\.|:(?=//)")
"""What Markdown would read as more than itself."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The shortlist as Markdown."""
    made = dossier(ranking, options)
    return ("\n".join(_lines(made, ranking)).rstrip("\n") + "\n").encode()


def plain(text: str) -> str:
    """Text from strangers as itself, whatever signs it holds."""
    return _SIGNS.sub(lambda found: f"\\{found.group()}" if not found.group().isdigit() else f"{found.group()}\\", text)


def _lines(made: Dossier, ranking: Ranking) -> Iterator[str]:
    language = made.language
    yield f"# {plain(say('shortlist-title', language))}: {plain(made.head)}"
    yield ""
    yield plain(say("head-run", language, count=len(made.rows), date=made.as_of, file=made.cover[4].value))
    yield from (f"{plain(fact.value)}" for fact in made.cover[5:])
    yield ""
    yield from _table(made, made.listed)
    yield from _open(made)
    if made.annex:
        yield f"## {plain(say('annex-of', language, count=len(made.annex)))}"
        yield ""
        yield from _table(made, made.annex)
    if made.problems:
        yield f"## {plain(say('problems', language, count=len(made.problems)))}"
        yield ""
        yield from (f"- {plain(fact.label)}: {plain(fact.value)}" for fact in made.problems)
        yield ""
    yield from (f"- {plain(line)}" for line in (*made.notices, *made.legend))
    yield ""
    yield f"screen {ranking.version} · {made.record[1].value}"


def _table(made: Dossier, rows: tuple[Row, ...]) -> Iterator[str]:
    if not rows:
        yield plain(say("nobody", made.language))
        yield ""
        return
    heads = [say(code, made.language) for code in ("column-rank", "column-applicant", "column-total")]
    heads += [f"{want.label} ({want.weight})" for want in made.wants]
    yield f"| {' | '.join(map(plain, heads))} |"
    yield f"|{'|'.join(['--:', '---', '--:', *('---' for _ in made.wants)])}|"
    for row in rows:
        cells = [f"{cell.word}{' ⚑' if cell.flag else ''}" for cell in row.cells]
        yield f"| {' | '.join(map(plain, [row.rank_text, row.name, row.score_text, *cells]))} |"
    yield ""


def _open(made: Dossier) -> Iterator[str]:
    """For each on the shortlist, what to ask at the interview."""
    asked = [
        (p, [made.wants[v.requirement] for v in p.verdicts if v.open and made.wants[v.requirement].ask])
        for p in made.people
    ]
    told = [(p, wants) for p, wants in asked if wants]
    if not told:
        return
    yield f"## {plain(say('section-ask', made.language))}"
    yield ""
    for person, wants in told:
        yield f"- **{plain(person.row.name)}**: {' '.join(plain(w.ask) for w in wants)}"
    yield ""
