"""The JSON Schema says what the program says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from screen.criteria import json_schema
from screen.criteria._file import _COMPARED, ASKED
from screen.criteria._names import REFERS
from screen.signals import KINDS

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "tests" / "cases" / "criteria" / "base.yaml", *sorted((ROOT / "criteria").rglob("*.yaml"))]


def plain(path: Path) -> object:
    """The file as an editor's server reads it: dates are strings."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=date.isoformat))


@pytest.fixture(scope="module")
def validator():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_good_files_fit(path, validator):
    assert list(validator.iter_errors(plain(path))) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.update(requirments=[]),
        lambda f: f["requirements"][0].pop("weight"),
        lambda f: f["requirements"][0].update(weight=0),
        lambda f: f["requirements"][0].update(id="Skole ledelse"),
        lambda f: f["requirements"][0]["signals"].update(x={"tenur": "leder"}),
        lambda f: f["requirements"][0]["levels"].update(partiel="prøvet"),
        lambda f: f["requirements"][0]["levels"].update(partial={"år": {"yeras": 3}}),
        lambda f: f["positions"]["leder"].update(sectors=["komune"]),
        lambda f: f["vocabulary"]["titles"].update(x={"wrods": ["a"]}),
    ],
)
def test_bad_files_do_not(change, validator):
    data = plain(FILES[0])
    change(data)
    assert list(validator.iter_errors(data))


def test_every_key_is_described():
    schema = json_schema()
    for name in ("Requirement", "Posting", "Filter", "Levels", "Entry", "Staff"):
        part = schema["$defs"][name]
        for form in (part, *part.get("anyOf", ())):
            undescribed = {k for k, v in form.get("properties", {}).items() if not v.get("description")}
            assert not undescribed, name


def test_the_file_beside_the_criteria_is_the_schema():
    kept = json.loads((ROOT / "criteria" / "criteria.schema.json").read_text("utf-8"))
    assert kept == json_schema()


def test_registry_of_signals_is_covered():
    assert set(ASKED.values()) <= set(_COMPARED)
    texts = {"number", "direction"}
    for kind, module in KINDS.items():
        assert kind in module.Parameters.model_fields
        assert set(module.Parameters.model_fields) <= {*REFERS, *texts, "in_"}
