"""What must not be read in any report: the credentials that a run can use."""

import os
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import Any, TypeVar, cast
from urllib.parse import quote, urlsplit

from connector_runtime.client.auth.schemes import read_schemes
from connector_runtime.client.connector import Connector
from connector_runtime.client.credentials import Credentials
from connector_runtime.client.redaction import redact_text

T = TypeVar("T")


def known_secrets(
    connector: Connector, credentials: Any = None, environment: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """The texts that credentials are made of: given, and in the variables of the connector."""
    schemes = read_schemes(connector.facts).values()
    names = (name for scheme in schemes for name in scheme.environment)
    found = [environment[name].strip() for name in names if environment.get(name, "").strip()]
    found += _texts(credentials)
    spelled = dict.fromkeys([*found, *(quote(each, safe="") for each in found), *_basic(found)])
    return tuple(sorted(spelled, key=len, reverse=True))


def _basic(secrets: Sequence[str]) -> Iterator[str]:
    """What HTTP Basic makes of them: any could be the user, any the password."""
    for user, password in product(("", *secrets), repeat=2):
        if user or password:
            yield b64encode(f"{user}:{password}".encode()).decode()


def _texts(credentials: Any) -> Iterator[str]:
    if isinstance(credentials, str):
        yield credentials
    elif isinstance(credentials, (tuple, list)):
        for each in cast("Iterable[Any]", credentials):
            yield from _texts(each)
    elif isinstance(credentials, Credentials):
        yield from _texts(credentials.one)
        for name in credentials.names:
            yield from _texts(credentials.of(name))


def scrubbed(value: T, secrets: tuple[str, ...]) -> T:
    """The same value, tuple or dataclass, without the secrets in any of its texts."""
    return cast("T", _scrubbed(value, secrets))


def _scrubbed(value: Any, secrets: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return redact_text(value, secrets)
    if isinstance(value, tuple):
        return tuple(_scrubbed(each, secrets) for each in cast("tuple[Any, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: _scrubbed(getattr(value, each.name), secrets) for each in fields(value)
        }
        return replace(value, **changes)
    return value


def shown_url(url: str) -> str:
    """A base URL without user, query and fragment."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
