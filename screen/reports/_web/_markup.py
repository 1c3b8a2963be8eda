"""Markup by construction: whatever is not made here is text, and is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

VOID = frozenset(("meta", "input", "br", "hr", "rect", "line"))
"""Elements without content."""


class Html(str):
    """Markup that was made by `tag`; a plain string never becomes one by itself."""

    __slots__ = ()


Child = str | Html
Attributes = Mapping[str, str | int | float | bool | None]


def tag(name: str, attributes: Attributes | None = None, *children: Child) -> Html:
    """An element; attributes that are `None` or False are left out, True stands without a value."""
    told = "".join(
        _attribute(key, value) for key, value in (attributes or {}).items() if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{told}>" if name not in ("rect", "line") else f"<{name}{told}/>")
    return Html(f"<{name}{told}>{text(*children)}</{name}>")


def text(*children: Child) -> Html:
    """Children one after another, strings escaped."""
    return Html("".join(c if isinstance(c, Html) else escape(c) for c in children))


def raw(trusted: str) -> Html:
    """Markup, style or script of the program's own files."""
    return Html(trusted)


def _attribute(name: str, value: str | int | float | bool | None) -> str:
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
