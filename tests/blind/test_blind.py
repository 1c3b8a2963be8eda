from __future__ import annotations

import re
from dataclasses import replace

import pytest

from screen.blind import blind, blind_papers
from screen.blind._masking import Cover
from screen.model.errors import Notice
from screen.model.finding import Placed, Ranking
from screen.model.papers import Paper, PaperLine, Papers
from screen.model.text import Span
from screen.reports import REPORTS, Options
from tests.reports.fakes import anne, bo, quote, ranking


def told(found: Ranking, name: str = "json") -> str:
    return REPORTS[name].render(blind(found, "da").ranking, Options()).decode()


def test_names_become_neutral_ids() -> None:
    made = blind(ranking(), "da")
    names = [p.assessment.name for p in made.ranking.placed]
    assert all(re.fullmatch(r"Ansøger [B-Z]{3}\d\d", name or "") for name in names)
    assert len(set(names)) == 4
    assert (blind(ranking(), "en").ranking.placed[0].assessment.name or "").startswith("Applicant ")


def test_an_id_is_the_same_whoever_else_applies_and_in_whatever_order() -> None:
    whole, alone = ranking(), replace(ranking(), placed=ranking().placed[:1])
    turned = replace(whole, placed=whole.placed[::-1])
    anne_s = anne().id
    assert blind(whole, "da").ids[anne_s] == blind(alone, "da").ids[anne_s] == blind(turned, "da").ids[anne_s]


def test_ids_follow_neither_names_nor_ranks() -> None:
    everyone = [Placed(replace(bo(), id=f"{n:012x}", name=f"Person {n:03}"), n + 1, 50.0, True) for n in range(40)]
    ids = blind(replace(ranking(), placed=tuple(everyone)), "da").ids
    by_name = [ids[p.assessment.id] for p in everyone]
    assert by_name != sorted(by_name)
    assert by_name != sorted(by_name, reverse=True)
    assert len(set(by_name)) == 40


def test_another_case_gives_other_ids() -> None:
    found = ranking()
    posting = replace(found.criteria.posting, title="Rektor")
    other = replace(found, criteria=replace(found.criteria, posting=posting))
    assert set(blind(found, "da").ids.values()).isdisjoint(blind(other, "da").ids.values())


def test_levels_ranks_and_totals_stay() -> None:
    found, made = ranking(), blind(ranking(), "da").ranking
    for before, after in zip(found.placed, made.placed, strict=True):
        assert (before.rank, before.score, before.qualified) == (after.rank, after.score, after.qualified)
        assert [m.level for m in before.assessment.marks] == [m.level for m in after.assessment.marks]


def test_files_are_called_by_what_they_are() -> None:
    made = blind(ranking(), "da")
    paths = [f.path for f in made.ranking.placed[0].assessment.files]
    id_ = made.ids[anne().id]
    assert sorted(paths) == [f"{id_} CV 1.pdf", f"{id_} ansøgning 1.docx"]
    assert made.ranking.problems[0].path == "fil 1.docx"
    assert not re.search(r"anne/|låst|Scannet ans", told(ranking()))


SAID = [
    "Annes team på Testvej voksede",
    "Skriv til anne.birkedal@example.dk eller +45 12 34 56 78",
    "Ring 12345678 eller 12 34 56 78",
    "se https://example.dk/anne og www.example.dk/anne",
]


@pytest.mark.parametrize("said", SAID)
def test_what_leads_to_a_person_is_masked_in_quotes_titles_and_notices(said: str) -> None:
    who = anne()
    marks = (replace(who.marks[0], evidence=(quote(said, "topic"),), set_aside=(quote(said, "wish"),)), who.marks[1])
    job = replace(who.positions[0][0], title=said, employer=said)
    notices = (Notice.of("undated-position", title=said), Notice.of("ocr", path="anne/CV.pdf"))
    positions = ((job, *who.positions[0][1:]),)
    changed = replace(who, marks=marks, positions=positions, notices=notices, unaccounted=(quote(said, "unaccounted"),))
    found = replace(ranking(), placed=(Placed(changed, 1, 90.0, True), *ranking().placed[1:]))
    for name in sorted(set(REPORTS) - {"pdf", "docx", "xlsx"}):
        shown = told(found, name)
        assert not re.search(r"\b(?:anne|annes|birkedal|12345678)\b|12 34 56|example\.dk", shown, re.IGNORECASE), name


@pytest.mark.parametrize(
    "harmless",
    [
        "Budget på 1.250.000.000 kr.",
        "2004-2008 og 2008–2012",
        "20042008",
        "Årene 2004 2008",
        "anlæg for 12,5 mio.",
        "ring",
    ],
)
def test_amounts_and_years_stay(harmless: str) -> None:
    assert Cover(frozenset({"ring", "anna"})).over(harmless) == harmless


def test_a_short_given_name_is_masked_and_a_particle_is_not() -> None:
    who = replace(bo(), name="Bo De Vries")
    cover = blind(replace(ranking(), placed=(Placed(who, 1, 30.0, True),)), "da").cover
    assert cover.over("Bo har ansvaret. De er glade. Vries bo.") == "■■ har ansvaret. De er glade. ■■■■■ bo."


def test_masked_runs_within_a_quote_are_masked() -> None:
    who = anne()
    masked = replace(quote("Født 1975, leder", "topic"), masks=(Span(0, 9),))
    changed = replace(who, marks=(replace(who.marks[0], evidence=(masked,)), who.marks[1]))
    found = replace(ranking(), placed=(Placed(changed, 1, 90.0, True),))
    assert "1975" not in told(found)
    assert "»[skjult], leder«" in told(found, "html").replace("<q><bdi>", "»").replace("</bdi></q>", "«")


def test_documents_keep_their_length_and_lose_their_names() -> None:
    made = blind(ranking(), "da")
    text = "Anne Test Birkedal\nSkoleleder"
    lines = (PaperLine(Span(0, 18), 1, 1), PaperLine(Span(19, 29), 1, 2))
    papers = Papers(anne().id, (Paper("anne/CV.pdf", "cv", text, lines),))
    (shown,) = blind_papers(iter([papers]), made)
    assert (shown.id, len(shown.papers[0].text)) == (made.ids[anne().id], len(text))
    assert shown.papers[0].text.endswith("\nSkoleleder")
    assert "Birkedal" not in shown.papers[0].text


def test_what_people_wrote_of_an_applicant_is_not_told() -> None:
    notice = Notice.of("corrections-unused", path="applications.yaml", given="Anne Birkedal - CV.pdf")
    assert "Birkedal" not in told(ranking(notices=(notice,)), "table")


def test_the_key_leads_back() -> None:
    made = blind(ranking(), "da")
    who = {w.name: w for w in made.key}["Anne Test Birkedal"]
    assert who.id == made.ids[anne().id]
    assert who.files == ("anne/CV.pdf", "anne/Ansøgning.docx")
