"""Which sender serves a client: its user's transport, or our own connections."""

from connector_runtime.client.http.pools import Connecting
from connector_runtime.client.options import ClientSettings
from connector_runtime.client.shells import AsyncSender, Sender


def blocking_sender(settings: ClientSettings) -> Sender:
    """The sender of a synchronous client."""
    transport = settings.get("transport")
    if transport is not None:
        from connector_runtime.client.http.foreign import TransportSender

        return TransportSender(transport)
    from connector_runtime.client.http.blocking import PoolSender

    return PoolSender(_connecting(settings))


def async_sender(settings: ClientSettings) -> AsyncSender:
    """The sender of an asynchronous client."""
    transport = settings.get("transport")
    if transport is not None:
        from connector_runtime.client.http.foreign import AsyncTransportSender

        return AsyncTransportSender(transport)
    from connector_runtime.client.http.tasks import AsyncPoolSender

    return AsyncPoolSender(_connecting(settings))


def _connecting(settings: ClientSettings) -> Connecting:
    return Connecting(
        verify=settings.get("verify", True),
        certificate=settings.get("cert"),
        proxy=settings.get("proxy"),
        limits=settings.get("limits"),
    )
