"""How much memory and time the reading child may take, and how it binds itself."""

import sys

BASE_MEMORY = 600 << 20
BASE_SECONDS = 15.0


def memory_for(size: int) -> int:
    """Bytes of address space for a file whose parts take so many bytes unpacked."""
    return BASE_MEMORY + 3 * size


def seconds_for(size: int) -> float:
    """Seconds the program waits at most for a file whose parts take so many bytes unpacked."""
    # Twenty times what 2 slow cores of today need for a megabyte of sheet.
    return BASE_SECONDS + 0.4 * size / (1 << 20)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _DIE_IN_SILENCE = 0x400
    """No dialog of the system when an engine crashes: nobody could see it, and it holds us up."""

    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def bind_memory(limit: int) -> None:
        """Puts this process into a job that may commit so many bytes, for as long as it lives."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _DIE_IN_SILENCE
        limits.ProcessMemoryLimit = limit
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        # The handle is never closed: the job ends together with this process.
        # Where the system refuses, the program watches from outside (`memory_watch`).
        if kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:
    import resource
    from contextlib import suppress

    def bind_memory(limit: int) -> None:
        """Bounds the address space of this process, and keeps its end from leaving a core file.

        macOS refuses the first (EINVAL); there the program watches from outside (`memory_watch`).
        """
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
