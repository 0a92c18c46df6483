"""Security schemes and requirements."""

from collections.abc import Iterable
from typing import Literal, cast

from connector_generator.ir.api import (
    SIGNATURE_V4,
    SecurityRequirement,
    SecurityScheme,
    SecurityUse,
)
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.reading import Node, mapping, text, texts

_SIGNER = (
    "Requests are signed: `AWSSignatureV4(access_key_id, secret_access_key, region, service)`."
)
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
    if _is_signed(scheme):
        return "http"
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
        location=cast(
            "Literal['header', 'query', 'cookie', '']",
            "" if _is_signed(scheme) else text(scheme, "in"),
        ),
        parameter="" if _is_signed(scheme) else text(scheme, "name"),
        http_scheme=SIGNATURE_V4 if _is_signed(scheme) else text(scheme, "scheme"),
        token_url=_first(flows, "tokenUrl"),
        authorization_url=_first(flows, "authorizationUrl"),
        refresh_url=_first(flows, "refreshUrl"),
        openid_url=text(scheme, "openIdConnectUrl"),
        scopes=tuple(sorted({scope for flow in flows for scope in mapping(flow, "scopes")})),
        environment=texts(scheme, "x-connector-env"),
        description=text(scheme, "description") or (_SIGNER if _is_signed(scheme) else ""),
    )


def _is_signed(scheme: Node) -> bool:
    """Amazon's gateway describes its signatures as an API key, for want of a type of their own."""
    declared = text(scheme, "x-amazon-apigateway-authtype").lower()
    return text(scheme, "type") == "apiKey" and declared == "awssigv4"


def _first(flows: list[Node], key: str) -> str:
    return next((text(flow, key) for flow in flows if text(flow, key)), "")
