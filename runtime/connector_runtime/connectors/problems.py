"""What is wrong with arguments and connections, in the words of whoever gave them."""

from collections.abc import Iterable, Mapping
from typing import Any

from connector_runtime.client.wire.problems import pointer_token
from connector_runtime.errors import ArgumentsInvalidError, CredentialsMissingError


class BrokenConnectorError(Exception):
    """A package or a file cannot be used; the text says why, for operators only."""


def invalid_argument(tokens: Iterable[str], problem: str) -> ArgumentsInvalidError:
    """An argument that cannot be sent; ``tokens`` lead to it from the arguments."""
    return _invalid("arguments", tuple(tokens), problem)


def invalid_setting(tokens: Iterable[str], problem: str) -> ArgumentsInvalidError:
    """A setting of a connection that has no meaning; ``tokens`` lead to it from the settings."""
    return _invalid("settings", tuple(tokens), problem)


def invalid_credentials(tokens: Iterable[str], problem: str) -> ArgumentsInvalidError:
    """Credentials that do not fit the connector; the problem shows nothing of them."""
    return _invalid("credentials", tuple(tokens), problem)


def _invalid(root: str, tokens: tuple[str, ...], problem: str) -> ArgumentsInvalidError:
    place = "/".join(tokens) or root
    pointer = "".join(f"/{pointer_token(each)}" for each in (root, *tokens))
    return ArgumentsInvalidError(f"{place}: {problem}", details={"pointer": pointer})


def credentials_missing(
    connector_id: str, schemes: Iterable[Mapping[str, Any]]
) -> CredentialsMissingError:
    """No credentials: what can be set, and how."""
    ways = [{"scheme": each["python"], "kind": each["kind"]} for each in schemes]
    command = f"connectors admin connection set {connector_id}"
    return CredentialsMissingError(
        f"No credentials configured for this integration: run {command}",
        details={"connector_id": connector_id, "set": ways, "command": command},
    )
