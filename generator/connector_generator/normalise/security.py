"""Repair security schemes, and the requirements that name them."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from connector_generator.location import escape
from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text

_FLOWS = {"implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"}
_URLS = frozenset({"authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"})
_FLOW_NAMES = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def repair_security(draft: Draft) -> None:
    """Clean the schemes and the document's own requirements."""
    schemes = draft.section("securitySchemes")
    for name in list(schemes):
        pointer = f"/components/securitySchemes/{escape(name)}"
        scheme = schemes[name]
        if is_node(scheme) and text(scheme.get("type")):
            schemes[name] = _scheme(draft, scheme, pointer)
        else:
            draft.warn("invalid-security-scheme", pointer, "a scheme needs a `type`; left out")
            del schemes[name]
    draft.root["security"] = requirements(draft, draft.root.get("security"), "/security") or []


def requirements(draft: Draft, value: Any, pointer: str) -> list[Node] | None:
    """A list of security requirements; None where nothing (or nothing usable) is said."""
    if value is None:
        return None
    if is_node(value):
        value = [value]
        draft.warn("invalid-security", pointer, "`security` is no list; read as one requirement")
    if not is_list(value):
        draft.warn("invalid-security", pointer, "`security` is not a list; left out")
        return None
    result = [
        requirement
        for index, entry in enumerate(value)
        if (requirement := _requirement(draft, entry, f"{pointer}/{index}")) is not None
    ]
    return result if result or not value else None


def _requirement(draft: Draft, entry: Any, pointer: str) -> Node | None:
    if isinstance(entry, str):
        entry = {entry: []}
    if not is_node(entry):
        draft.warn("invalid-security", pointer, "a requirement is a map of schemes; left out")
        return None
    schemes = draft.section("securitySchemes")
    requirement: Node = {}
    for name, scopes in entry.items():
        if name not in schemes:
            draft.warn(
                "unknown-security-scheme",
                pointer,
                f"the security scheme {name!r} is not declared; this requirement is left out",
                "declare it under components.securitySchemes",
            )
            return None
        if not is_list(scopes):
            draft.warn("security-scope-null", pointer, f"the scopes of {name!r} are not a list")
            scopes = [scopes] if isinstance(scopes, str) else []
        requirement[name] = [text(scope) for scope in scopes if text(scope)]
    return requirement


def _scheme(draft: Draft, scheme: Node, pointer: str) -> Node:
    result: Node = {}
    for key, value in scheme.items():
        if key.startswith("x-") or isinstance(value, str):
            result[key] = value
    if text(result.get("openIdConnectUrl")):
        result["openIdConnectUrl"] = _absolute(draft, result["openIdConnectUrl"])
    if is_node(scheme.get("flows")):
        result["flows"] = _flows(draft, scheme["flows"], pointer)
    if result["type"].lower() in ("apikey", "api_key"):
        result["type"] = "apiKey"
        if result.get("in") not in ("header", "query", "cookie") or not result.get("name"):
            draft.warn("invalid-security-scheme", pointer, "an API key needs `name` and `in`")
            result.setdefault("name", "Authorization")
            result["in"] = result["in"] if result.get("in") in ("query", "cookie") else "header"
    elif result["type"] == "http" and not result.get("scheme"):
        draft.warn("invalid-security-scheme", pointer, "`scheme` is missing; read as bearer")
        result["scheme"] = "bearer"
    return result


def _absolute(draft: Draft, url: str) -> str:
    """A URL that is relative to the server's, as a whole one (RFC 3986, section 5).

    It stays as it is where the server's host is known to each client only: a secret must not be sent
    to the host of the example.
    """
    first = url.partition("/")[0]
    if not url or ":" in first or ("." in first and first.strip(".")):
        return url
    base = next((text(each.get("url")) for each in draft.root.get("servers", ())), "")
    whole = urljoin(base, url)
    return whole if urlsplit(whole).netloc and "{" not in whole else url


def _flows(draft: Draft, flows: Node, pointer: str) -> Node:
    result: Node = {key: value for key, value in flows.items() if key.startswith("x-")}
    for key, flow in flows.items():
        name = _FLOW_NAMES.get(key, key)
        if name not in _FLOWS or not is_node(flow):
            if not key.startswith("x-"):
                draft.warn("invalid-security-scheme", pointer, f"unknown OAuth flow {key!r}")
            continue
        result[name] = {k: v for k, v in flow.items() if isinstance(v, str) or k.startswith("x-")}
        for url in _URLS & flow.keys():
            result[name][url] = _absolute(draft, text(flow[url]))
        scopes = flow.get("scopes")
        if is_list(scopes):
            result[name]["scopes"] = {text(scope): "" for scope in scopes if text(scope)}
        else:
            given: Node = scopes if is_node(scopes) else {}
            result[name]["scopes"] = {scope: text(value) for scope, value in given.items()}
    return result
