"""Cases as data: text in, quotes and values out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


def load(name: str) -> list[dict[str, Any]]:
    """The cases of one file, by its path within this folder."""
    cases: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return cases
