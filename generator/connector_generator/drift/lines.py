"""What both sides say in the words of a package's tables, brought into the form that is compared.

A built package holds these lines; of a description they are made as a build makes them.
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from connector_generator.drift.surface import Requirement, Scheme

Line = Mapping[str, Any]


def requirements_of(security: Iterable[Line]) -> frozenset[Requirement]:
    """Any of these, each all of its schemes."""
    return frozenset(
        frozenset((scheme, frozenset(cast("list[str]", scopes))) for scheme, scopes in each.items())
        for each in security
    )


def servers_of(servers: Iterable[Line]) -> tuple[str, ...]:
    """Each server's URL with the defaults of its variables written in."""
    texts: list[str] = []
    for server in servers:
        url: str = server["url"]
        for variable in server.get("variables", ()):
            wire = variable["wire"]
            url = url.replace(f"{{{wire}}}", f"{{{wire}={variable.get('default', '')}}}")
        texts.append(url.rstrip("/"))
    return tuple(texts)


def scheme_of(line: Line) -> Scheme:
    """A security scheme."""
    return Scheme(
        kind=line["kind"],
        location=line.get("location", ""),
        parameter=line.get("parameter", ""),
        http_scheme=line.get("http_scheme", "").lower(),
        token_url=line.get("token_url", ""),
        oauth_url=line.get("authorization_url", "") or line.get("openid_url", ""),
        scopes=frozenset(line.get("scopes", ())),
    )


def facts_of(line: Line) -> dict[str, Any]:
    """What a build reads out of an operation."""
    pagination: Line = line.get("pagination") or {}
    idempotency: Line | None = line.get("idempotency")
    return {
        "pagination": {k: v for k, v in pagination.items() if k != "evidence"},
        "stream": line.get("stream", ""),
        "idempotency": f"{idempotency['location']} {idempotency['field']}" if idempotency else "",
        "complexity": line.get("complexity", 4),
        "error": line.get("error") or {},
    }
