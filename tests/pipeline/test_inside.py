"""Archives and mails among the files of a folder."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from screen.criteria import load_criteria
from screen.model.finding import Ranking
from screen.pipeline import _inside, run

CRITERIA = Path(__file__).parents[2] / "criteria" / "herlev-kommunaldirektoer.yaml"
CV = "{name}\n{mail}@post.example\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, {place}\n2008 – 2014  Lærer, Vestby\n"
LETTER = (
    "Ansøgning til stillingen som direktør\n\nKære udvalg\n\nJeg søger stillingen, fordi jeg i mange år har ledet "
    "andre og gerne vil gøre en forskel for kommunens børn. Jeg er optaget af ordentlighed i alt, hvad jeg gør.\n\n"
    "Med venlig hilsen\n{name}\n"
)


def cv(name: str) -> bytes:
    first, *_, last = name.split()
    return CV.format(name=name, mail=first.lower(), place=f"{last}skolen").encode()


def letter(name: str) -> bytes:
    return LETTER.format(name=name).encode()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def ranked(folder: Path, workers: int = 0) -> Ranking:
    *_, last = run(folder, load_criteria(CRITERIA), date(2026, 4, 9), workers=workers)
    assert last.ranking
    return last.ranking


def applicants(folder: Path) -> list[tuple[str, list[str]]]:
    rows = (p.assessment for p in ranked(folder).placed)
    return sorted((a.name or "", [f.path for f in a.files if not f.problem]) for a in rows)


def test_one_archive_is_one_applicant(tmp_path: Path) -> None:
    files = {"CV.txt": cv("Anne Prøve Holm"), "Ansøgning.txt": letter("Anne Prøve Holm"), "Thumbs.db": b"x"}
    (tmp_path / "anne.zip").write_bytes(packed(**files))
    (tmp_path / "Bo Test Lund.txt").write_bytes(cv("Bo Test Lund"))
    assert applicants(tmp_path) == [
        ("Anne Prøve Holm", ["anne.zip/Ansøgning.txt", "anne.zip/CV.txt"]),
        ("Bo Test Lund", ["Bo Test Lund.txt"]),
    ]
    assert ranked(tmp_path).passed_over == 1


def test_a_folder_for_each_applicant_in_one_archive(tmp_path: Path) -> None:
    people = ["Anne Prøve Holm", "Bo Test Lund", "Ida Mønster Vang"]
    files = {f"{n}/{kind}.txt": make(n) for n in people for kind, make in (("CV", cv), ("Ansøgning", letter))}
    (tmp_path / "system.zip").write_bytes(packed(**files))
    assert applicants(tmp_path) == [(n, [f"system.zip/{n}/Ansøgning.txt", f"system.zip/{n}/CV.txt"]) for n in people]


def test_a_mail_with_its_attachments_is_one_applicant(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Anne <a@post.example>", "hr@b.example", "Ansøgning"
    mail.set_content("Hej\n\nHermed mine papirer.\n\nVenlig hilsen\nAnne")
    mail.add_attachment(packed(**{"CV.txt": cv("Anne Prøve Holm")}), "application", "zip", filename="papirer.zip")
    (tmp_path / "SV Ansøgning.eml").write_bytes(bytes(mail))
    assert applicants(tmp_path) == [
        ("Anne Prøve Holm", ["SV Ansøgning.eml/message.txt", "SV Ansøgning.eml/papirer.zip/CV.txt"])
    ]


def problems(folder: Path) -> list[tuple[str, str]]:
    return sorted((p.path, p.code) for p in ranked(folder).problems)


def test_every_fault_is_a_row_and_the_rest_is_read(tmp_path: Path) -> None:
    good = cv("Anne Prøve Holm")
    (tmp_path / "blandet.zip").write_bytes(packed(**{"CV.txt": good, "x.bin": bytes(range(256)), "tom.txt": b""}))
    (tmp_path / "tom.zip").write_bytes(packed())
    (tmp_path / "kun skrald.zip").write_bytes(packed(**{"Thumbs.db": b"x"}))
    (tmp_path / "brudt.zip").write_bytes(packed(**{"CV.txt": good})[:40])
    assert problems(tmp_path) == [
        ("blandet.zip/tom.txt", "empty"),
        ("blandet.zip/x.bin", "unsupported"),
        ("brudt.zip", "damaged"),
        ("kun skrald.zip", "empty"),
        ("tom.zip", "empty"),
    ]
    assert ("Anne Prøve Holm", ["blandet.zip/CV.txt"]) in [(n, f[:1]) for n, f in applicants(tmp_path)]


def test_levels_and_files_have_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(**{"CV.txt": cv("Anne Prøve Holm")})
    for name in "dcba":
        data = packed(**{f"{name}.zip": data})
    (tmp_path / "dyb.zip").write_bytes(data)
    assert problems(tmp_path) == [("dyb.zip/a.zip/b.zip/c.zip", "too-many-levels")]
    monkeypatch.setattr(_inside, "MOST_FILES", 3)
    (tmp_path / "dyb.zip").write_bytes(packed(**{f"{i}.txt": cv("Anne Prøve Holm") for i in range(9)}))
    assert problems(tmp_path) == [("dyb.zip", "too-many-parts")]


def test_same_names_are_told_apart(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("CV.txt", cv("Anne Prøve Holm"))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("CV.txt", letter("Anne Prøve Holm"))
    (tmp_path / "anne.zip").write_bytes(out.getvalue())
    assert applicants(tmp_path) == [("Anne Prøve Holm", ["anne.zip/CV.txt", "anne.zip/CV.txt (2)"])]


def test_workers_see_the_same(tmp_path: Path) -> None:
    (tmp_path / "anne.zip").write_bytes(packed(**{"CV.txt": cv("Anne Prøve Holm"), "x.bin": bytes(range(256))}))
    assert ranked(tmp_path, workers=2) == ranked(tmp_path)
