"""Security schemes as the runtime reads them from the connector's facts."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Scheme(NamedTuple):
    """One way to authenticate (OpenAPI 3.1, Security Scheme Object)."""

    name: str
    """As in the document."""
    python: str
    """The keyword of ``Credentials``."""
    kind: str
    location: str
    parameter: str
    http_scheme: str
    token_url: str
    environment: tuple[str, ...]
    connector: str = ""
    """The connector's name; tokens of ``connectors login`` are kept by it."""
    authorization_url: str = ""
    refresh_url: str = ""
    openid_url: str = ""
    """Of the provider's metadata (OpenID Connect Discovery 1.0)."""
    scopes: tuple[str, ...] = ()
    """All that the description names."""

    @property
    def gives_tokens(self) -> bool:
        """Whether it is met by an access token that an authorization server gives."""
        return self.kind in ("oauth2", "openIdConnect")

    @property
    def takes_login(self) -> bool:
        """Whether the description says where a user consents."""
        return self.gives_tokens and bool(self.authorization_url or self.openid_url)

    @property
    def header(self) -> str:
        """The header it writes, in lower case; empty when it writes none."""
        if self.kind == "apiKey":
            return self.parameter.lower() if self.location == "header" else ""
        return "" if self.kind == "mutualTLS" else "authorization"


Requirement = tuple[Scheme, ...]
"""All of these together; empty: no credentials are needed."""


def read_schemes(facts: Mapping[str, Any]) -> dict[str, Scheme]:
    """The schemes of a connector by their name in the document."""
    connector = facts.get("name") or ""
    return {item["name"]: _scheme(item, connector) for item in facts.get("security_schemes") or ()}


def _scheme(item: Mapping[str, Any], connector: str) -> Scheme:
    return Scheme(
        name=item["name"],
        python=item.get("python") or item["name"],
        kind=item.get("kind") or "",
        location=item.get("location") or "",
        parameter=item.get("parameter") or "",
        http_scheme=item.get("http_scheme") or "",
        token_url=item.get("token_url") or "",
        environment=tuple(item.get("environment") or ()),
        connector=connector,
        authorization_url=item.get("authorization_url") or "",
        refresh_url=item.get("refresh_url") or "",
        openid_url=item.get("openid_url") or "",
        scopes=tuple(item.get("scopes") or ()),
    )


def read_requirements(
    security: Iterable[Iterable[str]], schemes: Mapping[str, Scheme]
) -> tuple[Requirement, ...]:
    """Any of (all of). Requirements naming a scheme that does not exist cannot be met."""
    return tuple(
        tuple(schemes[name] for name in requirement)
        for requirement in security
        if all(name in schemes for name in requirement)
    )
