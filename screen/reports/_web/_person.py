"""An applicant's own page: career, levels with quotes, what is open, the documents."""

from __future__ import annotations

from screen.reports._dossier import Alternative, Dossier, Job, Person, Quote, Verdict
from screen.reports._web._field import bar, flag
from screen.reports._web._markup import Child, Html, tag, text
from screen.reports._web._papers import Marked
from screen.wording import say


def person(one: Person, made: Dossier, marked: Marked) -> Html:
    """The page."""
    language = made.language
    head = f"p-{one.row.id}-head"
    kind = "person listed" if one.row.listed else "person"
    return tag(
        "article", {"id": f"p-{one.row.id}", "class": kind, "aria-labelledby": head},
        tag("p", {"class": "back"}, tag("a", {"href": "#ranking"}, say("page-back", language))),
        tag("h2", {"id": head, "tabindex": "-1"}, tag("bdi", None, one.row.name)),
        tag("p", {"class": "lead"}, one.lead),
        _unaccounted(one, marked, language),
        tag("h3", None, say("section-career", language)),
        _career(one, language),
        *(_verdict(v, made, marked) for v in one.verdicts),
        _list("section-notices", one.notices, language),
        tag("h3", None, say("section-files", language)),
        tag("ul", None, *(tag("li", None, _file(f.path, f.kind, f.pages, f.problem)) for f in one.files)),
        marked.documents(language),
    )  # fmt: skip


def _file(path: str, kind: str, pages: str, problem: str) -> str:
    told = ", ".join(part for part in (kind, pages) if part)
    return f"{path} ({told})" + (f": {problem}" if problem else "")


def _list(code: str, lines: tuple[str, ...], language: str) -> Html:
    if not lines:
        return text()
    return text(tag("h3", None, say(code, language)), tag("ul", None, *(tag("li", None, line) for line in lines)))


def _unaccounted(one: Person, marked: Marked, language: str) -> Html:
    if not one.unaccounted:
        return text()
    return tag(
        "div", {"class": "open"},
        tag("h3", None, say("section-unaccounted", language)),
        tag("p", None, say("unaccounted-why", language)),
        _quotes(one.unaccounted, marked, language),
    )  # fmt: skip


def _career(one: Person, language: str) -> Html:
    if not one.jobs:
        return tag("p", None, say("no-positions", language))
    ticks = (tag("text", {"x": f"{at:.2%}", "y": 11}, year) for year, at in one.ticks if at < 0.94)
    unseen = tag("span", {"class": "unseen"}, say("page-timeline", language))
    axis = tag("svg", {"class": "axis", "width": "100%", "height": 14, "aria-hidden": "true"}, *ticks)
    return tag(
        "table", {"class": "career"},
        tag("thead", None, tag(
            "tr", None,
            tag("th", {"scope": "col"}, say("column-period", language)),
            tag("th", {"scope": "col", "class": "line"}, unseen, axis),
            tag("th", {"scope": "col"}, say("timeline-what", language)),
        )),
        tag("tbody", None, *(_job(job, one.ticks) for job in one.jobs)),
    )  # fmt: skip


def _job(job: Job, ticks: tuple[tuple[str, float], ...]) -> Html:
    drawn = [tag("line", {"x1": f"{at:.2%}", "x2": f"{at:.2%}", "y1": 0, "y2": 20, "class": "tick"}) for _, at in ticks]
    if job.start is not None and job.end is not None:
        wide = max(job.end - job.start, 0.006)
        kind = "job" if job.plain else "other"
        drawn.append(
            tag(
                "rect",
                {"x": f"{job.start:.2%}", "y": 5, "width": f"{wide:.2%}", "height": 10, "rx": 1.5, "class": kind},
            )
        )
    about = ", ".join(part for part in (job.traits,) if part)
    return tag(
        "tr", None,
        tag("td", {"class": "period"}, job.period),
        tag("td", {"class": "line"}, tag("svg", {"width": "100%", "height": 20, "aria-hidden": "true"}, *drawn)),
        tag(
            "td", None,
            tag("b", None, job.title), f", {job.employer}" if job.employer else "",
            f" ({about})" if about else "", " ", tag("small", None, job.place),
        ),
    )  # fmt: skip


def _verdict(verdict: Verdict, made: Dossier, marked: Marked) -> Html:
    want, language = made.wants[verdict.requirement], made.language
    must = f" · {say('column-must', language)}: {want.must}" if want.must else ""
    parts: list[Child] = [
        tag("h3", None, want.label),
        tag(
            "p", {"class": "summary"}, bar(verdict.cell.level), " ", tag("b", None, verdict.phrase),
            flag(language) if verdict.cell.flag else "", tag("small", None, f" {want.weight}{must}"),
        ),
    ]  # fmt: skip
    if want.source:
        parts.append(tag("p", {"class": "source"}, say("requirement-source", language, text=want.source)))
    parts += [tag("p", {"class": "label"}, verdict.decided), alternatives(verdict.decided_by, language)]
    if verdict.quotes:
        head = tag("p", {"class": "label"}, say("documented-by", language))
        parts.append(tag("div", {"class": "quotes"}, head, _quotes(verdict.quotes, marked, language)))
    if verdict.open:
        lines = tag("ul", None, *(tag("li", None, line) for line in verdict.open))
        parts.append(tag("div", {"class": "next"}, tag("p", {"class": "label"}, verdict.next), lines))
    if want.ask:
        parts.append(tag("p", {"class": "ask"}, tag("b", None, f"{say('section-ask', language)}: "), want.ask))
    if verdict.aside:
        count = say("page-aside", language, count=len(verdict.aside))
        parts.append(
            tag("details", {"class": "aside"}, tag("summary", None, count), _quotes(verdict.aside, marked, language))
        )
    return tag("section", {"class": "verdict", "data-requirement": verdict.requirement}, *parts)


def alternatives(every: tuple[Alternative, ...], language: str) -> Html:
    """Conditions, alternative by alternative."""
    out: list[Child] = []
    for at, one in enumerate(every):
        if at:
            out.append(tag("p", {"class": "or"}, say("or-else", language)))
        out.append(tag("ul", None, *(tag("li", None, line) for line in one.lines)))
    return text(*out)


def _quotes(quotes: tuple[Quote, ...], marked: Marked, language: str) -> Html:
    return tag("ul", {"class": "quotes"}, *(_quote(q, marked, language) for q in quotes))


def _quote(quote: Quote, marked: Marked, language: str) -> Html:
    anchor = marked.anchor(quote)
    told = [part for part in (quote.why, say("read-by-ocr", language) if quote.ocr else "") if part]
    place = tag("a", {"href": f"#{anchor}"}, quote.place) if anchor else quote.place
    rest = f" · {' · '.join(told)}" if told else ""
    words = tag("q", None, tag("bdi", None, quote.text))
    return tag("li", None, words, " ", tag("small", None, place, rest))
