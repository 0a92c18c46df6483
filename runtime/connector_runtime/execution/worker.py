"""Which process a call belongs to, and whether that process still lives."""

import os
import socket
from functools import cache
from pathlib import Path


@cache
def _host() -> str:
    return socket.gethostname()


def worker() -> str:
    """This process: ``host/pid/start``, where ``start`` tells it from a later one of the same pid."""
    return _named(os.getpid())


@cache
def _named(pid: int) -> str:
    return f"{_host()}/{pid}/{_start(pid)}"


def is_gone(name: str) -> bool:
    """Whether a worker's process is over, as far as this machine can tell.

    False for a process of another machine: its calls are over when their time is.
    """
    host, _, rest = name.partition("/")
    pid, _, start = rest.partition("/")
    if host != _host() or not pid.isdecimal():
        return False
    found = _start(int(pid))
    return found != start if found or start else not _runs(int(pid))


def _start(pid: int) -> str:
    """When a process began, in clock ticks since the machine did; empty where that is not told."""
    try:
        # The name of the program may hold spaces and parentheses: fields are counted behind it.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
