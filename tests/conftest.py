"""Shared by all tests: golden files, and no network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew; read the difference")


class _NoNetwork(socket.socket):
    """A socket between processes of this machine; any other is a mistake in the program."""

    def __init__(self, family: int = -1, *arguments: int, **more: object) -> None:
        if family != getattr(socket, "AF_UNIX", None):
            raise RuntimeError("no network in tests, and none in the program")
        super().__init__(family, *arguments, **more)  # type: ignore[arg-type]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Makes every attempt to open a connection an error."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", _NoNetwork)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compares bytes with a file in the folder `golden` beside the test."""

    def check(name: str, data: bytes) -> None:
        file = Path(request.path).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
        assert data.decode() == file.read_bytes().decode()

    return check
