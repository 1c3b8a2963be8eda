"""As much of CSS as tells what is seen, what stands beside what, and how large it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from screen.readers.html._tree import Node

_PROPERTIES = {
    "display", "visibility", "color", "background", "background-color", "font-size", "font-weight", "opacity", "float",
    "position", "left", "top", "text-indent", "clip", "clip-path", "grid-template-columns", "flex-direction", "width",
    "flex-flow", "font", "content-visibility", "height", "overflow", "transform", "max-height", "white-space", "right",
    "bottom", "margin-left", "margin-top", "translate", "scale", "zoom", "filter", "fill", "mask", "mask-image",
    "-webkit-mask-image", "-webkit-text-fill-color",
}  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_EDGE = re.compile(r"[{};]")
_BETWEEN = re.compile(r"\s*>\s*|\s+(?![^\[]*\])")
_OTHER_MEDIA = re.compile(
    r"(?<!not )\bprint\b|\bspeech\b|max-width|max-height|width\s*<|dark|portrait|not\s+(?:all|screen)"
)
_DEEPEST = 5
"""At-rules within at-rules."""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMPOUND = re.compile(
    r"^(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:[.#][\w-]+|\[[^\]]*\]|:(?:first|last|only)-child|:nth-child\(\d+\))*)$",
    re.I,
)
_PART = re.compile(r"([.#])([\w-]+)")
_ATTRIBUTE = re.compile(r"""\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*["']?([^"'\]]*)["']?(?:\s+[is])?\s*)?\]""")
_CHILD = re.compile(r":(first|last|only|nth)-child(?:\((\d+)\))?")
_MOST_RULES = 5_000
_FURTHEST = 40
"""Elements outwards in which a custom property is looked for."""
_NUMBER = re.compile(r"^(-?[\d.]+)(px|pt|em|rem|%|cm|mm|in|vw|vh)?$")
_FONT_SIZE = re.compile(r"(?:^|\s)(0|\d*\.?\d+(?:px|pt|em|rem|%|cm|mm|in))(?=[\s/]|$)")
"""In the shorthand `font`."""
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, None: 0.75}
_ROOT_SIZE = 12.0
"""Points: the browsers' 16 pixels."""


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str | None
    id: str | None
    classes: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...] = ()
    """Name, how it is compared (or nothing), value."""
    places: tuple[tuple[str, str], ...] = ()
    """first, last, only or nth, and which."""

    def fits(self, node: Node) -> bool:
        """Whether it selects the element."""
        if self.tag and self.tag != node.tag:
            return False
        if self.id and node.attributes.get("id") != self.id:
            return False
        if self.classes and not self.classes <= set(node.attributes.get("class", "").split()):
            return False
        return all(_has(node, *a) for a in self.attributes) and all(_stands(node, *p) for p in self.places)


def _has(node: Node, name: str, how: str, wanted: str) -> bool:
    found = node.attributes.get(name.lower())
    if found is None or not how:
        return found is not None
    return {
        "=": found == wanted,
        "~=": wanted in found.split(),
        "^=": bool(wanted) and found.startswith(wanted),
        "$=": bool(wanted) and found.endswith(wanted),
        "*=": bool(wanted) and wanted in found,
        "|=": found == wanted or found.startswith(f"{wanted}-"),
    }[how]


def _stands(node: Node, which: str, number: str) -> bool:
    if node.parent is None:
        return False
    among = node.parent.elements
    first, last = among[0] is node, among[-1] is node
    if which == "nth":
        at = int(number) - 1
        return 0 <= at < len(among) and among[at] is node
    return {"first": first, "last": last, "only": first and last}[which]


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
                if selector.strip() == ":root":
                    out._by_key.setdefault(":root", []).append(_Rule((0, 0, 0, count), (), declared))
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
        out = self._declared(node)
        if any("var(" in v for v in out.values()):
            return {name: _VARIABLE.sub(lambda m: self._variable(node, m[1], m[2], out), v) for name, v in out.items()}
        return out

    def _declared(self, node: Node) -> dict[str, str]:
        out: dict[str, str] = {}
        keys = ["*", node.tag, *(f".{c}" for c in node.attributes.get("class", "").split())]
        if "id" in node.attributes:
            keys.append(f"#{node.attributes['id']}")
        found = [r for k in keys for r in self._by_key.get(k, ()) if r.fits(node)]
        for rule in sorted(found, key=lambda r: r.order):
            out |= rule.declared
        return out | declarations(node.attributes.get("style", ""))

    def _variable(self, node: Node, name: str, otherwise: str | None, own: dict[str, str]) -> str:
        """What a custom property says, here or further out."""
        at: Node | None = node
        declared = own
        for _ in range(_FURTHEST):
            if name in declared:
                return declared[name]
            at = at.parent if at is not None else None
            if at is None:
                break
            declared = self._declared(at) if at.tag != "#root" else self._root()
        return (otherwise or "").strip()

    def _root(self) -> dict[str, str]:
        return {k: v for rule in self._by_key.get(":root", ()) for k, v in rule.declared.items()}


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those in at-rules only where they hold for a page on a screen."""
    for found in _RULE.finditer(_flat(_COMMENT.sub(" ", text), 0)):
        yield found.group(1).strip(), found.group(2)


def _flat(text: str, level: int) -> str:
    """The rules without what is around them."""
    out, depth, start, head = [], 0, 0, ""
    for found in _EDGE.finditer(text):
        sign, at = found.group(), found.start()
        if sign == "{":
            if depth == 0:
                head = text[start:at].strip()
                opened = found.end()
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0:
                inside = text[opened:at]
                if not head.startswith("@"):
                    out.append(f"{head}{{{inside}}}")
                elif level < _DEEPEST and _holds(head.lower()):
                    out.append(_flat(inside, level + 1))
                start = found.end()
        elif sign == ";" and depth == 0:
            start = found.end()
    return "".join(out)


def _holds(head: str) -> bool:
    """Whether an at-rule groups rules that hold for a page on a screen of common width."""
    if head.startswith("@media"):
        return not _OTHER_MEDIA.search(head)
    return head.startswith(("@supports", "@layer", "@container", "@scope"))


def _chain(selector: str) -> tuple[_Compound, ...]:
    """Compounds of a selector that this reader understands; an empty tuple else."""
    out = []
    for part in _BETWEEN.split(selector.strip()):
        found = _COMPOUND.match(part.lower() if part.isalpha() else part)
        if found is None:
            return ()
        rest = found["rest"] or ""
        names = _PART.findall(_ATTRIBUTE.sub("", rest))
        tag = (found["tag"] or "*").lower()
        ids = [n for k, n in names if k == "#"]
        out.append(
            _Compound(
                None if tag == "*" else tag,
                ids[0] if ids else None,
                frozenset(n for k, n in names if k == "."),
                tuple(_ATTRIBUTE.findall(rest)),
                tuple(_CHILD.findall(rest)),
            )
        )
    return tuple(out)


def declarations(text: str) -> dict[str, str]:
    """Property → value of a style attribute or rule, the properties that matter here only."""
    out: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if (name in _PROPERTIES or name.startswith("--")) and value.strip():
            out[name] = value.lower().replace("!important", "").strip()
    if "font-size" not in out and (found := _FONT_SIZE.search(out.get("font", ""))):
        out["font-size"] = found.group(1)
    return out


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


def moved(value: str | None, parent: float) -> float | None:
    """A length in points, also in shares of the window: a hundredth of it is taken for six points."""
    text = (value or "").strip()
    if text.endswith(("vw", "vh", "%")):
        found = _NUMBER.match(text)
        return 6.0 * float(found.group(1)) if found else None
    return size(text, parent)


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
