"""The end of a CI job (SIGTERM) is as polite as Ctrl-C: what was made is removed first."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def termination_as_interrupt() -> Generator[None]:
    """Inside, SIGTERM raises KeyboardInterrupt; off the main thread, where Python hears of no
    signal, nothing changes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)
