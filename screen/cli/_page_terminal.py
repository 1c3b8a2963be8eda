"""The page of criteria in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screen.criteria.page import Block
from screen.wording import say

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the terminal."""
COLOURS = ("red", "yellow", "yellow", "green", "bold green")
"""By level; the words say the same."""
GAP = 2


def in_terminal(blocks: Sequence[Block], width: int, language: str) -> RenderableType:
    """The page for a terminal of that width."""
    together = (list(group) for _, group in groupby(blocks, key=lambda block: block.kind))
    return Group(*(part for group in together for part in _parts(group, min(width, WIDEST), language)))


def _parts(blocks: Sequence[Block], width: int, language: str) -> Iterator[RenderableType]:
    kind = blocks[0].kind
    if kind == "row":
        yield _summary(blocks, width, language)
    elif kind == "level":
        yield _levels(blocks, width, language)
    elif kind == "item":
        yield from (_item(block, width, language) for block in blocks)
    else:
        yield from (_line(block, width) for block in blocks)


def _line(block: Block, width: int) -> RenderableType:
    styles = {"title": "bold", "heading": "bold underline", "subheading": "bold", "source": "dim", "ask": "italic"}
    text = Text(block.text, style=styles.get(block.kind, ""))
    above = {"heading": 2, "subheading": 1, "ask": 1}.get(block.kind, 0)
    indent = 0 if block.kind in ("title", "heading") else GAP
    return _set(text, width, above, indent)


def _set(inner: RenderableType, width: int, above: int = 0, indent: int = GAP) -> RenderableType:
    table = Table.grid()
    table.add_column(width=width - indent)
    table.add_row(inner)
    return Padding(table, (above, 0, 0, indent), expand=False)


def _summary(blocks: Sequence[Block], width: int, language: str) -> RenderableType:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="dim")
    for code in ("page-requirement", "page-share", "page-must-short"):
        table.add_column(say(code, language), justify="right" if code == "page-share" else "left", overflow="fold")
    for block in blocks:
        table.add_row(*map(Text, (block.text, *block.more)))
    return Padding(table, (0, 0, 0, GAP), expand=False)


def _levels(blocks: Sequence[Block], width: int, language: str) -> RenderableType:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, show_header=False)
    label = max(len(block.label) for block in blocks) + 2
    table.add_column(width=label)
    table.add_column(width=width - label - 3 * GAP, overflow="fold")
    for block in blocks:
        asks = Text(block.text)
        for other in block.more:
            asks.append(f"\n{say('or', language)}: ", style="italic")
            asks.append(other)
        table.add_row(Text(f"{block.level} {block.label}", style=COLOURS[block.level]), asks)
    return Padding(table, (0, 0, 0, GAP), expand=False)


def _item(block: Block, width: int, language: str) -> RenderableType:
    text = Text.assemble((f"{block.label}: ", "bold"), block.text)
    for other in block.more:
        text.append(f"\n{say('or', language)}: ", style="italic")
        text.append(other)
    table = Table.grid()
    table.add_column(width=GAP)
    table.add_column(width=width - 2 * GAP, overflow="fold")
    table.add_row("•", text)
    return Padding(table, (0, 0, 0, GAP), expand=False)
