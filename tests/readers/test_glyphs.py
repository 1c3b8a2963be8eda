"""Letters mended: what encodings, fonts and letter-spacing did to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.readers._glyphs import bulleted, invisible, join_spaced, repair


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("KÃ¦re RÃ¸dekro pÃ¥ Ã…rhus, Ã˜ster", "Kære Rødekro på Århus, Øster"),
        ("2018 â€“ 2023", "2018 – 2023"),
        ("KÃƒÂ¦re", "Kære"),
        ("p˚a tværs ˚Alborg M¨uller", "på tværs Ålborg Müller"),
        ("a\u030a o\u0308", "å ö"),
        ("ﬁnans, ﬂere, eﬀekt", "finans, flere, effekt"),
        ("for\u00advalt\u200bning\ufeff", "forvaltning"),
        ("2018\u00a0–\u2009nu\u202f!", "2018 – nu !"),
        ("børne\u2011 og unge\u2010forvaltning", "børne- og unge-forvaltning"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("a\x00b\x07c\x7f\x9d", "abc"),
        ("\uf0b7 Leder \ue123", "• Leder  "),
        ("a\tb", "a\tb"),
        ("½ m² № 5 „BLÅ“ café Ångström ‰", "½ m² № 5 „BLÅ“ café Ångström ‰"),
        ("São Tomé, Âge, façade", "São Tomé, Âge, façade"),
    ],
)
def test_repair(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@given(st.text())
def test_repair_is_done_once(text: str) -> None:
    once = repair(text)
    assert "\u200b" not in once
    assert repair(once) == once or "Ã" in once or "Â" in once or "â" in once or "Ì" in once


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("E R H V E R V S E R F A R I N G", "ERHVERVSERFARING"),
        ("U d d a n n e l s e", "Uddannelse"),
        ("F A G L I G  P R O F I L", "FAGLIG PROFIL"),
        ("F a g l i g P r o f i l", "Faglig Profil"),
        ("K U R S E R  O G  B E V I S E R", "KURSER OG BEVISER"),
        ("L E D E L S E & R E S U L T A T E R", "LEDELSE & RESULTATER"),
        ("M Á R TA  M Ø L L E G Å R D", "MÁRTA MØLLEGÅRD"),
        ("E R F A R I N G :", "ERFARING:"),
        ("2 0 1 8  –  2 0 2 3", "2018 – 2023"),
        ("C V", "CV"),
        ("S P R O G\tDansk", "SPROG\tDansk"),
        ("Kørekort A B C D E", "Kørekort A B C D E"),
        ("Jeg er i a b gruppen", "Jeg er i a b gruppen"),
        ("å i ø er", "å i ø er"),
        ("karakterer 4 7 10 12 7 7", "karakterer 4 7 10 12 7 7"),
        ("H. C. A. Madsen og J. P. Hansen", "H. C. A. Madsen og J. P. Hansen"),
        ("I P M A niveau B", "IPMA niveau B"),
        ("", ""),
    ],
)
def test_join_spaced(spaced: str, joined: str) -> None:
    assert join_spaced(spaced) == joined


@given(st.text(alphabet="abÅ C1.&-\t"))
def test_join_spaced_loses_nothing_but_spaces(text: str) -> None:
    assert join_spaced(text).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("- Leder", "• Leder"),
        ("·\tLeder", "• Leder"),
        ("▪Leder", "• Leder"),
        ("o\tLeder", "• Leder"),
        ("➢ Leder", "• Leder"),
        ("• Leder", "• Leder"),
        ("-Leder", "-Leder"),
        ("– 2018", "– 2018"),
        ("- nu", "- nu"),
        ("– maj 2018", "– maj 2018"),
        ("o Leder", "o Leder"),
        ("2018 – nu", "2018 – nu"),
        ("•", "•"),
    ],
)
def test_bulleted(line: str, marked: str) -> None:
    assert bulleted(line)[0] == marked


def test_invisible_counts_what_deceives() -> None:
    assert invisible("al\u00admindelig\u200b tekst") == 0
    assert invisible("a\u202eb" + chr(0xE0041)) == 2
