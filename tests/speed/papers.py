"""Distinct CVs as PDF: the samples' sections and tasks dealt out anew, in the samples' layouts."""

from __future__ import annotations

import importlib.util
import random
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

SAMPLES = Path(__file__).parents[2] / "samples"
LAYOUTS = ("single", "columns", "right", "sidebar", "table")
GIVEN = tuple(
    "Anne Bo Camilla Dorte Erik Fie Gunnar Hanne Ib Jette Karl Lise Mads Nina Ole Pia Rune Sanne Tom Ulla".split()  # noqa: SIM905 so they are read more easily
)
FAMILY = tuple(
    "Ager Birk Dam Eng Falk Grøn Holm Juul Krat Lund Mose Nørby Ravn Skov Toft Vang Ås Bæk Elm Fyr".split()  # noqa: SIM905 so they are read more easily
)
MOST_JOBS, MOST_TASKS = 6, 5


@cache
def maker() -> ModuleType:
    """The script that makes the samples."""
    spec = importlib.util.spec_from_file_location("samples_make", SAMPLES / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _parts() -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[str], list[str]]:
    """Jobs, studies, tasks and paragraphs of all samples."""
    jobs, studies, tasks, texts = [], [], [], []
    for person in maker().sources():
        for section in person["cv"]["sections"]:
            for entry in section.get("entries", ()):
                (jobs if entry.get("points") else studies).append({"points": [], **entry})
                tasks += entry.get("points", ())
            texts += section.get("text", ())
    return jobs, studies, tasks, texts


def paper(number: int) -> dict[str, Any]:
    """The CV of that number, as the script wants it: the same whenever it is asked for."""
    chance = random.Random(number)
    jobs, studies, tasks, texts = _parts()
    name = f"{GIVEN[number % 20]} {FAMILY[number // 20 % 20]} {FAMILY[number // 400 % 20]}gård"
    year, entries = 2026, []
    for _ in range(chance.randint(3, MOST_JOBS)):
        begun = year - chance.randint(1, 7)
        points = chance.sample(tasks, chance.randint(2, MOST_TASKS))
        entries.append({**chance.choice(jobs), "when": f"{begun} – {'nu' if year == 2026 else year}", "points": points})
        year = begun
    contact = [f"Vej {number}, 2730 Herlev", f"{GIVEN[number % 20].lower()}{number}@post.example"]
    sections = [
        {"heading": "Profil", "text": chance.sample(texts, 2)},
        {"heading": "Erhvervserfaring", "entries": entries},
        {"heading": "Uddannelse", "entries": chance.sample(studies, 2)},
        {"heading": "Sprog", "points": ["Dansk (modersmål)", "Engelsk (flydende i skrift og tale)"]},
    ]
    layout = LAYOUTS[number % len(LAYOUTS)]
    return {
        "name": name,
        "contact": contact,
        "title": name,
        "kind": "cv",
        "layout": layout,
        "sections": sections,
        "side": ["Sprog"],
    }


def write(folder: Path, count: int) -> None:
    """Writes the files that are not there yet."""
    for number in range(count):
        file = folder / f"{number:04} {paper(number)['name']} CV.pdf"
        if not file.exists():
            file.write_bytes(maker().as_pdf(paper(number)))
