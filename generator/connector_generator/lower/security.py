"""Security schemes and requirements."""

from collections.abc import Iterable
from typing import Literal, cast

from connector_generator.ir.api import SecurityRequirement, SecurityScheme, SecurityUse
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.reading import Node, mapping, text, texts

_Kind = Literal["apiKey", "basic", "bearer", "oauth2", "openIdConnect", "mutualTLS", "http"]


def lower_requirements(requirements: Iterable[Node]) -> tuple[SecurityRequirement, ...]:
    """Any of (all of) the schemes, as the Security Requirement Objects say."""
    return tuple(
        tuple(SecurityUse(scheme, texts(requirement, scheme)) for scheme in requirement)
        for requirement in requirements
    )


def lower_schemes(components: Node) -> tuple[SecurityScheme, ...]:
    """The schemes of ``components.securitySchemes``, in the document's order."""
    schemes = mapping(components, "securitySchemes")
    names = allocate_members(tuple(schemes), reserved=())
    return tuple(_scheme(name.wire, name.python, schemes[name.wire]) for name in names)


def _kind(scheme: Node) -> _Kind:
    if text(scheme, "type") != "http":
        return cast("_Kind", text(scheme, "type"))
    name = text(scheme, "scheme").lower()
    return cast("_Kind", name) if name in {"basic", "bearer"} else "http"


def _scheme(wire: str, python: str, scheme: Node) -> SecurityScheme:
    declared = mapping(scheme, "flows")
    names = sorted(declared, key=lambda name: name != "authorizationCode")
    flows = [mapping(declared, name) for name in names]
    return SecurityScheme(
        name=wire,
        kind=_kind(scheme),
        python=python,
        location=cast("Literal['header', 'query', 'cookie', '']", text(scheme, "in")),
        parameter=text(scheme, "name"),
        http_scheme=text(scheme, "scheme"),
        token_url=_first(flows, "tokenUrl"),
        authorization_url=_first(flows, "authorizationUrl"),
        refresh_url=_first(flows, "refreshUrl"),
        openid_url=text(scheme, "openIdConnectUrl"),
        scopes=tuple(sorted({scope for flow in flows for scope in mapping(flow, "scopes")})),
        environment=texts(scheme, "x-connector-env"),
        description=text(scheme, "description"),
    )


def _first(flows: list[Node], key: str) -> str:
    return next((text(flow, key) for flow in flows if text(flow, key)), "")
