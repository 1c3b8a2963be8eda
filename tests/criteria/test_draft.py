"""A draft finds what a posting asks for, keeps its words, and is a criteria file without mistakes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.criteria import check, load_criteria, tell, warnings
from screen.criteria.draft import asked_in, draft, read_posting
from screen.model.text import Document, Look, RawLine
from screen.readers import read

CASES = Path(__file__).parents[1] / "cases"
POSTINGS = yaml.safe_load((CASES / "postings.yaml").read_text("utf-8"))
NAMES = [case["file"] for case in POSTINGS]


def document(name: str) -> Document:
    return read(name, (CASES / "postings" / name).read_bytes())


def written(text: str) -> Document:
    return read("opslag.txt", text.encode())


@pytest.fixture(scope="module")
def drafted(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("udkast")
    out = {}
    for name in NAMES:
        (folder / name).write_bytes((CASES / "postings" / name).read_bytes())
        out[name] = folder / f"{name}.yaml"
        out[name].write_text(draft(document(name), name), "utf-8")
    return out


@pytest.mark.parametrize("case", POSTINGS, ids=NAMES)
def test_the_head(case, drafted) -> None:
    posting = load_criteria(drafted[case["file"]]).posting
    assert (posting.title, posting.organisation) == (case["title"], case["organisation"])
    assert (posting.deadline, posting.language) == (case["deadline"], case["language"])
    assert posting.text == case["file"]


@pytest.mark.parametrize("case", POSTINGS, ids=NAMES)
def test_the_demands_in_the_posting_s_words_with_the_signal_that_fits(case, drafted) -> None:
    criteria = load_criteria(drafted[case["file"]])
    told = [(r.source, r.signals[0].kind) for r in criteria.requirements]
    assert told == [(demand["source"], demand["kind"]) for demand in case["demands"]]
    assert [r.weight for r in criteria.requirements] == [demand.get("weight", 20) for demand in case["demands"]]
    assert set(case.get("use", ())) <= set(criteria.use)


@pytest.mark.parametrize("case", POSTINGS, ids=NAMES)
def test_years_that_the_posting_names(case, drafted) -> None:
    for requirement, demand in zip(load_criteria(drafted[case["file"]]).requirements, case["demands"], strict=True):
        if "years" in demand:
            solid = next(rule for rule in requirement.rules if rule.level == "solid")
            assert [ask.value for way in solid.alternatives for c in way for ask in c.asks] == [demand["years"]]


@pytest.mark.parametrize("case", POSTINGS, ids=NAMES)
def test_qualities_and_what_must_not_count_are_no_points(case, drafted) -> None:
    text = drafted[case["file"]].read_text("utf-8")
    plain = " ".join(text.replace("#", " ").split())
    for sentence in (*case.get("interview", ()), *case.get("against", ())):
        assert f"- {sentence}" in plain
    asked = asked_in(read_posting(document(case["file"])))
    assert list(asked.personal) == case.get("interview", [])
    assert list(asked.protected) == case.get("against", [])


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_has_no_mistakes_and_its_words_stand_in_the_posting(name: str, drafted) -> None:
    assert [tell(m, "en") for m in check(drafted[name])] == []
    told = {w.name for w in warnings(drafted[name])}
    assert told <= {"catches-common-words"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_draft_says_what_to_check(language: str) -> None:
    text = draft(document("skoleleder.txt"), None, language)
    assert text.count({"da": "Tjek", "en": "Check"}[language]) > 12
    assert "text:" not in text


def test_a_posting_that_asks_for_nothing_gives_its_post(tmp_path) -> None:
    path = tmp_path / "krav.yaml"
    path.write_text(draft(written("Ledig stilling som kirketjener\n\nRing til kontoret.\n"), None), "utf-8")
    assert check(path) == ()
    (requirement,) = load_criteria(path).requirements
    assert requirement.source == "Kirketjener"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ansøgningsfristen er den 3. marts 2027 kl. 12.", date(2027, 3, 3)),
        ("Send os din ansøgning senest 3.3.2027.", date(2027, 3, 3)),
        ("Søknadsfrist: 3. mars 2027", date(2027, 3, 3)),
        ("Sista ansökningsdag är den 3 mars 2027.", date(2027, 3, 3)),
        ("Apply by March 3, 2027.", date(2027, 3, 3)),
        ("Closing date: 3rd March 2027", date(2027, 3, 3)),
        ("Frist 2027-03-03", date(2027, 3, 3)),
        ("Ansøgningsfrist snarest.", None),
        ("Stillingen er ledig den 3. marts 2027.", None),
        ("Ansøgningsfrist: 31. februar 2027", None),
    ],
)
def test_deadlines(text: str, found: date | None) -> None:
    assert read_posting(written(f"Kok\n\n{text}\n")).deadline == found


@given(st.lists(st.text(max_size=80), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_file_without_mistakes(tmp_path_factory, lines: list[str]) -> None:
    raw = (RawLine(line.replace("\n", " "), Look()) for line in ("Du har", *(f"• erfaring med {x}" for x in lines)))
    path = tmp_path_factory.mktemp("any") / "krav.yaml"
    path.write_text(draft(Document.from_lines("opslag.txt", "0", raw), None), "utf-8")
    assert [tell(m, "en") for m in check(path)] == []


def test_words_that_yaml_takes_for_something_else(tmp_path) -> None:
    path = tmp_path / "krav.yaml"
    text = "Du har\n• erfaring med null\n• kendskab til studies\n• 'no': & * [ { 12:30 ~ erfaring med #\n"
    path.write_text(draft(written(text), None), "utf-8")
    assert [tell(m, "en") for m in check(path)] == []
