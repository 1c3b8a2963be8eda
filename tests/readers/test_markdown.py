"""Markdown."""

from __future__ import annotations

import pytest

from screen.readers import read
from tests.readers.build import lines


def test_blocks() -> None:
    text = """---
navn: Ida Prøvesen
---
# Ida **Prøvesen** #

Erfaring
--------
**Direktør**, Herlev Kommune
2018–2023

- Budget
  fortsat
* [x] Personale
    1. Indre

| Periode | Stilling |
| --- | :-- |
| 2010–2018 | **Chef**, Vestby |

***
> citeret
```
kode_her
```
<!-- hemmelig -->[1]: http://example.org
"""
    document = read("cv.md", text.encode())
    assert lines(document) == [
        "navn: Ida Prøvesen",
        "Ida Prøvesen",
        "Erfaring",
        "Direktør, Herlev Kommune",
        "2018–2023",
        "• Budget",
        "fortsat",
        "• Personale",
        "• Indre",
        "Periode\tStilling",
        "2010–2018\tChef, Vestby",
        "citeret",
        "kode_her",
    ]
    assert [line.look.heading for line in document.lines][:4] == [False, True, True, False]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**fed** og *kursiv* og ***begge*** og __fed__ _kursiv_", "fed og kursiv og begge og fed kursiv"),
        ("snake_case_navn og 2 * 3 * 4", "snake_case_navn og 2 * 3 * 4"),
        ("[link](http://x.example) ![foto](x.png) <a@b.example>", "link a@b.example"),
        ("`kode` ~~streget~~ \\*stjerne\\* &amp; <b>x</b>", "kode streget *stjerne* & x"),
        ("[henvist][1]", "henvist"),
    ],
)
def test_inline(marked: str, plain: str) -> None:
    assert lines(read("cv.md", marked.encode())) == [plain]
