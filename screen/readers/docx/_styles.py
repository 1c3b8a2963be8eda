"""What Word's styles, defaults and lists say about a run or a paragraph."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

from screen.readers._paint import hex_colour
from screen.readers._xml import child, local, number, value
from screen.readers.docx._sight import HIGHLIGHTS, colour_of, filled_with, paragraph_out_of_sight, run_out_of_sight

Properties = dict[str, Any]

_OFF = {"0", "false", "off", "none"}
_HEADING_NAME = re.compile(r"^(?:heading|title)\s*\d?$", re.I)
"""Word stores built-in styles under their English names, whatever its language; own ones tell by outline or base."""
_BODY_LEVEL = 9
"""The outline level that means body text."""
_LONGEST_CHAIN = 20
"""Styles based on styles; a circle ends here."""
_SYMBOL_FONTS = ("Wingdings", "Webdings", "Symbol")
"""Fonts that draw signs where others have letters."""
_SIGHT = {"spacing", "position", "fitText"}
"""What may take letters out of sight besides their look."""
_NO_MARK = {"none", ""}


def is_on(element: ET.Element) -> bool:
    """Whether a switch such as `w:b` is on."""
    return (value(element) or "1").lower() not in _OFF


def run_properties(element: ET.Element | None) -> Properties:
    """What an rPr says, for merging."""
    out: Properties = {}
    for item in element if element is not None else ():
        name = local(item.tag)
        if name in {"b", "vanish"}:
            out[name] = is_on(item)
        elif name == "sz":
            out["size"] = number(value(item), 0.0) / 2 or None
        elif name == "color":
            out["colour"] = colour_of(item)
        elif name == "shd":
            out["shade"] = colour_of(item)
        elif name == "highlight":
            out["marked"] = HIGHLIGHTS.get(value(item) or "")
        elif name == "w":
            out["narrow"] = number(value(item), 100.0) <= 5
        elif name == "rFonts":
            out["symbols"] = (value(item, "ascii") or "").startswith(_SYMBOL_FONTS)
        elif name == "rStyle":
            out["style"] = value(item)
        elif name == "textFill":
            out["clear"], out["filled"] = _is_clear(item), filled_with(item)
        elif name == "textOutline":
            out["outlined"] = child(item, "noFill") is None
        elif name in _SIGHT:
            out["sight"] = run_out_of_sight(name, item) or out.get("sight")
    return out


def _is_clear(fill: ET.Element) -> bool:
    """A text fill that is none at all, or (nearly) wholly transparent; alpha counts thousandths of a percent away."""
    if child(fill, "noFill") is not None:
        return True
    return any(local(e.tag) == "alpha" and number(value(e)) >= 95_000 for e in fill.iter())


def paragraph_properties(element: ET.Element | None) -> Properties:
    """What a pPr says, for merging."""
    out: Properties = {}
    for item in element if element is not None else ():
        name = local(item.tag)
        if why := paragraph_out_of_sight(name, item):
            out["sight"] = why
        if name == "pStyle":
            out["style"] = value(item)
        elif name == "outlineLvl":
            out["outline"] = int(number(value(item), _BODY_LEVEL))
        elif name == "numPr":
            out["list"] = (value(child(item, "numId")), value(child(item, "ilvl")) or "0")
        elif name == "spacing":
            out |= {k: number(value(item, k)) / 20 for k in ("before", "after") if value(item, k) is not None}
        elif name == "contextualSpacing":
            out["snug"] = is_on(item)
        elif name == "shd":
            out["shade"] = colour_of(item)
    return out


@dataclass(slots=True)
class _Style:
    name: str
    based_on: str | None
    run: Properties
    paragraph: Properties
    shaded: bool


@dataclass(slots=True)
class Styles:
    """A document's styles and lists; everything resolved once and kept."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _default_run: Properties = field(default_factory=dict)
    _default_paragraph: Properties = field(default_factory=dict)
    _default_style: str | None = None
    _marks: dict[tuple[str, str], str] = field(default_factory=dict)
    _runs: dict[str | None, Properties] = field(default_factory=dict)
    _paragraphs: dict[str | None, Properties] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: ET.Element | None, numbering: ET.Element | None) -> Styles:
        """From the parts `styles.xml` and `numbering.xml`, where there are any."""
        out = cls()
        for item in styles if styles is not None else ():
            if local(item.tag) == "docDefaults":
                out._default_run = run_properties(child(item, "rPrDefault", "rPr"))
                out._default_paragraph = paragraph_properties(child(item, "pPrDefault", "pPr"))
            elif local(item.tag) == "style":
                out._add(item)
        out._marks = _list_marks(numbering) if numbering is not None else {}
        return out

    def _add(self, item: ET.Element) -> None:
        key = value(item, "styleId") or ""
        kind = value(item, "type")
        shaded = kind == "table" and any(local(e.tag) == "shd" and hex_colour(value(e, "fill")) for e in item.iter())
        self._styles[key] = _Style(
            name=value(child(item, "name")) or key,
            based_on=value(child(item, "basedOn")),
            run=run_properties(child(item, "rPr")),
            paragraph=paragraph_properties(child(item, "pPr")),
            shaded=shaded,
        )
        if kind == "paragraph" and (value(item, "default") or "0") not in _OFF:
            self._default_style = key

    def _chain(self, key: str | None) -> list[_Style]:
        """The style and what it is based on, the base first."""
        out: list[_Style] = []
        while key in self._styles and len(out) < _LONGEST_CHAIN:
            style = self._styles[key or ""]
            out.insert(0, style)
            key = style.based_on
        return out

    def run(self, paragraph_style: str | None, own: Properties) -> Properties:
        """A run's properties: defaults, the paragraph's style, the character style, its own."""
        merged = self._run_base(paragraph_style)
        style = own.get("style")
        if style:
            for link in self._chain(style):
                merged = merged | link.run
        return merged | own

    def _run_base(self, key: str | None) -> Properties:
        key = key if key in self._styles else self._default_style
        if key not in self._runs:
            merged = dict(self._default_run)
            for link in self._chain(key):
                merged |= link.run
            self._runs[key] = merged
        return self._runs[key]

    def paragraph(self, own: Properties) -> Properties:
        """A paragraph's properties: defaults, its style, its own; also `heading`, and `mark` (bullet, number, none)."""
        key = own.get("style") if own.get("style") in self._styles else self._default_style
        if key not in self._paragraphs:
            merged = dict(self._default_paragraph)
            chain = self._chain(key)
            for link in chain:
                merged |= link.paragraph
            merged["named"] = any(_HEADING_NAME.match(link.name) for link in chain)
            self._paragraphs[key] = merged
        merged = self._paragraphs[key] | own
        outline = merged.get("outline")
        merged["heading"] = outline < _BODY_LEVEL if outline is not None else merged["named"]
        merged["mark"] = "" if merged["heading"] else self._mark(merged.get("list"))
        return merged

    def _mark(self, spot: tuple[str | None, str] | None) -> str:
        if not spot or spot[0] in {None, "0"}:
            return ""
        key = (spot[0] or "", spot[1])
        return self._marks.get(key, self._marks.get((key[0], "0"), "bullet"))

    def table_shaded(self, key: str | None) -> bool:
        """Whether a table style paints cells, so that white letters in it may be seen."""
        return any(link.shaded for link in self._chain(key))


def _list_marks(numbering: ET.Element) -> dict[tuple[str, str], str]:
    """(list, level) → bullet or number, or empty where its items have no mark."""
    abstract: dict[str | None, dict[str, str]] = {}
    out: dict[tuple[str, str], str] = {}
    for item in numbering:
        if local(item.tag) == "abstractNum":
            levels = [e for e in item if local(e.tag) == "lvl"]
            abstract[value(item, "abstractNumId")] = {value(e, "ilvl") or "0": _mark_of(e) for e in levels}
        elif local(item.tag) == "num":
            levels_of = abstract.get(value(child(item, "abstractNumId")), {})
            out |= {(value(item, "numId") or "", level): mark for level, mark in levels_of.items()}
    return out


def _mark_of(level: ET.Element) -> str:
    kind = value(child(level, "numFmt"))
    if child(level, "lvlPicBulletId") is not None:
        return "bullet"
    if kind in _NO_MARK or not (value(child(level, "lvlText")) or "").strip():
        return ""
    return "bullet" if kind == "bullet" else "number"
