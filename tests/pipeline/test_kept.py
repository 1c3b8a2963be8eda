"""With what earlier runs read a run is quick, and its result the same to the byte."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

import screen.pipeline._work
from screen.cache import NAME, folded, opened
from screen.criteria import load_criteria
from screen.pipeline import Progress, run
from screen.pipeline._kept import shelf_in
from screen.reports import REPORTS, Options
from tests.cli.conftest import CRITERIA, CVS

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 4, 9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few applicants, one of them with a PDF, and the criteria."""
    place = tmp_path / "ansøgninger"
    place.mkdir()
    for name, text in CVS.items():
        (place / name).write_text(text, "utf-8")
    (place / "skoleleder.yaml").write_text(CRITERIA, "utf-8")
    shutil.copy(min((ROOT / "samples" / "applications").glob("*.pdf"), key=lambda f: f.stat().st_size), place)
    return place


def ran(folder: Path, cache: bool = True, workers: int = 0) -> Progress:
    file = folder / "skoleleder.yaml" if folder.is_dir() else folder.parent.parent / "ansøgninger" / "skoleleder.yaml"
    *_, last = run(folder, load_criteria(file), AS_OF, cache=cache, workers=workers)
    return last


def result(folder: Path, cache: bool = True, workers: int = 0) -> bytes:
    last = ran(folder, cache, workers)
    assert last.ranking
    return REPORTS["json"].render(last.ranking, Options())


def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("it was read before")

    monkeypatch.setattr(screen.pipeline._work, "read", read)
    monkeypatch.setattr(screen.pipeline._work, "understand", read)


def test_the_same_bytes_with_and_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = result(folder, cache=False)
    assert not (folder / NAME).exists()
    assert result(folder) == without
    nothing_is_read(monkeypatch)
    assert result(folder) == without
    assert result(folder, workers=2) == without


def test_a_file_that_changed_is_read_anew(folder: Path) -> None:
    text = "Bo Prøve Lund\n\nERHVERVSERFARING\n2019 – nu  {}, Vestby Kommune\n"
    (folder / "Bo.txt").write_text(text.format("Økonomichef"), "utf-8")
    result(folder)
    (folder / "Bo.txt").write_text(text.format("Kommunaldirektør"), "utf-8")
    assert result(folder) == result(folder, cache=False)


def test_a_file_that_was_moved_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result(folder)
    file = next(f for f in folder.iterdir() if f.suffix == ".pdf")
    (folder / "under").mkdir()
    file.rename(folder / "under" / file.name)
    expected = result(folder, cache=False)
    monkeypatch.setattr(screen.pipeline._work, "read", lambda *_: pytest.fail("it was read before"))
    assert result(folder) == expected


def test_what_belongs_to_a_file_goes_with_it(folder: Path) -> None:
    result(folder)
    before = {f.name for f in (folder / NAME).iterdir()}
    file = folder / "Bo.txt"
    file.write_text("Bo Prøve Lund\n\n2019 – nu  Økonomichef, Vestby Kommune\n", "utf-8")
    result(folder)
    file.unlink()
    result(folder)
    assert {f.name for f in (folder / NAME).iterdir()} == before


def test_entries_of_every_wrong_kind_are_made_anew(folder: Path) -> None:
    good = result(folder)
    entries = [f for f in (folder / NAME).iterdir() if len(f.name) == 40]
    for number, entry in enumerate(entries):
        data = entry.read_bytes()
        entry.write_bytes((b"", data[: len(data) // 2], b"\x80\x04pickle", data[::-1])[number % 4])
    assert result(folder) == good
    cache = opened(folder)
    assert cache
    for entry in entries:
        cache.put(entry.name, folded([1, {"a": None}, "b"]))
    assert result(folder) == good
    for entry in entries:
        entry.unlink()
        entry.mkdir()
    assert result(folder) == good


def test_a_forged_cv_costs_nobody_a_row(folder: Path) -> None:
    """Whole and well-formed, but of another document: positions that point nowhere."""
    good = result(folder)
    shelf = shelf_in(folder, True)
    assert shelf.kept
    names = [f.name for f in (folder / NAME).iterdir() if len(f.name) == 40]
    bodies = {n: b for n in names if (b := shelf.kept.cache.get(n))}
    some = list(bodies.items())
    for (name, _), (_, other) in zip(some, some[1:] + some[:1], strict=True):
        shelf.kept.cache.put(name, other)
    assert result(folder).count(b'"id"') == good.count(b'"id"')


def test_archives_among_the_files_are_kept_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(folder / "Dan Prøve Friis.zip", "w") as archive:
        archive.writestr("CV.txt", "Dan Prøve Friis\n\nERHVERVSERFARING\n2019 – nu  Økonomichef, Vestby Kommune\n")
    without = result(folder, cache=False)
    assert result(folder) == without
    nothing_is_read(monkeypatch)
    assert result(folder) == without


def test_a_packed_folder_leaves_nothing_beside_it(folder: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "zip" / "ansøgninger"), "zip", folder))
    result(packed)
    assert [f.name for f in packed.parent.iterdir()] == [packed.name]
    single = tmp_path / "en" / "CV.txt"
    single.parent.mkdir()
    single.write_text("Bo Prøve Lund\n\n2019 – nu  Skoleleder, Vestby Skole\n", "utf-8")
    result(single)
    assert [f.name for f in single.parent.iterdir()] == [single.name]


CHILD = """
import sys
from pathlib import Path
from tests.pipeline.test_kept import result
if __name__ == "__main__":
    sys.stdout.buffer.write(result(Path(sys.argv[1])))
"""


def started(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)


def test_two_runs_at_once_and_one_that_is_killed(folder: Path) -> None:
    good = result(folder, cache=False)
    killed = started(folder)
    deadline = time.monotonic() + 30
    while not (folder / NAME).exists() and killed.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    killed.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    killed.communicate()
    both = [started(folder), started(folder)]
    assert [run.communicate()[0] == good for run in both] == [True, True]
    assert not [f.name for f in (folder / NAME).iterdir() if "." in f.name[1:] and len(f.name) > 40]


def test_a_folder_where_nothing_can_be_written_is_read_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    good = result(folder, cache=False)
    monkeypatch.setattr(Path, "mkdir", denied)
    monkeypatch.setattr(os, "replace", denied)
    assert result(folder) == good
    assert not (folder / NAME).exists()


def test_who_arrived_since_the_table_was_last_shown_is_new(folder: Path) -> None:
    first = ran(folder)
    assert not first.new
    assert not ran(folder).new
    first.look()
    assert not ran(folder).new
    (folder / "Bo Prøve Lund.txt").write_text("Bo Prøve Lund\n\n2019 – nu  Økonomichef, Vestby Kommune\n", "utf-8")
    later = ran(folder)
    assert later.ranking
    names = {p.assessment.id: p.assessment.name for p in later.ranking.placed}
    assert [names[i] for i in later.new] == ["Bo Prøve Lund"]
    assert ran(folder).new == later.new
    later.look()
    assert not ran(folder).new
    assert not ran(folder, cache=False).new
