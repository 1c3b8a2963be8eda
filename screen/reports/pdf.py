"""The shortlist on paper: tagged for screen readers, its fonts inside, the same bytes each time."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import Any, Final

from screen.model.errors import ScreenError
from screen.model.finding import Ranking
from screen.model.result import SCHEMA
from screen.reports._dossier import dossier
from screen.reports._glyphs import shown_by
from screen.reports._options import Options
from screen.reports._package import mark
from screen.wording import UNSAFE, say

SUFFIXES: tuple[str, ...] = (".pdf",)
STANDARD: Final = "ua-1"
"""PDF/UA-1: what is not accessible is no file at all, but an error."""
MOST_QUOTES = 4
"""On paper, for each requirement; every one stands in the page, the workbook and `screen explain`."""
LONGEST_RUN = 40
"""Letters without a blank, more than any word has; a longer run may be broken anywhere, so that nothing leaves the
page. Fingerprints have room for themselves and are copied whole."""
_LONG = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_PIECE = re.compile(r"\S{1,8}")
BETWEEN = "¤"
WORDS = (
    "shortlist-title", "cover-blind", "foot-nobody", "foot-page", "foot-of", "column-rank", "column-applicant",
    "column-total", "column-period", "column-must", "column-level", "column-file", "timeline-what", "flag",
    "read-by-ocr", "or-else", "section-ask", "section-unaccounted", "unaccounted-why",
    "section-career", "no-positions", "section-notices", "section-files", "section-ranking", "section-scale",
    "scale-intro", "scale-asks", "level-0-long", "annex-intro", "section-record", "record-intro", "section-hashes",
    "nobody",
)  # fmt: skip
"""Codes of what stands on the paper besides the data."""
NO_GLYPH = "could not be displayed"
"""What the typesetter says of a sign that no font has."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The shortlist as PDF/UA.

    Raises:
        ScreenError: `no-such-library`.
    """
    try:
        import typst
    except ImportError:
        raise ScreenError("no-such-library", ending=".pdf", library="typst", extra="pdf") from None
    data = json.dumps(_broken(_data(ranking, options)), ensure_ascii=False)
    day = datetime(ranking.as_of.year, ranking.as_of.month, ranking.as_of.day, 12, tzinfo=UTC)
    with as_file(files(__package__) / "_paper") as folder:
        fonts = folder / "fonts"
        for system, text in ((False, data), (True, data), (False, shown_by(fonts / "DejaVuSans.ttf", data))):
            try:
                made: bytes = typst.compile(
                    folder / "shortlist.typ",
                    root=folder,
                    font_paths=[fonts],
                    ignore_system_fonts=not system,
                    sys_inputs={"data": text},
                    pdf_standards=[STANDARD],
                    timestamp=day,
                )
            except typst.TypstError as error:
                if NO_GLYPH not in str(error):
                    raise
            else:
                # Whatever follows the end of a PDF is a remark: by it a later run knows the file for its own.
                return made.rstrip(b"\n") + f"\n% {SCHEMA}\n".encode()
    raise ScreenError("no-glyph")


def _data(ranking: Ranking, options: Options) -> dict[str, Any]:
    """All that the template is told."""
    made, language = dossier(ranking, options), options.language
    opened, _, closed = say("quoted", language, text=BETWEEN).partition(BETWEEN)
    source, _, _ = say("requirement-source", language, text=BETWEEN).partition(BETWEEN)
    data = asdict(made)
    data["mark"] = mark(ranking.version)
    data["levels"] = [say(f"level-{level}", language) for level in range(1, 5)]
    data["words"] = {code: say(code, language) for code in WORDS}
    data["words"] |= {"quote-open": opened, "quote-close": closed, "source-open": source}
    data["annex_title"] = say("annex-of", language, count=len(made.annex))
    data["problems_title"] = say("problems", language, count=len(made.problems))
    for person in data["people"]:
        _shorten(person, "unaccounted", language)
        for verdict in person["verdicts"]:
            _shorten(verdict, "quotes", language)
            del verdict["aside"]
    del data["rows"]
    return data


def _shorten(part: dict[str, Any], name: str, language: str) -> None:
    """The first quotes, and how many more there are."""
    left = len(part[name]) - MOST_QUOTES
    part["more"] = say("more-quotes", language, count=left) if left > 0 else ""
    part[name] = part[name][:MOST_QUOTES]


def _broken(part: Any) -> Any:
    """Every text harmless, with places where a long run of letters may be broken."""
    if isinstance(part, str):
        return _LONG.sub(_pieces, UNSAFE.sub("", part))
    if isinstance(part, dict):
        return {key: _broken(value) for key, value in part.items()}
    return [_broken(value) for value in part] if isinstance(part, list | tuple) else part


def _pieces(run: re.Match[str]) -> str:
    return run.group() if _FINGERPRINT.fullmatch(run.group()) else "\u200b".join(_PIECE.findall(run.group()))
