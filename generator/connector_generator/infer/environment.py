"""The environment variables that hold the credential of a security scheme."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from connector_generator.ir.api import SIGNATURE_V4, Api, SecurityScheme
from connector_generator.lower.naming.words import split_words
from connector_generator.lower.reading import mapping, text, texts

_SAYS_KEY = re.compile(r"api[-_ ]?key|secret[-_ ]?key|[-_ ]key\b", re.I)
_SAYS_TOKEN = re.compile(r"token|oauth|bearer|jwt", re.I)
_PAIR = re.compile(r"([a-z0-9]+)[-_:]([a-z0-9]*(?:token|password|secret|key))", re.I)
_KIND = re.compile(r"_(AUTH|AUTHENTICATION|SCHEME|SECURITY)$")
_EXTENSION = "x-connector-env"
_SINGLE = frozenset({"apiKey", "bearer"})


def environment_names(connector: str, scheme: SecurityScheme) -> tuple[str, ...]:
    """The variables that are looked at, the first is the one that users are told.

    ``STRIPE_API_KEY`` before ``STRIPE_KEY``; of HTTP Basic a pair for user name and password.
    """
    if scheme.http_scheme == SIGNATURE_V4:
        return ()  # Four values together, of which no variable holds one.
    prefix = connector.upper()
    names = [f"{prefix}_{name}" for name in _stems(scheme)]
    return tuple(dict.fromkeys([*names, _own_name(connector, scheme)]))


def _own_name(connector: str, scheme: SecurityScheme) -> str:
    """``OPENAI_ADMIN_API_KEY`` of the scheme AdminApiKeyAuth."""
    full = f"{connector}_{scheme.python.strip('_')}".upper()
    short = _KIND.sub("", full)
    return short if _SAYS_KEY.search(short) or _SAYS_TOKEN.search(short) else full


def _stems(scheme: SecurityScheme) -> tuple[str, ...]:
    key, token = ("API_KEY", "KEY"), ("TOKEN", "ACCESS_TOKEN")
    match scheme.kind:
        case "basic":
            pair = _named_pair(scheme.name) or ("USERNAME", "PASSWORD")
            return (*key, *pair) if _SAYS_KEY.search(scheme.description) else (*pair, *key)
        case "apiKey":
            said = f"{scheme.name} {scheme.parameter}"
            return (*token, *key) if _says_token_only(said) else (*key, *token)
        case "bearer":
            said = f"{scheme.name} {scheme.description}"
            return (*key, *token) if _SAYS_KEY.search(said) else (*token, *key)
        case "oauth2" | "openIdConnect":
            return (*token, "CLIENT_ID", "CLIENT_SECRET")
        case "http":
            return token
        case "mutualTLS":
            return ()


def _named_pair(name: str) -> tuple[str, str] | None:
    """``accountSid_authToken`` names both: ``ACCOUNT_SID`` and ``AUTH_TOKEN``."""
    found = _PAIR.fullmatch(name)
    if found is None:
        return None
    return "_".join(split_words(found[1])).upper(), "_".join(split_words(found[2])).upper()


def _says_token_only(text: str) -> bool:
    return bool(_SAYS_TOKEN.search(text)) and not _SAYS_KEY.search(text)


def with_environment(api: Api, extensions: Mapping[str, Any]) -> tuple[SecurityScheme, ...]:
    """The schemes with their variables; ``x-connector-env`` decides over ours.

    It stands at the scheme, or at the document; there it maps scheme names to a variable or a list
    of them; a bare list is for all schemes. Two keys or tokens share the plain names only where an
    operation takes either of them: else they are different secrets, and all but the first have names
    of their own.
    """
    named: list[SecurityScheme] = []
    for scheme in api.security_schemes:
        names = scheme.environment or _declared(extensions, scheme.name)
        if names is None and any(_is_other_secret(api, each, scheme) for each in named):
            names = (_own_name(api.name, scheme),)
        given = environment_names(api.name, scheme) if names is None else names
        named.append(replace(scheme, environment=given))
    return tuple(replace(each, environment=_own_names(each, named)) for each in named)


def _own_names(scheme: SecurityScheme, schemes: Sequence[SecurityScheme]) -> tuple[str, ...]:
    """Beside a single secret of another name only the closest names: a key is no token."""
    names = scheme.environment
    singles = [each.environment for each in schemes if each.kind in _SINGLE and each.environment]
    others = {each[0] for each in singles} - set(names[:1])
    if scheme.kind not in _SINGLE or not others or len(names) < 3:
        return names
    own = _KIND.sub("", f"_{scheme.python.strip('_')}".upper())
    close = [name for at, name in enumerate(names) if at < 2 or name.endswith(own)]
    return tuple(name for name in close if name not in others)


def _is_other_secret(api: Api, first: SecurityScheme, second: SecurityScheme) -> bool:
    return {first.kind, second.kind} <= _SINGLE and not _are_alternatives(api, first, second)


def _are_alternatives(api: Api, first: SecurityScheme, second: SecurityScheme) -> bool:
    for operation in api.operations:
        sets = [{use.scheme for use in requirement} for requirement in operation.security]
        if any(first.name in each and second.name in each for each in sets):
            return False
        alone = [each for each in sets if len(each & {first.name, second.name}) == 1]
        if len({min(each & {first.name, second.name}) for each in alone}) == 2:
            return True
    return False


def _declared(extensions: Mapping[str, Any], scheme: str) -> tuple[str, ...] | None:
    named = mapping(extensions, _EXTENSION)
    holder, key = (named, scheme) if named else (extensions, _EXTENSION)
    single = text(holder, key)
    return (single,) if single else texts(holder, key) or None
