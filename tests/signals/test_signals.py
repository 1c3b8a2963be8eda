from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.signals.build import find

FILE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "signals.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda c: c["name"])
def test_what_a_signal_finds(case: dict[str, Any]) -> None:
    cv, finding = find(case, FILE["words"], FILE["sets"])
    for key, value in case.get("values", {}).items():
        assert finding.values.get(key) == pytest.approx(value, abs=1e-3), key
    if "quotes" in case:
        assert len(finding.evidence) == len(case["quotes"]), [e.quote for e in finding.evidence]
        for found, begins in zip(finding.evidence, case["quotes"], strict=True):
            assert found.quote.startswith(begins)
    aside = {e.quote: e.why for e in finding.set_aside}
    for begins, why in case.get("aside", {}).items():
        assert [w for quote, w in aside.items() if quote.startswith(begins)] == [why], aside
    for quote in (*finding.evidence, *finding.set_aside):
        assert quote.quote == quote.passage.span.of(cv.texts[quote.document])


@pytest.mark.parametrize("case", FILE["cases"][:40:4], ids=lambda c: c["name"])
def test_finding_twice_is_the_same(case: dict[str, Any]) -> None:
    assert find(case, FILE["words"], FILE["sets"])[1] == find(case, FILE["words"], FILE["sets"])[1]
