"""The page of criteria as Markdown and as HTML that needs nothing besides itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from screen.criteria._blocks import Block, Kind
from screen.wording import say

_STYLE = """
body { font: 16px/1.5 Georgia, serif; color: #1a1a1a; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid #bbb; }
h3 { font-size: 1rem; margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; }
tr + tr td { border-top: 1px solid #ddd; } th { font-family: system-ui, sans-serif; font-size: .85rem; }
td.level { white-space: nowrap; font-family: system-ui, sans-serif; font-weight: 600; }
td ul { margin: 0; padding-left: 1.1rem; } blockquote { margin: .5rem 0; color: #444; font-style: italic; }
.ask { background: #f2f2ee; padding: .5rem .8rem; } dt { font-weight: 600; } dd { margin: 0 0 .4rem 1rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; }
  h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def markdown(blocks: Sequence[Block], language: str) -> str:
    """The page as Markdown."""
    lines: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is None or before.kind != block.kind or block.kind not in ("item", "level", "row"):
            lines += [""] if lines else []
            lines += _opening(block, language)
        lines += _markdown_of(block, language)
    return "\n".join(lines) + "\n"


def _opening(block: Block, language: str) -> list[str]:
    """What stands before the first of several like blocks."""
    if block.kind == "row":
        heads = [say(code, language) for code in ("page-requirement", "page-share", "page-must-short")]
        return [f"| {' | '.join(heads)} |", "| --- | ---: | --- |"]
    if block.kind == "level":
        heads = [say("page-level-head", language), say("page-asks-head", language)]
        return [f"| {' | '.join(heads)} |", "| --- | --- |"]
    return []


def _markdown_of(block: Block, language: str) -> list[str]:
    text, label = _plain(block.text), _plain(block.label)
    several = (text, *map(_plain, block.more))
    if block.kind == "row":
        return [f"| {' | '.join(several)} |"]
    if block.kind == "level":
        asks = f"<br>{say('or', language)}: ".join(several)
        return [f"| **{block.level} {label}** | {asks} |"]
    if block.kind == "item":
        return [f"- **{label}**: {text}", *(f"  - *{say('or', language)}:* {other}" for other in several[1:])]
    marks: Mapping[Kind, str] = {"title": "# ", "heading": "## ", "subheading": "### ", "source": "> "}
    return [f"*{text}*" if block.kind == "ask" else f"{marks.get(block.kind, '')}{text}"]


def _plain(text: str) -> str:
    """Nothing in an author's words sets type."""
    for mark in "\\|*_<>#`[]":
        text = text.replace(mark, f"\\{mark}")
    return text


def html(blocks: Sequence[Block], language: str) -> str:
    """The page as one HTML file: no script, no font, no address."""
    body = "\n".join(_elements(blocks, language))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(blocks[0].text)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _elements(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Like blocks that follow each other stand in one table or list."""
    at = 0
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and blocks[end].kind == blocks[at].kind and blocks[at].kind in _TOGETHER:
            end += 1
        kind = blocks[at].kind
        yield _TOGETHER[kind](blocks[at:end], language) if kind in _TOGETHER else _element(blocks[at])
        at = end


def _element(block: Block) -> str:
    tags: Mapping[Kind, str] = {"title": "h1", "heading": "h2", "subheading": "h3", "source": "blockquote"}
    tag = tags.get(block.kind, "p")
    attributes = ' class="ask"' if block.kind == "ask" else ""
    return f"<{tag}{attributes}>{escape(block.text)}</{tag}>"


def _rows(blocks: Sequence[Block], language: str) -> str:
    heads = "".join(f"<th>{say(c, language)}</th>" for c in ("page-requirement", "page-share", "page-must-short"))
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in (b.text, *b.more)) for b in blocks)
    return f"<table>\n<tr>{heads}</tr>\n" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _levels(blocks: Sequence[Block], language: str) -> str:
    rows = []
    for block in blocks:
        asks = escape(block.text)
        if block.more:
            between = f" <em>{say('or', language)}</em>"
            items = [*(f"<li>{escape(t)}{between}</li>" for t in (block.text, *block.more[:-1]))]
            asks = f"<ul>{''.join(items)}<li>{escape(block.more[-1])}</li></ul>"
        rows.append(f'<tr><td class="level">{block.level} {escape(block.label)}</td><td>{asks}</td></tr>\n')
    return f"<table>\n{''.join(rows)}</table>"


def _items(blocks: Sequence[Block], language: str) -> str:
    return "<dl>\n" + "\n".join(_item(block, language) for block in blocks) + "\n</dl>"


def _item(block: Block, language: str) -> str:
    further = (f"<dd><em>{say('or', language)}:</em> {escape(text)}</dd>" for text in block.more)
    return f"<dt>{escape(block.label)}</dt><dd>{escape(block.text)}</dd>{''.join(further)}"


_TOGETHER: Mapping[Kind, Callable[[Sequence[Block], str], str]] = {"row": _rows, "level": _levels, "item": _items}
