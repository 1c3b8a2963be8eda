"""What docs/accuracy.md shows can be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screen.cli._app import application
from screen.criteria import load_criteria
from screen.evaluation import load_labels

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
CRITERIA = ROOT / "criteria" / "herlev-kommunaldirektoer.yaml"


@pytest.mark.parametrize("kind", ["csv", "yaml"])
def test_labels_on_the_page_are_labels(kind: str, tmp_path: Path) -> None:
    (block,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    for name in ("Anne Test - CV.pdf", "Bo Prøve.docx"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / f"labels.{kind}").write_text(block, "utf-8")
    labels = load_labels(tmp_path, load_criteria(CRITERIA)).labels
    assert [list(label.levels.values()) for label in labels] == [[4, 3, 4], [1, 0, 2]]


def test_options_on_the_page_are_options() -> None:
    from typer.main import get_command

    commands = get_command(application()).commands  # type: ignore[attr-defined]
    known = {o for name in ("evaluate", "score") for p in commands[name].params for o in p.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", PAGE)) <= known


def test_the_places_on_the_page_are_there() -> None:
    for path in re.findall(r"(?:tests|criteria)/[\w/.-]+\w", PAGE):
        assert (ROOT / path).exists(), path
