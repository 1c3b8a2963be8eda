from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.model.finding import Placed
from screen.model.result import Result
from screen.reports import REPORTS, Options
from tests.reports.fakes import bo, quote, ranking

GOLDEN = Path(__file__).parent / "golden" / "result.json"


def render(**changes: object) -> bytes:
    return REPORTS["json"].render(replace(ranking(), **changes), Options())


def test_the_golden_result_is_what_is_printed(golden: Callable[[str, bytes], None]) -> None:
    golden("result.json", render())


def test_the_golden_result_fits_the_published_schema() -> None:
    schema = Result.model_json_schema(by_alias=True, mode="serialization")
    jsonschema.Draft202012Validator(schema).validate(json.loads(GOLDEN.read_text("utf-8")))


def test_top_never_cuts_the_result() -> None:
    assert REPORTS["json"].render(ranking(), Options(top=1)) == render()


def test_requirements_stand_in_the_order_of_the_criteria() -> None:
    for applicant in json.loads(render())["applicants"]:
        assert list(applicant["requirements"]) == ["skoleledelse", "trivsel"]


def test_the_order_of_problems_is_no_matter_of_arrival() -> None:
    first, *rest = ranking().problems
    assert render(problems=(first, *rest)) == render(problems=(*rest, first))


def test_equal_scores_stay_equal_and_different_ones_apart() -> None:
    third = (Placed(bo(), 1, 100 / 3, False), Placed(bo(), 1, 100 / 3, False), Placed(bo(), 3, 100 / 3 - 1e-3, False))
    scores = [a["score"] for a in json.loads(render(placed=third))["applicants"]]
    assert scores[0] == scores[1] > scores[2]


@pytest.mark.parametrize("hostile", ["\x1b]0;x\x07", "\x9b2J", "\u202egnp", "\u200b", "\U000e0041", "\x7f"])
def test_what_steers_a_terminal_is_escaped_and_still_verbatim(hostile: str) -> None:
    text = f"før{hostile}efter"
    assessment = replace(bo(), name=text, unaccounted=(quote(text, "unaccounted"),))
    data = render(placed=(Placed(assessment, 1, 0.0, False),))
    assert hostile.encode() not in data
    applicant = json.loads(data)["applicants"][0]
    assert applicant["name"] == applicant["unaccounted"][0]["quote"] == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_survives(name: str) -> None:
    data = render(placed=(Placed(replace(bo(), name=name), 1, 0.0, False),))
    assert json.loads(data)["applicants"][0]["name"] == name
