"""Compressed RTF (MS-OXRTFCP), in which Outlook keeps a mail's text."""

from __future__ import annotations

import struct

# MS-OXRTFCP 2.1.2.1: what the dictionary holds to begin with.
_BEGINS = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEAD = 16


def unpacked(data: bytes, limit: int) -> bytes | None:
    """The RTF, at most `limit` bytes of it; `None` for what is none."""
    if len(data) < _HEAD:
        return None
    size, kind = struct.unpack_from("<I", data, 4)[0], data[8:12]
    if kind == _PLAIN:
        return data[_HEAD : _HEAD + min(size, limit)]
    return bytes(_followed(data, min(size, limit))) if kind == _PACKED else None


def _followed(data: bytes, size: int) -> bytearray:
    window = bytearray(_BEGINS.ljust(_SIZE, b" "))
    write, at, out = len(_BEGINS), _HEAD, bytearray()
    while at < len(data) and len(out) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                return out
            if not control >> bit & 1:
                length, start, at = 1, -1, at + 1
                chunk = data[at - 1 : at]
            else:
                pair = int.from_bytes(data[at : at + 2], "big")
                at += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write % _SIZE:
                    return out
                chunk = b""
            for i in range(length):
                byte = chunk[0] if chunk else window[(start + i) % _SIZE]
                window[write % _SIZE] = byte
                write += 1
                out.append(byte)
    return out
