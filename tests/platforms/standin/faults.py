"""What a bad network or a broken server makes of a good answer: 24 faults, below HTTP and above it.

The list is that of the harness `faulty_server.py` (tests/reliability/README.md), so that its long
form and this short one can be compared.
"""

import gzip
import re
import time
from collections.abc import Callable, Mapping
from email.utils import formatdate
from functools import cache
from typing import Protocol

from tests.platforms.standin.reply import Said, said

_COUNT = re.compile(
    rb'((\\?")(?:followers_count|followersCount|subscriberCount)\\?": )((?:\\?")?[0-9]+(?:\\?")?)'
)
_ENDLESS = 64
"""Pieces of 64 KB: far over the cap."""


class Wire(Protocol):
    """Where an answer goes out."""

    def write(self, data: bytes) -> None: ...

    def drip(self, data: bytes) -> None:
        """A byte now and then, until the client has gone."""

    def hold(self) -> None:
        """Says nothing until the client has gone."""

    def reset(self) -> None:
        """Breaks the connection off."""


Fault = Callable[[Said, Wire], None]


def plain(answer: Said, wire: Wire, *, length: int | None = None, told: bool = True) -> None:
    """The answer as it is; `length` is claimed instead of the true one, or none at all."""
    wire.write(_head(answer, length=length, told=told) + answer.body)


def _head(answer: Said, *, length: int | None = None, told: bool = True) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} Said", "Connection: close"]
    if told:
        lines.append(f"Content-Length: {len(answer.body) if length is None else length}")
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    return "\r\n".join((*lines, "", "")).encode()


def _body(change: Callable[[bytes], bytes]) -> Fault:
    def fault(answer: Said, wire: Wire) -> None:
        plain(Said(answer.status, change(answer.body), answer.headers), wire)

    return fault


def _instead(make: Callable[[], Said]) -> Fault:
    def fault(_answer: Said, wire: Wire) -> None:
        plain(make(), wire)

    return fault


def _redirect(where: str) -> Fault:
    return _instead(lambda: Said(302, b"", {"Location": where}))


def _count(value: bytes) -> Callable[[bytes], bytes]:
    """In place of every count, in the quotes that stand around its name."""
    return lambda body: _COUNT.sub(lambda m: m[1] + value.replace(b'"', m[2]), body)


def _clock(answer: Said, wire: Wire) -> None:
    ahead = {"Date": formatdate(time.time() - 3600, usegmt=True)}
    plain(Said(answer.status, answer.body, {**answer.headers, **ahead}), wire)


def _big(answer: Said, wire: Wire) -> None:
    wire.write(_head(answer, told=False))
    for _ in range(_ENDLESS):
        wire.write(b" " * 65_536)


def _bomb(answer: Said, wire: Wire) -> None:
    packed = Said(200, _packed(), {**answer.headers, "Content-Encoding": "gzip"})
    plain(packed, wire)


@cache
def _packed() -> bytes:
    return gzip.compress(b" " * 16_000_000)


def _slow(answer: Said, wire: Wire) -> None:
    wire.write(_head(answer))
    wire.drip(answer.body[:-1])


FAULTS: Mapping[str, Fault] = {
    "ok": plain,
    "401": _instead(lambda: said(401, {"error": {"code": 190, "message": "token expired"}})),
    "429": _instead(lambda: said(429, {"error": "rate"}, {"Retry-After": "1"})),
    "500": _instead(lambda: Said(500, b"oops", {"Content-Type": "text/plain"})),
    "badjson": _body(lambda body: body[:-5]),
    "nanjson": _body(_count(b"NaN")),
    "htmljson": _instead(
        lambda: Said(200, b"<html>Login wifi</html>", {"Content-Type": "text/html"})
    ),
    "dupkeys": _body(lambda body: _COUNT.sub(rb"\1\3, \1\3", body)),
    "deep": _instead(lambda: Said(200, b"[" * 200_000 + b"]" * 200_000, {})),
    "wrongtype": _body(_count(b'"1,2 jt"')),
    "emptyok": _body(lambda _body: b""),
    "utf16": _body(lambda body: body.decode().encode("utf-16")),
    "clock": _clock,
    "big": _big,
    "gzipbomb": _bomb,
    "slow": _slow,
    "slowheader": lambda _answer, wire: wire.drip(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 4096),
    "hang": lambda _answer, wire: wire.hold(),
    "reset": lambda _answer, wire: wire.reset(),
    "halfbody": lambda answer, wire: plain(
        Said(answer.status, answer.body[:10], answer.headers), wire, length=len(answer.body) + 500
    ),
    "nolength": lambda answer, wire: plain(answer, wire, told=False),
    "redirect-other": _redirect("http://127.0.0.2:9/ok/steal"),
    "redirect-loop": _redirect("/again"),
    "redirect-file": _redirect("file:///canary.txt"),
}
