"""Who "she" is in a document: its writer, or somebody whom it spoke of."""

import pytest

from screen.grammar.mentions import Mention
from screen.grammar.status import Scene, status
from screen.grammar.tokens import tokenize
from screen.model.criteria import Entry
from screen.model.cv import Passage, Statement
from screen.model.text import Span


def judged(before: str, told: str, after: str = "") -> str:
    """Whose "budget…" is in the sentence `told`."""
    text = f"{before}\n{told}\n{after}"
    span = Span(len(before) + 1, len(before) + 1 + len(told))
    at = text.index("udget", span.start) - 1
    mention = Mention("topics", "it", Span(at, text.index(" ", at)), "exact", False, False)
    statement = Statement(Passage("cv", span), "experience", position=0)
    return status(Scene(text, tokenize(text, span), statement), mention, Entry("topics", "it", {}))


@pytest.mark.parametrize(
    ("before", "told", "after", "whose"),
    [
        ("■■■■ er uddannet i Aarhus.", "Hun lagde kommunens budget i 2019.", "Hun bor ved havet.", "own"),
        ("Arbejdede under økonomidirektøren.", "Hun lagde kommunens budget i 2019.", "", "other-person"),
        ("Min opgave var løn.", "Hun lagde kommunens budget i 2019.", "Jeg hjalp til.", "other-person"),
        ("Han refererede til direktøren.", "Han lagde kommunens budget i 2019.", "Han rejste i 2020.", "own"),
        ("Assistent for centerchef Karla Holm.", "Hun lagde centrets budget hvert år.", "", "other-person"),
        ("Hon är ekonom.", "Hon ansvarade för nämndens budget i tre år.", "", "own"),
        ("Reported to my manager.", "She held the budget for the unit.", "", "other-person"),
        ("■■■ trained in Leeds.", "She held the budget for the unit.", "", "own"),
    ],
)
def test_she_is_the_writer_unless_another_was_named(before: str, told: str, after: str, whose: str) -> None:
    assert judged(before, told, after) == whose
