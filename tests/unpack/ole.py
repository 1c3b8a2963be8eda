"""Compound files written by hand: what .msg and .doc are kept in."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]
SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(tree: Tree) -> bytes:
    """A compound file with these streams and storages."""
    entries: list[dict[str, object]] = [{"name": "Root Entry", "kind": 5, "data": b"", "tree": tree}]
    _flatten(entries, 0)
    small, small_table, sectors, table = bytearray(), [], [], []
    for entry in entries[1:]:
        data = entry["data"]
        assert isinstance(data, bytes)
        if entry["kind"] == 2 and data and len(data) < CUTOFF:
            entry["start"] = len(small_table)
            _chain(small_table, -(-len(data) // SMALL))
            small += data.ljust(-(-len(data) // SMALL) * SMALL, b"\0")
        elif entry["kind"] == 2 and data:
            entry["start"] = _store(data, sectors, table)
    entries[0]["data"] = bytes(small)
    entries[0]["start"] = _store(bytes(small), sectors, table) if small else END
    packed = struct.pack(f"<{len(small_table)}I", *small_table)
    small_at = _store(packed.ljust(-(-len(packed) // SECTOR) * SECTOR, b"\xff"), sectors, table) if small_table else END
    directory_at = _store(b"".join(map(_entry, entries)), sectors, table)
    pages = 1
    while (len(table) + pages) * 4 > pages * SECTOR:
        pages += 1
    fat_at = len(table)
    table += [FAT] * pages
    fat = struct.pack(f"<{len(table)}I", *table).ljust(pages * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, pages, directory_at, 0, CUTOFF, small_at, bool(small_table), END, 0)
    places = [fat_at + i for i in range(pages)] + [FREE] * (109 - pages)
    return head + struct.pack("<109I", *places) + b"".join(sectors) + fat


def _flatten(entries: list[dict[str, object]], at: int) -> None:
    tree = entries[at]["tree"]
    assert isinstance(tree, Mapping)
    names = sorted(tree, key=lambda n: (len(n), n.upper()))
    first = len(entries)
    for name in names:
        inner = tree[name]
        stream = isinstance(inner, bytes)
        entries.append({"name": name, "kind": 2 if stream else 1, "data": inner if stream else b"", "tree": inner})
    for i, name in enumerate(names):
        # A list instead of a tree of names: legal enough for those who read it.
        entries[first + i]["right"] = first + i + 1 if i + 1 < len(names) else FREE
        if not isinstance(tree[name], bytes):
            _flatten(entries, first + i)
    entries[at]["child"] = first if names else FREE


def _chain(table: list[int], count: int) -> None:
    start = len(table)
    table += [*range(start + 1, start + count), END]


def _store(data: bytes, sectors: list[bytes], table: list[int]) -> int:
    start, count = len(table), max(-(-len(data) // SECTOR), 1)
    sectors.append(data.ljust(count * SECTOR, b"\0"))
    _chain(table, count)
    return start


def _entry(entry: dict[str, object]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le") + b"\0\0"
    data = entry["data"]
    assert isinstance(data, bytes)
    links = struct.pack("<BBIII", entry["kind"], 1, FREE, entry.get("right", FREE), entry.get("child", FREE))
    tail = struct.pack("<IQ", entry.get("start", 0 if entry["kind"] == 1 else END), len(data))
    return (name.ljust(64, b"\0") + struct.pack("<H", len(name)) + links + bytes(36) + tail).ljust(128, b"\0")


def msg(
    body: str = "",
    attachments: Mapping[str, bytes | Tree] | None = None,
    page: bytes = b"",
    rtf: bytes = b"",
    kind: str = "IPM.Note",
    inner: bool = False,
) -> Tree:
    """A mail of Outlook's, as a tree: an attachment may be such a tree itself."""
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(24 if inner else 32)}
    tree["__substg1.0_001A001F"] = kind.encode("utf-16-le")
    if body:
        tree["__substg1.0_1000001F"] = body.encode("utf-16-le")
    if page:
        tree["__substg1.0_10130102"] = page
    if rtf:
        tree["__substg1.0_10090102"] = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    for i, (name, data) in enumerate((attachments or {}).items()):
        held = {"__substg1.0_37010102": data} if isinstance(data, bytes) else {"__substg1.0_3701000D": data}
        named = {"__substg1.0_3707001F": name.encode("utf-16-le"), "__properties_version1.0": bytes(8)}
        tree[f"__attach_version1.0_#{i:08X}"] = {**named, **held}
    return tree
