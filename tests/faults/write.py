"""Writes the bad files, those too that only a file system can hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.faults import packed, pdfs, pictures

CV = "{name}\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, {name}s Skole\n".format
ODD: dict[str, bytes] = {
    "navn-æøå-i-ét-tegn.txt": "navn-æøå-i-ét-tegn.txt".encode(),
    "navn-æøå-i-ét-tegn.txt (2)": "navn-æøå-i-e\u0301t-tegn.txt".replace("å", "a\u030a").encode(),
    "navn-med\nlinjeskift.txt": b"navn-med\nlinjeskift.txt",
    "-rf navn med streg.txt": b"-rf navn med streg.txt",
    "navn-" + "x" * 246 + ".txt": b"navn-" + b"x" * 246 + b".txt",
    "navn-\ufffd-ikke-utf-8.txt": b"navn-\xff-ikke-utf-8.txt",
    "navn-\x1b[31m-rød-[bold]x.txt": "navn-\x1b[31m-rød-[bold]x.txt".encode(),
    "navn-\u202egnp.txt": "navn-\u202egnp.txt".encode(),
    " navn med mellemrum .txt": b" navn med mellemrum .txt",
}
"""Name in the result → bytes of the name on disk."""


def contents() -> Iterator[tuple[str, bytes]]:
    """The bad files by what is in them."""
    for part in (pdfs, packed, pictures):
        yield from part.files()


def write(folder: Path) -> dict[str, str]:
    """Writes everything; what this machine cannot hold comes back with its reason."""
    left_out: dict[str, str] = {}
    for name, data in contents():
        (folder / name).write_bytes(data)
    for number, (shown, name) in enumerate(ODD.items()):
        try:
            with open(os.path.join(os.fsencode(folder), name), "xb") as file:
                file.write(CV(name=f"Navn{number} Prøve Test{number}gård").encode())
        except (OSError, ValueError) as error:
            left_out[shown] = f"the file system takes no such name ({error})"
    return left_out | _special(folder)


def _special(folder: Path) -> dict[str, str]:
    left_out: dict[str, str] = {}
    makers = {
        "link-to-nothing.pdf": lambda at: at.symlink_to("findes-ikke.pdf"),
        "link-out-of-the-folder.txt": lambda at: at.symlink_to("/etc/hostname"),
        "link-to-the-folder-itself": lambda at: at.symlink_to("."),
        "pipe.pdf": os.mkfifo,
        "not-to-be-read.pdf": lambda at: (at.write_bytes(pdfs.GOOD), at.chmod(0)),
    }
    for name, make in makers.items():
        try:
            make(folder / name)
        except (OSError, AttributeError, NotImplementedError) as error:
            left_out[name] = f"this system has none ({error})"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        (folder / "not-to-be-read.pdf").unlink(missing_ok=True)
        left_out["not-to-be-read.pdf"] = "root may read everything"
    deep = folder.joinpath(*["dyb"] * 60)
    deep.mkdir(parents=True)
    (deep / "cv.txt").write_text(CV(name="Dybe Prøve Mose"), "utf-8")
    return left_out
