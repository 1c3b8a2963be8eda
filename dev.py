#!/usr/bin/env python3
"""Sets up and runs the project with nothing but Python: `dev.py run …` is `screen …`, `dev.py test` is every check.

Only the standard library is used, so that it works on a machine that has Python 3.11 or newer and git, nothing else.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "requirements" / "run.txt", "test": ROOT / "requirements" / "test.txt"}
USAGE = """usage: python3 dev.py COMMAND

  setup        make .venv and install what screen needs
  run ARG …    the same, then `screen ARG …`
  test ARG …   also what the tests need, then every check (ARG …: to pytest)
  lock         pin the versions anew (needs uv)
"""


def call(*command: object, quiet: bool = False) -> int:
    """Runs a command in the project's folder and returns its exit code."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(c) for c in command], cwd=ROOT, check=False, stdout=out, stderr=out).returncode


def need(*command: object) -> None:
    """Runs a command whose failure ends the set-up; its output is shown only then."""
    done = subprocess.run([str(c) for c in command], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\ndev.py: this failed: {' '.join(str(c) for c in command)}")


def tell(text: str) -> None:
    """Progress, on stderr."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def make_environment() -> None:
    """Makes .venv, in the way that this machine allows."""
    if (
        shutil.which("uv")
        and call("uv", "venv", "--quiet", "--seed", "--python", sys.executable, VENV, quiet=True) == 0
    ):
        return
    if importlib.util.find_spec("ensurepip") and call(sys.executable, "-m", "venv", VENV, quiet=True) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("pip"):
        need(sys.executable, "-m", "venv", "--without-pip", VENV)
        need(sys.executable, "-m", "pip", "--python", PYTHON, "install", "--quiet", "pip")
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        tell("installing python3-venv with apt-get")
        call("apt-get", "update", "-qq", quiet=True)
        need("apt-get", "install", "-y", "-qq", "python3-venv")
        need(sys.executable, "-m", "venv", VENV)
        return
    sys.exit(
        "dev.py: this Python can make no virtual environment. On Debian and Ubuntu: sudo apt-get install python3-venv"
    )


def install(lock: Path) -> None:
    """Installs the pinned packages by their hashes, then the project itself."""
    if shutil.which("uv"):
        environment = {**os.environ, "VIRTUAL_ENV": str(VENV)}
        done = subprocess.run(
            ["uv", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)],
            cwd=ROOT, check=False, env=environment, capture_output=True,
        )  # fmt: skip
        if done.returncode == 0:
            need(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")
            return
    need(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock)
    need(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")


def set_up(what: str) -> None:
    """Makes the environment and installs, unless that was done for the very same pins."""
    stamp = VENV / f"{what}.stamp"
    wanted = hashlib.sha256(LOCKS[what].read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if sys.version_info < (3, 11):  # noqa: UP036 that is what the message is for
        sys.exit(f"dev.py: Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    if not PYTHON.exists():
        tell("making .venv")
        make_environment()
    tell("installing the pinned packages")
    install(LOCKS[what])
    stamp.write_text(wanted)


def test(arguments: list[str]) -> int:
    """Every check; all of them run, so that one failure does not hide another."""
    set_up("test")
    tool = {name: BIN / (f"{name}.exe" if os.name == "nt" else name) for name in ("ruff", "mypy", "lint-imports")}
    checks: list[list[object]] = [
        [tool["ruff"], "check", "--quiet", "."],
        [tool["ruff"], "format", "--check", "--quiet", "."],
        [tool["mypy"], "--no-error-summary"],
        [tool["lint-imports"], "--no-logo"],
        [PYTHON, "-m", "pytest", "-n", "auto", *arguments],
    ]
    failed = []
    for check in checks:
        tell(" ".join(Path(str(c)).name if i == 0 else str(c) for i, c in enumerate(check)))
        if call(*check):
            failed.append(str(Path(str(check[0])).stem) if check[0] != PYTHON else "pytest")
    if failed:
        tell(f"failed: {', '.join(failed)}")
    return bool(failed)


def lock() -> int:
    """Pins what pyproject.toml asks for, with hashes and without addresses."""
    options = [
        "--universal",
        *("--extra", "ocr", "--extra", "pdf", "--extra", "office"),
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--quiet",
    ]
    run = call("uv", "pip", "compile", *options, "pyproject.toml", "requirements/build.in", "-o", LOCKS["run"])
    wanted = ["pyproject.toml", "requirements/build.in", "--group", "pyproject.toml:test", "-c", LOCKS["run"]]
    return run or call("uv", "pip", "compile", *options, *wanted, "-o", LOCKS["test"])


def main(arguments: list[str]) -> int:
    """Dispatches; the exit code is that of what ran."""
    command, *rest = arguments or ["help"]
    if command == "setup":
        set_up("run")
        return 0
    if command == "run":
        set_up("run")
        return subprocess.run([str(PYTHON), "-m", "screen", *rest], check=False).returncode
    if command == "test":
        return test(rest)
    if command == "lock":
        return lock()
    print(USAGE, end="")
    return 0 if command in ("help", "-h", "--help") else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
