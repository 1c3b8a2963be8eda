"""Papers of invented applicants."""

import hashlib

from screen.model.errors import Problem
from screen.model.text import Document, Look, RawLine

POSTS = ["Skolechef", "Økonomichef", "Centerchef", "Sekretariatschef", "Socialchef"]
TOWNS = ["Vestby", "Nyby", "Gammelby", "Sundby", "Strandby"]


def document(path: str, *lines: str, content: str | None = None) -> Document:
    sha = hashlib.sha256((content or path + "\n".join(lines)).encode()).hexdigest()
    return Document.from_lines(path, sha, [RawLine(t, Look(page=1)) for t in lines], 1)


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def cv(path: str, name: str | None, *more: str) -> Document:
    n = _number(name or path)
    post, town = POSTS[n % 5], TOWNS[n // 5 % 5]
    head = [name, post, f"{name.split()[0].lower()}{n % 97}@{town.lower()}.example"] if name else ["Curriculum vitae"]
    return document(
        path, *head, *more, "Erhvervserfaring",
        f"2015 – nu\t{post}, {town} Kommune", f"• Leder for {n % 90 + 10} medarbejdere",
        f"2009 – 2015\tKonsulent, {TOWNS[n // 7 % 5]} Kommune", f"• Sager nummer {n % 991} til udvalget", "Uddannelse",
        "1999 – 2005\tCand.scient.pol., universitetet", "Sprog", "Dansk og engelsk",
    )  # fmt: skip


def letter(path: str, name: str) -> Document:
    return document(
        path, "Ansøgning til stillingen som direktør", "Kære ansættelsesudvalg",
        f"Jeg søger stillingen, fordi jeg i {_number(name) % 17 + 3} år har ledet andre og gerne vil gøre en forskel.",
        "Jeg er optaget af ordentlighed, og jeg ved, at mine medarbejdere vil sige det samme om mig.",
        "Med venlig hilsen", name,
    )  # fmt: skip


def diploma(path: str, name: str) -> Document:
    return document(
        path,
        "Universitetet",
        "EKSAMENSBEVIS",
        name,
        "har bestået de foreskrevne prøver",
        "Forvaltning 10",
        "Økonomi 7",
        "Jura 8",
        "Rektor",
    )


def reference(path: str, name: str) -> Document:
    return document(
        path, "Udtalelse", f"{name} var ansat hos os i seks år og løste alle opgaver godt.",
        "Vi kan varmt anbefale hende.", "Med venlig hilsen", "Torben Rask Holme", "Direktør",
    )  # fmt: skip


def paper(path: str, what: str) -> Document | Problem:
    """A paper by its short description in a case file."""
    kind, _, name = what.partition(" ")
    if what == "unread":
        return Problem.of(path, "no-text-layer")
    if what == "bare cv":
        return cv(path, None)
    return {"cv": cv, "letter": letter, "diploma": diploma, "reference": reference}[kind](path, name)
