"""`screen schema`: the JSON Schemas that editors and other programs use."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, Literal

import typer


def schema(
    which: Annotated[Literal["criteria", "result"], typer.Argument(help="Of the criteria file or of the JSON result.")],
) -> int:
    """Print the JSON Schema of the criteria file or of the result."""
    data = json.dumps(_schema(which), ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{data}\n".encode())
    return 0


def _schema(which: str) -> dict[str, Any]:
    if which == "criteria":
        from screen.criteria import json_schema

        return json_schema()
    from screen.model.result import Result

    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return described | Result.model_json_schema(by_alias=True, mode="serialization")
