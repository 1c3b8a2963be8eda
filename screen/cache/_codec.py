"""Nouns to JSON and back; what comes back is checked against the types that the nouns declare."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

LEVEL = 1
"""Of zlib: the fastest; text packs to a third."""
MOST_BYTES = 128_000_000
"""Of an entry unfolded: more is no application, but somebody's bomb."""

Decode = Callable[[Any], Any]


class Broken(Exception):  # noqa: N818 it is no error of anybody's: the entry is made anew
    """What was kept is not what it should be."""


def folded(value: Any) -> bytes:
    """A noun, or lists and tuples of them, as packed JSON."""
    return zlib.compress(json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def unfolded(blob: bytes, kind: Any) -> Any:
    """What was folded, as the type that it had.

    Raises:
        Broken: it is something else.
    """
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(blob, MOST_BYTES)
        if not unpacker.eof:
            raise Broken
        return decoder(kind)(json.loads(data))
    except (zlib.error, ValueError, RecursionError) as error:
        raise Broken from error


def plain(value: Any) -> Any:
    """A noun as the list of its fields' values, a mapping as the list of its pairs."""
    names = _names(value.__class__)
    if names is not None:
        return [plain(getattr(value, name)) for name in names]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return [[key, plain(item)] for key, item in value.items()]
    return value


@cache
def _names(kind: Hashable) -> tuple[str, ...] | None:
    return tuple(f.name for f in fields(kind)) if isinstance(kind, type) and is_dataclass(kind) else None


@cache
def decoder(kind: Any) -> Decode:
    """The function that makes a value of this type of what JSON holds of it, or raises `Broken`."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(frozenset(inner))
    if origin in (Union, UnionType):
        return _either(inner)
    if origin is tuple:
        return _row(inner[0]) if inner[1:] == (Ellipsis,) else _fixed(tuple, inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _pairs(inner)
    if is_dataclass(kind):
        hints, make = get_type_hints(kind), cast("Callable[..., Any]", kind)
        return _fixed(lambda values: make(*values), tuple(hints[f.name] for f in fields(kind)))
    # JSON writes a float without a fraction as it was: 12 stays an int, 12.0 a float.
    return _of_type(frozenset({int, float}) if kind is float else frozenset({kind}))


def _of_type(kinds: frozenset[type]) -> Decode:
    def decode(value: Any) -> Any:
        if type(value) not in kinds:
            raise Broken
        return value

    return decode


def _one_of(allowed: frozenset[Any]) -> Decode:
    def decode(value: Any) -> Any:
        if not isinstance(value, str | int) or value not in allowed:
            raise Broken
        return value

    return decode


def _either(kinds: tuple[Any, ...]) -> Decode:
    rest = tuple(k for k in kinds if k is not NoneType)
    if len(rest) > 1:
        return _of_type(frozenset(kinds))
    decode = decoder(rest[0])
    return lambda value: None if value is None else decode(value)


def _row(kind: Any) -> Decode:
    one = decoder(kind)

    return lambda value: tuple(map(one, _listed(value)))


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Broken
    return value


def _fixed(make: Callable[[list[Any]], Any], kinds: tuple[Any, ...]) -> Decode:
    each = tuple(decoder(kind) for kind in kinds)

    def decode(value: Any) -> Any:
        if type(value) is not list or len(value) != len(each):
            raise Broken
        return make([one(item) for one, item in zip(each, value, strict=True)])

    return decode


def _pairs(kinds: tuple[Any, ...]) -> Decode:
    pair = _fixed(tuple, kinds)
    return lambda value: dict(map(pair, _listed(value)))
