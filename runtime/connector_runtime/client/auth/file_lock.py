"""A lock between processes: a refresh token that is replaced when used must be used by one of them."""

import os
import sys
import threading


class FileLock:
    """A lock of threads and processes, by a file that stays; a process that ends lets go of it.

    Where the folder cannot be written, or knows no locks, it is a lock between threads alone.
    """

    __slots__ = ("_descriptor", "_path", "_threads")

    def __init__(self, path: str) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._descriptor = -1

    def acquire(self, blocking: bool = True) -> bool:
        """Take it; False when somebody has it and ``blocking`` is not wanted."""
        if not self._threads.acquire(blocking):
            return False
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(self._descriptor, blocking)
        except (BlockingIOError, PermissionError):
            self.release()
            return False
        except OSError:
            pass  # a file system without locks
        return True

    def release(self) -> None:
        """Let the next one take it."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)  # which unlocks it
        self._threads.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


def _lock(descriptor: int, blocking: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK if blocking else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if blocking else fcntl.LOCK_NB))
