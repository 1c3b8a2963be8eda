"""The two doors: a result made earlier comes in, the evaluation goes out as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from screen.evaluation._record import Evaluation
from screen.model.errors import ScreenError
from screen.model.result import Result
from screen.wording import UNSAFE

DECIMALS = 6
"""Of figures: far more than anybody reads, far above the noise of floats."""


def read_result(path: Path) -> Result:
    """What `screen score --format json` wrote.

    Raises:
        ScreenError: `result-not-found`, `result-unreadable`, `result-not-ours`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ScreenError("result-not-found", path=str(path)) from None
    except OSError as error:
        raise ScreenError("result-unreadable", path=str(path), reason=error.strerror or "") from None
    try:
        return Result.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "-"
        raise ScreenError("result-not-ours", path=str(path), where=where) from None


def to_json(evaluation: Evaluation) -> bytes:
    """UTF-8, indented, ending in a line break; the same figures, the same bytes."""
    text = json.dumps(_rounded(evaluation.model_dump(by_alias=True)), ensure_ascii=False, indent=2, allow_nan=False)
    # What steers a terminal stands only inside strings, where its escape means the same.
    return (UNSAFE.sub(_escape, text) + "\n").encode()


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
