"""Marks before list items: put together with their text before anything is made of the white space between."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._shapes import Area

BULLET = "• "
"""How every list item begins whose mark is a sign."""
_DASHES = set("-–—‐‑−")
_SIGNS = {"Po", "So", "Sm", "Sk", "Sc", "Lm", "Co"}
"""Unicode categories of lone characters that can be a mark."""
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|\(?[a-zA-Z]\))")
_REACH = 4.0
"""In ems: a mark stands no farther before its text."""
_RISE = (0.1, 0.65)
"""In ems above the baseline: where the middle of a drawn mark lies."""
_AWAY = (0.15, 2.2)
"""In ems: white space between a drawn mark and its text."""
_SMALL = (0.12, 0.46)
"""In ems: how wide a drawn mark is; the dots of a timeline are larger."""
_CLEAR = 3.0
"""In ems: white space before a dash that is a mark, not part of a period."""


def joined_bullets(fragments: Sequence[Fragment], dots: Sequence[Area] = ()) -> list[Fragment]:
    """The fragments with lone marks, written or drawn, joined to the text behind them; icons are left out."""
    for dot in dots:
        _draw(dot, fragments)
    marks = [f for f in fragments if _lone(f)]
    if not marks:
        return list(fragments)
    often = Counter((f.text, f.style.font) for f in marks)
    gone: set[int] = set()
    for mark in marks:
        text = _behind(mark, fragments)
        kind = _kind(mark, text, often[mark.text, mark.style.font], fragments)
        if kind == "icon":
            gone.add(mark.serial)
        elif kind is not None and text is not None:
            text.text = kind + text.text.lstrip()
            text.left = mark.left
            gone.add(mark.serial)
    return [f for f in fragments if f.serial not in gone]


def _draw(dot: Area, fragments: Sequence[Fragment]) -> None:
    """Puts a bullet before the text that stands behind a drawn one, as browsers draw them."""
    middle = (dot.top + dot.bottom) / 2
    level = [f for f in fragments if f.base - _RISE[1] * f.size < middle < f.base - _RISE[0] * f.size]
    text = min((f for f in level if f.left > dot.right), key=lambda f: f.left, default=None)
    if text is None or text.text.startswith(BULLET):
        return
    near = _AWAY[0] * text.size < text.left - dot.right < _AWAY[1] * text.size
    small = _SMALL[0] * text.size < dot.width < _SMALL[1] * text.size
    alone = not any(dot.left - _CLEAR * f.size < f.right < dot.right for f in level)
    if near and small and alone:
        text.text = BULLET + text.text.lstrip()
        text.left = dot.left


def _lone(fragment: Fragment) -> bool:
    text = fragment.text.strip()
    if len(text) == 1:
        return fragment.style.symbol or text == "o" or not text.isalnum()
    return len(text) <= 4 and _NUMBER.fullmatch(text) is not None


def _behind(mark: Fragment, fragments: Sequence[Fragment]) -> Fragment | None:
    """The nearest fragment to the right on the mark's line."""
    best = None
    for other in fragments:
        near = mark.right - 1 <= other.left <= mark.right + _REACH * other.size
        if near and other is not mark and mark.overlap(other) > 0.4 and (best is None or other.left < best.left):
            best = other
    return best


def _kind(mark: Fragment, text: Fragment | None, often: int, fragments: Sequence[Fragment]) -> str | None:
    """What stands before the text instead of the mark; "icon": nothing; None: it is no mark."""
    sign = mark.text.strip()
    if len(sign) > 1:
        return f"{sign} " if _alone(mark, fragments) else None
    if sign in _DASHES:
        return f"{sign} " if _alone(mark, fragments) else None
    if sign.isalnum():
        if mark.style.symbol:
            return BULLET if often > 1 else "icon"
        other = text is not None and text.style.font != mark.style.font
        return BULLET if other and often > 1 and _alone(mark, fragments) else None
    if sign == "•" or (unicodedata.category(sign) in _SIGNS and (often > 1 or mark.style.symbol)):
        return BULLET if _alone(mark, fragments) else None
    return None


def _alone(mark: Fragment, fragments: Sequence[Fragment]) -> bool:
    """Whether nothing stands right before it on its line."""
    reach = mark.left - _CLEAR * mark.size
    return not any(
        reach < f.right <= mark.left + 1 and f is not mark and f.left < mark.left and mark.overlap(f) > 0.4
        for f in fragments
    )
