"""The kinds of credentials that a tenant can give, and what becomes of them in a client."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

from connector_runtime.client.auth.choice import choose
from connector_runtime.client.auth.schemes import Scheme, read_requirements, read_schemes
from connector_runtime.client.auth.wallet import given_wallet
from connector_runtime.client.credentials import (
    Credentials,
    OAuth2ClientCredentials,
    OAuth2RefreshToken,
    Secret,
)
from connector_runtime.client.errors import ConnectorError, CredentialsMissingError
from connector_runtime.client.servers import split_url
from connector_runtime.connectors.problems import invalid_credentials

Stored = Mapping[str, Any]
"""Credentials as they are sealed: ``type`` and the fields of the type."""

KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "none": frozenset(),
        "api_key": frozenset({"apiKey", "bearer", "basic"}),
        "bearer": frozenset({"bearer", "http", "oauth2", "openIdConnect"}),
        "basic": frozenset({"basic"}),
        "oauth2": frozenset({"oauth2", "openIdConnect"}),
    }
)
"""Types of credentials, and the kinds of security schemes that each can meet."""
_REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "none": (),
        "api_key": ("key",),
        "bearer": ("token",),
        "basic": ("username", "password"),
        "oauth2": ("client_id", "client_secret"),
    }
)
_OPTIONAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"oauth2": ("refresh_token", "access_token", "token_url", "scopes", "client_authentication")}
)
_EMPTY_ALLOWED = frozenset({"password", "client_secret"})


class Nobody(Credentials):
    """No credentials at all: unlike None, a client does not look for others in the environment."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(None, **{"no scheme": ""})


def checked_credentials(
    credential_type: str, given: Mapping[str, Any], facts: Mapping[str, Any]
) -> dict[str, Any]:
    """The credentials as they are sealed, if the connector's security schemes can take them.

    ``facts`` is the section ``connector`` of a manifest; of a custom service it is empty, and any
    type will do. An ``api_key`` may be ``keys`` instead, by scheme, where a vendor asks for several.
    Raises :class:`~connector_runtime.errors.ArgumentsInvalidError`, which shows no value.
    """
    if credential_type not in KINDS:
        raise invalid_credentials(("type",), f"is none of {', '.join(KINDS)}")
    several = credential_type == "api_key" and "keys" in given
    required = ("keys",) if several else _REQUIRED[credential_type]
    allowed = {*required, *_OPTIONAL.get(credential_type, ()), "scheme"}
    for name in given:
        if name not in allowed:
            raise invalid_credentials(
                (name,),
                f"is not known here; {credential_type} takes" f" {', '.join(sorted(allowed)) }",
            )
    for name in required:
        if name not in given:
            raise invalid_credentials((name,), "is required")
    for name, value in given.items():
        _check_value(name, value)
    stored = {"type": credential_type, **given}
    if facts:
        _check_fit(stored, facts)
    return stored


def client_credentials(
    stored: Stored, facts: Mapping[str, Any], on_rotation: Callable[[str], object] | None = None
) -> Credentials:
    """What a client is given. ``on_rotation`` is told the refresh token that replaces ours."""
    by_scheme = {
        scheme.python: _secret(stored, scheme, on_rotation)
        for scheme in _schemes(stored, facts)
        if scheme.kind in KINDS[stored["type"]]
    }
    if len(by_scheme) > 1 and stored["type"] == "oauth2":
        # One grant for all: a refresh token is worth nothing after its first use.
        grant = next(iter(by_scheme.values()))
        by_scheme = dict.fromkeys(by_scheme, grant)
    return Credentials(None, **by_scheme) if by_scheme else Nobody()


def are_needed(facts: Mapping[str, Any]) -> bool:
    """Whether the connector's operations, unless they say otherwise, ask for credentials."""
    requirements = read_requirements(facts.get("security") or (), read_schemes(facts))
    return bool(requirements) and () not in requirements


def _schemes(stored: Stored, facts: Mapping[str, Any]) -> list[Scheme]:
    named, keys = stored.get("scheme"), stored.get("keys")
    return [
        each
        for each in read_schemes(facts).values()
        if (named is None or named in (each.python, each.name))
        and (keys is None or each.python in keys)
    ]


def _secret(stored: Stored, scheme: Scheme, on_rotation: Callable[[str], object] | None) -> Secret:
    match stored["type"]:
        case "api_key":
            keys: Mapping[str, str] = stored.get("keys") or {}
            return keys.get(scheme.python) or str(stored.get("key"))
        case "bearer":
            return str(stored["token"])
        case "basic":
            return str(stored["username"]), str(stored["password"])
        case _:
            return _grant(stored, on_rotation)


def _grant(stored: Stored, on_rotation: Callable[[str], object] | None) -> Secret:
    in_body: Any = "body" if stored.get("client_authentication") == "body" else "basic"
    token_url = str(stored.get("token_url") or "")
    if stored.get("refresh_token"):
        return OAuth2RefreshToken(
            stored["refresh_token"],
            stored["client_id"],
            stored["client_secret"],
            token_url=token_url,
            client_authentication=in_body,
            on_rotation=on_rotation,
            access_token=stored.get("access_token") or "",
        )
    return OAuth2ClientCredentials(
        stored["client_id"],
        stored["client_secret"],
        scopes=tuple(stored.get("scopes") or ()),
        token_url=token_url,
        client_authentication=in_body,
    )


def _check_value(name: str, value: Any) -> None:
    if name == "scopes":
        if not isinstance(value, list) or not all(
            _is_text(each) for each in cast("list[Any]", value)
        ):
            raise invalid_credentials((name,), "is no list of texts")
        return
    if name == "keys":
        if not isinstance(value, dict) or not value:
            raise invalid_credentials((name,), "is no object of keys by scheme")
        for scheme, key in cast("dict[str, Any]", value).items():
            if not _is_text(key):
                raise invalid_credentials((name, scheme), "is no text, or not printable")
        return
    if not (_is_text(value) or (value == "" and name in _EMPTY_ALLOWED)):
        raise invalid_credentials((name,), "is no text, empty, or not printable")
    if name == "token_url":
        _check_url(name, value)
    if name == "client_authentication" and value not in ("basic", "body"):
        raise invalid_credentials((name,), "is neither basic nor body")


def _check_url(name: str, value: str) -> None:
    try:
        split_url(value).encrypted(allow_http=False)
    except ConnectorError as problem:
        raise invalid_credentials((name,), problem.message) from None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _check_fit(stored: Stored, facts: Mapping[str, Any]) -> None:
    """Whether these credentials meet one of the connector's requirements."""
    schemes = read_schemes(facts)
    known = [each.python for each in schemes.values()]
    for name in stored.get("keys") or ():
        if name not in known:
            raise invalid_credentials(("keys", name), f"is no scheme; there are {known}")
    if stored["type"] == "none":
        return
    requirements = read_requirements(facts.get("security") or (), schemes)
    wanted = tuple(each for each in requirements if each)
    if not wanted:
        # Operations may ask for what the connector as a whole does not.
        wanted = tuple((each,) for each in schemes.values())
    try:
        if wanted:
            choose(wanted, given_wallet(client_credentials(stored, facts)))
            return
    except CredentialsMissingError:
        pass
    kinds = ", ".join(f"{each.python} ({each.kind})" for each in schemes.values()) or "none"
    raise invalid_credentials(("type",), f"{stored['type']} does not fit; schemes are: {kinds}")
