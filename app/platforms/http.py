"""The door to the net: https to the hosts of one platform only, at their pace, within a deadline."""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from app.platforms.calls import Call, CallFailed, Reply, Trouble
from app.platforms.clock import Clock
from app.platforms.pace import Pace
from app.platforms.protocol import Pause
from app.platforms.secret import Secret
from app.platforms.settings import Times

if TYPE_CHECKING:
    from app.platforms.connections import Line, Received, Wire

_LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))
_LOOK = 0.1
"""Seconds between two looks at whether the person stopped the work."""
_PLAIN = ",:"
"""Stand in a query as they are, as in the platforms' own examples: urllib3 takes as long for a
hundred percent signs as for the rest of a request.
"""


def is_address(url: str) -> bool:
    """Whether tokens may be sent there: https, or plain http to this very computer."""
    try:
        split = urlsplit(url)
        host, port = split.hostname, split.port
    except ValueError:
        return False
    plain = split.scheme == "http" and host in _LOOPBACK
    bare = not (split.query or split.fragment or split.username or split.password)
    return (split.scheme == "https" or plain) and bool(host) and port != 0 and bare


def is_loopback(url: str) -> bool:
    """Whether an address is on this very computer."""
    return is_address(url) and urlsplit(url).hostname in _LOOPBACK


def load_ahead() -> threading.Thread:
    """Begins to load what the first call needs, while a person still reads what would be asked."""
    loading = threading.Thread(target=_load, name="load", daemon=True)
    loading.start()
    return loading


_LOADING = threading.Lock()
"""One thread at a time. Under heavy load this import failed once, and then each time until the end
of the process, as it does where two threads have met inside requests (CPython 3.11).
"""


def _load() -> None:
    # Only ahead of time: what cannot be loaded is told by the call that needs it.
    with suppress(Exception), _LOADING:
        import app.platforms.connections  # noqa: F401  # for the first call, which finds it loaded


class Door:
    """The only way of one platform's client to the net. One call at a time."""

    def __init__(self, addresses: Iterable[str], times: Times, clock: Clock) -> None:
        """`addresses`: base addresses; nothing is ever sent to a host that is in none of them."""
        self._hosts = {_host(url) for url in addresses if is_address(url)}
        self._times = times
        self._clock = clock
        self._paces: dict[str, Pace] = {}
        self._lines: dict[str, Line] = {}

    def pace(self, base: str) -> Pace:
        """How fast the host of this address is asked."""
        return self._paces.setdefault(_host(base), Pace(self._clock))

    def send(self, base: str, call: Call, pause: Pause) -> Reply:
        """Sends one call when its turn has come, and waits for the whole answer.

        Raises:
            CallFailed: there is no answer.
            Cancelled: out of `pause`.
        """
        if not is_address(base) or _host(base) not in self._hosts:
            raise CallFailed(Trouble.ADDRESS)
        self.pace(base).wait(pause)
        received = self._exchanged(base, call, pause)
        return Reply(received.status, received.headers, received.body, self._clock.now())

    def close(self) -> None:
        """Lets go of all connections."""
        while self._lines:
            self._lines.popitem()[1].close()

    def _exchanged(self, base: str, call: Call, pause: Pause) -> "Received":
        """A thread of its own waits for the net, so that neither it nor a name server can hold us."""
        # Not at the start: requests takes a third of a second of an old PC's.
        with _LOADING:
            from app.platforms.connections import Line

        host = _host(base)
        line = self._lines.pop(host, None) or Line(self._times, loopback=is_loopback(base))
        exchange = _Exchange(partial(line.exchange, _laid_open(base, call)))
        try:
            received = exchange.wait(self._times.whole, pause)
        except CallFailed as failed:
            if failed.trouble is Trouble.TIMEOUT:
                line.cut()
            line.close()
            raise
        except BaseException:
            line.cut()
            line.close()
            raise
        self._lines[host] = line
        return received


class _Exchange:
    """One call under way."""

    def __init__(self, work: "Callable[[], Received]") -> None:
        self._done = threading.Event()
        self._received: Received | None = None
        self._trouble = Trouble.CUT
        threading.Thread(target=self._run, args=(work,), name="call", daemon=True).start()

    def wait(self, whole: float, pause: Pause) -> "Received":
        """Gives the answer, or up after `whole` seconds."""
        ends = time.monotonic() + whole
        while not self._done.wait(max(0.0, min(_LOOK, ends - time.monotonic()))):
            pause(0)
            if time.monotonic() >= ends:
                raise CallFailed(Trouble.TIMEOUT)
        if self._received is None:
            raise CallFailed(self._trouble)
        return self._received

    def _run(self, work: "Callable[[], Received]") -> None:
        try:
            self._received = work()
        except CallFailed as failed:
            self._trouble = failed.trouble
        finally:
            self._done.set()


def _host(url: str) -> str:
    """Host and port: what a connection is made to."""
    split = urlsplit(url)
    return f"{split.scheme}://{split.netloc.lower()}"


def _laid_open(base: str, call: Call) -> "Wire":
    from app.platforms.connections import Wire

    url = base.rstrip("/") + call.path
    if call.query:
        url += "?" + urlencode(call.query, safe=_PLAIN)
    headers = {name: secret.reveal() for name, secret in call.headers.items()}
    headers |= {"User-Agent": "Gaung", "Accept": "application/json"}
    if call.bearer is not None:
        headers["Authorization"] = f"Bearer {call.bearer.reveal()}"
    if call.form is None:
        return Wire("GET", url, headers, None)
    form = {name: _revealed(value) for name, value in call.form.items()}
    return Wire("POST", url, headers, form)


def _revealed(value: str | Secret) -> str:
    return value.reveal() if isinstance(value, Secret) else value
