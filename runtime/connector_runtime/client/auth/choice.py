"""Which of an operation's security requirements is used: the first that the credentials satisfy."""

from collections.abc import Iterable
from typing import NamedTuple

from connector_runtime.client.auth.schemes import Requirement, Scheme
from connector_runtime.client.auth.wallet import CERTIFICATE, Wallet, ways
from connector_runtime.client.credentials import SecretInput
from connector_runtime.client.errors import CredentialsMissingError

_SIGNATURE_V4 = "AWS4-HMAC-SHA256"
"""Written here, as most programs never load the module that signs."""


class Choice(NamedTuple):
    """The schemes to use, each with its secret."""

    schemes: tuple[Scheme, ...] = ()
    secrets: tuple[SecretInput, ...] = ()


def choose(
    requirements: tuple[Requirement, ...],
    wallet: Wallet,
    *,
    certificate: bool = False,
    headers: frozenset[str] = frozenset(),
) -> Choice:
    """The first requirement that can be met; the one that asks for nothing comes last.

    ``headers`` are those the caller writes (lower case): a scheme whose header is among them is
    met by the caller. Raises :class:`CredentialsMissingError`.
    """
    if not requirements:
        return Choice()
    for requirement in requirements:
        if not requirement:
            continue
        rest = tuple(each for each in requirement if not each.header or each.header not in headers)
        tls = tuple(each for each in rest if each.kind == "mutualTLS")
        asked = tuple(each for each in rest if each.kind != "mutualTLS")
        if tls and not certificate:
            continue
        secrets = wallet(asked)
        if secrets is not None:
            return Choice(asked, secrets)
    if () in requirements:
        return Choice()
    raise _missing(requirements)


def _missing(requirements: tuple[Requirement, ...]) -> CredentialsMissingError:
    ways = [_way(requirement) for requirement in requirements]
    first = _variables(requirements[0])
    advice = f"set {' and '.join(first)}, or pass" if first else "pass"
    login = next((each for group in requirements for each in group if each.takes_login), None)
    return CredentialsMissingError(
        f"no credentials: {advice} credentials={' or credentials='.join(dict.fromkeys(ways))}"
        + (f", or run: connectors login {login.connector}" if login else ""),
        environment=first,
    )


def _way(requirement: Iterable[Scheme]) -> str:
    schemes = tuple(requirement)
    if any(each.kind == "mutualTLS" for each in schemes):
        return f"... with cert= ({CERTIFICATE})"
    if len(schemes) == 1 and schemes[0].kind != "basic":
        return _shape(schemes[0])
    return f"Credentials({', '.join(f'{each.python}={_shape(each)}' for each in schemes)})"


def _shape(scheme: Scheme) -> str:
    if scheme.http_scheme == _SIGNATURE_V4:
        return "AWSSignatureV4(...)"
    return '("user", "password")' if scheme.kind == "basic" else '"..."'


def _variables(requirement: Requirement) -> tuple[str, ...]:
    """The variables to set, by the way that is tried first."""
    return tuple(
        name
        for scheme in requirement
        for way in ways(scheme.kind, scheme.environment)[:1]
        for name in way
    )
