"""Deployments for the tests of the whole platform."""

from tests.runtime.platform.deployments import (
    deployment,
    either,
    migrated,
    postgres_server,
    postgres_url,
    spawn,
    sqlite_url,
)

__all__ = [
    "deployment",
    "either",
    "migrated",
    "postgres_server",
    "postgres_url",
    "spawn",
    "sqlite_url",
]
