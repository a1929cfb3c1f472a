"""Watches from outside how much memory the reading child holds, and ends it above its bound.

The bound that the child puts on itself (`bounds`) comes first; not every system knows one.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

_BETWEEN_LOOKS = 0.02
"""Seconds. What a reader can take in the meantime is small beside the bound."""

Held = Callable[[], int]
"""Bytes that a process holds; 0 when it is gone or the system does not tell."""


class MemoryWatch:
    """Looks at one process until `end` is called."""

    def __init__(self, process: int, limit: int, kill: Callable[[], None]) -> None:
        """Begins at once.

        Args:
            process: Its id.
            limit: Bytes that it may hold.
            kill: Ends it; called at most once, from the watching thread.
        """
        self._limit = limit
        self._kill = kill
        self._over = Event()
        self._ended = Event()
        self._thread = Thread(target=self._look, args=(_memory_of(process),), daemon=True)
        self._thread.start()

    @property
    def went_over(self) -> bool:
        """The process held more than it may, and was ended for it."""
        return self._over.is_set()

    def end(self) -> None:
        """Looks no more; afterwards `kill` is never called."""
        self._ended.set()
        self._thread.join()

    def _look(self, held: Held) -> None:
        while not self._ended.wait(_BETWEEN_LOOKS):
            if held() > self._limit:
                self._over.set()
                self._kill()
                return


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS_EX of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
            ("PrivateUsage", ctypes.c_size_t),
        )

    def _memory_of(process: int) -> Held:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.K32GetProcessMemoryInfo.argtypes = (
            wintypes.HANDLE,
            ctypes.c_void_p,
            wintypes.DWORD,
        )

        def held() -> int:
            counters = _Counters()
            size = ctypes.sizeof(counters)
            counters.cb = size
            handle = kernel.OpenProcess(_QUERY, False, process)
            if not handle:
                return 0
            try:
                told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), size)
            finally:
                kernel.CloseHandle(handle)
            return int(counters.PrivateUsage) if told else 0

        return held

elif sys.platform == "darwin":
    import ctypes

    class _Usage(ctypes.Structure):
        """rusage_info_v0 of libproc.h."""

        _fields_ = (
            ("uuid", ctypes.c_uint8 * 16),
            ("times_and_pages", ctypes.c_uint64 * 6),
            ("resident_size", ctypes.c_uint64),
            ("phys_footprint", ctypes.c_uint64),
            ("started_and_ended", ctypes.c_uint64 * 2),
        )

    def _memory_of(process: int) -> Held:
        library = ctypes.CDLL("/usr/lib/libproc.dylib", use_errno=True)

        def held() -> int:
            usage = _Usage()
            failed = library.proc_pid_rusage(process, 0, ctypes.byref(usage))
            return 0 if failed else int(usage.phys_footprint)

        return held

else:

    def _memory_of(process: int) -> Held:
        told = Path(f"/proc/{process}/statm")
        page = os.sysconf("SC_PAGE_SIZE")

        def held() -> int:
            try:
                return int(told.read_text().split()[1]) * page
            except (OSError, IndexError, ValueError):
                return 0

        return held
