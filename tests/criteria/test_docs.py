"""The documentation of the language says what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from pydantic import TypeAdapter

from screen.criteria import check, load_criteria, tell, tell_warning, warnings
from screen.criteria._file import ASKED, CriteriaFile, RequirementFile
from screen.criteria._warnings import NAMES
from screen.lexicon import compile_lexicon, packaged_names
from screen.model.criteria import Criteria
from screen.signals import KINDS, Context
from screen.understand import understand
from tests.criteria.test_mistakes import MISTAKES, changed
from tests.understand.build import application

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


# --- signals ------------------------------------------------------------------------------------------------------


def section(title: str) -> str:
    return re.split(r"\n#{2,4} ", DOCS.split(f"\n#### {title}")[1])[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_section_with_parameters_conditions_and_cases(kind: str) -> None:
    told = section(f"{kind}: ")
    parameters = {field.alias or name for name, field in KINDS[kind].Parameters.model_fields.items()}
    for name in (*parameters, *KINDS[kind].ASKS):
        assert re.search(rf"\b{name}\b", told), name
    assert set(KINDS[kind].ASKS) <= set(ASKED)
    assert "<!-- cases " in told


def cases() -> Iterator[tuple[str, str, str]]:
    """Signal, text and what it gives."""
    for signal, table in re.findall(r"<!-- cases (.+?) -->\n((?:\|.*\n)+)", DOCS):
        for text, gives in re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.MULTILINE)[2:]:
            yield signal, text, gives


CASES = list(cases())


@cache
def head_teacher(tmp: Path = Path()) -> Criteria:
    path = tmp / "krav.yaml"
    path.write_text(WHOLE[1], "utf-8")
    return load_criteria(path)


def written(kind: str, text: str) -> str:
    """A CV in which the text stands where the kind looks; ` / ` parts lines."""
    lines = text.split(" / ")
    if kind == "tenure":
        dated = [re.sub(r"^([\d–-]+(?: – (?:\d+|nu))?) ", r"\1  ", line) for line in lines]
        return "\n".join(["Anna Prøve", "", "ERHVERVSERFARING", *dated])
    post = ["Anna Prøve", "", "ERHVERVSERFARING", "2015 – 2020  Skoleleder, Vestby Skole"]
    rest = ["", "UDDANNELSE", *lines] if kind == "credential" else [f"• {line}" for line in lines]
    return "\n".join([*post, *rest])


@pytest.mark.parametrize(("signal", "text", "gives"), CASES, ids=[f"{s} {t}" for s, t, _ in CASES])
def test_the_cases_are_what_the_program_finds(signal: str, text: str, gives: str, tmp_path: Path) -> None:
    parameters = yaml.safe_load(signal)
    kind = next(k for k in KINDS if k in parameters)
    criteria = head_teacher(tmp_path)
    context = Context(compile_lexicon(criteria.vocabulary), {s.name: s for s in criteria.sets}, date(2026, 5, 15))
    cv = understand(application(f"{written(kind, text)}\n"))
    found = KINDS[kind].find(cv, "it", KINDS[kind].Parameters(**parameters), context).values
    if gives == "nothing":
        assert not found["found"]
        return
    for part in gives.split(", "):
        name, _, value = part.partition(" ")
        assert found[name] == (float(value) if value else True), dict(found)


def test_there_are_cases_of_every_kind():
    kinds = {next(k for k in KINDS if k in yaml.safe_load(signal)) for signal, _, _ in CASES}
    assert kinds == set(KINDS)
    assert len(CASES) >= 30


# --- vocabularies and warnings ------------------------------------------------------------------------------------


def test_every_vocabulary_stands_in_the_table():
    told = DOCS.split("### use: packaged words")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", told, re.MULTILINE)) == set(packaged_names())


def test_every_warning_stands_in_the_table():
    told = DOCS.split("## Warnings")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `([\w-]+)` \|", told, re.MULTILINE)) == NAMES


def test_the_examples_are_not_warned_of(tmp_path):
    """All but common words: the examples are short for the sake of the page."""
    for text in WHOLE:
        path = tmp_path / "krav.yaml"
        path.write_text(text, "utf-8")
        told = [tell_warning(w, "en") for w in warnings(path) if w.name != "catches-common-words"]
        assert told == []


PARTS = re.findall(r"```yaml-part\n(.*?)```", DOCS, re.DOTALL)


@pytest.mark.parametrize("text", PARTS, ids=range(len(PARTS)))
def test_parts_of_files_have_the_right_keys_and_shapes(text: str) -> None:
    fields = {field.alias or name: field for name, field in CriteriaFile.model_fields.items()}
    inner = {field.alias or name: field for name, field in RequirementFile.model_fields.items()}
    for key, value in yaml.safe_load(text).items():
        if key == "requirements":
            assert all(set(requirement) <= set(inner) for requirement in value)
            continue
        field = fields.get(key) or inner[key]
        TypeAdapter(Annotated[field.annotation, field]).validate_python(value)
