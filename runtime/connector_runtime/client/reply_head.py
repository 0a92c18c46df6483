"""What is known of a reply before its body: the same for whole, raw and streamed ones."""

from connector_runtime.client.headers import Headers
from connector_runtime.client.prepared import Received


class ReplyHead:
    """Status, header fields and origin of a reply."""

    def __init__(self, received: Received) -> None:
        self._received = received

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._received.reply.status

    @property
    def headers(self) -> Headers:
        """The header fields, found by name in any case."""
        return self._received.reply.headers

    @property
    def http_version(self) -> str:
        """``HTTP/1.1`` or ``HTTP/2``."""
        return self._received.reply.http_version

    @property
    def request_id(self) -> str:
        """The vendor's identifier of the request; empty when it gave none."""
        return self._received.request_id

    @property
    def url(self) -> str:
        """Where the reply came from, without credentials."""
        return self._received.url

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} {self.url}>"
