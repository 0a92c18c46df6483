"""The secrets a client has: those it was given, else those of the environment, else of a login.

A client that was given credentials never takes another's from the environment: a missing key must
not silently become somebody else's identity.
"""

import os
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, cast

from connector_runtime.client.auth.schemes import Requirement, Scheme
from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.credentials import (
    Credentials,
    OAuth2ClientCredentials,
    OAuth2Grant,
    RequestSigner,
    Secret,
    SecretInput,
)
from connector_runtime.client.errors import ConfigurationError

Wallet = Callable[[Requirement], "tuple[SecretInput, ...] | None"]
"""The secrets for all schemes of a requirement, None when one is missing."""

CERTIFICATE = "client certificate"
"""Stands for the secret of mutual TLS, which is proved below HTTP."""


def given_wallet(credentials: object) -> Wallet:
    """The secrets of what the caller gave: a secret, or Credentials."""
    if not isinstance(credentials, Credentials):
        credentials = Credentials(_checked(credentials))
    given = credentials

    def find(requirement: Requirement) -> tuple[SecretInput, ...] | None:
        one = given.one
        secrets: list[SecretInput] = []
        for scheme in requirement:
            secret = given.of(scheme.python, scheme.name)
            if secret is None and one is not None:
                secret, one = one, None
            if secret is None:
                return None
            secrets.append(secret)
        return tuple(secrets)

    return find


def _checked(credentials: Any) -> SecretInput:
    if isinstance(credentials, (str, tuple, OAuth2Grant, RequestSigner)):
        if isinstance(credentials, str) and not credentials.strip():
            raise ConfigurationError("the credentials are an empty text")
        return cast("SecretInput", credentials)
    raise ConfigurationError(
        "credentials must be a text, (user, password), Credentials, or a function returning one of"
        f" them, not {type(credentials).__name__}"
    )


def environment_wallet(
    environment: Mapping[str, str] = os.environ, clock: Clock = SYSTEM_CLOCK
) -> Wallet:
    """The secrets of the variables that the schemes name, then of the file of ``connectors login``."""
    grants: dict[tuple[str, ...], OAuth2Grant] = {}

    def find(requirement: Requirement) -> tuple[SecretInput, ...] | None:
        secrets: list[SecretInput] = []
        for scheme in requirement:
            secret = _from_environment(scheme, environment, grants)
            if secret is None and scheme.gives_tokens:
                secret = _from_login(scheme, environment, clock, grants)
            if secret is None:
                return None
            secrets.append(secret)
        return tuple(secrets)

    return find


def _from_login(
    scheme: Scheme,
    environment: Mapping[str, str],
    clock: Clock,
    grants: dict[tuple[str, ...], OAuth2Grant],
) -> OAuth2Grant | None:
    """The tokens kept for the scheme; a file that is not there costs one look for it."""
    known = grants.get((scheme.connector, scheme.name))
    if known is not None or not scheme.connector:
        return known
    from connector_runtime.client.auth.token_file import TokenFile

    file = TokenFile.of(scheme.connector, environment)
    tokens = file.read()
    if tokens is None or tokens.scheme != scheme.name:
        return None
    from connector_runtime.client.auth.stored_grant import StoredGrant

    # Two threads may get here together: both must go on with the same grant.
    return grants.setdefault((scheme.connector, scheme.name), StoredGrant(file, tokens, clock))


def _from_environment(
    scheme: Scheme, environment: Mapping[str, str], grants: dict[tuple[str, ...], OAuth2Grant]
) -> Secret | None:
    """The secret by the first way whose variables are all set. A grant keeps its token in ``grants``."""
    for way in ways(scheme.kind, scheme.environment):
        values = tuple(environment.get(name, "").strip() for name in way)
        if not all(values):
            continue
        if len(values) == 1:
            return values[0]
        if not scheme.gives_tokens:
            return values[0], values[1]
        return grants.setdefault((scheme.name, *values), OAuth2ClientCredentials(*values[:2]))
    return None


def ways(kind: str, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """How the environment can hold the secret of a scheme: variables that are set together.

    User name and password of HTTP Basic, and id and secret of an OAuth2 client, are pairs; every
    other variable holds a whole secret. They are tried in the order of ``names``.
    """
    pair = _pair(kind, names)
    found = [(name,) if name not in pair else pair for name in names]
    return tuple(dict.fromkeys(found))


def _pair(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """``(X_USERNAME, X_PASSWORD)`` and ``(X_ACCOUNT_SID, X_AUTH_TOKEN)`` are pairs; ``(X_API_KEY,
    X_KEY)`` are two names of one key."""
    for first, second in pairwise(names):
        if kind == "basic" and second.endswith(_PASSWORDS) and not first.endswith(_KEYS):
            return first, second
        if kind in _OAUTH and first.endswith("_CLIENT_ID") and second.endswith("_CLIENT_SECRET"):
            return first, second
    return ()


_OAUTH = ("oauth2", "openIdConnect")
_PASSWORDS = ("_PASSWORD", "_AUTH_TOKEN", "_API_TOKEN", "_TOKEN", "_SECRET", "_API_KEY")
_KEYS = ("_API_KEY", "_KEY", "_TOKEN", "_SECRET")
