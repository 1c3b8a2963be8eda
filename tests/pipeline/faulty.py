"""Tasks that a worker can import: each does to its process what a bad file might do."""

from __future__ import annotations

import os
import time


def work(item: str) -> str:
    """Twice the item, unless the item says how to die."""
    if item.startswith("segfault"):
        os.kill(os.getpid(), 11)
    if item.startswith("exit"):
        os._exit(3)
    if item.startswith("hang"):
        time.sleep(60)
    if item.startswith("once:"):
        _die_once(item.removeprefix("once:"))
    return item * 2


def _die_once(marker: str) -> None:
    try:
        os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os._exit(4)


def hungry(megabytes: int) -> int:
    """Takes memory as a bomb would."""
    try:
        return len(bytearray(megabytes * 1_000_000))
    except MemoryError:
        return -1
