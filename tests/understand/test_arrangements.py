"""Every arrangement of title, employer and dates, with every career, as text lines and as paragraphs of Word."""

from __future__ import annotations

from typing import Any

import pytest

from screen.understand import understand
from tests.cases import load
from tests.understand.build import application
from tests.understand.test_layouts import said

DATA: dict[str, Any] = dict(load("understand/arrangements.yaml"))  # type: ignore[arg-type]
PAIRS = [
    pytest.param(a, c, id=f"{a['name']} / {c['name']}")
    for a in DATA["arrangements"]
    for c in DATA["careers"]
    if c["name"] not in a.get("without", ())
]
LOOKS = ((None, True), (None, False), (True, True))
"""What a line says of its paragraph, and whether a gap parts the entries."""


def write(arrangement: dict[str, Any], career: dict[str, Any], gap: bool) -> str:
    """The CV's lines."""
    out = [f"**{career['heading']}", *([f"**{arrangement['header']}"] if "header" in arrangement else [])]
    for job in career["jobs"]:
        out += [""] * gap + [line.format(**job) for line in arrangement["lines"]]
        if arrangement.get("bullets", True) and "{S}" not in "".join(arrangement["lines"]):
            out += ["• " + job["S"], "• Projekter med egne år 2013-2015"]
    return "\n".join(out)


def wrong(arrangement: dict[str, Any], career: dict[str, Any], paragraph: bool | None, gap: bool) -> list[str]:
    """What is read otherwise than written."""
    cv = understand(application(write(arrangement, career, gap), paragraphs=paragraph))
    found = [said(p) for p in cv.positions if p.role == "job"]
    wanted = [(j["T"], j["E"], j["first"], j["last"]) for j in career["jobs"]]
    if len(found) != len(wanted):
        return [f"{found}"]
    out = [f"{g} for {w}" for g, w in zip(found, wanted, strict=True) if not _meets(g, w)]
    return out + [f"left over: {u}" for u in cv.unaccounted]


def _meets(got: tuple[str, ...], want: tuple[str, ...]) -> bool:
    return got[0].startswith(want[0]) and want[1] in got[1] and got[2:] == want[2:]


@pytest.mark.parametrize(("arrangement", "career"), PAIRS)
def test_arrangement(arrangement: dict[str, Any], career: dict[str, Any]) -> None:
    for paragraph, gap in LOOKS:
        assert not wrong(arrangement, career, paragraph, gap), write(arrangement, career, gap)
