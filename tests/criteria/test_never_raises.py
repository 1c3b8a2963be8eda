"""Whatever stands in a criteria file, it is answered by mistakes and never by a traceback."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path

import yaml

from screen.criteria import check, load_criteria, tell, tell_warning, warnings

BASE = (Path(__file__).parents[1] / "cases" / "criteria" / "base.yaml").read_text("utf-8")
ODD = [
    None,
    True,
    False,
    0,
    -1,
    2.5,
    10**30,
    "",
    "x",
    "found",
    [],
    ["x"],
    [[]],
    [None],
    {},
    {"x": {}},
    {"x": [1]},
    [{"a": "b"}],
]
"""Values of every shape."""
PATCHES = 400
CUTS = 150


def parts(data: object, path: tuple = ()) -> list[tuple]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(below for key, value in inner for below in parts(value, (*path, key)))]


def patched(data: dict, path: tuple, value: object) -> object:
    if not path:
        return value
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return data


def test_any_value_anywhere(tmp_path):
    chance = random.Random(7)
    base = json.loads(json.dumps(yaml.safe_load(BASE), default=str))
    places = parts(base)
    path = tmp_path / "krav.yaml"
    for number in range(PATCHES):
        where, value = chance.choice(places), copy.deepcopy(chance.choice(ODD))
        path.write_text(yaml.safe_dump(patched(copy.deepcopy(base), where, value), allow_unicode=True), "utf-8")
        mistakes = check(path)
        for mistake in mistakes:
            assert tell(mistake, "da")
        if not mistakes:
            assert load_criteria(path).requirements
            # They take a tenth of a second each.
            assert number % 4 or all(tell_warning(warning, "da") for warning in warnings(path))


def test_any_cut_and_splice(tmp_path):
    chance = random.Random(11)
    path = tmp_path / "krav.yaml"
    for _ in range(CUTS):
        first, second = sorted(chance.sample(range(len(BASE)), 2))
        path.write_text(BASE[:first] + chance.choice("{}[]:,&*!|>'\"#%@`\n\t -") * 2 + BASE[second:], "utf-8")
        for mistake in check(path):
            assert tell(mistake, "en")
