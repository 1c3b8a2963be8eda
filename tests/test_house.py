"""The rules of the house that no linter knows. What a single room promises is tested beside that room."""

from __future__ import annotations

import ast
import dataclasses
import re
import socket
import subprocess
import sys
import tomllib
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import screen.model.criteria
import screen.model.cv
import screen.model.result
from screen.lexicon import packaged_names
from screen.signals import KINDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "screen"
MODULES = sorted(PACKAGE.rglob("*.py"))
BELOW = [path for path in MODULES if "cli" not in path.parts]
"""All but the commands, the only ones that print, exit or ask the clock."""
TOOLS = [ROOT / "dev.py", ROOT / "samples" / "make.py"]
LONGEST_MODULE, LONGEST_FUNCTION = 300, 60
"""Lines: what can be read in one go, what can be seen at one glance."""
LONGER: dict[str, str] = {}
"""Path of a module → why it may be longer."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def walk(path: Path, *kinds: type[ast.AST]) -> Iterator[Any]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Module and name; `import module` has no name."""
    for node in walk(path, ast.Import):
        yield from ((alias.name, "") for alias in node.names)
    for node in walk(path, ast.ImportFrom):
        yield from ((node.module or "", alias.name) for alias in node.names)


# --- sizes --------------------------------------------------------------------------------------------------------


def test_modules_are_short() -> None:
    lines = {shown(path): len(path.read_text("utf-8").splitlines()) for path in (*MODULES, *TOOLS)}
    assert {path: n for path, n in lines.items() if n > LONGEST_MODULE and path not in LONGER} == {}
    assert [path for path in LONGER if lines[path] <= LONGEST_MODULE] == []


def test_functions_are_short() -> None:
    long = {
        f"{shown(path)}: {function.name}": lines
        for path in (*MODULES, *TOOLS)
        for function in walk(path, ast.FunctionDef, ast.AsyncFunctionDef)
        if (lines := function.end_lineno - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


# --- families -----------------------------------------------------------------------------------------------------
# Readers, languages and reports compare folder and registry in tests of their own.


def test_every_kind_of_signal_is_a_file_and_every_file_a_kind() -> None:
    assert {f.stem for f in (PACKAGE / "signals").glob("[!_]*.py")} == set(KINDS)
    assert all(module.__name__ == f"screen.signals.{kind}" for kind, module in KINDS.items())


def test_every_packaged_vocabulary_is_told_in_the_documentation() -> None:
    told = (ROOT / "docs" / "criteria.md").read_text("utf-8")
    assert [name for name in packaged_names() if name not in told] == []


def test_every_data_file_says_where_its_words_come_from() -> None:
    headers = {
        shown(path): " ".join(x.lstrip("# ") for x in path.read_text("utf-8").splitlines()[:6] if x.startswith("#"))
        for path in PACKAGE.rglob("*.yaml")
    }
    assert [path for path, header in headers.items() if not re.search(r"Source:|[Ww]ritten (for|from)", header)] == []


# --- a posting is data ---------------------------------------------------------------------------------------------


LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def names_of_postings() -> set[str]:
    """What only criteria files and packaged vocabularies may name."""
    names: set[str] = set()
    for file in sorted((ROOT / "criteria").rglob("*.yaml")):
        written = yaml.safe_load(file.read_text("utf-8"))
        names |= {r["id"] for r in written["requirements"]} | set(written.get("positions", ()))
        names |= {name for section in written.get("vocabulary", {}).values() for name in section}
    for packaged in packaged_names():
        written = yaml.load((PACKAGE / "lexicon" / f"{packaged}.yaml").read_text("utf-8"), LOADER)
        names |= {entry for section in written.values() if isinstance(section, dict) for entry in section}
    return names


def words_of_the_program() -> set[str]:
    """Words of the contracts, and keys of the program's own data files: an entry may be spelt like one by chance."""
    words: set[str] = set()
    for module in (screen.model.criteria, screen.model.cv, screen.model.result):
        for value in vars(module).values():
            words |= set(map(str, typing.get_args(value))) if typing.get_origin(value) is typing.Literal else set()
            words |= {f.name for f in dataclasses.fields(value)} if dataclasses.is_dataclass(value) else set()
    for file in PACKAGE.rglob("*.yaml"):
        if file.parent.name != "lexicon" or file.name.startswith("_"):
            words |= _keys(yaml.load(file.read_text("utf-8"), LOADER))
    return words


def _keys(part: Any) -> set[str]:
    if isinstance(part, dict):
        return set(part) | {str(part.get("kind"))} | {key for inner in part.values() for key in _keys(inner)}
    return {key for inner in part for key in _keys(inner)} if isinstance(part, list) else set()


def test_python_names_no_requirement_and_no_entry() -> None:
    names = names_of_postings() - words_of_the_program()
    assert {"direktionserfaring", "executive-municipal-head", "direktion_offentlig"} <= names
    named = [(shown(path), n.lineno, n.value) for path in MODULES for n in walk(path, ast.Constant) if n.value in names]
    assert named == []


# --- two ends, and nothing between --------------------------------------------------------------------------------

NOT_TO_IMPORT = {
    "random", "secrets", "uuid", "time",  # a result is the same whenever and wherever it is made
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "xmlrpc", "webbrowser", "requests", "httpx",
}  # fmt: skip
HARMLESS = {("urllib.parse", "unquote"), ("urllib.parse", "urlparse"), ("urllib.request", "url2pathname")}
"""Module and name of what is called like the network and is none: the spelling of paths."""
NOT_TO_NAME = re.compile(
    r"print|input|exit|quit|sys\.(?:stdout|stderr|stdin|argv|exit)|os\._exit|"
    r"(?:datetime\.)?(?:datetime|date)\.(?:now|today|utcnow|fromtimestamp)"
)
INNER_IMPORTS = {
    "screen/readers/docx/__init__.py": "a web page inside a Word file is rare, and its reader takes time to load",
}
"""Path → why it imports from the house inside a function. The commands do, so that `--help` is quick."""


def test_no_module_reaches_for_network_or_chance() -> None:
    taken = [(shown(path), m, n) for path in MODULES for m, n in imported(path) if (m, n) not in HARMLESS]
    assert [one for one in taken if one[1].split(".")[0] in NOT_TO_IMPORT] == []


def test_only_the_commands_print_exit_and_ask_the_clock() -> None:
    named = [
        (shown(path), node.lineno, name)
        for path in BELOW
        for node in walk(path, ast.Name, ast.Attribute)
        if NOT_TO_NAME.fullmatch(name := ast.unparse(node))
    ]
    assert named == []


def test_no_type_checking_blocks() -> None:
    assert [shown(path) for path in MODULES if "TYPE_CHECKING" in {name for _, name in imported(path)}] == []


def test_no_import_hides_in_a_function() -> None:
    hidden = {
        shown(path)
        for path in BELOW
        for function in walk(path, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("screen")
    }
    assert hidden == set(INNER_IMPORTS)


def test_the_set_up_needs_python_only() -> None:
    assert {module.split(".")[0] for module, _ in imported(ROOT / "dev.py")} <= set(sys.stdlib_module_names)


def test_every_dependency_is_pinned_by_its_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {"run": project["project"]["dependencies"], "test": project["dependency-groups"]["test"]}
    for lock, asked in wanted.items():
        pins = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
        names = {re.split(r"[^\w-]", name)[0] for name in asked}
        assert [n for n in names if not re.search(rf"^{n}==\S+ .*\\\n +--hash=sha256:", pins, re.MULTILINE)] == []
        assert "://" not in pins


WATCHED = """
import sys
seen = []
doors = ("socket", "urllib", "ftplib", "smtplib", "http", "os.system", "subprocess")
sys.addaudithook(lambda event, arguments: seen.append(event) if event.startswith(doors) else None)
from screen.cli import main
try:
    main(sys.argv[1:])
finally:
    sys.stderr.write("SEEN " + " ".join(seen))
"""


def test_a_run_opens_no_connection_and_starts_no_program() -> None:
    """As the interpreter itself tells it, of a whole run over the samples."""
    arguments = ["score", "samples/applications", "--workers", "0", "--format", "json"]
    command = [sys.executable, "-c", WATCHED, *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0
    assert done.stderr.endswith("SEEN "), done.stderr


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(RuntimeError, match="network"):
        socket.socket(socket.AF_INET)


# --- the repository -----------------------------------------------------------------------------------------------

PRIVATE = re.compile(r"/(?:work|home|root|Users)/\w|\bindex-url\b|(?<![\w.])(?:10|127|192\.168)(?:\.\d{1,3}){2,3}\b")
TEXTS = {".py", ".md", ".toml", ".txt", ".yaml", ".json", ".typ", ".in", ""}


def kept() -> Iterator[Path]:
    """The project's own texts, wherever it was cloned or unpacked."""
    yield from (f for f in ROOT.glob("*.*") if f.is_file())
    for part in ("screen", "tests", "docs", "criteria", "samples/source", "requirements", ".ci"):
        yield from (f for f in (ROOT / part).rglob("*") if f.is_file() and "__pycache__" not in f.parts)


def test_no_machine_s_paths_and_addresses() -> None:
    texts = [f for f in kept() if f.suffix in TEXTS and f != Path(__file__)]
    assert {shown(f): m.group() for f in texts if (m := PRIVATE.search(f.read_text("utf-8", "replace")))} == {}
