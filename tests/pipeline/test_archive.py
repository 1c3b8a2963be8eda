"""A zip in a folder's place."""

from __future__ import annotations

import stat
import zipfile
from datetime import date
from pathlib import Path

import pytest

from screen.criteria import load_criteria
from screen.intake import passed_over
from screen.model.errors import Unreadable
from screen.model.finding import Ranking
from screen.pipeline import run
from screen.pipeline._archive import content, is_archive
from screen.pipeline._files import Collected, collect
from screen.pipeline._work import read_file

CRITERIA = Path(__file__).parents[2] / "criteria" / "herlev-kommunaldirektoer.yaml"
CV = "Anne Prøve\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, Søndervang Skole\n"


def pack(file: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file


def ranking_of(folder: Path) -> Ranking:
    *_, last = run(folder, load_criteria(CRITERIA), date(2026, 4, 9), workers=0)
    assert last.ranking
    return last.ranking


def found(file: Path) -> Collected:
    return collect(file, passed_over)


def test_it_is_taken_for_the_folder_that_was_packed(tmp_path: Path) -> None:
    names = {"sag/Anne/CV.txt": CV, "sag/Bo æøå.txt": CV, "sag/.DS_Store": "x", "__MACOSX/sag/._Bo.txt": "x"}
    here = found(pack(tmp_path / "sag.zip", **names))
    assert [f.path for f in here.files] == ["Anne/CV.txt", "Bo æøå.txt"]
    assert (here.passed_over, here.problems) == (1, ())


def test_the_ranking_is_that_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sag").mkdir()
    (tmp_path / "sag" / "Anne - CV.txt").write_text(CV, "utf-8")
    file = pack(tmp_path / "sag.zip", **{"sag/Anne - CV.txt": CV})
    assert ranking_of(file).placed == ranking_of(tmp_path / "sag").placed


def test_corrections_within_are_used(tmp_path: Path) -> None:
    said = 'applicants: [{files: ["CV.txt"], name: Dorte Test}]\n'
    ranked = ranking_of(pack(tmp_path / "sag.zip", **{"CV.txt": CV, "applications.yaml": said}))
    assert [p.assessment.name for p in ranked.placed] == ["Dorte Test"]
    assert "corrections-used" in {n.code for n in ranked.notices}


def test_word_files_are_no_archives(tmp_path: Path) -> None:
    word = pack(tmp_path / "a.docx", **{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
    assert not is_archive(word, 10**6)
    assert [f.member for f in found(word).files] == [None]


@pytest.mark.parametrize("name", ["../../ud.txt", "/etc/ud.txt", "C:\\ud.txt", "a/../ud.txt", "..\\ud.txt"])
def test_names_that_lead_out_stay_within(tmp_path: Path, name: str) -> None:
    files = found(pack(tmp_path / "ond.zip", **{name: CV, "b.txt": CV})).files
    (file,) = (f for f in files if f.path != "b.txt")
    assert ".." not in file.path
    assert not file.path.startswith("/")
    assert file.path.endswith("ud.txt")


def test_links_and_locked_files_are_problems(tmp_path: Path) -> None:
    file = tmp_path / "ond.zip"
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("låst.txt", CV)
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    file.write_bytes(data)
    assert {p.path: p.code for p in found(file).problems} == {"link.txt": "not-a-file", "låst.txt": "encrypted"}


def test_a_bomb_is_unpacked_to_its_limit_only(tmp_path: Path) -> None:
    file = pack(tmp_path / "bombe.zip", **{"nuller.txt": bytes(5_000_000)})
    with pytest.raises(Unreadable, match="too-big"):
        content(str(file), "nuller.txt", 1_000_000)


def test_a_broken_entry_is_damaged(tmp_path: Path) -> None:
    file = pack(tmp_path / "a.zip", **{"a.txt": CV * 50, "b.txt": "x"})
    data = bytearray(file.read_bytes())
    data[60:90] = bytes(30)
    file.write_bytes(data)
    (problem,) = read_file(found(file).files[0])
    assert (problem.path, getattr(problem, "code", None)) == ("a.txt", "damaged")
