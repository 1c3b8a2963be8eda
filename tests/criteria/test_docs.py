"""The documentation of the language says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screen.criteria import check, tell
from tests.criteria.test_mistakes import MISTAKES, changed

DOCS = (Path(__file__).parents[2] / "docs" / "criteria.md").read_text("utf-8")
WHOLE = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
ROWS = re.findall(r"^\| .+? \| (.+) \|$", DOCS.split("## Mistakes people make")[1], re.MULTILINE)[2:]


@pytest.mark.parametrize("text", WHOLE, ids=range(len(WHOLE)))
def test_examples_have_no_mistakes(text, tmp_path):
    path = tmp_path / "krav.yaml"
    path.write_text(text, "utf-8")
    assert [tell(m, "en") for m in check(path)] == []


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    path = tmp_path_factory.mktemp("docs") / "krav.yaml"
    told = set()
    for case in MISTAKES:
        path.write_text(changed(case)[0], "utf-8")
        told |= {re.sub(r"^.*?\.yaml:\d+:\d+: ", "", tell(m, "en")) for m in check(path)}
    return told


@pytest.mark.parametrize("row", ROWS)
def test_answers_are_the_programs(row, answers):
    assert row.replace("\\|", "|") in answers


def test_there_are_examples_and_rows():
    assert len(WHOLE) == 2
    assert len(ROWS) >= 25
