"""Which environment variables a connector reads, and which of them have to be set."""

from typing import Any

import pytest

from connector_runtime.client.variables import Variable, variables


def facts(**more: Any) -> dict[str, Any]:
    return {"name": "acme", "servers": [{"url": "https://acme.example"}], **more}


def scheme(kind: str, *names: str) -> dict[str, Any]:
    return {"kind": kind, "environment": [f"ACME_{name}" for name in names]}


def split(**more: Any) -> tuple[list[str], list[str]]:
    """The variables that are needed, and the others, without their prefix."""
    found = variables(facts(**more))
    names = [
        [each.name.removeprefix("ACME_") for each in found if each.needed is needed]
        for needed in (True, False)
    ]
    return names[0], names[1]


@pytest.mark.parametrize(
    ("given", "needed", "other"),
    [
        (scheme("bearer", "TOKEN", "ACCESS_TOKEN"), ["TOKEN"], ["ACCESS_TOKEN"]),
        (scheme("basic", "USERNAME", "PASSWORD"), ["USERNAME", "PASSWORD"], []),
        (
            scheme("basic", "USERNAME", "PASSWORD", "API_KEY"),
            ["USERNAME", "PASSWORD"],
            ["API_KEY"],
        ),
        (scheme("oauth2", "CLIENT_ID", "CLIENT_SECRET"), ["CLIENT_ID", "CLIENT_SECRET"], []),
        (
            scheme("oauth2", "TOKEN", "CLIENT_ID", "CLIENT_SECRET"),
            ["TOKEN"],
            ["CLIENT_ID", "CLIENT_SECRET"],
        ),
        (scheme("mutualTLS"), [], []),
    ],
)
def test_every_variable_of_a_scheme_is_known(
    given: dict[str, Any], needed: list[str], other: list[str]
) -> None:
    assert split(security_schemes=[given]) == (needed, [*other, "BASE_URL"])


def test_a_variable_that_two_schemes_share_is_listed_once() -> None:
    schemes = [scheme("basic", "API_KEY", "KEY"), scheme("bearer", "KEY", "API_KEY")]
    assert split(security_schemes=schemes) == (["API_KEY", "KEY"], ["BASE_URL"])


def test_parameters_are_needed_when_the_vendor_has_no_default() -> None:
    parameters = [
        {"name": "account", "environment": ["ACME_ACCOUNT"]},
        {"name": "version", "environment": ["ACME_VERSION"], "default": "2024-01-01"},
    ]
    assert split(client_parameters=parameters) == (["ACCOUNT"], ["VERSION", "BASE_URL"])


def test_a_server_variable_that_names_the_account_is_needed() -> None:
    server = {
        "url": "https://{shop}.{region}.example/v{version}",
        "variables": [
            {"name": "shop", "default": "your-shop"},
            {"name": "region", "default": "eu", "choices": ["eu", "us"]},
            {"name": "version", "default": "2"},
        ],
    }
    assert split(servers=[server]) == (["SHOP"], ["REGION", "VERSION", "BASE_URL"])


def test_without_a_complete_server_the_base_url_is_needed() -> None:
    assert variables(facts(servers=[{"url": "/api"}])) == (Variable("ACME_BASE_URL", True),)
    assert variables(facts(servers=[])) == (Variable("ACME_BASE_URL", True),)
