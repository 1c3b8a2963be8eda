"""Files to rows, on real files of invented people."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import screen.pipeline
from screen.criteria import load_criteria
from screen.intake import CORRECTIONS
from screen.model.criteria import Criteria
from screen.model.errors import Notice, ScreenError
from screen.model.finding import Ranking
from screen.pipeline import Progress, read_applications, run
from screen.reports import REPORTS, Options

CRITERIA = Path(__file__).parents[2] / "criteria" / "herlev-kommunaldirektoer.yaml"
AS_OF = date(2026, 4, 9)
CVS = {
    "Anne Test Birkedal - CV.txt": """Anne Test Birkedal

CURRICULUM VITAE

ERHVERVSERFARING
2014 – nu  Kommunaldirektør, Vestby Kommune
• Samlet ansvar for kommunens økonomi; budgettet er vedtaget i balance hvert år
• Betjener borgmester og byråd
2006 – 2013  Forvaltningsdirektør, Østby Kommune
• Betjente børneudvalget
""",
    "Bo Prøve Lund - CV.txt": """Bo Prøve Lund

ERHVERVSERFARING
2019 – nu  Butiksassistent, Farvehjørnet
2015 – 2018  Lagermedarbejder, Kasse & Co
""",
    "Cilie Prøve Holm/CV.md": """# Cilie Prøve Holm

## Erhvervserfaring

- 2016 – nu: Økonomichef, Sønderby Kommune
- 2010 – 2015: Budgetkonsulent, Nørreby Kommune
""",
}


@pytest.fixture(scope="module")
def criteria() -> Criteria:
    return load_criteria(CRITERIA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "ansøgninger"
    for name, text in CVS.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8")
    return place


def events(folder: Path, criteria: Criteria, **options: object) -> list[Progress]:
    return list(run(folder, criteria, AS_OF, **{"workers": 0, **options}))  # type: ignore[arg-type]


def ranking(folder: Path, criteria: Criteria, **options: object) -> Ranking:
    last = events(folder, criteria, **options)[-1]
    assert last.ranking is not None
    return last.ranking


def test_everyone_is_ranked_and_progress_is_told(folder: Path, criteria: Criteria) -> None:
    told = events(folder, criteria)
    assert [(e.stage, e.done, e.total) for e in told] == [
        *(("read", n, 3) for n in range(4)),
        *(("assess", n, 3) for n in range(1, 4)),
        ("done", 3, 3),
    ]
    found = told[-1].ranking
    assert found is not None
    assert {p.assessment.name for p in found.placed} == {n.rpartition(" - ")[0] or n.split("/")[0] for n in CVS}
    assert found.placed[0].assessment.name == "Anne Test Birkedal"
    assert not found.all_problems


def test_the_same_bytes_whatever_the_workers_the_hash_seed_and_the_order(
    folder: Path, criteria: Criteria, tmp_path: Path
) -> None:
    other = tmp_path / "kopi"
    for path in sorted(folder.rglob("*.*"), reverse=True):
        (other / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, other / path.relative_to(folder))
    here = REPORTS["json"].render(ranking(folder, criteria), Options())
    command = [sys.executable, "-m", "screen", "score", str(other), "--criteria", str(CRITERIA), "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    done = subprocess.run([*command, "--workers", "2"], capture_output=True, env=environment, check=True)
    assert done.stdout == here


def test_a_file_that_cannot_be_read_is_a_row_and_a_problem(folder: Path, criteria: Criteria) -> None:
    (folder / "Dan Prøve Friis - CV.pdf").write_bytes(b"%PDF-1.7 afbrudt")
    found = ranking(folder, criteria)
    assert len(found.placed) == 4
    assert [p.path for p in found.all_problems] == ["Dan Prøve Friis - CV.pdf"]
    assert found.placed[-1].rank is None


def test_a_letter_whose_cv_could_not_be_read_is_not_a_weak_candidate(folder: Path, criteria: Criteria) -> None:
    place = folder / "Dan Prøve Friis"
    place.mkdir()
    (place / "CV.pdf").write_bytes(b"%PDF-1.7 afbrudt")
    letter = "Jeg søger stillingen, fordi jeg gerne vil lede en kommune.\n\nMed venlig hilsen\nDan Prøve Friis\n"
    (place / "Ansøgning.txt").write_text(f"Ansøgning\n\n{letter}", "utf-8")
    row = next(p for p in ranking(folder, criteria).placed if p.assessment.name == "Dan Prøve Friis")
    assert row.rank is row.score is None
    assert [f.path for f in row.assessment.files] == ["Dan Prøve Friis/Ansøgning.txt", "Dan Prøve Friis/CV.pdf"]


def test_a_fault_in_screen_costs_one_file_and_tells_no_text(
    folder: Path, criteria: Criteria, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = screen.pipeline._work.read

    def faulty(path: str, data: bytes) -> object:
        if path.startswith("Bo"):
            raise ValueError(data.decode())
        return real(path, data)

    monkeypatch.setattr(screen.pipeline._work, "read", faulty)
    found = ranking(folder, criteria)
    assert [p.code for p in found.all_problems] == ["internal-error"]
    assert "test_run.py" in dict(found.all_problems[0].facts)["reason"]
    assert "Butiksassistent" not in str(found.all_problems)
    assert len(found.placed) == 3


def test_a_fault_in_understanding_leaves_the_applicant_unread(
    folder: Path, criteria: Criteria, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(application: object) -> object:
        raise RecursionError

    monkeypatch.setattr(screen.pipeline._work, "understand", faulty)
    found = ranking(folder, criteria)
    assert [p.rank for p in found.placed] == [None] * 3
    assert len(found.all_problems) == 3
    for applicant in json.loads(REPORTS["json"].render(found, Options()))["applicants"]:
        assert all(d["status"] == "unreadable" and d["sha256"] for d in applicant["documents"])


def test_own_outputs_criteria_and_posting_are_passed_over(folder: Path, criteria: Criteria) -> None:
    found = ranking(folder, criteria)
    for name in REPORTS:
        ending = next(iter(REPORTS[name].SUFFIXES), ".txt")
        (folder / f"ud.{name}{ending}").write_bytes(REPORTS[name].render(found, Options()))
    posting = folder / "opslag.txt"
    posting.write_text("Vi søger en kommunaldirektør med solid erfaring.")
    again = ranking(folder, criteria, posting=posting)
    assert again.passed_over == len(REPORTS) + 1
    assert len(again.placed) == 3


POSTING = """Skolechef til Vestby Kommune
Vi søger en skolechef, som vil udvikle vores ni folkeskoler sammen med skolelederne og forvaltningen.
Du har erfaring med at lede ledere, og du kender den politiske virkelighed. Du er tydelig og lyttende.
Dine opgaver bliver at lede skoleområdet og betjene udvalget. Vi tilbyder gode kolleger.
Samtaler afholdes i uge 20. Ansøgningsfrist: 1. maj 2026. Send din ansøgning og dit CV via linket."""


def test_a_posting_among_the_applications_is_passed_over_and_told(folder: Path, criteria: Criteria) -> None:
    before = ranking(folder, criteria)
    (folder / "opslag.txt").write_text(POSTING, encoding="utf-8")
    after = ranking(folder, criteria)
    assert len(after.placed) == len(before.placed)
    assert Notice.of("posting-passed-over", path="opslag.txt") in after.notices
    (folder / "applications.yaml").write_text("applicants:\n  - files: [opslag.txt]\n", encoding="utf-8")
    assert len(ranking(folder, criteria).placed) == len(before.placed) + 1


def test_corrections_win_and_are_told(folder: Path, criteria: Criteria) -> None:
    (folder / CORRECTIONS).write_text(
        'applicants:\n  - files: ["Bo Prøve Lund - CV.txt"]\n    name: Bodil Prøve Lund\n'
        'ignore: ["Cilie Prøve Holm", "findes ikke.pdf"]\n'
    )
    found = ranking(folder, criteria)
    assert {p.assessment.name for p in found.placed} == {"Anne Test Birkedal", "Bodil Prøve Lund"}
    assert [n.code for n in found.notices] == ["corrections-used", "corrections-unused"]
    assert found.passed_over == 2


def test_wrong_folders(tmp_path: Path, criteria: Criteria) -> None:
    with pytest.raises(ScreenError) as missing:
        events(tmp_path / "nowhere", criteria)
    assert missing.value.code == "folder-not-found"
    with pytest.raises(ScreenError) as empty:
        events(tmp_path, criteria)
    assert empty.value.code == "empty-folder"
    with pytest.raises(ScreenError) as posting:
        events(tmp_path, criteria, posting=tmp_path / "nowhere.txt")
    assert posting.value.code == "posting-not-found"


def test_the_library_hands_out_whole_applications(folder: Path) -> None:
    applications = read_applications(folder, workers=0)
    texts = {f.document.path: f.document.text for a in applications for f in a.documents}
    assert "Butiksassistent, Farvehjørnet" in texts["Bo Prøve Lund - CV.txt"]
    assert len(applications) == 3


def test_a_worker_loads_only_what_it_works_with() -> None:
    """Every worker of every run pays for it."""
    code = "import sys, screen.pipeline._work; print(*(m for m in ('rich', 'typer', 'pypdfium2') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
