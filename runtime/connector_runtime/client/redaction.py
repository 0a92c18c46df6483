"""What must not be read in logs, errors and representations: decided by name, and by value."""

from collections.abc import Iterable, Mapping

REDACTED = "[redacted]"

_SECRET_NAMES = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "www-authenticate",
        "cookie",
        "set-cookie",
        "access_token",
        "refresh_token",
        "id_token",
        "token",
        "api_key",
        "api-key",
        "apikey",
        "key",
        "auth",
        "sig",
        "signature",
        "password",
        "passwd",
        "secret",
        "client_secret",
        "code",
    }
)
_SECRET_PARTS = ("token", "secret", "api-key", "api_key", "apikey", "password", "signature")


_PERSONAL_PARTS = ("email", "phone", "birth", "passport", "social_security", "tax_id", "iban")
_PERSONAL_NAMES = frozenset(
    {"dob", "ssn", "first_name", "last_name", "full_name", "given_name", "family_name", "fax"}
    | {"line1", "line2", "street", "postal_code", "zip", "latitude", "longitude", "ip", "gender"}
)


def is_personal_name(name: str) -> bool:
    """Whether a member of this name says something about a person, as far as names can tell."""
    lower = name.lower()
    return lower in _PERSONAL_NAMES or any(part in lower for part in _PERSONAL_PARTS)


def is_secret_name(name: str) -> bool:
    """Whether a header or parameter of this name holds a credential, as far as names can tell."""
    lower = name.lower()
    return lower in _SECRET_NAMES or any(part in lower for part in _SECRET_PARTS)


def redact_target(target: str, secret_names: Iterable[str] = ()) -> str:
    """A path with query, without the values of query parameters that hold credentials."""
    path, mark, query = target.partition("?")
    if not mark:
        return target
    known = frozenset(secret_names)
    return f"{path}?{'&'.join(_pair(pair, known) for pair in query.split('&'))}"


def _pair(pair: str, known: frozenset[str]) -> str:
    name, equals, _ = pair.partition("=")
    return f"{name}={REDACTED}" if equals and (name in known or is_secret_name(name)) else pair


def redact_headers(
    headers: Iterable[tuple[str, str]], secret_names: Iterable[str] = ()
) -> list[tuple[str, str]]:
    """Header fields without the values of those that hold credentials."""
    known = {name.lower() for name in secret_names}
    return [
        (name, REDACTED if name.lower() in known or is_secret_name(name) else value)
        for name, value in headers
    ]


def redact_text(text: str, secrets: Iterable[str]) -> str:
    """Text of a vendor without the credentials of the call, should it quote them."""
    for secret in secrets:
        if len(secret) >= 4:
            text = text.replace(secret, REDACTED)
    return text


def redact_content(content: bytes, secrets: Iterable[str]) -> bytes:
    """What a vendor answered, without the credentials of the call, should it quote them."""
    for secret in secrets:
        raw = secret.encode()
        if len(raw) >= 4 and raw in content:
            content = content.replace(raw, REDACTED.encode())
    return content


def redact_mapping(values: Mapping[str, object]) -> dict[str, object]:
    """A flat mapping for a log line, without the values whose names are those of secrets."""
    return {name: REDACTED if is_secret_name(name) else value for name, value in values.items()}
