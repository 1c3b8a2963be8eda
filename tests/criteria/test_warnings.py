"""What is allowed and probably not meant is warned of by name, with its place, and can be silenced with a reason."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from screen.criteria import check, tell_warning, warnings
from screen.criteria._warnings import NAMES
from screen.criteria.lint import LINTS
from screen.wording import LANGUAGES, catalogue

CASES = Path(__file__).parents[1] / "cases" / "criteria"
# What the base file itself is warned of is mended first.
BASE = (
    (CASES / "base.yaml")
    .read_text("utf-8")
    .replace("    lærer: [lærer, folkeskolelærer]\n", "")
    .replace("{words: [personaleansvar, MUS]", "{words: [personaleansvar], exact: [MUS]")
    .replace("{words: [skole, folkeskole], not: [musikskole]}", "[=skole, folkeskole]")
)
WARNINGS = yaml.safe_load((CASES / "warnings.yaml").read_text("utf-8"))
LISTED = {Path(m.__file__ or "").stem for m in LINTS.values()}


def changed(case: dict) -> tuple[str, list[tuple[int, int]]]:
    text = (CASES / "base.yaml").read_text("utf-8")
    for old, new in [(case["from"], case["to"]), *case.get("also", [])]:
        assert old in text, f"{old!r} must stand in base.yaml"
        text = text.replace(old, new, 1)
    places = []
    for number, line in enumerate(text.splitlines(), start=1):
        for count, mark in enumerate(re.finditer("¦", line)):
            places.append((number, mark.start() + 1 - count))
    return text.replace("¦", ""), places


def written(tmp_path: Path, text: str, posting: str | None = None) -> Path:
    path = tmp_path / "krav.yaml"
    path.write_text(text, "utf-8")
    if posting is not None:
        (tmp_path / "opslag.txt").write_text(posting, "utf-8")
    return path


@pytest.mark.parametrize("case", WARNINGS, ids=[case["what"] for case in WARNINGS])
def test_warning(case, tmp_path: Path) -> None:
    text, places = changed(case)
    path = written(tmp_path, text, case.get("posting"))
    assert check(path) == ()
    told = [w for w in warnings(path) if w.name == case["name"]]
    if case.get("none"):
        known = {(w.code, w.facts) for w in warnings(written(tmp_path, (CASES / "base.yaml").read_text("utf-8")))}
        assert [tell_warning(w, "en") for w in told if (w.code, w.facts) not in known] == []
        return
    assert (case["code"], *places[0]) in [(w.code, w.line, w.column) for w in told]
    for language in LANGUAGES:
        for warning in told:
            fields = {field for _, field, _, _ in Formatter().parse(catalogue()[warning.code][language]) if field}
            assert fields <= dict(warning.facts).keys()
            assert tell_warning(warning, language).endswith(f"[{case['name']}]")


def test_a_good_file_is_not_warned_of(tmp_path: Path) -> None:
    assert [tell_warning(w, "en") for w in warnings(written(tmp_path, BASE))] == []


def test_every_lint_has_a_name_a_module_and_a_case() -> None:
    assert tuple(LINTS) == NAMES
    folder = Path(next(iter(LINTS.values())).__file__ or "").parent
    assert {path.stem for path in folder.glob("[!_]*.py")} == LISTED
    assert {case["name"] for case in WARNINGS if not case.get("none")} == set(NAMES)


@pytest.mark.parametrize("where", ["file", "requirement"])
def test_silence_keeps_the_reason(where: str, tmp_path: Path) -> None:
    text = BASE.replace("weight: 20", "weight: 2")
    silence = "silence: {meaningless-weight: kun for en god ordens skyld}"
    text = (
        text.replace("weight: 2\n", f"weight: 2\n    {silence}\n") if where == "requirement" else f"{text}{silence}\n"
    )
    (warning,) = warnings(written(tmp_path, text))
    assert warning.silenced == "kun for en god ordens skyld"


def test_another_requirement_s_silence_does_not_count(tmp_path: Path) -> None:
    text = BASE.replace("weight: 20", "weight: 2").replace(
        "must_have: solid", "must_have: solid\n    silence: {meaningless-weight: nej}"
    )
    (warning,) = warnings(written(tmp_path, text))
    assert warning.silenced is None


def test_the_packaged_criteria_are_not_warned_of() -> None:
    for path in sorted((Path(__file__).parents[2] / "criteria").rglob("*.yaml")):
        assert [tell_warning(w, "en") for w in warnings(path) if w.silenced is None] == []
