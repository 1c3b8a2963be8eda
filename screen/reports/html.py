"""The shortlist as one page that opens anywhere: no request leaves it; without scripts everything is still there."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from screen.model.finding import Ranking
from screen.model.papers import Papers
from screen.reports._dossier import Dossier, dossier
from screen.reports._options import Options
from screen.reports._package import mark
from screen.reports._web._field import WIDE, field
from screen.reports._web._markup import Html, raw, tag, text
from screen.reports._web._papers import Marked
from screen.reports._web._person import alternatives, person
from screen.wording import say

SUFFIXES: tuple[str, ...] = (".html", ".htm")


def render(ranking: Ranking, options: Options) -> bytes:
    """The page."""
    made = dossier(ranking, options, everyone=True)
    style, script = _own("page.css"), _own("page.js")
    head = tag(
        "head", None,
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(style, script)}),
        tag("meta", {"name": "generator", "content": mark(ranking.version)}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "robots", "content": "noindex"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("title", None, f"{say('shortlist-title', made.language)}: {made.head}"),
        tag("style", None, raw(style)),
    )  # fmt: skip
    body = tag("body", None, *_body(made, options), tag("script", None, raw(script)))
    page = tag("html", {"lang": made.language}, head, "\n", body)
    return f"<!doctype html>\n{page}\n".encode()


def _own(name: str) -> str:
    return (files(__package__) / "_web" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded from anywhere; only this page's own style and script run."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def _body(made: Dossier, options: Options) -> list[Html]:
    language = made.language
    return [
        tag("a", {"class": "skip", "href": "#ranking"}, say("page-skip", language)),
        _header(made),
        tag(
            "main", None,
            field(made), "\n", _compare(language), "\n", _people(made, options), "\n",
            _scale(made), "\n", _problems(made), "\n", _record(made),
        ),
    ]  # fmt: skip


def _header(made: Dossier) -> Html:
    facts = (text(tag("dt", None, f.label), tag("dd", None, f.value)) for f in made.cover)
    return tag(
        "header", None,
        tag("p", {"class": "over"}, say("shortlist-title", made.language)),
        tag("h1", None, made.title),
        tag("p", {"class": "organisation"}, made.organisation),
        tag("dl", {"class": "facts"}, *facts),
    )  # fmt: skip


def _compare(language: str) -> Html:
    return tag(
        "section", {"id": "compare", "hidden": True},
        tag("p", {"class": "back"}, tag("a", {"href": "#ranking"}, say("page-back", language))),
        tag("h2", {"id": "compare-head", "tabindex": "-1"}, say("page-side-by-side", language)),
        tag("div", {**WIDE, "aria-labelledby": "compare-head"},
            tag("table", {"id": "side-by-side", "data-corner": say("column-requirement", language)})),
    )  # fmt: skip


def _people(made: Dossier, options: Options) -> Html:
    """Pages of everyone; the documents of those on the shortlist."""
    listed = {row.id for row in made.listed}
    papers: dict[str, Papers] = {p.id: p for p in options.papers() if p.id in listed}
    pages = (person(one, made, Marked(one, papers.get(one.row.id))) for one in made.people)
    return tag("div", {"id": "people"}, *(text(page, "\n") for page in pages))


def _scale(made: Dossier) -> Html:
    language = made.language
    parts: list[Html] = []
    for want in made.wants:
        rows = [
            tag(
                "tr",
                None,
                tag("th", {"scope": "row"}, f"{s.level} {s.word}"),
                tag("td", None, alternatives(s.alternatives, language)),
            )
            for s in want.scale
        ]
        rows.append(tag("tr", None, tag("th", {"scope": "row"}, "0"), tag("td", None, say("level-0-long", language))))
        parts.append(tag("h3", None, want.label))
        if want.source:
            parts.append(tag("p", {"class": "source"}, say("requirement-source", language, text=want.source)))
        heads = (tag("th", {"scope": "col"}, say(code, language)) for code in ("column-level", "scale-asks"))
        parts.append(
            tag("table", {"class": "scale"}, tag("thead", None, tag("tr", None, *heads)), tag("tbody", None, *rows))
        )
    intro = tag("p", None, say("scale-intro", language))
    return tag("section", {"id": "scale"}, tag("h2", None, say("section-scale", language)), intro, *parts)


def _problems(made: Dossier) -> Html:
    if not made.problems:
        return text()
    lines = (tag("li", None, tag("b", None, f.label), f": {f.value}") for f in made.problems)
    head = tag("h2", None, say("problems", made.language, count=len(made.problems)))
    return tag("section", {"id": "problems"}, head, tag("ul", None, *lines))


def _record(made: Dossier) -> Html:
    language = made.language
    facts = (text(tag("dt", None, f.label), tag("dd", None, f.value)) for f in made.record)
    rows = (tag("tr", None, tag("td", None, f.path), tag("td", {"class": "hash"}, f.sha256)) for f in made.files)
    heads = tag(
        "tr", None, tag("th", {"scope": "col"}, say("column-file", language)), tag("th", {"scope": "col"}, "SHA-256")
    )
    return tag(
        "section", {"id": "record"},
        tag("h2", None, say("section-record", language)),
        tag("p", None, say("record-intro", language)),
        tag("dl", {"class": "facts"}, *facts),
        tag("details", None, tag("summary", None, say("section-hashes", language)),
            tag("table", None, tag("thead", None, heads), tag("tbody", None, *rows))),
    )  # fmt: skip
