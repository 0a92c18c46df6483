"""Serving on a socket until a signal says to end."""

import asyncio
import signal
import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

GRACE = 3
"""Seconds that requests have to end once a signal came."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on; port 0: any that is free. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=1024)


def serve(app: FastAPI, sock: socket.socket) -> bool:
    """Answer requests until SIGTERM or SIGINT; those that are being answered end first. Whether it
    started at all."""
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="on",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)
    # Uvicorn hands the signal on when all is done: ending as told is no failure.
    before = {each: signal.signal(each, _nothing) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        asyncio.run(server.serve(sockets=[sock]))
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    return server.started


def _nothing(number: int, frame: FrameType | None) -> None:
    """A signal that was heeded."""
