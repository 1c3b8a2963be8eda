"""A posting among the applications is known by its shape; whatever may be somebody's own paper is none."""

import pytest

from screen.intake import is_posting

from .papers import cv, document, letter

POSTING = (
    "Skolechef til Vestby Kommune",
    "Vi søger en skolechef, som vil være med til at udvikle vores ni folkeskoler sammen med skolelederne.",
    "Du har erfaring med at lede ledere, og du kender den politiske virkelighed. Du er tydelig og lyttende.",
    "Dine opgaver bliver at lede skoleområdet, betjene Børneudvalget og holde budgettet på 480 mio. kr.",
    "Vi tilbyder en arbejdsplads med kort vej fra tanke til handling og gode kolleger i forvaltningen.",
    "Løn- og ansættelsesvilkår efter overenskomst. Samtaler afholdes i uge 20.",
    "Ansøgningsfrist: 1. maj 2026. Send din ansøgning og dit CV via linket.",
)


def test_a_posting_is_known() -> None:
    assert is_posting(document("opslag.txt", *POSTING))


def test_it_may_be_called_anything() -> None:
    assert is_posting(document("CV.txt", *POSTING))


@pytest.mark.parametrize(
    "more",
    [
        ("Jeg har ledet skoler i ni år, og jeg kender mine medarbejdere. Det er min styrke.",),
        ("2015 – nu\tSkolechef, Nyby Kommune", "2009 – 2015\tSkoleleder, Sundby", "2001 – 2009\tLærer, Sundby"),
        ("Med venlig hilsen", "Gudrun Tange Ellemose"),
    ],
    ids=["somebody speaks", "a career", "a signature"],
)
def test_what_may_be_an_application_is_none(more: tuple[str, ...]) -> None:
    assert not is_posting(document("opslag.txt", *POSTING, *more))


def test_applications_are_none() -> None:
    assert not is_posting(cv("CV.pdf", "Lone Vester"))
    assert not is_posting(cv("CV.pdf", None))
    assert not is_posting(letter("brev.pdf", "Lone Vester"))
    assert not is_posting(document("kort.txt", *POSTING[:2], POSTING[-1]))
