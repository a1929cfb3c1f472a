"""How a client reaches the net: certificates, proxies, sign-in files, cookies, deadlines."""

import ipaddress
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.domain.fetched import OFFLINE, UNTRUSTED, Stop
from app.platforms.bluesky import Bluesky
from app.platforms.calls import Call, CallFailed, Trouble
from app.platforms.connections import BODY_CAP
from app.platforms.http import Door, is_address, is_loopback
from app.platforms.secret import Secret
from app.platforms.settings import PlatformSettings, Times
from app.platforms.x import X
from tests.platforms.cases import CASES
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import TOKEN, StandIn

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def test_the_way_to_the_net_can_be_loaded_ahead_and_not_before() -> None:
    told = _in_a_new_process(
        "import sys; from app.platforms.http import load_ahead; before = 'requests' in sys.modules; "
        "load_ahead().join(); print(before, 'requests' in sys.modules)"
    )
    assert told.stdout.split() == ["False", "True"]


def test_what_cannot_be_loaded_ahead_is_told_by_the_call_and_by_nobody_else() -> None:
    told = _in_a_new_process(
        "import sys; sys.modules['requests'] = None; from app.platforms.http import load_ahead; "
        "load_ahead().join()"
    )
    assert told.stderr == ""


def _in_a_new_process(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )


@dataclass
class Raw:
    """A server that keeps what it was sent and answers with `answer`, whatever it is."""

    answer: bytes
    context: ssl.SSLContext | None = None
    heard: list[bytes] = field(default_factory=list)
    url: str = ""

    @contextmanager
    def listening(self) -> Iterator["Raw"]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.url = f"http://127.0.0.1:{server.getsockname()[1]}"
            thread = threading.Thread(target=self._serve, args=(server,), daemon=True)
            thread.start()
            yield self
            # Wakes the thread up, which then finds the server closed.
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
        thread.join(60)

    def _serve(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                with suppress(OSError), connection:
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(60)
        if self.context is not None:
            connection = self.context.wrap_socket(connection, server_side=True)
        with connection:
            self.heard.append(connection.recv(65_536))
            connection.sendall(self.answer)


def ok(body: bytes, *headers: str) -> bytes:
    head = (
        "HTTP/1.1 200 OK",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
        "",
        "",
    )
    return "\r\n".join(head).encode() + body


@pytest.fixture
def own_certificate(tmp_path: Path) -> ssl.SSLContext:
    """As a computer in between would show it: made by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "own.pem"
    file.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_who_cannot_prove_to_be_the_platform_gets_no_token(
    own_certificate: ssl.SSLContext, settings: PlatformSettings, fake_time: FakeTime
) -> None:
    with Raw(ok(b"{}"), own_certificate).listening() as raw:
        url = raw.url.replace("http://", "https://")
        client = X(replace(settings, x=replace(settings.x, url=url)), fake_time.clock)
        answer = client.fetch(CASES[2].many(1), fake_time.pause)
    assert answer.stop is not None
    assert answer.stop.code == UNTRUSTED
    assert answer.calls == 1
    assert TOKEN.encode() not in b"".join(raw.heard)


def test_the_proxy_of_the_system_is_asked_and_never_sees_the_token(
    settings: PlatformSettings, fake_time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Raw(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n").listening() as raw:
        monkeypatch.setenv("HTTPS_PROXY", raw.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        far = replace(settings.x, url="https://api.x.example")
        client = X(replace(settings, x=far), fake_time.clock)
        answer = client.fetch(CASES[2].many(1), fake_time.pause)
    assert raw.heard[0].startswith(b"CONNECT api.x.example:443 ")
    assert TOKEN.encode() not in b"".join(raw.heard)
    assert answer.stop is not None
    assert answer.stop.code == OFFLINE


def test_this_very_computer_is_reached_without_the_proxy(
    settings: PlatformSettings,
    stand_in: StandIn,
    fake_time: FakeTime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert X(settings, fake_time.clock).fetch(CASES[2].many(1), fake_time.pause).results


def test_no_password_of_the_clerks_sign_in_file_is_sent(
    settings: PlatformSettings,
    stand_in: StandIn,
    fake_time: FakeTime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login clerk password rahasia\n")
    monkeypatch.setenv("NETRC", str(netrc))
    case = CASES[4]
    Bluesky(settings, fake_time.clock).fetch(case.many(1), fake_time.pause)
    assert stand_in.calls[0].tokens == {}


def send(raw: Raw, call: Call | None = None) -> object:
    """One call to it; the reply, or the trouble."""
    door = Door([raw.url], Times(), FakeTime().clock)
    try:
        return door.send(raw.url, call or Call("/"), lambda _seconds: None)
    except CallFailed as failed:
        return failed.trouble
    finally:
        door.close()


def test_no_cookie_is_kept(fake_time: FakeTime) -> None:
    with Raw(ok(b"{}", "Set-Cookie: a=1; Path=/")).listening() as raw:
        door = Door([raw.url], Times(), fake_time.clock)
        for _ in range(2):
            door.send(raw.url, Call("/"), fake_time.pause)
        door.close()
    assert len(raw.heard) == 2
    assert b"cookie" not in raw.heard[1].lower()


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (ok(b" " * (BODY_CAP + 1)), Trouble.TOO_BIG),
        (ok(b"{}").replace(b"Length: 2", b"Length: 99"), Trouble.CUT),
        (b"", Trouble.CUT),
        (b"no http at all", Trouble.CUT),
        (ok(b"{} is not packed", "Content-Encoding: gzip"), Trouble.CUT),
        (b"HTTP/1.1 200 OK\r\n" + b"X-A: 1\r\n" * 500 + b"\r\n", Trouble.CUT),
        (b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 100_000, Trouble.CUT),
    ],
    ids=["endless", "half", "nothing", "garbage", "no gzip", "many headers", "long header"],
)
def test_a_broken_answer_is_a_trouble_and_nothing_else(answer: bytes, trouble: Trouble) -> None:
    with Raw(answer).listening() as raw:
        assert send(raw) is trouble


def test_a_failed_call_tells_nothing_of_itself() -> None:
    with Raw(b"").listening() as raw:
        door = Door([raw.url], Times(), FakeTime().clock)
        call = Call("/rahasia", (("nama", "rahasia"),), bearer=Secret("rahasia-token"))
        with pytest.raises(CallFailed) as caught:
            door.send(raw.url, call, lambda _seconds: None)
        door.close()
    assert str(caught.value) == "cut"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert "rahasia-token" not in repr(call)


def test_a_host_that_is_not_on_the_list_is_not_asked(
    stand_in: StandIn, fake_time: FakeTime
) -> None:
    door = Door(["https://api.x.com"], Times(), fake_time.clock)
    with pytest.raises(CallFailed, match="address"):
        door.send(stand_in.url, Call("/"), fake_time.pause)
    assert not stand_in.calls


def test_a_host_that_never_ends_the_greeting_is_given_up_and_its_thread_ends(
    settings: PlatformSettings, fake_time: FakeTime
) -> None:
    # Connections are taken by the system; nobody ever answers on them.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        short = replace(
            settings,
            x=replace(settings.x, url=url),
            times=Times(connect=60.0, read=60.0, whole=0.1),
        )
        answer = X(short, fake_time.clock).fetch(CASES[2].many(1), fake_time.pause)
        assert [result.code for result in answer.results] == ["timeout"]
        for thread in threading.enumerate():
            if thread.name == "call":
                thread.join(60)
                assert not thread.is_alive()


@pytest.mark.parametrize(
    ("url", "good", "here"),
    [
        ("https://api.x.com", True, False),
        ("https://gateway.kota.example:8443/x/", True, False),
        ("http://127.0.0.1:8000", True, True),
        ("http://[::1]:8000", True, True),
        ("http://localhost", True, True),
        ("http://127.0.0.2", False, False),
        ("http://10.0.0.1", False, False),
        ("https://a@b.example", False, False),
        ("https://b.example?x=1", False, False),
        ("https://b.example:99999", False, False),
        ("https://b.example:0", False, False),
        ("//api.x.com", False, False),
        ("file:///etc/hosts", False, False),
        ("", False, False),
    ],
)
def test_only_https_or_this_computer_is_an_address(url: str, good: bool, here: bool) -> None:
    assert is_address(url) is good
    assert is_loopback(url) is here


def test_the_bar_of_a_wrong_address_is_told(
    settings: PlatformSettings, fake_time: FakeTime
) -> None:
    wrong = replace(settings.x, url="http://api.x.com")
    barred = X(replace(settings, x=wrong), fake_time.clock).barred()
    assert isinstance(barred, Stop)
    assert barred.code == "address"
