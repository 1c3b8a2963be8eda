"""A file that takes its worker along costs only itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from screen.pipeline._pool import Lost, Workers, workers_for
from tests.pipeline.faulty import hungry, work


def test_a_crash_and_a_hang_cost_only_themselves(tmp_path: Path) -> None:
    good = [f"g{i}" for i in range(30)]
    items = [*good[:10], "segfault", *good[10:15], "hang", *good[15:25], "exit", f"once:{tmp_path}/died", *good[25:]]
    with Workers(2, None) as pool:
        made = dict(pool.each(work, items, seconds=1.5))
    assert [made[g] for g in good] == [g * 2 for g in good]
    assert (made["segfault"], made["exit"], made["hang"]) == (Lost("crashed"), Lost("crashed"), Lost("timeout"))
    assert made[f"once:{tmp_path}/died"] == f"once:{tmp_path}/died" * 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits a process's memory")
def test_memory_has_an_end() -> None:
    with Workers(1, None) as pool:
        assert dict(pool.each(hungry, [10, 20_000], seconds=20)) == {10: 10_000_000, 20_000: -1}


def test_without_workers_the_work_is_done_here() -> None:
    with Workers(0, None) as pool:
        assert list(pool.each(work, ["a"], seconds=1)) == [("a", "aa")]


def test_few_files_start_one_worker() -> None:
    assert workers_for(1, None) == workers_for(8, None) == 1
    assert workers_for(0, None) == 1
    assert workers_for(3, 5) == 5


def test_a_program_that_forgot_its_main_guard_is_told(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "from screen.pipeline._pool import Workers\nfrom tests.pipeline.faulty import work\n"
        "with Workers(1, None) as pool:\n    print(list(pool.each(work, ['a', 'b'], 5)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "no-workers" in done.stderr
