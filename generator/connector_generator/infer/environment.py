"""The environment variables that hold the credential of a security scheme."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from connector_generator.ir.api import SecurityScheme

_SAYS_KEY = re.compile(r"api[-_ ]?key|secret[-_ ]?key|[-_ ]key\b", re.I)
_SAYS_TOKEN = re.compile(r"token|oauth|bearer|jwt", re.I)
_EXTENSION = "x-connector-env"


def environment_names(connector: str, scheme: SecurityScheme) -> tuple[str, ...]:
    """The variables that are looked at, the first is the one that users are told.

    ``STRIPE_API_KEY`` before ``STRIPE_KEY``; of HTTP Basic a pair for user name and password.
    """
    prefix = connector.upper()
    own = f"{prefix}_{scheme.python.strip('_').upper()}"
    return tuple(dict.fromkeys([*(f"{prefix}_{name}" for name in _stems(scheme)), own]))


def _stems(scheme: SecurityScheme) -> tuple[str, ...]:
    key, token = ("API_KEY", "KEY"), ("TOKEN", "ACCESS_TOKEN")
    match scheme.kind:
        case "basic":
            pair = ("USERNAME", "PASSWORD")
            return (*key, *pair) if _SAYS_KEY.search(scheme.description) else (*pair, *key)
        case "apiKey":
            said = f"{scheme.name} {scheme.parameter}"
            return (*token, *key) if _says_token_only(said) else (*key, *token)
        case "bearer":
            said = f"{scheme.name} {scheme.description}"
            return (*key, *token) if _SAYS_KEY.search(said) else (*token, *key)
        case "oauth2" | "openIdConnect" | "http":
            return token
        case "mutualTLS":
            return ()


def _says_token_only(text: str) -> bool:
    return bool(_SAYS_TOKEN.search(text)) and not _SAYS_KEY.search(text)


def with_environment(
    connector: str, schemes: Sequence[SecurityScheme], extensions: Mapping[str, Any]
) -> tuple[SecurityScheme, ...]:
    """The schemes with their variables; ``x-connector-env`` of the document decides over ours.

    It maps scheme names to a variable or a list of them; a bare list is for all schemes. Of several
    API keys that are sent together only the first has the plain names, the others their own.
    """
    keys = Counter(each.kind for each in schemes)
    seen: set[str] = set()
    named: list[SecurityScheme] = []
    for scheme in schemes:
        names = _declared(extensions.get(_EXTENSION), scheme.name)
        if names is None:
            names = environment_names(connector, scheme)
            if scheme.kind == "apiKey" and keys["apiKey"] > 1:
                names = _distinct(connector, scheme, names, schemes)
        seen.update(names)
        named.append(replace(scheme, environment=names))
    return tuple(named)


def _distinct(
    connector: str,
    scheme: SecurityScheme,
    names: tuple[str, ...],
    schemes: Sequence[SecurityScheme],
) -> tuple[str, ...]:
    own = f"{connector.upper()}_{scheme.python.strip('_').upper()}"
    keys = [each for each in schemes if each.kind == "apiKey"]
    others = {
        f"{connector.upper()}_{each.python.strip('_').upper()}" for each in keys if each != scheme
    }
    owner = own in names[:-1] or (scheme == keys[0] and not others & set(names))
    return tuple(name for name in names if name not in others) if owner else (own,)


def _declared(value: Any, scheme: str) -> tuple[str, ...] | None:
    if isinstance(value, Mapping):
        value = cast("Mapping[str, Any]", value).get(scheme)
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(str(each) for each in cast("list[Any]", value))
    return None
