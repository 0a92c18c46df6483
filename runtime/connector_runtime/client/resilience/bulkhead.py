"""A bulkhead: so many requests of one client at a time, the others wait in line."""

import threading
from collections import deque
from collections.abc import Callable


class Ticket:
    """A place in the line. ``notify`` is called once, when the place is reached."""

    __slots__ = ("given_up", "granted", "notify")

    def __init__(self) -> None:
        self.granted = False
        self.given_up = False
        self.notify: Callable[[], object] | None = None


class Bulkhead:
    """Requests under way, and tickets of those that wait; safe for threads and tasks together."""

    __slots__ = ("_inside", "_line", "_lock", "_most")

    def __init__(self, most: int) -> None:
        self._most = most
        self._inside = 0
        self._line: deque[Ticket] = deque()
        self._lock = threading.Lock()

    @property
    def inside(self) -> int:
        """How many are under way."""
        return self._inside

    @property
    def waiting(self) -> int:
        """How many wait."""
        with self._lock:
            return sum(not ticket.given_up for ticket in self._line)

    def enter(self) -> Ticket | None:
        """None when the request is inside; else its ticket."""
        with self._lock:
            if self._inside < self._most:
                self._inside += 1
                return None
            ticket = Ticket()
            self._line.append(ticket)
            return ticket

    def leave(self) -> None:
        """A request is over; the first in line takes its place."""
        with self._lock:
            ticket = self._next()
            if ticket is None:
                self._inside -= 1
                return
            ticket.granted = True
            notify = ticket.notify
        if notify is not None:
            notify()

    def _next(self) -> Ticket | None:
        while self._line:
            ticket = self._line.popleft()
            if not ticket.given_up:
                return ticket
        return None

    def subscribe(self, ticket: Ticket, notify: Callable[[], object]) -> bool:
        """Call ``notify`` when the place is reached; False when it has been already."""
        with self._lock:
            ticket.notify = notify
            return not ticket.granted

    def abandon(self, ticket: Ticket) -> None:
        """Give a ticket back, or the place if it was granted meanwhile."""
        with self._lock:
            if not ticket.granted:
                ticket.given_up = True
                return
        self.leave()
