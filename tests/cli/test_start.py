from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "yaml", "rich.table", "rapidfuzz", "pypdfium2", "pebble", "multiprocessing", "screen.readers")


def loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_the_library_s_face_loads_nothing() -> None:
    assert not [m for m in loaded("import screen") if m.startswith("screen.") or m in HEAVY]


@pytest.mark.parametrize("code", ["import screen.cli", "import screen.cli._app; screen.cli._app.application()"])
def test_the_commands_load_nothing_heavy(code: str) -> None:
    modules = loaded(code)
    assert not [h for h in HEAVY if h in modules]


def test_version_loads_no_command_line_library() -> None:
    assert "typer" not in loaded("import screen.cli")


def cpu(*arguments: str) -> float:
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.skipif(sys.platform == "win32", reason="no measure of a child's CPU")
def test_help_starts_within_fifteen_times_an_empty_python() -> None:
    cpu("-m", "screen", "--help")  # compiles
    bare = min(cpu("-c", "pass") for _ in range(5))
    assert min(cpu("-m", "screen", "--help") for _ in range(5)) < 15 * max(bare, 0.008)
