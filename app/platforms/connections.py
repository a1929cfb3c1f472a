"""One line to one host over requests: the system's certificates and proxies, cut off at any moment.

Only the door of `http.py` loads this module, at the first call: nobody else waits for it.
"""

import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import default_headers, get_environ_proxies
from typing_extensions import override
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Retry, Timeout

from app.platforms.calls import CallFailed, Trouble
from app.platforms.settings import Times

BODY_CAP = 2 * 1024 * 1024
"""Bytes, after inflating. The largest true answer has some 100 KB."""
_PIECE = 16_384


@dataclass(frozen=True, slots=True)
class Wire:
    """A request with its tokens laid open: it lives in this module and the door only."""

    method: str
    url: str
    headers: dict[str, str]
    form: dict[str, str] | None

    @override
    def __repr__(self) -> str:
        return f"Wire({self.method})"


@dataclass(frozen=True, slots=True)
class Received:
    """Status, headers with lower-case names, and the whole body."""

    status: int
    headers: dict[str, str]
    body: bytes


class Line:
    """Keeps its connection open from call to call. One call at a time.

    requests finds the way once, through the system's proxies and past its certificates. It sends
    nothing: its session would keep cookies and put passwords of a .netrc file into a call, and its
    own send takes twice as long as the rest (measured).
    """

    def __init__(self, times: Times, *, loopback: bool) -> None:
        self._timeout = Timeout(connect=times.connect, read=times.read)
        self._opened: list[_Endable] = []
        self._cut = False
        self._loopback = loopback
        self._adapter = _Adapter(self._remember)
        self._pool: HTTPConnectionPool | None = None

    def exchange(self, wire: Wire) -> Received:
        """Sends it and waits for the whole answer.

        Raises:
            CallFailed: there is none. Nothing of the library's own error goes with it, since those
                quote addresses and headers.
        """
        try:
            return self._exchanged(wire)
        except CallFailed:
            raise
        except Exception as error:
            trouble = _trouble(error)
        raise CallFailed(trouble)

    def cut(self) -> None:
        """Ends the call that another thread waits for; the line cannot be used again."""
        self._cut = True
        for connection in self._opened:
            connection.end()

    def close(self) -> None:
        """Lets go of the connection."""
        self._adapter.close()

    def _remember(self, connection: "_Endable") -> None:
        self._opened = [one for one in self._opened if one.is_open]
        self._opened.append(connection)

    def _exchanged(self, wire: Wire) -> Received:
        if self._pool is None:
            around = _Surroundings.of(wire.url, loopback=self._loopback)
            self._pool = self._adapter.pool(wire.url, around.verify, around.proxies)
        form = None if wire.form is None else urlencode(wire.form)
        raw = self._pool.urlopen(
            wire.method,
            _target(wire.url),
            form,
            {**_USUAL, **(_OF_A_FORM if form is not None else {}), **wire.headers},
            retries=_NO_RETRIES,
            redirect=False,
            assert_same_host=False,
            timeout=self._timeout,
            preload_content=False,
            decode_content=False,
        )
        try:
            headers = {name.lower(): value for name, value in raw.headers.items()}
            return Received(raw.status, headers, self._body(raw))
        finally:
            # Where all of it was read the connection is back in the pool already, and stays open.
            raw.close()
            raw.release_conn()

    def _body(self, raw: urllib3.BaseHTTPResponse) -> bytes:
        """Reads as it comes: waiting for full pieces, a slow drip would never be seen."""
        body = bytearray()
        while not self._cut and (piece := raw.read1(_PIECE, decode_content=True)):
            body += piece
            if len(body) > BODY_CAP:
                raise CallFailed(Trouble.TOO_BIG)
        if raw.length_remaining not in (0, None):
            raise CallFailed(Trouble.CUT)
        return bytes(body)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The system's proxies, and the bundle of certificates that the office names, if any."""

    proxies: dict[str, str]
    verify: bool | str

    @classmethod
    def of(cls, url: str, *, loopback: bool) -> "_Surroundings":
        """Those for a host; this very computer is reached as it is."""
        if loopback:
            return cls({}, verify=True)
        named = (os.environ.get(name) for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"))
        return cls(get_environ_proxies(url), next(filter(None, named), True))


def _target(url: str) -> str:
    """What stands behind the host, encoded already: no plain call goes through a proxy."""
    _, _, behind = url.partition("://")
    _, slash, path = behind.partition("/")
    return slash + path


_USUAL = default_headers()
"""What any call says besides: which compression it takes, and that the connection is kept."""
_OF_A_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_NO_RETRIES = Retry(0, read=False)
"""What is tried again is decided where the call is known."""


def _trouble(error: Exception) -> Trouble:
    causes = _causes(error)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Trouble.CERTIFICATE
    if any(isinstance(cause, _NO_CONNECTION) for cause in causes):
        return Trouble.CONNECT
    if any(isinstance(cause, _TOO_SLOW) for cause in causes):
        return Trouble.TIMEOUT
    return Trouble.CUT


_NO_CONNECTION = (
    requests.exceptions.InvalidProxyURL,
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.ProxyError,
)
_TOO_SLOW = (urllib3.exceptions.ReadTimeoutError, TimeoutError)


def _causes(error: BaseException) -> list[BaseException]:
    """The error and whatever led to it: urllib3 wraps its causes in three ways."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and not any(one is known for known in found):
            found.append(one)
            waiting += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
    return found


class _Adapter(HTTPAdapter):
    """Trusts what the system trusts, and tells of every connection that it opens."""

    def __init__(self, remember: Callable[["_Endable"], None]) -> None:
        self._pools = _pools(remember)
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(max_retries=0)

    @override
    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any
    ) -> None:
        super().init_poolmanager(
            connections, maxsize, block, ssl_context=self._trust, **pool_kwargs
        )
        self.poolmanager.pool_classes_by_scheme = self._pools

    @override
    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._trust, **proxy_kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def pool(self, url: str, verify: bool | str, proxies: dict[str, str]) -> HTTPConnectionPool:
        """The connections to the host of an address, by the way that leads there."""
        asked = requests.Request("GET", url).prepare()
        pool = self.get_connection_with_tls_context(asked, verify, proxies)
        self.cert_verify(pool, url, verify, None)
        return cast("HTTPConnectionPool", pool)

    @override
    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:
        """The system's store instead of the bundle of requests; a bundle named by the office counts."""
        super().cert_verify(conn, url, verify, cert)  # type: ignore[no-untyped-call]
        if verify is True:
            conn.ca_certs = None


class _Endable(HTTPConnection):
    """A connection that another thread may end at any moment."""

    _own: socket.socket | None = None
    _greeting: socket.socket | None = None

    @property
    def is_open(self) -> bool:
        return self.sock is not None

    @override
    def _new_conn(self) -> socket.socket:
        """While certificates are exchanged nobody else can reach the socket: a second hold on it."""
        made = super()._new_conn()
        self._greeting = made.dup()
        return made

    @override
    def connect(self) -> None:
        try:
            super().connect()
        finally:
            if self._greeting is not None:
                self._greeting.close()
        # The library lets go of the socket as soon as the head of the last answer has come.
        self._own = self.sock

    def end(self) -> None:
        for one in (self._greeting, self._own, self.sock):
            if one is not None:
                with suppress(OSError, ValueError):
                    one.shutdown(socket.SHUT_RDWR)


def _pools(remember: Callable[[_Endable], None]) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(_Endable):
        @override
        def connect(self) -> None:
            remember(self)
            super().connect()

    class Secure(_Endable, HTTPSConnection):
        @override
        def connect(self) -> None:
            remember(self)
            super().connect()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
