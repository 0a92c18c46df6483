"""What goes wrong on purpose: refusals, delays, lost connections; so often, and then no more."""

import threading
from dataclasses import dataclass


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong, for one operation or (empty) for all. ``times``: None for ever."""

    operation: str
    times: int | None
    status: int | None = None
    code: str = ""
    message: str = ""
    retry_after: float | None = None
    delay: float = 0.0
    disconnects: bool = False


class Faults:
    """The faults that are waiting, first come, first served."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        """Let something go wrong from now on."""
        with self._lock:
            self._waiting.append(fault)

    def take(self, operation: str) -> list[Fault]:
        """What goes wrong with this request: any delays, and the first fault of another kind."""
        taken: list[Fault] = []
        with self._lock:
            for fault in list(self._waiting):
                if fault.operation not in ("", operation):
                    continue
                if not fault.delay and any(not each.delay for each in taken):
                    continue
                taken.append(fault)
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
        return taken

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self._waiting.clear()
