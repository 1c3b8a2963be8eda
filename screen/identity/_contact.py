"""Address, telephone, e-mail and pages on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from screen.identity._facts import Fact, Where
from screen.identity._words import load
from screen.model.text import MASK

_MAIL = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.I)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+|\b(?:[\w-]+\.)*[\w-]+\.(?:com|dk|no|se|net|org|eu|info|me|io)(?:/[^\s,;|<>()]*)?",
    re.I,
)
_CPR = re.compile(rf"{MASK}{{6}}[-‐– ]?{MASK}{{4}}|\b\d{{6}}\s?[-–]\s?(?:\d{{4}}|[xX*]{{4}})\b")
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:\(?(?:\+|00)\d{2,3}\)?[ .-]?)?(?:\(0\))?\d{2,4}(?:[ .-]?\d{2,4}){1,4}(?![\d,/%]|[ .]?\d)"
)
_TOWN = r"[A-ZÆØÅÄÖ][a-zæøåäöéü]+(?:[ .-]+(?:[A-ZÆØÅÄÖ][a-zæøåäöéü]*\.?|[KSVNØC]\b|på|i|am|upon|under))*"
_POST = re.compile(rf"(?<![\w.])(?:(?:DK|N|S|FO|GL|SE|NO)[- ])?(?:\d{{4}}|\d{{3}}\s\d{{2}})\s+{_TOWN}")
_UK_POST = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")
_FLOOR = r"(?:st\.?|kld?\.?|\d{1,2}\.?)\s*(?:sal)?\.?\s*,?\s*(?:t[vhf]\.?|mf\.?|dør\s?\d+)?"
_FLAT = r"(?:lejl\.?|leil\.?|lgh|flat|apt\.?)\s?\w+"
_HOUSE = rf"\s+\d{{1,3}}\s?[A-Za-z]?(?![\w%])(?:\s*,?\s*{_FLOOR})?(?:\s*,?\s*{_FLAT})?"
_BOX = re.compile(r"\b(?:postboks|postbox|p\.?o\.?\s?box|boks)\s+\d+", re.I)


@cache
def _streets() -> re.Pattern[str]:
    """A street with its house number; in personal parts any capitalised words with a number count."""
    ends = "|".join(sorted({re.escape(e) for e in load("contact")["streets"]}, key=lambda e: (-len(e), e)))
    word = r"[A-ZÆØÅÄÖÉ][\w'’.-]*"
    return re.compile(rf"(?<![\w])(?:{word}\s+){{0,3}}(?:[A-ZÆØÅÄÖÉ][\w'’-]*?(?:{ends})|{word}\s+(?:{ends})){_HOUSE}")


_ANY_STREET = re.compile(
    rf"(?:(?<=[\n\t|·,•:])|\A)\s*(?P<street>[A-ZÆØÅÄÖÉ][\w'’.-]+(?:\s+[\w'’.-]+){{0,3}}?{_HOUSE})(?=\s*(?:[\n\t|·,•]|\Z))"
)
_ENGLISH_STREET = re.compile(
    r"(?<![\w])\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'’-]+\s+){1,3}(?:Road|Street|Lane|Avenue|Drive|Close|Court|Crescent|Gardens|Terrace|Way|Square|Hill|Grove|Mews|Place|Rd|St|Ave)\b\.?"
)


@cache
def _before(key: str) -> re.Pattern[str]:
    said = "|".join(re.escape(w) for w in sorted(load("contact")[key], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{said})\.?[ :\t]*(?:nr\.?|nummer|no\.?)?[ :.\t]*$", re.I)


@cache
def _lives() -> re.Pattern[str]:
    said = "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(load("contact")["lives"], key=lambda w: (-len(w), w))
    )
    place = r"[A-ZÆØÅÄÖ][\w'’-]+(?:[ -](?:[A-ZÆØÅÄÖ][\w'’-]*|[KSVNØC]\b))*"
    return re.compile(rf"(?<!\w)(?i:{said})\s+{place}(?:,\s+{place}(?=\s*[.\n]))?")


def contacts(text: str, where: Callable[[int], Where], skipped: Callable[[int], bool]) -> Iterator[Fact]:
    """Every run that tells how to reach the applicant; `skipped` tells places that speak of somebody else."""
    for start, end, ground in _runs(text, where):
        if not skipped(start):
            yield Fact(start, end, ground)


def _runs(text: str, where: Callable[[int], Where]) -> Iterator[tuple[int, int, str]]:
    if "@" in text or "(at)" in text or "[at]" in text:
        for met in _MAIL.finditer(text):
            yield met.start(), met.end(), "contact"
    for met in _CPR.finditer(text):
        yield met.start(), met.end(), "cpr"
    yield from _pages(text, where)
    yield from _phones(text, where)
    yield from _addresses(text, where)


def _pages(text: str, where: Callable[[int], Where]) -> Iterator[tuple[int, int, str]]:
    known = load("contact")["people"]
    for met in _WEB.finditer(text):
        low = met.group().lower()
        if where(met.start()) == "personal" or any(site in low for site in known):
            yield met.start(), met.end(), "contact"


def _phones(text: str, where: Callable[[int], Where]) -> Iterator[tuple[int, int, str]]:
    for met in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", met.group())
        before = text[max(0, met.start() - 24) : met.start()].rpartition("\n")[2]
        if _before("other_numbers").search(before) or re.fullmatch(r"(?:19|20)\d\d[ .-]*(?:19|20)\d\d", met.group()):
            continue
        plus = met.group().lstrip("(").startswith(("+", "00"))
        labelled = bool(_before("numbers").search(before)) and len(digits) >= 6
        grouped = bool(re.fullmatch(r"\d{2}([ .])\d{2}\1\d{2}\1\d{2}", met.group()))
        alone = (
            where(met.start()) == "personal" and len(digits) in (8, 10, 11) and not re.match(r"(?:19|20)\d\d", digits)
        )
        if (plus and len(digits) >= 9) or labelled or grouped or alone:
            yield met.start(), met.end(), "contact"


def _addresses(text: str, where: Callable[[int], Where]) -> Iterator[tuple[int, int, str]]:
    ends: list[int] = []
    for pattern in (_streets(), _ENGLISH_STREET, _BOX):
        for met in pattern.finditer(text):
            if where(met.start()) != "career":
                ends.append(met.end())
                yield met.start(), met.end(), "contact"
    for met in _ANY_STREET.finditer(text):
        if where(met.start("street")) == "personal" and not re.search(r"(?:19|20)\d\d|%", met.group()):
            following = text[met.end() : met.end() + 40]
            if _POST.match(following.lstrip(" \n\t|·,•")):
                ends.append(met.end())
                yield met.start("street"), met.end("street"), "contact"
    for pattern in (_POST, _UK_POST):
        for met in pattern.finditer(text):
            near = any(0 <= met.start() - end <= 12 for end in ends)
            if where(met.start()) == "personal" or near:
                yield met.start(), met.end(), "contact"
    for met in _lives().finditer(text):
        if where(met.start()) != "career":
            yield met.start(), met.end(), "contact"
