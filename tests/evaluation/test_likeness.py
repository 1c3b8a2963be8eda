"""When a quote documents what the label points at, and when a title or an employer is the labelled one."""

from __future__ import annotations

import pytest

from screen.evaluation._likeness import falls_on, meets, same_date, same_employer, title_likeness

LABEL = "Havde ansvaret for skolens budget på 42 mio. kr. og fik det i balance"


@pytest.mark.parametrize(
    "quote",
    [
        LABEL,
        f"• {LABEL}, to år i træk.",
        "ansvaret for skolens budget på 42 mio.",
        "Havde ansvaret for sko-\nlens budget på 42 mio. kr.",
        "HAVDE ANSVARET FOR SKOLENS BUDGET",
        "Havde ansvaret for sk0lens budget på 42 rnio. kr. og fik det i balance",
    ],
)
def test_meets(quote: str) -> None:
    assert meets(quote, LABEL)


@pytest.mark.parametrize(
    "quote", ["", "budget", "ansvaret for", "Lærer i dansk og historie på mellemtrinnet", f"{'x ' * 300}{LABEL}"]
)
def test_does_not_meet(quote: str) -> None:
    assert not meets(quote, LABEL)


def test_a_short_label_must_be_whole() -> None:
    assert meets("Skoleleder, Søndervang Skole", "Skoleleder")
    assert not meets("Skole", "Skoleleder")


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("Reference: skoleleder Karen Prøve, Nørrevang", True),
        ("Skoleleder Karen Prøve", True),
        ("skoleleder Karen Pr0ve, Nørrevang", True),
        ("Skole", False),
        ("Viceskoleleder på Søndervang", False),
    ],
)
def test_falls_on(quote: str, wanted: bool) -> None:
    assert falls_on(quote, "skoleleder Karen Prøve, Nørrevang") == wanted


@pytest.mark.parametrize(
    ("read", "label", "alike"),
    [
        ("Skoleleder", "skoleleder", True),
        ("Leder, Søndervang", "Leder", True),
        ("Skolelder", "Skoleleder", True),
        ("Lærer", "Skoleleder", False),
        ("", "Skoleleder", False),
        ("Leder af en stor skole med mange elever, tre afdelinger og to matrikler", "Leder", False),
    ],
)
def test_titles(read: str, label: str, alike: bool) -> None:
    assert (title_likeness(read, label) >= 85) == alike


@pytest.mark.parametrize(
    ("read", "alike"),
    [
        ("Vestby kommune", True),
        ("Vestby Kommune, Børn og Unge", True),
        ("Østby Bibliotek", False),
        (None, False),
        ("V", False),
    ],
)
def test_employers(read: str | None, alike: bool) -> None:
    assert same_employer(read, "Vestby Kommune") == alike


@pytest.mark.parametrize(
    ("read", "label", "same"),
    [
        ("2014-08", "2014", True),
        ("2014", "2014-08", False),
        ("2014-08", "2014-09", False),
        (None, None, True),
        ("2014", None, False),
        (None, "2014", False),
    ],
)
def test_dates(read: str | None, label: str | None, same: bool) -> None:
    assert same_date(read, label) == same
