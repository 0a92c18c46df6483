"""The mock in the routers of respx, for tests that have one already."""

from typing import TYPE_CHECKING

import httpx
import respx

if TYPE_CHECKING:
    from connector_runtime.client.mocking.transport import InProcess


def router_of(transport: "InProcess", base_url: str) -> respx.MockRouter:
    """A router whose one route answers everything below ``base_url`` as the mock does: respx looks
    at routes one by one, which hundreds of operations would make slow."""

    def answer(request: httpx.Request) -> httpx.Response:
        return transport.handle_request(request)

    router = respx.MockRouter(base_url=base_url, assert_all_called=False)
    router.route().mock(side_effect=answer)
    return router
