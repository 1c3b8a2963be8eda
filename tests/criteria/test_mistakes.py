"""Every kind of mistake is told with its place, its code and what was probably meant."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from screen.criteria import CHECKS, CriteriaMistakes, check, load_criteria, tell
from screen.model.errors import ScreenError
from screen.wording import LANGUAGES, catalogue

CASES = Path(__file__).parents[1] / "cases" / "criteria"
BASE = (CASES / "base.yaml").read_text("utf-8")
MISTAKES = yaml.safe_load((CASES / "mistakes.yaml").read_text("utf-8"))


def changed(case: dict) -> tuple[str, list[tuple[int, int]]]:
    """The file of a case, and the places of its marks."""
    text = BASE
    for old, new in [(case["from"], case["to"]), *case.get("also", [])]:
        assert text.count(old) == 1 or old == "weight: 40", f"{old!r} must stand once in base.yaml"
        text = text.replace(old, new, 1)
    places = []
    for number, line in enumerate(text.splitlines(), start=1):
        for count, mark in enumerate(re.finditer("¦", line)):
            places.append((number, mark.start() + 1 - count))
    return text.replace("¦", ""), [tuple(case["at"])] if "at" in case else places


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "krav.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("case", MISTAKES, ids=[case["what"] for case in MISTAKES])
def test_mistake(case, tmp_path):
    text, places = changed(case)
    told = check(written(tmp_path, text))
    codes = case["code"] if isinstance(case["code"], list) else [case["code"]]
    assert [(m.code, m.line, m.column) for m in told] == [
        (code, *place) for code, place in zip(codes, places, strict=True)
    ]
    if "near" in case:
        assert case["near"] in [dict(m.facts).get("near") for m in told]


@pytest.mark.parametrize("case", MISTAKES, ids=[case["what"] for case in MISTAKES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentence(case, language, tmp_path):
    for mistake in check(written(tmp_path, changed(case)[0])):
        assert tell(mistake, language).startswith(f"{mistake.file}:{mistake.line}:{mistake.column}: ")
        fields = {field for _, field, _, _ in Formatter().parse(catalogue()[mistake.code][language]) if field}
        assert fields <= dict(mistake.facts).keys()


def test_base_has_no_mistakes(tmp_path):
    assert check(written(tmp_path, BASE)) == ()


def test_at_least_twenty_kinds():
    codes = {code for case in MISTAKES for code in (case["code"] if isinstance(case["code"], list) else [case["code"]])}
    assert len(codes) >= 40
    assert len(CHECKS) == len(set(CHECKS))


def test_all_mistakes_at_once(tmp_path):
    text = BASE.replace("weight: 40", "weight: 0").replace("partial: prøvet", "partial: prøvt")
    with pytest.raises(CriteriaMistakes) as caught:
        load_criteria(written(tmp_path, text))
    assert caught.value.code == "criteria-mistakes"
    assert caught.value.facts["count"] == 2
    assert [m.code for m in caught.value.mistakes] == ["too-small", "unknown-signal"]


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"", "yaml-empty", (1, 1)),
        (b"# only a remark\n", "yaml-empty", (1, 1)),
        (b"- a\n- b\n", "not-mapping", (1, 1)),
        ("a: bl\xe5".encode("latin-1"), "yaml-encoding", (1, 6)),
        (b"a: 1\nb: \x07x", "yaml-control-character", (2, 4)),
        ("a: 1\nb: \x80x".encode(), "yaml-control-character", (2, 4)),
        (b"a: " + b"[" * 60 + b"]" * 60, "yaml-too-deep", (1, 44)),
        (b"a: " + b"[" * 100_000, "yaml-too-deep", None),
        (b"#" * 1_000_001, "yaml-too-large", (1, 1)),
        (b"a: [" + b"1," * 100_001 + b"1]", "yaml-too-long", None),
        (b'a: "b\n', "yaml-unclosed", (1, 4)),
    ],
)
def test_file_that_cannot_be_read(raw, code, place, tmp_path):
    path = tmp_path / "krav.yaml"
    path.write_bytes(raw)
    (mistake,) = check(path)
    assert mistake.code == code
    assert place is None or (mistake.line, mistake.column) == place


def test_billion_laughs_ends_at_once(tmp_path):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert {"yaml-anchor", "yaml-alias"} <= {m.code for m in check(written(tmp_path, bomb))}


def test_byte_order_marks_and_decomposed_letters(tmp_path):
    path = tmp_path / "krav.yaml"
    for raw in (BASE.encode("utf-8-sig"), BASE.encode("utf-16"), BASE.replace("å", "å").encode()):
        path.write_bytes(raw)
        assert check(path) == ()


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ScreenError, match="criteria-not-found"):
        load_criteria(tmp_path / "findes-ikke.yaml")
    with pytest.raises(ScreenError, match="criteria-folder"):
        load_criteria(tmp_path)
