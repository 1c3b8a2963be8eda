"""Everyone in a table that can be sorted, filtered and compared from."""

from __future__ import annotations

from screen.reports._dossier import Cell, Dossier, Row, Want
from screen.reports._web._markup import Attributes, Child, Html, tag, text
from screen.wording import say

CELLS = 4
"""Of a bar."""
WIDE: Attributes = {"class": "wide", "role": "region", "tabindex": "0"}
"""What may be wider than the window is scrolled by itself, with the keyboard too."""


def bar(level: int | None) -> Html:
    """A level as four boxes; its word stands beside it."""
    boxes = (
        tag(
            "rect",
            {"x": n * 12, "y": 1, "width": 10, "height": 8, "rx": 1, "class": "on" if n < (level or 0) else "off"},
        )
        for n in range(CELLS)
    )
    return tag(
        "svg", {"class": "bar", "width": 48, "height": 10, "viewBox": "0 0 48 10", "aria-hidden": "true"}, *boxes
    )


def level(cell: Cell, language: str) -> Html:
    """Bar, word and flag."""
    return text(bar(cell.level), " ", tag("span", {"class": "word"}, cell.word), flag(language) if cell.flag else "")


def flag(language: str) -> Html:
    """The sign of a must-have that is not documented, with its words for those who do not see it."""
    return text(
        tag("span", {"class": "flag", "aria-hidden": "true", "title": say("flag", language)}, " ⚑"),
        tag("span", {"class": "unseen"}, f" ({say('flag', language)})"),
    )


def field(made: Dossier) -> Html:
    """The whole field with its controls."""
    language = made.language
    return tag(
        "section", {"id": "ranking"},
        tag("h2", {"id": "ranking-head"}, say("section-ranking", language)),
        _controls(made),
        tag("p", {"id": "count", "role": "status", "data-text": say("page-count", language, shown="#", count="##")}),
        tag("div", {**WIDE, "aria-labelledby": "ranking-head"}, _table(made)),
        tag("p", {"class": "actions"}, tag(
            "button", {"type": "button", "id": "compare-button", "disabled": True, "hidden": True},
            say("page-compare", language),
        )),
        tag("ul", {"class": "legend"}, *(tag("li", None, line) for line in made.legend)),
        *(tag("p", {"class": "notice"}, line) for line in made.notices),
    )  # fmt: skip


def _controls(made: Dossier) -> Html:
    language = made.language
    selects = []
    for at, want in enumerate(made.wants):
        options = [tag("option", {"value": "0"}, say("page-any", language))]
        options += (
            tag("option", {"value": n}, say("page-at-least", language, level=say(f"level-{n}", language)))
            for n in range(1, CELLS + 1)
        )
        selects.append(tag("label", None, tag("span", None, want.label), tag("select", {"data-filter": at}, *options)))
    name = tag(
        "label", None, tag("span", None, say("page-name", language)), tag("input", {"type": "search", "id": "find"})
    )
    only = tag(
        "label", {"class": "check"}, tag("input", {"type": "checkbox", "id": "only"}), " ", say("page-only", language)
    )
    reset = tag("button", {"type": "reset"}, say("page-reset", language))
    return tag(
        "form",
        {"id": "filters", "hidden": True, "aria-label": say("page-filters", language)},
        *selects,
        name,
        only,
        reset,
    )


def _table(made: Dossier) -> Html:
    language = made.language
    codes = (("rank", "column-rank"), ("name", "column-applicant"), ("score", "column-total"))
    cells = [_head(key, say(code, language)) for key, code in codes]
    cells += [_head(f"l{at}", want.label, want) for at, want in enumerate(made.wants)]
    pick = tag("th", {"scope": "col", "class": "pick", "hidden": True}, say("page-pick", language))
    return tag(
        "table", {"id": "field"},
        tag("caption", {"class": "unseen"}, say("section-ranking", language)),
        tag("thead", None, tag("tr", None, pick, *cells)),
        tag("tbody", None, *(_row(at, row, language) for at, row in enumerate(made.rows))),
    )  # fmt: skip


def _head(key: str, label: str, want: Want | None = None) -> Html:
    small: list[Child] = [" ", tag("small", None, want.weight)] if want else []
    sort = "ascending" if key == "rank" else "none"
    about: Attributes = {"scope": "col", "data-key": key, "data-weight": want.heft if want else None, "aria-sort": sort}
    return tag("th", about, tag("span", {"class": "head"}, label), *small)


def _row(at: int, row: Row, language: str) -> Html:
    levels = {f"data-l{n}": -1 if c.level is None else c.level for n, c in enumerate(row.cells)}
    data: Attributes = {
        "data-id": row.id,
        "data-rank": at,
        "data-name": row.name,
        "data-score": -1.0 if row.score is None else row.score,
    }
    told = tag("ul", {"class": "remarks"}, *(tag("li", None, r) for r in row.remarks)) if row.remarks else ""
    box = tag("input", {"type": "checkbox", "aria-label": say("page-choose", language, name=row.name)})
    return tag(
        "tr", {**data, **levels, "class": "listed" if row.listed else None},
        tag("td", {"class": "pick", "hidden": True}, box),
        tag("td", {"class": "number"}, row.rank_text),
        tag("th", {"scope": "row"}, tag("a", {"href": f"#p-{row.id}"}, tag("bdi", None, row.name)), told),
        tag("td", {"class": "number"}, row.score_text),
        *(tag("td", {"class": "level"}, level(cell, language)) for cell in row.cells),
    )  # fmt: skip
