"""As much of CSS as tells what is seen, what stands beside what, and how large it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from screen.readers.html._tree import Node

_PROPERTIES = {
    "display", "visibility", "color", "background", "background-color", "font-size", "font-weight", "opacity", "float",
    "position", "left", "top", "text-indent", "clip", "clip-path", "grid-template-columns", "flex-direction", "width",
    "flex-flow", "font", "content-visibility", "height", "overflow", "transform", "max-height", "white-space",
}  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMPOUND = re.compile(r"^(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)$", re.I)
_PART = re.compile(r"([.#])([\w-]+)")
_MOST_RULES = 5_000
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)")
_SHORT_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])(?![0-9a-f])", re.I)
_LONG_HEX = re.compile(r"#([0-9a-f]{6})(?![0-9a-f])", re.I)
_NAMED = {
    "white": "FFFFFF", "black": "000000", "snow": "FFFAFA", "ivory": "FFFFF0", "whitesmoke": "F5F5F5",
    "ghostwhite": "F8F8FF", "floralwhite": "FFFAF0", "mintcream": "F5FFFA", "azure": "F0FFFF",
}  # fmt: skip
"""Colour names (CSS Color 4) that could hide letters; other names are taken for visible."""
_NUMBER = re.compile(r"^(-?[\d.]+)(px|pt|em|rem|%|cm|mm|in|vw|vh)?$")
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, None: 0.75}
_ROOT_SIZE = 12.0
"""Points: the browsers' 16 pixels."""


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str | None
    id: str | None
    classes: frozenset[str]

    def fits(self, node: Node) -> bool:
        """Whether it selects the element."""
        if self.tag and self.tag != node.tag:
            return False
        if self.id and node.attributes.get("id") != self.id:
            return False
        return not self.classes or self.classes <= set(node.attributes.get("class", "").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    order: tuple[int, int, int, int]
    chain: tuple[_Compound, ...]
    """The selected element last, its ancestors before."""
    declared: dict[str, str]

    def fits(self, node: Node) -> bool:
        """Whether it selects the element, ancestors included."""
        if not self.chain[-1].fits(node):
            return False
        wanted = list(self.chain[:-1])
        above = node.parent
        while wanted and above is not None:
            if wanted[-1].fits(above):
                wanted.pop()
            above = above.parent
        return not wanted


@dataclass(slots=True)
class Sheet:
    """A document's style rules, found by tag, class or id."""

    _by_key: dict[str, list[_Rule]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: list[str]) -> Sheet:
        """From the texts of style elements."""
        out = cls()
        count = 0
        for selectors, body in _rules("\n".join(texts)):
            declared = declarations(body)
            for selector in selectors.split(",") if declared else ():
                chain = _chain(selector)
                count += 1
                if chain and count <= _MOST_RULES:
                    last = chain[-1]
                    key = f"#{last.id}" if last.id else f".{min(last.classes)}" if last.classes else last.tag or "*"
                    weight = (
                        sum(bool(c.id) for c in chain),
                        sum(len(c.classes) for c in chain),
                        sum(bool(c.tag) for c in chain),
                    )
                    out._by_key.setdefault(key, []).append(_Rule((*weight, count), chain, declared))
        return out

    def style(self, node: Node) -> dict[str, str]:
        """What is declared for the element, its own style attribute last."""
        out: dict[str, str] = {}
        keys = ["*", node.tag, *(f".{c}" for c in node.attributes.get("class", "").split())]
        if "id" in node.attributes:
            keys.append(f"#{node.attributes['id']}")
        found = [r for k in keys for r in self._by_key.get(k, ()) if r.fits(node)]
        for rule in sorted(found, key=lambda r: r.order):
            out |= rule.declared
        return out | declarations(node.attributes.get("style", ""))


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, without what stands in at-rules: those are for other media."""
    text = _COMMENT.sub(" ", text)
    out, depth, at, start = [], 0, False, 0
    for i, char in enumerate(text):
        if char == "{":
            at = at or (depth == 0 and text[start:i].lstrip().startswith("@"))
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                out.append("" if at else text[start : i + 1])
                at, start = False, i + 1
        elif char == ";" and depth == 0:
            start = i + 1
    for found in _RULE.finditer("".join(out)):
        yield found.group(1).strip(), found.group(2)


def _chain(selector: str) -> tuple[_Compound, ...]:
    """Compounds of a selector that this reader understands; an empty tuple else."""
    out = []
    for part in selector.replace(">", " ").split():
        found = _COMPOUND.match(part.lower() if part.isalpha() else part)
        if found is None:
            return ()
        names = _PART.findall(found["rest"] or "")
        tag = (found["tag"] or "*").lower()
        ids = [n for k, n in names if k == "#"]
        out.append(
            _Compound(None if tag == "*" else tag, ids[0] if ids else None, frozenset(n for k, n in names if k == "."))
        )
    return tuple(out)


def declarations(text: str) -> dict[str, str]:
    """Property → value of a style attribute or rule, the properties that matter here only."""
    out: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in _PROPERTIES and value.strip():
            out[name] = value.lower().replace("!important", "").strip()
    return out


def colour(value: str | None) -> str | None:
    """RRGGBB, an empty string for transparent, `None` where it cannot be told."""
    text = (value or "").strip()
    found = _LONG_HEX.search(text)
    if found:
        return found.group(1).upper()
    if short := _SHORT_HEX.search(text):
        return "".join(c * 2 for c in short.groups()).upper()
    if rgb := _RGB.search(text):
        if rgb.group(4) in {"0", "0.0", "0%"}:
            return ""
        return "".join(f"{min(int(c), 255):02X}" for c in rgb.groups()[:3])
    if text in {"transparent", "inherit", "none", "initial", "unset", ""}:
        return ""
    return _NAMED.get(text.split(" ")[0])


def size(value: str | None, parent: float) -> float | None:
    """A font size in points."""
    found = _NUMBER.match((value or "").strip())
    if not found:
        return None
    amount, unit = float(found.group(1)), found.group(2)
    if unit in {"em", "%"}:
        return parent * (amount if unit == "em" else amount / 100)
    if unit == "rem":
        return _ROOT_SIZE * amount
    return amount * _POINTS[unit] if unit in _POINTS else None


def far(value: str | None) -> bool:
    """Whether a length moves something off the page."""
    moved = size(value, _ROOT_SIZE)
    return moved is not None and moved <= -300.0


def tracks(value: str | None) -> list[float]:
    """Relative widths of a grid's columns; empty where they depend on the window."""
    text = re.sub(
        r"repeat\(\s*(\d+)\s*,\s*([^()]+|minmax\([^()]*\))\)",
        lambda m: f" {m.group(2)}" * int(m.group(1)[:2]),
        value or "",
    )
    parts = re.sub(r"minmax\([^,()]*,([^()]*)\)", r"\1", text).split()
    out = []
    for part in parts:
        found = re.match(r"^([\d.]+)(fr|px|%|em|rem|pt|cm|mm)?$", part)
        if found is None and part not in {"auto", "max-content", "min-content"}:
            return []
        out.append(_track(float(found.group(1)), found.group(2)) if found else 1.0)
    return out


def _track(amount: float, unit: str | None) -> float:
    """In rough shares of a page: a fraction counts as a third of one."""
    return {"fr": 300.0, "%": 8.0, "em": 16.0, "rem": 16.0, "pt": 1.33, "cm": 38.0, "mm": 3.8}.get(
        unit or "", 1.0
    ) * amount
