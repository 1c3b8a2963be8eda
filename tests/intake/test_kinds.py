from pathlib import Path

import pytest
import yaml

from screen.intake import kind_of

from .papers import document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "intake_kinds.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']} {c['path']}")
def test_kind(case: dict[str, object]) -> None:
    assert kind_of(document(str(case["path"]), *case["lines"])) == case["kind"]  # type: ignore[misc]
