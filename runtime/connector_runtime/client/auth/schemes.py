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
    return {item["name"]: _scheme(item) for item in facts.get("security_schemes") or ()}


def _scheme(item: Mapping[str, Any]) -> Scheme:
    return Scheme(
        name=item["name"],
        python=item.get("python") or item["name"],
        kind=item.get("kind") or "",
        location=item.get("location") or "",
        parameter=item.get("parameter") or "",
        http_scheme=item.get("http_scheme") or "",
        token_url=item.get("token_url") or "",
        environment=tuple(item.get("environment") or ()),
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
