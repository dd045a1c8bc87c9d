"""Limits the memory and the processor time of the current process, and measures its memory."""

import resource
import sys
from pathlib import Path

STATE, STATUS = Path("/proc/self/statm"), Path("/proc/self/status")
PAGE_SIZE = resource.getpagesize()
MEASURABLE = sys.platform == "linux"  # other systems do not keep to a limit of addresses


def limit_memory(allowance: int) -> None:
    """Let the process take so many bytes more than it has now."""
    if MEASURABLE:
        held = int(STATE.read_text(encoding="ascii").split()[0]) * PAGE_SIZE
        resource.setrlimit(resource.RLIMIT_AS, (held + allowance, held + allowance))


def limit_processor(seconds: int) -> None:
    """Let the process use its processor for so many seconds more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft, most))


def measure_peak() -> int:
    """Return the most bytes that the process has held at once since its program was started.

    On Linux, `ru_maxrss` begins with the peak of the process that started this one.
    """
    if MEASURABLE:
        lines = STATUS.read_text(encoding="ascii", errors="replace")
        return int(lines.partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
