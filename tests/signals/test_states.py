"""How far a credential came, read from its line and asked of the signal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from screen.lexicon import compile_lexicon
from screen.model.criteria import Entry, Vocabulary
from screen.signals import KINDS, Context
from screen.understand import understand
from tests.understand.build import application

FILE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "credential_states.yaml").read_text(encoding="utf-8"))
LEXICON = compile_lexicon(Vocabulary((Entry("credentials", "asked", {"da": tuple(FILE["words"])}),)))
CASES = [(state, line) for state, lines in FILE.items() if state != "words" for line in lines]
STATES = ("held", "in_progress", "partial", "applied")


@pytest.mark.parametrize(("state", "line"), CASES, ids=lambda x: x)
def test_the_state_of_a_credential(state: str, line: str) -> None:
    text = (
        f"Erhvervserfaring\n\n2015 – nu Konsulent, Nordby Kommune\n\nUddannelse\n\n2001 – 2006 Cand.merc.\n\n{line}\n"
    )
    kind, context = KINDS["credential"], Context(LEXICON, {}, date(2026, 4, 9))
    found = kind.find(understand(application(text)), "x", kind.Parameters(credential=("asked",)), context)
    told = [s for s in STATES if found.values[s]] or (["found"] if found.values["found"] else ["nothing"])
    assert told == [state]


def test_a_course_without_its_exam_leaves_the_study_above_it_held() -> None:
    text = "Uddannelse\n\n2001 – 2006 Diplom i ledelse\nLead Auditor, kursus uden eksamen\n2007 – 2008 Cand.merc.\n"
    kind, context = KINDS["credential"], Context(LEXICON, {}, date(2026, 4, 9))
    found = kind.find(understand(application(text)), "x", kind.Parameters(credential=("asked",)), context)
    assert found.values["held"]


def test_validity_tells_no_year_of_gaining() -> None:
    text = "Uddannelse\n\n2001 – 2006 Cand.merc.\n\nCISM, bestået 2021, gyldig til 2027\n"
    kind, context = KINDS["credential"], Context(LEXICON, {}, date(2026, 4, 9))
    found = kind.find(understand(application(text)), "x", kind.Parameters(credential=("asked",)), context)
    assert found.values["years_since"] == pytest.approx(4.8333, abs=1e-3)
