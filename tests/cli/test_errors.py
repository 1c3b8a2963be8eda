"""Wrong usage, as a new user would get it wrong: one line, the right exit code, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from screen.cli import GNU_FLAGS, main
from screen.cli._boundary import guarded
from screen.model.errors import ScreenError


def called(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def test_no_arguments_show_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert called() == 0
    assert "score" in capfd.readouterr().out


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert called("--version") == 0
    assert capfd.readouterr().out.startswith("screen ")


@pytest.mark.parametrize("flag", GNU_FLAGS)
def test_flags_of_the_other_program_name_it_in_one_line(flag: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert called(flag, "session") == 2
    out, err = capfd.readouterr()
    assert not out
    assert len(lines(err)) == 1
    assert "GNU screen" in err
    assert "screen-cv" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "--no-such-option"),
        ("score", "--format", "xml"),
        ("score", "--top", "0"),
        ("scor",),
        ("explain",),
        ("explain", "a", "b", "c"),
        ("schema", "other"),
    ],
)
def test_wrong_arguments_are_told_with_the_usage(arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert called(*arguments) == 2
    out, err = capfd.readouterr()
    assert not out
    assert "Usage: screen" in err
    assert "Traceback" not in err


def boundary(error: BaseException, debug: bool = False) -> int:
    def fail() -> int:
        cv = "Hemmelig tekst fra et CV"  # noqa: F841 a local that must not be shown
        raise error

    return guarded(fail, language="da", debug=debug)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ScreenError("bad-date", value="x"), 2),
        (ScreenError("cannot-write", path="x", reason="fuld"), 4),
        (KeyboardInterrupt(), 130),
        (ValueError("Hemmelig tekst"), 1),
    ],
)
def test_every_error_is_one_line_and_a_code(error: BaseException, code: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert boundary(error) == code
    out, err = capfd.readouterr()
    assert not out
    assert len(lines(err)) == 1
    assert "Hemmelig" not in err


def test_debug_shows_where_but_never_the_text(capfd: pytest.CaptureFixture[str]) -> None:
    assert boundary(ValueError("Hemmelig besked"), debug=True) == 1
    err = capfd.readouterr().err
    assert "test_errors.py" in err
    assert "ValueError" in err
    assert "Hemmelig besked" not in err


def test_a_reader_of_our_output_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m screen schema result | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert not done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
def test_without_any_output_to_write_to() -> None:
    command = f"{sys.executable} -m screen schema result >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m screen doctor >&-"], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_languages(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for language, word in (("da", "findes ikke"), ("en", "does not exist")):
        assert called("criteria", "check", str(tmp_path / "x.yaml"), "--language", language) == 2
        assert word in capfd.readouterr().err
