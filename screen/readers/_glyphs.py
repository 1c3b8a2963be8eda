"""Mends what producers and encodings do to letters, line by line: the same words read the same from every format."""

from __future__ import annotations

import itertools
import re
import unicodedata

# U+FB00–FB06; NFKC would also flatten "½", "²" and "№", which a quote must keep.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPACES = dict.fromkeys(
    [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x0B, 0x0C, 0x0D, 0x0A, 0x85], " "
)
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_TAGS = range(0xE0000, 0xE0080)
_JOINERS = (0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_GONE: dict[int, None] = dict.fromkeys(
    [
        *_JOINERS, *_BIDI, *_TAGS, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0xD800, 0xE000), 0xFFFC,
        *(c for c in range(0x20) if c not in {0x09, 0x0A, 0x0B, 0x0C, 0x0D}),
        *(c for c in range(0x7F, 0xA0) if c != 0x85),
    ]
)  # fmt: skip
_TABLE = {**_GONE, **_LIGATURES, **_SPACES, **_HYPHENS}
# Where the Symbol and Wingdings fonts keep what Word draws before list items (Microsoft's F000 block).
_SYMBOL_BULLETS = "\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf0a7\uf0a8\uf0b2\uf0b7\uf0d8\uf0de\uf0e0\uf0e8\uf0fc"
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_BULLET = re.compile(
    rf"^\s*(?:[•●○◦‣⁃∙▪▫■□◆◇❖✓✔➢➤►▸▶➔→⇒»›{_SYMBOL_BULLETS}]+\s*|[·*\-‐‑–—+](?:\s+|\t)(?=\S)|[o§]\t(?=\S))"
)
"""A typed or drawn mark before a list item; a dash, star or "o" counts only with a space (or tab) behind it."""
_PERIOD_END = re.compile(r"\s*[-–—]\s*(?:\S{1,8} )?(?:(?:19|20)\d\d|[a-zæøåöä]{2,4})\s*")
"""A dash at the start of a line that goes on with a period: "– 2018", "– maj 2018", "- nu"."""

# What the bytes 80–BF of UTF-8 become when they are read as Windows-1252.
_TRAIL = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")) + "\x80-\x9f"
_MOJIBAKE = re.compile(rf"[ÂÃ][{_TRAIL}]|â[€‚„†\x80][{_TRAIL}]|Ì[{_TRAIL}]")
# TeX's old fonts draw the accent before the letter.
_ACCENTED = re.compile(r"[˚¨´] ?([aA])|[¨] ?([oOuU])|´([eE])")
_RING, _DIAERESIS, _ACUTE = "\u030a", "\u0308", "\u0301"
_COMBINING = {"˚": _RING, "¨": _DIAERESIS, "´": _ACUTE}


def repair(text: str) -> str:
    """The line as it was meant: composed letters, plain spaces, no invisible or control characters; TABs stay."""
    if text.isascii() and text.isprintable():
        return text
    if "Ã" in text or "Â" in text or "â" in text or "Ì" in text:
        text = _unscramble(_unscramble(text))
    text = text.translate(_TABLE)
    text = _PRIVATE.sub(_private, text)
    text = _ACCENTED.sub(_accented, text)
    return unicodedata.normalize("NFC", text)


def _unscramble(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252, read again."""
    return _MOJIBAKE.sub(_reread, text)


def _reread(found: re.Match[str]) -> str:
    raw = bytearray()
    for char in found.group():
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            raw += char.encode("latin-1", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found.group()


def _private(found: re.Match[str]) -> str:
    """Symbol fonts' bullets are bullets, other private characters are icons: they say nothing."""
    return "•" if any(c in _SYMBOL_BULLETS for c in found.group()) else " "


def _accented(found: re.Match[str]) -> str:
    letter = next(g for g in found.groups() if g)
    return letter + _COMBINING[found.group()[0]]


def bulleted(text: str) -> tuple[str, bool]:
    """The line with whatever mark it begins with as "• ", and whether there was one."""
    found = _BULLET.match(text)
    if found is None or found.end() == len(text) or _PERIOD_END.fullmatch(text):
        return text, False
    return "• " + text[found.end() :].lstrip(), True


def invisible(text: str) -> int:
    """How many characters are there to deceive: tag characters and direction overrides, not stray joiners."""
    if text.isascii():
        return 0
    return sum(ord(c) in _TAGS or c in "\u202d\u202e" for c in text)


def smuggled(text: str) -> str:
    """What invisible tag characters spell; empty where there are none."""
    return "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) < 0xE007F)


# --- letter-spacing ---------------------------------------------------------------------------------------------------
_SPACED = re.compile(r"(?<!\S)\S{1,2}(?: +\S{1,2}(?!\S)){2,}(?!\S)|(?<!\S)[A-ZÆØÅÖÄ] [A-ZÆØÅÖÄ](?!\S)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 4
"""Letters in a word before it counts as letter-spaced: three single letters in a row may be initials."""
_GLUED = 0.25
"""The share of pairs in a spaced word: kerning pushes "T A" together to "TA"."""


def join_spaced(text: str) -> str:
    """Letter-spaced runs as words: "U d d a n n e l s e" is "Uddannelse"; two spaces are a word border."""
    if " " not in text:
        return text
    return _SPACED.sub(lambda m: _joined(m.group(), whole=m.group() == text.strip()), text)


def _joined(run: str, whole: bool) -> str:
    """The run with each of its spaced words closed up; words that do not look spaced stay as they are."""
    if whole and re.fullmatch(r"[A-ZÆØÅÖÄ] [A-ZÆØÅÖÄ]", run):
        return run.replace(" ", "")
    parts = re.split(r"( {2,})", run)
    words = [_word(p) for p in parts[::2]]
    if all(w is None for w in words):
        return run
    # A short word ("O G", "&") between spaced words is spaced too.
    return " ".join(w if w is not None else _short(p) for w, p in zip(words, parts[::2], strict=True))


def _short(part: str) -> str:
    return part.replace(" ", "") if all(len(t) == 1 for t in part.split(" ")) else part


def _word(part: str) -> str | None:
    """The word that `part` spells with spaces between its letters, or None."""
    tokens = part.split(" ")
    letters = [t for t in tokens if t[0].isalpha()]
    pairs = sum(len(t) > 1 and t[1].isalpha() for t in tokens)
    if _YEAR.fullmatch("".join(tokens)) and all(len(t) == 1 for t in tokens):
        return "".join(tokens)
    if len(letters) < _FEWEST or pairs > _GLUED * len(tokens) or _alphabet(letters):
        return None
    if any(len(t) > 1 and t[1].isalpha() and not t.isupper() for t in tokens):
        return None
    return _cased(tokens)


def _alphabet(letters: list[str]) -> bool:
    """Letters in alphabetical order are a list (classes of a driving licence), not a word."""
    return all(a < b for a, b in itertools.pairwise(letters))


def _cased(tokens: list[str]) -> str:
    """Closed up, with a border where a capital follows a small letter, or a small letter follows capitals."""
    out = tokens[0]
    capitals = 1 if tokens[0].isupper() else 0
    for before, token in itertools.pairwise(tokens):
        rises = before[-1].islower() and token[0].isupper()
        falls = capitals > 1 and token[0].islower()
        joint = " " if rises or falls or "&" in {before, token} else ""
        out += joint + token
        capitals = 0 if rises or falls else capitals
        capitals = capitals + 1 if token.isupper() else 0
    return out
