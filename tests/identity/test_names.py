from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from screen.identity import find_masks, name_in, name_of, same_person
from screen.model.text import Document, masked

from .frames import document, framed
from .test_facts import copy_of

CASES = Path(__file__).parents[1] / "cases" / "identity"


def load(name: str) -> list[dict[str, object]]:
    cases: list[dict[str, object]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return cases


@pytest.mark.parametrize("case", load("names.yaml"), ids=lambda c: str(c["documents"][0]["lines"])[:70])
def test_name(case: dict[str, list[dict[str, list[str]]]]) -> None:
    documents = [document(*d["lines"], path=str(d["path"])) for d in case["documents"]]
    assert name_of(documents) == case["name"]
    assert name_of(documents[::-1]) == case["name"]


def assert_told(copy: str, source: str, case: dict[str, object], at: int = 0) -> None:
    for run in case.get("masked", ()):  # type: ignore[attr-defined]
        start = source.index(run, at)
        assert not any(c.isalnum() for c in copy[start : start + len(run)]), copy[start : start + len(run)]
    for run in case.get("kept", ()):  # type: ignore[attr-defined]
        start = source.index(run, at)
        assert copy[start : start + len(run)] == run


@pytest.mark.parametrize("case", load("masked_names.yaml"), ids=lambda c: f"{c['name']}: {c['text']}"[:80])
def test_name_in_text(case: dict[str, object]) -> None:
    text = str(case["text"])
    whole = document(
        str(case["name"]),
        "Leder",
        "Profil",
        "Jeg kan lide mennesker.",
        "Erhvervserfaring",
        "2015 – 2025\tChef, Vestby Kommune",
        text,
    )
    assert_told(copy_of(whole), whole.text, case, whole.text.rindex(text))


@pytest.mark.parametrize("case", load("contact.yaml"), ids=lambda c: f"{c['in']}: {c['text']}"[:80])
def test_contact(case: dict[str, object]) -> None:
    text, section = str(case["text"]), str(case["in"])
    whole = document("Gudrun Tange", text, "Profil", "Jeg leder.") if section == "head" else framed(text, section)
    assert_told(copy_of(whole), whole.text, case, whole.text.index(text))


@pytest.mark.parametrize(
    "text", ["Vestby Kommune", "Med venlig hilsen", "Økonomi og Personale", "Lone", "Kære Herlev", "lone vester"]
)
def test_no_name(text: str) -> None:
    assert name_in(text) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mette Aaby", "Mette Fuglsang Aaby", True),
        ("Mette Åby", "Mette Aaby", True),
        ("M. F. Aaby", "Mette Fuglsang Aaby", True),
        ("Jens Hansen", "Jens Hansen Tind", True),
        ("Mette Fuglsang Aaby", "Mette Friis Aaby", False),
        ("Anne Hjerm", "Anne-Sofie Hjerm", False),
        ("Anne Sofie Hjerm", "Anne-Sofie Hjerm", True),
        ("Jens Hansen", "Jens Jensen", False),
        ("Bo Hansen", "Ib Hansen", False),
        ("Ingrid Sundelöf", "Ingrid Sundelof", True),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    first, second = name_in(a), name_in(b)
    assert first
    assert second
    assert same_person(first, second) is same
    assert same_person(second, first) is same


def test_name_is_found_in_other_documents_too() -> None:
    cv = document("Gudrun Tange Ellemose", "Skolechef", path="cv.pdf")
    diploma = document("Eksamensbevis", "Gudrun Tange Ellemose har bestået", path="bevis.pdf")
    masks = find_masks([cv, diploma])
    assert {m.path for m in masks if m.ground == "name"} == {"cv.pdf", "bevis.pdf"}


def test_masks_are_ordered_apart_and_independent_of_the_order_of_documents() -> None:
    documents: list[Document] = [framed("Gift, to børn. Født 1970.", "personal"), framed("Jeg er 50 år.", "letter")]
    masks = find_masks(documents)
    assert masks == find_masks(documents[::-1])
    for a, b in pairwise(masks):
        assert a.path != b.path or a.span.end <= b.span.start


def test_another_name_leaves_the_same_copy() -> None:
    def copy(name: str) -> str:
        whole = document(name, "Skolechef", "Profil", f"{name.split(maxsplit=1)[0]} har ledet skoler i Vestby.")
        return masked(whole.text, [m.span for m in find_masks([whole])])

    one, other = copy("Gudrun Tange"), copy("Mehmet Yilma")
    assert one == other
