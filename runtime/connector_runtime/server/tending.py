"""What a server does beside answering: take up runs, settle lost calls, and end in order."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from connector_runtime.errors import PlatformError
from connector_runtime.platform.platform import Platform

_log = logging.getLogger("connector_runtime.server")
EVERY = 30.0
"""Seconds between two looks for calls and runs that nobody ends any more."""


@asynccontextmanager
async def tended(platform: Platform) -> AsyncGenerator[None]:
    """Look after a platform as long as the block runs, then close it."""
    tending = asyncio.create_task(_tend(platform), name="tending")
    try:
        yield
    finally:
        tending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await tending
        await platform.aclose()


async def _tend(platform: Platform) -> None:
    while True:
        try:
            # Only where there is something to take up: it costs a second of CPU.
            if await platform.workflows.are_unfinished():
                await platform.workflows.launch()
            await asyncio.sleep(EVERY)
            lost = await platform.store.run(platform.settle_lost_calls)
            if lost:
                _log.warning("%d calls were lost with their process", lost)
        except PlatformError as error:
            _log.warning("%s; trying again in %g s", error, EVERY)
            await asyncio.sleep(EVERY)
        except Exception as error:
            _log.error("Looking after the platform failed with %s", type(error).__name__)
            await asyncio.sleep(EVERY)
