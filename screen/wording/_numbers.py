"""Numbers as the language writes them."""

from __future__ import annotations

_COMMA = {"da", "nb", "sv"}
"""Languages with a decimal comma."""


def number(value: float, language: str, decimals: int | None = None) -> str:
    """With the language's decimal sign; at most one decimal, or exactly `decimals` of them."""
    text = f"{value:.{1 if decimals is None else decimals}f}"
    if decimals is None:
        text = text.removesuffix(".0")
    return text.replace(".", ",") if language in _COMMA else text
