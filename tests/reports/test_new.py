"""Who is new is marked where somebody looks, and nowhere else."""

from __future__ import annotations

from screen.reports import REPORTS, Options
from tests.reports.fakes import ranking


def test_new_applicants_are_marked_and_the_mark_is_explained() -> None:
    found = ranking()
    new = found.placed[0].assessment
    for width in (100, 40):
        page = REPORTS["table"].render(found, Options(width=width, new=frozenset({new.id}))).decode()
        assert page.count("· ny") == 1
        assert "ny = kom til, siden tabellen sidst blev vist (1 ansøger)" in " ".join(page.split())
    assert (
        "· new" in REPORTS["table"].render(found, Options(language="en", width=100, new=frozenset({new.id}))).decode()
    )


def test_without_new_applicants_nothing_is_said() -> None:
    page = REPORTS["table"].render(ranking(), Options(width=100)).decode()
    assert "· ny" not in page
    assert "kom til" not in page
