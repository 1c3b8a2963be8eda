"""The JSON Schema of criteria files, for editors."""

from __future__ import annotations

from typing import Any

from screen.criteria._file import CriteriaFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """What editors use to complete and check a criteria file as it is written."""
    schema = CriteriaFile.model_json_schema(by_alias=True)
    named: dict[str, Any] = _renamed(schema, {name: _short(name) for name in schema["$defs"]})
    return {"$schema": DIALECT, **named, "title": "Criteria of screen"}


def _short(name: str) -> str:
    """A definition's name without the module's path: `screen__signals__tenure__Parameters` is `tenure`."""
    parts = [part for part in name.split("__") if part]
    return parts[-2] if len(parts) > 1 else name.removesuffix("File").lstrip("_")


def _renamed(part: Any, names: dict[str, str]) -> Any:
    """The schema with other names of its definitions, and without titles, which only repeat the keys."""
    if isinstance(part, list):
        return [_renamed(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    renamed: dict[str, Any] = {}
    for key, value in part.items():
        if key == "$ref":
            renamed[key] = f"#/$defs/{names[value.rsplit('/', 1)[1]]}"
        elif key == "$defs":
            renamed[key] = {names[name]: _renamed(below, names) for name, below in value.items()}
        elif key == "enum":
            # The order of equal Literals depends on which module was imported first.
            renamed[key] = sorted(value)
        elif key != "title" or isinstance(value, dict):
            renamed[key] = _renamed(value, names)
    return renamed
