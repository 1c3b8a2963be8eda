"""How codes, findings and numbers become sentences, Danish and English, once for all outputs."""

from screen.wording._catalogue import LANGUAGES, catalogue, knows, say, spoken
from screen.wording._clean import UNSAFE, clean_text, one_line
from screen.wording._numbers import number
from screen.wording._phrases import day, joined, month

__all__ = [
    "LANGUAGES",
    "UNSAFE",
    "catalogue",
    "clean_text",
    "day",
    "joined",
    "knows",
    "month",
    "number",
    "one_line",
    "say",
    "spoken",
]
