"""The secrets a client has: those it was given, else those of the environment.

A client that was given credentials never takes another's from the environment: a missing key must
not silently become somebody else's identity.
"""

import os
from collections.abc import Callable, Mapping
from typing import Any, cast

from connector_runtime.client.auth.schemes import Requirement, Scheme
from connector_runtime.client.credentials import Credentials, OAuth2Grant, SecretInput
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
    if isinstance(credentials, (str, tuple, OAuth2Grant)):
        if isinstance(credentials, str) and not credentials.strip():
            raise ConfigurationError("the credentials are an empty text")
        return cast("SecretInput", credentials)
    raise ConfigurationError(
        "credentials must be a text, (user, password), Credentials, or a function returning one of"
        f" them, not {type(credentials).__name__}"
    )


def environment_wallet(environment: Mapping[str, str] = os.environ) -> Wallet:
    """The secrets of the variables that the schemes name."""

    def find(requirement: Requirement) -> tuple[SecretInput, ...] | None:
        secrets = [_from_environment(scheme, environment) for scheme in requirement]
        found = [secret for secret in secrets if secret is not None]
        return tuple(found) if len(found) == len(secrets) else None

    return find


def _from_environment(
    scheme: Scheme, environment: Mapping[str, str]
) -> str | tuple[str, str] | None:
    """The first variable that is set; of HTTP Basic also a pair that is set together."""
    if scheme.kind == "basic":
        pair = basic_pair(scheme.environment)
        if pair and environment.get(pair[0]) and environment.get(pair[1]):
            return environment[pair[0]].strip(), environment[pair[1]].strip()
    singles = single_variables(scheme)
    return next((environment[name] for name in singles if environment.get(name)), None)


def basic_pair(names: tuple[str, ...]) -> tuple[str, str] | None:
    """The variables of user name and password: the second is a name that says so.

    ``(X_USERNAME, X_PASSWORD)`` and ``(X_ACCOUNT_SID, X_AUTH_TOKEN)`` are pairs; ``(X_API_KEY,
    X_KEY)`` are two names of one key.
    """
    for index in range(1, len(names)):
        if names[index].endswith(_PASSWORDS) and not names[index - 1].endswith(_KEYS):
            return names[index - 1], names[index]
    return None


def single_variables(scheme: Scheme) -> tuple[str, ...]:
    """Variables that hold the whole secret of a scheme."""
    pair = basic_pair(scheme.environment) if scheme.kind == "basic" else None
    return tuple(name for name in scheme.environment if not pair or name not in pair)


_PASSWORDS = ("_PASSWORD", "_AUTH_TOKEN", "_API_TOKEN", "_TOKEN", "_SECRET", "_API_KEY")
_KEYS = ("_API_KEY", "_KEY", "_TOKEN", "_SECRET")
