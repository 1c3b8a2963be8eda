from __future__ import annotations

from pathlib import Path
from typing import get_args

import screen.reports
from screen.cli.score import Format
from screen.reports import REPORTS


def test_every_module_of_the_family_is_registered() -> None:
    folder = Path(screen.reports.__file__).parent
    assert {f.stem for f in folder.glob("*.py") if not f.stem.startswith("_")} == set(REPORTS)


def test_the_command_offers_whole_reports_only() -> None:
    assert set(get_args(Format)) == set(REPORTS) - {"explain", "compare"}


def test_no_two_formats_claim_an_ending() -> None:
    endings = [e for report in REPORTS.values() for e in report.SUFFIXES]
    assert len(endings) == len(set(endings))
