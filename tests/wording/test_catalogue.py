from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import screen
from screen.model.errors import Notice, Problem
from screen.wording import LANGUAGES, catalogue, day, joined, month, number, say, spoken

ROOT = Path(screen.__file__).parent
FILES = sorted((ROOT / "wording").glob("*.yaml"))


def sentences() -> Iterator[tuple[str, str, object]]:
    for code, entry in catalogue().items():
        for language, sentence in entry.items():
            yield code, language, sentence


def fields(sentence: object) -> set[str]:
    texts = [sentence] if isinstance(sentence, str) else list(sentence.values())  # type: ignore[attr-defined]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_code_stands_in_two_files() -> None:
    seen: dict[str, str] = {}
    for file in FILES:
        for code in yaml.safe_load(file.read_text("utf-8")):
            assert code not in seen, f"{code} in {file.name} and {seen[code]}"
            seen[code] = file.name


def test_no_code_stands_twice_in_a_file() -> None:
    for file in FILES:
        keys = re.findall(r"^([\w-]+):", file.read_text("utf-8"), re.MULTILINE)
        assert len(keys) == len(set(keys)), f"{file.name}: {sorted({k for k in keys if keys.count(k) > 1})}"


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_is_told_in_every_language_with_the_same_facts(code: str) -> None:
    entry = catalogue()[code]
    assert set(entry) == set(LANGUAGES)
    assert len({frozenset(fields(s) - {"count"}) for s in entry.values()}) == 1
    for sentence in entry.values():
        assert isinstance(sentence, str) or set(sentence) == {"one", "other"}


def test_no_sentence_judges_the_person() -> None:
    for code, language, sentence in sentences():
        text = str(sentence).lower()
        for word in ("afvist", "afslag", "opfylder ikke", "mangler kompetence", "rejected", "unqualified", "fails to"):
            assert word not in text, f"{code} ({language})"


CODE = re.compile(r"[a-z]+(-[a-z0-9_]+)*-?")
CALLS = {"Unreadable": 0, "ScreenError": 0, "Notice.of": 0, "Problem.of": 1, "say": 0}
INTERNAL = {"bad-language-file"}
"""Told to whoever changes the packaged data, never to a user."""


def trees() -> Iterator[tuple[str, ast.AST]]:
    for file in ROOT.rglob("*.py"):
        yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def codes_in_calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """The literal codes handed to whatever makes a sentence, an error, a notice or a problem."""
    for node in ast.walk(tree):
        at = CALLS.get(ast.unparse(node.func)) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and at is not None and len(node.args) > at:
            code = node.args[at]
            for part in (code, *([code.body, code.orelse] if isinstance(code, ast.IfExp) else [])):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value, node


def test_every_code_that_the_program_uses_has_a_sentence() -> None:
    used = {(code, where) for where, tree in trees() for code, _ in codes_in_calls(tree)}
    missing = sorted((code, where) for code, where in used if code not in catalogue() and code not in INTERNAL)
    assert not missing


def test_every_sentence_gets_the_facts_that_it_tells() -> None:
    short = []
    for where, tree in trees():
        for code, call in codes_in_calls(tree):
            given = {k.arg for k in call.keywords}
            if code in catalogue() and None not in given:
                asked = fields(catalogue()[code]["da"]) - given
                short += [(where, call.lineno, code, asked)] if asked else []
    assert not short


def test_every_sentence_is_used_by_the_program() -> None:
    words: set[str] = set()
    begun: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                words.add(node.value)
            # Codes that are put together ("level-3", "ask-tenure-years") are used where their beginning is.
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(node.values[0].value)
    begun |= {"why-", "aside-"}
    idle = [c for c in catalogue() if c not in words and not any(b.endswith("-") and c.startswith(b) for b in begun)]
    assert not idle


def test_facts_fill_the_sentence() -> None:
    assert say("bad-date", "da", value="i går") == "i går er ikke en dato; skriv den som 2026-04-09."


def test_one_and_many() -> None:
    assert say("problems", "en", count=1).startswith("1 file ")
    assert say("problems", "en", count=2).startswith("2 files ")


def test_facts_from_strangers_are_made_harmless() -> None:
    assert "\x1b" not in say("bad-date", "da", value="\x1b]0;pwned\x07\u202e{0}")
    assert "{0}" in say("bad-date", "da", value="{0}")


def test_an_unknown_code_is_told_rather_than_raised() -> None:
    assert say("not-yet-written", "da", path="a\nb") == "not-yet-written (path: a b)"


def test_notices_and_problems_are_spoken() -> None:
    assert spoken(Problem.of("a.pdf", "encrypted"), "en") == "Is protected by a password. Ask for a copy without."
    assert "30" in spoken(Notice.of("weight-changed", requirement="x", old=30.0, new=40.5), "da")
    assert "40,5" in spoken(Notice.of("weight-changed", requirement="x", old=30.0, new=40.5), "da")


def test_numbers_dates_and_lists() -> None:
    from datetime import date

    assert (number(8.0, "da"), number(8.25, "da"), number(90, "en", 1)) == ("8", "8,2", "90.0")
    assert day(date(2026, 4, 9), "da") == "9. april 2026"
    assert (month(2017, 8, "da"), month(2017, None, "en")) == ("aug. 2017", "2017")
    assert joined(["a", "b", "c"], "eller") == "a, b eller c"
