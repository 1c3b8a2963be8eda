"""What is wrong with a file's shape: the validator's errors as flaws with a place and what to do instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz.distance import DamerauLevenshtein

from screen.criteria._file import CriteriaFile
from screen.criteria._tree import Flaw, Path, Place, Tree
from screen.model.errors import Fact
from screen.signals import KINDS

ALIKE = 0.62
"""Least likeness, 0–1, of a name that is proposed: "mention" for "mentoin", not "found" for "count"."""
_LONGEST_WRITTEN = 40
"""Characters of the author's own words that a sentence repeats."""

_CODES = {
    "string_type": "not-text",
    "int_type": "not-number",
    "float_type": "not-number",
    "bool_type": "not-number",
    "date_type": "not-date",
    "date_parsing": "not-date",
    "date_from_datetime_parsing": "not-date",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "dict_type": "not-mapping",
    "tuple_type": "not-list",
    "list_type": "not-list",
    "greater_than": "too-small",
    "greater_than_equal": "too-small",
    "finite_number": "not-number",
    "too_short": "is-empty",
    "string_too_short": "is-empty",
    "union_tag_not_found": "signal-kind",
    "union_tag_invalid": "signal-kind",
}
"""The validator's error type → the catalogue's code, where nothing more is to be said."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or nothing."""
    likeness = [(DamerauLevenshtein.normalized_similarity(name.lower(), k.lower()), k) for k in known]
    best = max(likeness, default=(0.0, ""), key=lambda pair: (pair[0], pair[1]))
    return best[1] if best[0] >= ALIKE else ""


def shape(tree: Tree) -> tuple[CriteriaFile | None, list[Flaw]]:
    """The file's contents where its shape is right, and what is wrong with the shape."""
    try:
        return CriteriaFile.model_validate(tree.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        flaws = [_flaw(tree, one) for one in errors if not _follows(one, errors)]
        return None, [flaw for flaw in flaws if flaw is not None]


def _follows(error: ErrorDetails, errors: Iterable[ErrorDetails]) -> bool:
    """Whether a list is too short only because its items have errors of their own."""
    length = len(error["loc"])
    return error["type"] == "too_short" and any(
        len(other["loc"]) > length and other["loc"][:length] == error["loc"] for other in errors
    )


def _flaw(tree: Tree, error: ErrorDetails) -> Flaw | None:
    """One error; `None` where the part has told its own flaw already."""
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    exact = tree.exact(path)
    if tree.is_broken(exact):
        return None
    if error["type"] == "missing":
        return Flaw(_place_of(tree, exact), "missing-key", {"key": str(path[-1])})
    if error["type"] == "extra_forbidden":
        return Flaw(tree.at_key(path), "unknown-key", _unknown(tree, exact))
    if error["type"] == "literal_error":
        on_key = error["loc"][-1] == "[key]"
        return _literal(tree.at_key(path) if on_key else tree.at_value(path), error)
    if error["type"] == "string_pattern_mismatch":
        written = str(error["input"])
        return Flaw(tree.at_value(path), "not-slug", {"written": _shown(written), "near": slug(written)})
    code = _CODES.get(error["type"], "misshapen")
    return Flaw(tree.at_value(path), code, {"written": _shown(error["input"]), **_more(code, error)})


def _place_of(tree: Tree, path: Path) -> Place:
    """Where something is missing: at the key, or where the list's item begins."""
    return tree.keys.get(path) or tree.values.get(path, Place(1, 1))


def _more(code: str, error: ErrorDetails) -> Mapping[str, Fact]:
    context = error.get("ctx", {})
    if code == "too-small":
        above = "gt" in context
        return {"least": float(context["gt" if above else "ge"]), "sign": ">" if above else "≥"}
    if code == "signal-kind":
        keys = list(error["input"]) if isinstance(error["input"], dict) else []
        near = next((found for key in keys if key not in KINDS and (found := nearest(str(key), KINDS))), "")
        return {"kinds": ", ".join(KINDS), "near": near}
    return {}


def _literal(place: Place, error: ErrorDetails) -> Flaw:
    """A value that is not one of the possible ones."""
    written = _shown(error["input"])
    if error["loc"] == ("screen",):
        return Flaw(place, "wrong-version", {"written": written})
    expected = str(error.get("ctx", {}).get("expected", ""))
    # Sorted, since the order of equal Literals depends on which module was imported first.
    options = sorted(option for option in re.findall(r"'([^']*)'", expected) if option)
    if not options:
        return Flaw(place, "not-true", {"written": written})
    return Flaw(
        place, "not-one-of", {"written": written, "options": ", ".join(options), "near": nearest(written, options)}
    )


def _unknown(tree: Tree, path: Path) -> Mapping[str, Fact]:
    key = str(path[-1])
    known = sorted(_known_keys(tree.data, path[:-1]))
    return {"key": _shown(key), "near": nearest(key, known), "known": ", ".join(known)}


@cache
def _schema() -> dict[str, Any]:
    return CriteriaFile.model_json_schema(by_alias=True)


def _known_keys(data: object, path: Path) -> set[str]:
    """The keys that the schema knows at a path."""
    schemas = [*_forms(_schema(), data)]
    for step in path:
        data = data[step] if isinstance(data, dict | list) else None  # type: ignore[index]
        schemas = [form for schema in schemas for below in _below(schema, step) for form in _forms(below, data)]
    return {key for schema in schemas for key in schema.get("properties", {})}


def _below(schema: Mapping[str, Any], step: str | int) -> Iterator[Mapping[str, Any]]:
    """The schemas of one part."""
    if isinstance(step, int):
        yield from [schema["items"]] if "items" in schema else []
    elif step in schema.get("properties", {}):
        yield schema["properties"][step]
    elif isinstance(schema.get("additionalProperties"), dict):
        yield schema["additionalProperties"]


def _forms(schema: Mapping[str, Any], data: object) -> Iterator[Mapping[str, Any]]:
    """The plain schemas that a schema stands for; of alternatives, those whose required keys are there."""
    if "$ref" in schema:
        yield from _forms(_schema()["$defs"][schema["$ref"].rsplit("/", 1)[1]], data)
        return
    forms = [form for key in ("anyOf", "oneOf") for below in schema.get(key, ()) for form in _forms(below, data)]
    fitting = [f for f in forms if isinstance(data, dict) and f.get("required") and set(f["required"]) <= set(data)]
    yield from fitting or forms or [schema]


def _shown(value: object) -> str:
    """The author's value, short, as it would be written."""
    if isinstance(value, dict | list | tuple):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, bool):
        return str(value).lower()
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text if len(text) <= _LONGEST_WRITTEN else f"{text[: _LONGEST_WRITTEN - 1]}…"


def slug(text: str) -> str:
    """An id made of a text: æ, ø and å are spelt out, all that is left stands as `_`."""
    spelt = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")
