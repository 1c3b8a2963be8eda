"""An applicant's documents, line by line, with everything that was quoted marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screen.model.papers import Paper, PaperLine, Papers
from screen.reports._dossier import Person, Quote
from screen.reports._dossier._words import told
from screen.reports._web._markup import Child, Html, tag, text
from screen.wording import clean_text, say

Run = tuple[int, int, bool]
"""First character, the one after the last, and whether it counts."""


class Marked:
    """The documents of one applicant, and where each quote is marked in them."""

    def __init__(self, one: Person, papers: Papers | None) -> None:
        self.id = one.row.id
        self.papers = papers.papers if papers else ()
        self._runs = {p.path: _runs(p, one) for p in self.papers}

    def anchor(self, quote: Quote) -> str | None:
        """The mark that holds a quote; `None` where its document is not shown."""
        for at, paper in enumerate(self.papers):
            if paper.path == quote.path:
                held = (start for start, end, _ in self._runs[paper.path] if start <= quote.start < end)
                return next((f"m-{self.id}-{at}-{start}" for start in held), None)
        return None

    def documents(self, language: str) -> Html:
        """Every document, folded up."""
        if not self.papers:
            return text()
        shown = (self._paper(at, paper, language) for at, paper in enumerate(self.papers))
        intro = tag("p", {"class": "source"}, say("page-masked", language))
        return tag("div", {"class": "papers"}, tag("h3", None, say("page-papers", language)), intro, *shown)

    def _paper(self, at: int, paper: Paper, language: str) -> Html:
        lines: list[Child] = []
        page: int | None = None
        for line in paper.lines:
            if line.page is not None and line.page != page:
                page = line.page
                lines.append(tag("p", {"class": "page"}, say("page-number", language, page=page)))
            lines.append(self._line(at, paper, line, language))
        kind = say(f"kind-{paper.kind}", language)
        name = told(paper.path, language)
        return tag("details", {"class": "paper"}, tag("summary", None, f"{name} ({kind})"), *lines)

    def _line(self, at: int, paper: Paper, line: PaperLine, language: str) -> Html:
        pieces = list(self._pieces(at, paper, line, language))
        number = tag("span", {"class": "n", "aria-hidden": "true"}, str(line.number))
        hidden = [" ", tag("small", None, say("aside-hidden", language))] if line.hidden else []
        return tag("p", {"class": "line unsure" if line.hidden else "line", "dir": "auto"}, number, *pieces, *hidden)

    def _pieces(self, at: int, paper: Paper, line: PaperLine, language: str) -> Iterator[Child]:
        here = line.span.start
        for start, end, counts in self._runs[paper.path]:
            first, last = max(start, here), min(end, line.span.end)
            if first >= last:
                continue
            yield _clean(paper.text[here:first], language)
            own = f"m-{self.id}-{at}-{start}" if first == start else None
            look = None if counts else "aside"
            yield tag(
                "mark",
                {"id": own, "class": look, "tabindex": "-1" if own else None},
                _clean(paper.text[first:last], language),
            )
            here = last
        yield _clean(paper.text[here : line.span.end], language)


def _clean(piece: str, language: str) -> str:
    """Harmless, its blanks kept; masks as a word."""
    bare = clean_text(piece.replace("\n", " "))
    lead = bare[: len(bare) - len(bare.lstrip())]
    tail = bare[len(bare.rstrip()) :] if bare.strip() else ""
    return f"{lead}{told(bare, language)}{tail}"


def _runs(paper: Paper, one: Person) -> list[Run]:
    """What was quoted from a document: runs that meet are one."""
    counted = [q for v in one.verdicts for q in v.quotes]
    aside = [*(q for v in one.verdicts for q in v.aside), *one.unaccounted]
    spans = sorted((*_spans(counted, paper, True), *_spans(aside, paper, False)))
    out: list[Run] = []
    for start, end, counts in spans:
        if out and start < out[-1][1]:
            before = out[-1]
            out[-1] = (before[0], max(before[1], end), before[2] or counts)
        else:
            out.append((start, end, counts))
    return out


def _spans(quotes: Iterable[Quote], paper: Paper, counts: bool) -> Iterator[Run]:
    return ((q.start, q.end, counts) for q in quotes if q.path == paper.path and q.start < q.end)
