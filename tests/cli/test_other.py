from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from screen.readers import READERS
from screen.unpack import UNPACKERS
from tests.cli.conftest import CRITERIA, Called

Call = Callable[..., Called]


@pytest.mark.parametrize("which", ["criteria", "result"])
def test_schemas_are_schemas(call: Call, which: str) -> None:
    schema = json.loads(call("schema", which).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"]


def test_a_result_fits_its_schema(call: Call, folder: Path) -> None:
    schema = json.loads(call("schema", "result").out)
    jsonschema.validate(json.loads(call("score", folder, "--format", "json").out), schema)


def test_good_criteria(call: Call, folder: Path) -> None:
    done = call("criteria", "check", folder / "skoleleder.yaml")
    assert (done.code, done.err) == (0, "")
    assert "2 krav" in done.out


def test_every_mistake_at_once(call: Call, folder: Path) -> None:
    file = folder / "skoleleder.yaml"
    file.write_text(CRITERIA.replace("weight: 60", "weight: 0").replace("tenure: leder", "tenure: lder"), "utf-8")
    done = call("criteria", "check", file)
    assert done.code == 2
    assert len(done.out.strip().splitlines()) == 2
    assert all(line.startswith(f"{file}:") for line in done.out.strip().splitlines())
    assert "2 fejl" in done.err


@pytest.mark.parametrize("there", [True, False], ids=["as it is", "without Tesseract"])
def test_doctor_names_every_format(call: Call, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    if not there:
        monkeypatch.setattr("screen.readers._ocr.program", lambda: None)
    out = call("doctor").out
    assert all(kind in out for kind in (*READERS, *UNPACKERS))
    assert "OCR" in out
