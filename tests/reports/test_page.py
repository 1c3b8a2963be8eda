"""The page in a real browser: sorted, filtered, compared, by keyboard, on small and large screens, light and dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from screen.model.finding import Placed
from screen.model.papers import Paper, PaperLine, Papers
from screen.model.text import Span
from screen.reports import REPORTS, Options
from tests.reports.fakes import anne, bo, ranking
from tests.reports.hostile import STRINGS, field, papers

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
WIDTHS = (360, 1024, 1600)
DOCUMENT = "Anne Test Birkedal\nSkoleleder, Søndervang Skole\t2014 – nu"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = (PaperLine(Span(0, 18), 1, 1), PaperLine(Span(19, len(DOCUMENT)), 1, 2))
    documents = [Papers(anne().id, (Paper("anne/CV.pdf", "cv", DOCUMENT, lines),))]
    found = ranking(*(Placed(bo(f"Person {n}", f"{n:012x}"), 4 + n, 20.0 - n, False) for n in range(3)))
    place = tmp_path_factory.mktemp("page") / "shortlist med æøå.html"
    place.write_bytes(REPORTS["html"].render(found, Options(top=2, papers=lambda: iter(documents))))
    return place


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    yield from opened(browser, file)


def opened(browser: Any, file: Path, **context: Any) -> Iterator[Any]:
    """A page that may neither complain nor ask for anything."""
    within = browser.new_context(**context)
    shown = within.new_page()
    heard: list[str] = []
    asked: list[str] = []
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.on("dialog", lambda dialog: (heard.append("dialog"), dialog.dismiss()))
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(file.as_uri())
    yield shown
    within.close()
    assert heard == []
    assert [url for url in asked if url.partition("#")[0] != file.as_uri()] == []


def names(page: Any) -> list[str]:
    return list(page.locator("#field tbody tr:visible th a").all_inner_texts())


def test_it_is_sorted_by_any_head_and_back(page: Any) -> None:
    usual = names(page)
    assert usual[0] == "Anne Test Birkedal"
    page.get_by_role("button", name="Ansøger", exact=True).click()
    assert page.locator("th[data-key=name]").get_attribute("aria-sort") == "ascending"
    assert names(page)[1:3] == ["Bo Prøve", "Dorte Prøve"]
    page.get_by_role("button", name="Ansøger", exact=True).click()
    assert names(page)[-1] == "Anne Test Birkedal"
    page.get_by_role("button", name="Nr.").click()
    assert names(page) == usual


def test_filters_hide_rows_and_say_how_many(page: Any) -> None:
    everyone = len(names(page))
    page.locator("[data-filter='0']").select_option("4")
    assert names(page) == ["Anne Test Birkedal"]
    assert page.locator("#count").inner_text() == f"Viser 1 af {everyone} ansøgere"
    page.get_by_role("button", name="Nulstil").click()
    page.wait_for_function("n => document.querySelectorAll('#field tbody tr:not([hidden])').length === n", arg=everyone)
    page.locator("#find").fill("dorte")
    assert names(page) == ["Dorte Prøve"]
    page.locator("#find").fill("")
    page.locator("#only").check()
    assert len(names(page)) == 3


def test_two_to_four_side_by_side(page: Any) -> None:
    button = page.locator("#compare-button")
    assert button.is_disabled()
    boxes = page.locator("#field tbody .pick input")
    for at in range(4):
        boxes.nth(at).check()
    assert boxes.nth(4).is_disabled()
    button.click()
    table = page.locator("#side-by-side")
    assert len(table.locator("thead th").all()) == 5
    # What decides between them stands first.
    assert table.locator("tbody th").first.inner_text() == "Erfaring som skoleleder"
    assert "Sænkede elevfraværet" in table.inner_text()
    assert page.evaluate("document.activeElement.id") == "compare-head"


def test_a_quote_leads_to_its_mark_in_the_document(page: Any) -> None:
    page.get_by_role("link", name="Anne Test Birkedal").first.click()
    article = page.locator(f"#p-{anne().id}")
    assert article.is_visible()
    assert page.locator(".person:visible").count() == 1
    assert not article.locator(".paper p.line").first.is_visible()
    article.locator("ul.quotes a").first.click()
    mark = article.locator("mark").first
    assert mark.is_visible()
    assert "Birkedal" in mark.inner_text() or "Skoleleder" in mark.inner_text()
    page.go_back()
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.person.shown').length === 0")


def test_everything_is_reached_by_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#field thead button')"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('th').getAttribute('aria-sort')") == "descending"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#field tbody a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.person.shown').length === 1")
    assert page.evaluate("document.activeElement.tagName") == "H2"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_is_accessible(browser: Any, file: Path, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    look = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for shown in opened(browser, file, **look):
        for act in ("#field tbody th a", "#compare-button"):
            if act == "#compare-button":
                shown.locator("#field tbody .pick input").nth(0).check()
                shown.locator("#field tbody .pick input").nth(1).check()
            shown.locator(act).first.click()
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
            found = axe.run(shown).response["violations"]
            assert [(v["id"], v["impact"]) for v in found if v["impact"] in ("serious", "critical", "moderate")] == []


def test_without_scripts_everything_is_there(browser: Any, file: Path) -> None:
    for shown in opened(browser, file, java_script_enabled=False):
        assert shown.locator("article.person:visible").count() == shown.locator("#field tbody tr").count()
        assert not shown.locator("#filters").is_visible()


def test_on_paper_the_shortlist_s_pages_are_printed(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("article.person.listed:visible").count() == 3
    assert page.locator("article.person:visible").count() == 3
    assert not page.locator("#filters").is_visible()


def test_hostile_strings_do_nothing(browser: Any, tmp_path: Path) -> None:
    place = tmp_path / "hostile.html"
    place.write_bytes(REPORTS["html"].render(field(STRINGS), Options(papers=lambda: papers(STRINGS))))
    for shown in opened(browser, place, viewport={"width": 1024, "height": 900}):
        assert shown.evaluate("document.scripts.length") == 1
        assert shown.evaluate("document.documentElement.scrollWidth") == 1024
        shown.get_by_role("button", name="Ansøger", exact=True).click()
        shown.locator("#field tbody th a").nth(5).click()
        assert shown.locator(".person:visible").count() == 1
        shown.locator(".person:visible ul.quotes a").first.click()


def test_three_hundred_applicants_are_sorted_at_once(browser: Any, tmp_path: Path) -> None:
    many = [Placed(replace(bo(), id=f"{n:012x}", name=f"Person {n}"), n + 1, 90.0 - n / 10, True) for n in range(300)]
    place = tmp_path / "many.html"
    place.write_bytes(REPORTS["html"].render(replace(ranking(), placed=tuple(many)), Options(top=5)))
    for shown in opened(browser, place):
        took = shown.evaluate(
            "() => { const t = performance.now(); document.querySelector('th[data-key=name] button').click();"
            " return performance.now() - t; }"
        )
        assert took < 1000
