"""What the documentation shows is what the program prints, and what it names is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from screen.cli._app import application
from screen.intake import load_corrections
from screen.model.finding import Ranking
from screen.reports import REPORTS, Options
from tests.test_samples import ranking

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "samples" / "README.md"])
TERMINAL = 100
"""Columns of the terminal that the README shows."""


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def called(*arguments: str) -> str:
    command = [sys.executable, "-m", "screen", *arguments]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, encoding="utf-8")
    return done.stdout


# --- outputs ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ranked() -> Ranking:
    return ranking()


def shown_in_readme(command: str) -> list[str]:
    block = re.search(rf"<!-- {re.escape(command)} -->\n```\n(.*?)```", text_of(ROOT / "README.md"), re.DOTALL)
    assert block, command
    return block[1].splitlines()


def holds(output: list[str], shown: list[str]) -> bool:
    """Whether the lines stand in the output: from its first to its last, in this order, `…` for those left out."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(f"{line}\n") for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in output)) is not None


def test_the_table_is_that_of_the_command(ranked: Ranking) -> None:
    output = REPORTS["table"].render(ranked, Options(language="da", width=TERMINAL)).decode().splitlines()
    shown = shown_in_readme("screen score samples/applications")
    assert holds(output, shown), "\n".join(output)


def test_the_explanation_is_that_of_the_command(ranked: Ranking) -> None:
    who = next(p.assessment for p in ranked.placed if p.assessment.name == "Jens-Ole Fjeldgaard Brun")
    output = REPORTS["explain"].render(ranked, Options(language="da", applicant=who.id)).decode().splitlines()
    shown = shown_in_readme("screen explain samples/applications Brun")
    assert holds(output, shown), "\n".join(output)


def test_an_output_that_differs_is_noticed() -> None:
    output = ["a", "b", "c", "d"]
    assert holds(output, ["a", "b", "…", "d"])
    assert holds(output, ["…", "c", "…"])
    assert not holds(output, ["b", "c"])
    assert not holds(output, ["a", "c"])
    assert not holds(output, ["a", "…", "d", "c"])


def test_the_schema_of_the_result_is_the_program_s() -> None:
    kept = json.loads(text_of(ROOT / "docs" / "result.schema.json"))
    assert kept == json.loads(called("schema", "result")), "screen schema result > docs/result.schema.json"


# --- commands -----------------------------------------------------------------------------------------------------


@cache
def commands() -> dict[str, set[str]]:
    """Each command with its options, as the program declares them."""
    import typer

    found: dict[str, set[str]] = {}

    def add(command: object, name: str) -> None:
        options = [option for p in getattr(command, "params", ()) for option in getattr(p, "opts", ())]
        found[name] = {option for option in options if option.startswith("-")} | {"--help", "-h"}
        for inner, sub in getattr(command, "commands", {}).items():
            add(sub, f"{name} {inner}".strip())

    add(typer.main.get_command(application()), "")
    return found


def calls() -> Iterator[tuple[str, str]]:
    """Every line of the documentation that calls the program: page, and the words after its name."""
    for page in PAGES:
        for block in re.findall(r"```\n(.*?)```|`((?:screen|python3 dev\.py run) [^`\n]+)`", text_of(page), re.DOTALL):
            for line in "\n".join(block).splitlines():
                for call in re.findall(r"(?:^|&& )(?:screen|python3 dev\.py run) ([^&#\n]+)", line.strip()):
                    yield page.name, call.strip()


def test_every_call_in_the_documentation_can_be_made() -> None:
    made = list(calls())
    assert len(made) > 8
    for page, call in made:
        words = call.split()
        name = max((n for n in commands() if f"{call} ".startswith(f"{n} ")), key=len, default="")
        assert name or words[0].startswith("-"), f"{page}: {call}"
        options = {w.split("=")[0] for w in words if w.startswith("-")}
        assert options <= commands()[name] | commands()[""], f"{page}: {call}"


def test_every_option_that_is_named_is_one() -> None:
    known = {option for options in commands().values() for option in options}
    for page in PAGES:
        # Commands of the tests have options of their own.
        told = re.sub(r"`python -m tests\.[^`]*`", "", text_of(page))
        named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)\b", told))
        assert named - known - {"--strict"} == set(), page.name


def test_the_readme_names_every_command() -> None:
    readme = text_of(ROOT / "README.md")
    groups = {name.split()[0] for name in commands() if " " in name}
    assert [
        n
        for n in commands()
        if n and n not in groups and f"screen {n} " not in readme and f"screen {n}\n" not in readme
    ] == []


def test_exit_codes_are_those_of_the_program() -> None:
    from screen.cli._boundary import Exit

    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text_of(ROOT / "README.md"), re.MULTILINE)}
    assert told == {int(code) for code in Exit}


# --- links, and examples ------------------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", text_of(page)):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_files_that_the_readme_names_are_there() -> None:
    named = re.findall(r"`((?:docs|criteria|samples|tests)/[\w./-]+)`", text_of(ROOT / "README.md"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_example_of_corrections_is_valid(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", text_of(ROOT / "docs" / "reading.md"), re.DOTALL)
    assert example
    file = tmp_path / "applications.yaml"
    file.write_text(example[1], "utf-8")
    said = load_corrections(file)
    assert said.applicant_of("brev.docx") == 0
    assert said.ignores("opslag2.pdf")
    assert set(yaml.safe_load(example[1])) == set(type(said).model_fields)


def test_reasons_are_told_in_the_program_s_words() -> None:
    words = yaml.safe_load((ROOT / "screen" / "wording" / "why.yaml").read_text("utf-8"))
    page = text_of(ROOT / "docs" / "reading.md").split("## What documents nothing")[1].split("\n## ")[0]
    told = re.findall(r"^\| ([^|]+?) \| [^-]", page, re.MULTILINE)[1:]
    assert told
    assert set(told) <= {sentence["en"] for code, sentence in words.items() if code.startswith("aside-")}
