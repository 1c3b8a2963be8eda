from pathlib import Path

import pytest
import yaml

from screen.grammar.mentions import Mention
from screen.grammar.status import Scene, status
from screen.grammar.tokens import tokenize
from screen.model.criteria import Entry
from screen.model.cv import Passage, Statement
from screen.model.text import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "status.yaml").read_text(encoding="utf-8"))


HEAD = "■■■■■ ■■■■\n"
"""A document's first line: the applicant's name is masked."""


def judged(case: dict[str, object], head: str = HEAD) -> str:
    text, words = head + str(case["text"]), str(case["words"])
    at = text.index(words)
    kind = str(case.get("kind", "topics"))
    title = kind == "titles"
    letter, profile = bool(case.get("letter")), bool(case.get("profile"))
    section = case.get("section") or ("application" if letter else "profile" if profile else "experience")
    statement = Statement(
        Passage("cv", Span(len(head), len(text))),
        section,  # type: ignore[arg-type]
        position=None if letter or profile or "section" in case else 0,
        heading=bool(case.get("heading")),
        letter=letter,
        keywords=bool(case.get("keywords")),
    )
    definite = words.endswith(("en", "erne")) or text[:at].endswith("the ")
    form = str(case.get("form", "exact"))
    mention = Mention(kind, "it", Span(at, at + len(words)), form, definite, False)  # type: ignore[arg-type]
    support = str(case.get("support", "other" if title else "own"))
    entry = Entry(
        kind,  # type: ignore[arg-type]
        "it",
        {},
        definite="other-person" if title else "own",
        support=support,  # type: ignore[arg-type]
        subject="other-person" if case.get("served") else "own",
    )
    return status(Scene(text, tokenize(text, statement.passage.span), statement), mention, entry)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['words']} in {c['text']}"[:70])
def test_whose_a_mention_is(case: dict[str, object]) -> None:
    assert judged(case) == case["status"]


def test_a_fuzzy_form_alone_decides_nothing() -> None:
    assert judged({"text": "Ansvar for budqettet", "words": "budqettet", "form": "fuzzy"}) == "doubtful"


def test_of_what_is_denied_a_fuzzy_form_stays_denied() -> None:
    assert judged({"text": "Uden budqetansvar", "words": "budqetansvar", "form": "fuzzy"}) == "negation"
