"""An applicant of whom there is a letter only is never a weak candidate in silence."""

from __future__ import annotations

from screen.model.application import Application, Filed
from screen.understand import understand
from tests.understand.build import document

LETTER = """Gudrun Tange Ellemose
Ansøgning som kommunaldirektør
Jeg er kommunaldirektør i Vestby Kommune og har siden 2018 betjent byrådet.
Med venlig hilsen
Gudrun Tange Ellemose"""


def test_a_letter_alone_is_unaccounted_for() -> None:
    filed = (Filed(document(LETTER, "brev.txt"), "letter"),)
    cv = understand(Application("0" * 12, None, filed))
    assert not cv.positions
    assert [u.path for u in cv.unaccounted] == ["brev.txt"]
