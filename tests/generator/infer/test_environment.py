"""Environment variables of security schemes."""

from typing import Any

import pytest

from connector_generator.infer import environment_names, infer
from connector_generator.ir.api import SecurityScheme, SecurityUse
from tests.generator.infer.building import api, operation


def scheme(kind: Any, name: str = "auth", python: str = "", **more: str) -> SecurityScheme:
    return SecurityScheme(name=name, kind=kind, python=python or name.lower(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "first"),
    [
        (scheme("apiKey", "api_key"), ("STRIPE_API_KEY", "STRIPE_KEY")),
        (
            scheme("apiKey", "x", parameter="X-Access-Token"),
            ("STRIPE_TOKEN", "STRIPE_ACCESS_TOKEN"),
        ),
        (scheme("bearer"), ("STRIPE_TOKEN", "STRIPE_ACCESS_TOKEN")),
        (scheme("bearer", description="Bearer <api_key>"), ("STRIPE_API_KEY", "STRIPE_KEY")),
        (scheme("bearer", "ApiKeyAuth"), ("STRIPE_API_KEY", "STRIPE_KEY")),
        (scheme("basic"), ("STRIPE_USERNAME", "STRIPE_PASSWORD")),
        (scheme("basic", description="The API key is the user"), ("STRIPE_API_KEY", "STRIPE_KEY")),
        (scheme("basic", "accountSid_authToken"), ("STRIPE_ACCOUNT_SID", "STRIPE_AUTH_TOKEN")),
        (scheme("oauth2"), ("STRIPE_TOKEN", "STRIPE_ACCESS_TOKEN")),
    ],
)
def test_names(given: SecurityScheme, first: tuple[str, str]) -> None:
    assert environment_names("stripe", given)[:2] == first


def named(*schemes: SecurityScheme, security: list[list[str]], **document: Any) -> list[list[str]]:
    requirements = tuple(tuple(SecurityUse(name) for name in each) for each in security)
    found = infer(
        api(operation("GET", "/x", security=requirements), security_schemes=schemes),
        {"": {f"x-connector-{key}": value for key, value in document.items()}},
    )
    return [list(each.environment) for each in found.security_schemes]


def test_a_key_and_a_token_are_two_secrets() -> None:
    key, token = scheme("apiKey", "api_key"), scheme("apiKey", "api_token")
    first, second = named(key, token, security=[["api_key"], ["api_token"]])
    assert first[0] == "ACME_API_KEY"
    assert second[0] == "ACME_TOKEN"
    assert not set(first) & set(second)


def test_two_keys_that_are_sent_together_have_names_of_their_own() -> None:
    first, second = named(
        scheme("apiKey", "api_key"), scheme("apiKey", "app_key"), security=[["api_key", "app_key"]]
    )
    assert first[0] == "ACME_API_KEY"
    assert second == ["ACME_APP_KEY"]


def test_one_key_in_two_places_is_one_secret() -> None:
    first, second = named(
        scheme("apiKey", "query_key"),
        scheme("apiKey", "header_key"),
        security=[["query_key"], ["header_key"]],
    )
    assert first[0] == second[0] == "ACME_API_KEY"


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ("ACME_SECRET", ["ACME_SECRET"]),
        (["ACME_SECRET", "ACME"], ["ACME_SECRET", "ACME"]),
        ({"auth": "ACME_SECRET"}, ["ACME_SECRET"]),
        ({"auth": ["ACME_USER", "ACME_PASSWORD"]}, ["ACME_USER", "ACME_PASSWORD"]),
    ],
)
def test_declared(env: object, expected: list[str]) -> None:
    assert named(scheme("bearer"), security=[["auth"]], env=env) == [expected]
