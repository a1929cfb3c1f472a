"""Records what a command asks of the disk below a folder, with strace, in the order of its ends."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,lseek,sendfile,copy_file_range"
)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?")
_HANDLE = re.compile(r"^(AT_FDCWD|\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?")


@dataclass(frozen=True, slots=True)
class Step:
    """`what`: create, write, cut, sync, sync_folder, rename, link, unlink or ack; names are relative."""

    what: str
    name: str
    at: int = 0
    content: bytes = b""
    to: str = ""


@dataclass(slots=True)
class _Live:
    """What the files hold at this moment, and where each handle stands."""

    folder: str
    content: dict[str, bytearray]
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    appending: set[tuple[str, str]] = field(default_factory=set)

    def inside(self, path: str) -> str | None:
        """Relative to the folder; None outside."""
        path = os.path.normpath(path.removesuffix(" (deleted)"))
        below = f"{path}/".startswith(f"{self.folder}/")
        return os.path.relpath(path, self.folder) if below else None


def record(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], cwd: Path
) -> tuple[list[Step], subprocess.CompletedProcess[str]]:
    """Runs the command; gives every step below `folder`, and each acknowledgement among them.

    Raises:
        RuntimeError: it used a call that is not understood here.
    """
    root = os.path.realpath(folder)
    content = {
        str(one.relative_to(folder)): bytearray(one.read_bytes())
        for one in folder.rglob("*")
        if one.is_file()
    }
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "log"
        tracing = ["strace", "-f", "-y", "-xx", "-s", "8000000", "-qq", "-o", str(log)]
        ended = subprocess.run(
            [*tracing, "-e", f"trace={CALLS}", *command],
            cwd=cwd, env=dict(environment), capture_output=True, text=True, check=False,
        )  # fmt: skip
        with log.open(encoding="ascii", errors="replace") as lines:
            steps = list(_steps(_whole_lines(lines), _Live(root, content)))
    return steps, ended


def _whole_lines(lines: Iterator[str]) -> Iterator[str]:
    """Calls that were interrupted by another thread, joined where they end."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, call = line.strip().partition(" ")
        call = call.strip()
        if call.endswith("<unfinished ...>"):
            begun[thread] = call.removesuffix("<unfinished ...>").rstrip()
        elif (resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", call)) is not None:
            yield begun.pop(thread, "") + resumed[1]
        else:
            yield call


def _text(hexed: str) -> bytes:
    return bytes.fromhex(hexed.replace("\\x", ""))


def _steps(calls: Iterator[str], live: _Live) -> Iterator[Step]:
    for call in calls:
        found = _LINE.match(call)
        if found is None or int(found[3]) < 0:
            continue
        name, arguments, answer = found[1], found[2], int(found[3])
        if name in ("openat", "creat"):
            yield from _opened(arguments, answer, _text(found[4] or "").decode(), live)
        elif name.startswith(("rename", "link", "unlink")):
            yield from _of_names(name, arguments, live)
        elif name == "truncate":
            raise RuntimeError(call[:200])
        else:
            yield from _of_handle(name, arguments, answer, live)


def _opened(arguments: str, handle: int, path: str, live: _Live) -> Iterator[Step]:
    name = live.inside(path)
    if name is None:
        return
    key = (str(handle), name)
    live.places[key] = 0
    live.appending.discard(key)
    if "O_APPEND" in arguments:
        live.appending.add(key)
    if "O_DIRECTORY" in arguments or os.path.isdir(path):
        return
    if "O_CREAT" in arguments and name not in live.content:
        live.content[name] = bytearray()
        yield Step("create", name)
    if "O_TRUNC" in arguments and live.content.get(name):
        del live.content[name][:]
        yield Step("cut", name)


def _of_names(call: str, arguments: str, live: _Live) -> Iterator[Step]:
    """Two names or one, each perhaps below a handle of a folder."""
    paths = []
    folder = ""
    for part in re.finditer(r'"((?:\\x[0-9a-f]{2})*)"|\d+<((?:\\x[0-9a-f]{2})*)>', arguments):
        if part[2] is not None:
            folder = _text(part[2]).decode()
        else:
            paths.append(os.path.join(folder, _text(part[1]).decode()))
            folder = ""
    first = live.inside(paths[0])
    if call.startswith("unlink"):
        if first is not None and live.content.pop(first, None) is not None:
            yield Step("unlink", first)
        return
    second = live.inside(paths[1])
    if first is None or second is None:
        if first is not None or second is not None:
            raise RuntimeError(f"{call} across the edge of the folder: {paths}")
        return
    if first not in live.content:
        raise RuntimeError(f"{call} of a folder: {paths}")
    if call.startswith("link"):
        live.content[second] = live.content[first]
        yield Step("link", first, to=second)
    else:
        live.content[second] = live.content.pop(first)
        yield Step("rename", first, to=second)


def _of_handle(call: str, arguments: str, answer: int, live: _Live) -> Iterator[Step]:
    found = _HANDLE.match(arguments)
    if found is None:
        return
    handle, path = found[1], _text(found[2] or "").decode(errors="replace")
    if call == "write" and handle == "1":
        texts = _TEXT.findall(arguments)
        for line in _text(texts[0]).decode(errors="replace").splitlines():
            if line.startswith("ACK:"):
                yield Step("ack", line[4:])
        return
    name = live.inside(path)
    if name is None:
        return
    key = (handle, name)
    if call in ("fsync", "fdatasync"):
        yield Step(
            "sync_folder" if os.path.isdir(path) or name not in live.content else "sync", name
        )
    elif call == "lseek":
        live.places[key] = answer
    elif name not in live.content:
        return  # it has no name any more
    elif call == "ftruncate":
        size = int(arguments.rsplit(", ", 1)[1])
        _resize(live.content[name], size)
        yield Step("cut", name, size)
    elif call in ("write", "pwrite64", "sendfile"):
        yield from _written(call, arguments, answer, key, live)
    else:
        raise RuntimeError(f"{call} of {name}")


def _written(
    call: str, arguments: str, answer: int, key: tuple[str, str], live: _Live
) -> Iterator[Step]:
    name = key[1]
    if call == "sendfile":
        data = _sent(arguments, answer, live)
    else:
        data = _text(_TEXT.findall(arguments)[0])[:answer]
        if len(data) != answer:
            raise RuntimeError(f"a write of {answer} bytes is not recorded whole")
    if call == "pwrite64":
        at = int(arguments.rsplit(", ", 1)[1])
    else:
        at = len(live.content[name]) if key in live.appending else live.places.get(key, 0)
        live.places[key] = at + answer
    put(live.content[name], at, data)
    if data:
        yield Step("write", name, at, data)


def _sent(arguments: str, answer: int, live: _Live) -> bytes:
    """What went from one file into another; `sendfile(to, from, [offset], count)`."""
    found = re.search(r">, \d+<((?:\\x[0-9a-f]{2})*)>, \[(\d+)", arguments)
    if found is None:
        raise RuntimeError(f"sendfile without a place: {arguments[-80:]}")
    path, start = _text(found[1]).decode(), int(found[2])
    name = live.inside(path)
    whole = Path(path).read_bytes() if name is None else bytes(live.content[name])
    return whole[start : start + answer]


def put(content: bytearray, at: int, data: bytes) -> None:
    """As a disk does: what lies between is zeros."""
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))
