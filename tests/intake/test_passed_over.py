import pytest

from screen.intake import passed_over

NONE = """~$CV Lone.docx; .DS_Store; Lone/.DS_Store; Desktop.ini;
Thumbs.db; .screen/x/cv.pdf; .~lock.CV.odt#;
applications.yaml; kriterier.yaml; herlev.yml; __MACOSX/Lone/._CV.pdf; alle.zip/__MACOSX/CV.pdf; .gemt/CV.pdf; r.json"""
PERHAPS = "CV.pdf; Lone/CV.docx; brev.txt; ~min ansøgning.docx; foto.jpg; alle.zip; uden endelse; CV.pages"


@pytest.mark.parametrize("path", NONE.replace("\n", " ").split("; "))
def test_no_application(path: str) -> None:
    assert passed_over(path)


@pytest.mark.parametrize("path", PERHAPS.split("; "))
def test_perhaps_an_application(path: str) -> None:
    assert not passed_over(path)


def test_own_output_is_known_by_what_it_says() -> None:
    assert passed_over("rangering.html", b'<meta name="generator" content="screen.result/1">')
    assert not passed_over("cv.html", b"<html>")
