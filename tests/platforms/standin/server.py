"""The server: counts requests, remembers tokens, and fails on command."""

import email.utils
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.platforms.standin import meta, others, x, youtube
from tests.platforms.standin.faults import FAULTS
from tests.platforms.standin.reply import Asked, Said, said
from tests.platforms.standin.world import World


@dataclass(frozen=True)
class Seen:
    """One request. `tokens` are those it carried, by where they stood."""

    method: str
    path: str
    address: str
    query: Mapping[str, list[str]]
    form: Mapping[str, str]
    tokens: Mapping[str, str]


@dataclass
class StandIn:
    """`with StandIn() as server:` listens on a free port of 127.0.0.1.

    `mishaps` are taken one a request, before anything else: see `MISHAPS`. `latency` is in seconds.
    `fault` is done to every answer: see `faults.FAULTS`.
    """

    world: World = field(default_factory=World)
    mishaps: deque[str] = field(default_factory=deque)
    latency: float = 0.0
    fault: str = ""
    calls: list[Seen] = field(default_factory=list)
    port: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", self.port), _Handler)
        self._server.stand_in = self
        self.port = self._server.server_address[1]
        self.reached = threading.Event()
        self.release = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.002}, daemon=True
        ).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()

    def environment(self, token: str) -> dict[str, str]:
        """Names that lead a program here."""
        return environment(self.url, token)

    def answer(self, asked: Asked, address: str) -> Said | None:
        """What to send; None to break the connection."""
        with self._lock:
            tokens = _tokens(asked, address)
            path = urlsplit(address).path
            self.calls.append(Seen(asked.method, path, address, asked.query, asked.form, tokens))
            mishap = self.mishaps.popleft() if self.mishaps else ""
        self.reached.set()
        if self.latency:
            time.sleep(self.latency)
        if mishap == "hang":
            self.release.wait(120)
        if mishap:
            return MISHAPS[mishap]()
        with self._lock:
            return _route(self.world, asked)


def environment(url: str, token: str) -> dict[str, str]:
    """Names for `app.platforms.settings.read_settings`, or for a program's environment."""
    platforms = ("INSTAGRAM", "FACEBOOK", "X", "YOUTUBE", "BLUESKY", "MASTODON")
    return {f"GAUNG_{name}_URL": url for name in platforms} | {
        "GAUNG_INSTAGRAM_TOKEN": token,
        "GAUNG_INSTAGRAM_USER_ID": meta.OFFICE,
        "GAUNG_FACEBOOK_TOKEN": token,
        "GAUNG_X_TOKEN": token,
        "GAUNG_X_APPROVED": "1",
        "GAUNG_YOUTUBE_KEY": token,
    }


def _tokens(asked: Asked, address: str) -> dict[str, str]:
    query = dict(parse_qsl(urlsplit(address).query))
    found = {
        "header": asked.bearer or asked.headers.get("x-goog-api-key", ""),
        "form": asked.form.get("access_token", ""),
        "address": query.get("access_token") or query.get("key") or query.get("input_token") or "",
    }
    return {where: token for where, token in found.items() if token}


def _route(world: World, asked: Asked) -> Said:
    parts = asked.path.strip("/").split("/")
    if asked.path.startswith("/2/users"):
        return x.answer(world, asked)
    if asked.path.startswith("/youtube/v3/channels"):
        return youtube.answer(world, asked)
    if asked.path.startswith("/xrpc/"):
        return others.bluesky(world, asked)
    if asked.path.startswith("/api/v1/accounts/lookup"):
        return others.mastodon(world, asked)
    if asked.path.startswith("/v1.0/profile_lookup"):
        return others.threads(world, asked)
    if parts[0].startswith("v") and parts[0][1:2].isdigit():
        return meta.answer(world, asked)
    return said(404, {})


def _limited() -> Said:
    reset = str(int(time.time()) + 2)
    return said(429, {"title": "Too Many Requests", "status": 429}, {"x-rate-limit-reset": reset})


def _page(status: int) -> Said:
    return Said(
        status, b"<html><body>Masuk ke Wi-Fi kantor</body></html>", {"Content-Type": "text/html"}
    )


MISHAPS: Mapping[str, Callable[[], Said | None]] = {
    "429": _limited,
    "429 untold": lambda: said(429, {"errors": [{"code": 88, "message": "Rate limit exceeded"}]}),
    "500": lambda: said(500, {"title": "Internal Server Error", "status": 500}),
    "502 page": lambda: _page(502),
    "503": lambda: Said(503, b"", {}),
    "200 page": lambda: _page(200),
    "403 page": lambda: _page(403),
    "redirect": lambda: Said(302, b"", {"Location": "http://127.0.0.2:9/steal"}),
    "truncated": lambda: Said(
        200, b'{"data":[{"id":"1","usern', {"Content-Type": "application/json"}
    ),
    "array cut": lambda: Said(200, b"[]", {"Content-Type": "application/json"}),
    "empty": lambda: Said(200, b"", {"Content-Type": "application/json"}),
    "401": lambda: said(401, {"title": "Unauthorized", "type": "about:blank", "status": 401}),
    "402": lambda: said(
        402, {"title": "CreditsDepleted", "type": "https://api.twitter.com/2/problems/credits"}
    ),
    "403": lambda: said(403, {"title": "Forbidden", "status": 403}),
    "418": lambda: said(418, {"title": "I'm a teapot"}),
    "drop": lambda: None,
    "hang": lambda: None,
}
"""Each takes the place of one answer; "hang" holds it back until the server ends."""


@dataclass(frozen=True)
class _Wire:
    """The connection of one request, for the faults."""

    stand_in: StandIn
    connection: socket.socket

    def write(self, data: bytes) -> None:
        with suppress(OSError):
            self.connection.sendall(data)

    def drip(self, data: bytes) -> None:
        with suppress(OSError):
            for byte in data:
                self.connection.sendall(bytes([byte]))
                if self.stand_in.release.wait(0.02):
                    return
        self.hold()

    def hold(self) -> None:
        # Whoever gives up closes the connection; nothing more is ever sent.
        self.connection.settimeout(120)
        with suppress(OSError):
            self.connection.recv(1)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    stand_in: StandIn

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve("")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        self._serve(self.rfile.read(length).decode())

    def _serve(self, body: str) -> None:
        split = urlsplit(self.path)
        asked = Asked(
            self.command,
            split.path,
            parse_qs(split.query, keep_blank_values=True),
            dict(parse_qsl(body, keep_blank_values=True)),
            {name.lower(): value for name, value in self.headers.items()},
        )
        answer = self.server.stand_in.answer(asked, self.path)
        if answer is None:
            self.close_connection = True
            _Wire(self.server.stand_in, self.connection).reset()
            return
        if self.server.stand_in.fault:
            self.close_connection = True
            FAULTS[self.server.stand_in.fault](answer, _Wire(self.server.stand_in, self.connection))
            return
        ahead = self.server.stand_in.world.clock_ahead
        head = [
            f"HTTP/1.1 {answer.status} {_REASONS.get(answer.status, 'Said')}",
            f"Date: {email.utils.formatdate(time.time() + ahead, usegmt=True)}",
            f"Content-Length: {len(answer.body)}",
            *(f"{name}: {value}" for name, value in answer.headers.items()),
        ]
        self.wfile.write("\r\n".join((*head, "", "")).encode() + answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


_REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"}
