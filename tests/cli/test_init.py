from __future__ import annotations

from pathlib import Path

import pytest

from screen.criteria import check, load_criteria
from tests.readers.build import docx, p
from tests.readers.pages import pdf, put

POSTINGS = Path(__file__).parents[1] / "cases" / "postings"
TEXT = (POSTINGS / "sosu-assistent.txt").read_text("utf-8")


def test_a_draft_beside_its_posting_can_be_checked(call, tmp_path) -> None:
    (tmp_path / "opslag.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "krav.yaml"
    done = call("init", tmp_path / "opslag.txt", "-o", out)
    assert done.code == 0
    assert "Udkast med 4 krav" in done.err
    assert done.out == ""
    assert check(out) == ()
    assert load_criteria(out).posting.text == "opslag.txt"


def test_a_draft_in_another_folder_still_finds_the_posting(call, tmp_path) -> None:
    (tmp_path / "opslag").mkdir()
    (tmp_path / "krav").mkdir()
    (tmp_path / "opslag" / "opslag.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "krav" / "krav.yaml"
    assert call("init", tmp_path / "opslag" / "opslag.txt", "-o", out).code == 0
    assert check(out) == ()


def as_pdf(text: str) -> bytes:
    return pdf([put(60, 60 + 14 * n, line) for n, line in enumerate(text.splitlines()) if line])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("opslag.docx", docx("".join(p(line) for line in TEXT.splitlines() if line))),
        ("opslag.pdf", as_pdf(TEXT)),
        ("opslag.html", "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")).encode()),
        ("opslag.md", TEXT.encode()),
    ],
    ids=["docx", "pdf", "html", "md"],
)
def test_every_format_of_a_posting(call, tmp_path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    out = tmp_path / "krav.yaml"
    assert call("init", tmp_path / name, "-o", out).code == 0
    assert check(out) == ()
    criteria = load_criteria(out)
    assert criteria.posting.title == "Social- og sundhedsassistent"
    assert "autorisation" in [r.source for r in criteria.requirements]


def test_without_a_file_the_draft_is_printed(call) -> None:
    done = call("init", POSTINGS / "head-of-digital.md")
    assert done.code == 0
    assert done.out.startswith("# DRAFT from the posting")


def test_a_draft_overwrites_nothing(call, tmp_path) -> None:
    out = tmp_path / "krav.yaml"
    out.write_text("mit arbejde", "utf-8")
    done = call("init", POSTINGS / "skoleleder.txt", "-o", out)
    assert done.code == 2
    assert "findes allerede" in done.err
    assert out.read_text("utf-8") == "mit arbejde"


def test_a_posting_that_cannot_be_read(call, tmp_path) -> None:
    missing = call("init", tmp_path / "opslag.pdf")
    assert missing.code == 2
    assert "opslag.pdf findes ikke" in missing.err
    (tmp_path / "opslag.pdf").write_bytes(b"%PDF-1.7 broken")
    broken = call("init", tmp_path / "opslag.pdf", "--language", "en")
    assert broken.code == 2
    assert "cannot be read" in broken.err
