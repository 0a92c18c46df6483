"""Security schemes: what stands in a description otherwise than it is meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from connector_generator.pipeline import BuildRequest, analyse
from connector_generator.plan.annotations import model_view
from connector_generator.plan.facts import connector_facts
from connector_generator.stopwatch import Stopwatch
from connector_runtime.client.auth.choice import choose
from connector_runtime.client.auth.schemes import read_requirements, read_schemes
from connector_runtime.client.auth.wallet import environment_wallet
from connector_runtime.client.errors import CredentialsMissingError

SIGNED = {
    "type": "apiKey",
    "name": "Authorization",
    "in": "header",
    "x-amazon-apigateway-authtype": "awsSigv4",
}


def facts_of(folder: Path, scheme: dict[str, Any], server: str = "https://a.example/v1") -> Any:
    """What the manifest says of a description with one scheme."""
    document: dict[str, Any] = {
        "openapi": "3.0.3",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": server, "variables": {"tenant": {"default": "demo"}}}],
        "security": [{"login": []}],
        "paths": {"/x": {"get": {"responses": {"200": {"description": "d"}}}}},
        "components": {"securitySchemes": {"login": scheme}},
    }
    spec = folder / "acme.yaml"
    spec.write_text(yaml.safe_dump(document), encoding="utf-8")
    api = analyse(BuildRequest(specs=(str(spec),), output=folder), Stopwatch()).api
    return connector_facts(api, model_view(api.types))


def test_signatures_of_amazon_are_no_api_key(tmp_path: Path) -> None:
    (scheme,) = facts_of(tmp_path, SIGNED)["security_schemes"]
    assert (scheme["kind"], scheme["http_scheme"]) == ("http", "AWS4-HMAC-SHA256")
    assert not scheme.keys() & {"location", "parameter", "environment"}
    assert "AWSSignatureV4(" in scheme["description"]


def test_who_has_no_signing_key_is_told_what_to_give(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, SIGNED)
    requirements = read_requirements(facts["security"], read_schemes(facts))
    with pytest.raises(CredentialsMissingError, match=r"pass credentials=AWSSignatureV4\(\.\.\.\)"):
        choose(requirements, environment_wallet({"ACME_API_KEY": "k", "ACME_TOKEN": "t"}))


def test_other_keys_of_the_gateway_stay_keys(tmp_path: Path) -> None:
    (scheme,) = facts_of(tmp_path, {**SIGNED, "x-amazon-apigateway-authtype": "custom"})[
        "security_schemes"
    ]
    assert (scheme["kind"], scheme["parameter"]) == ("apiKey", "Authorization")


@pytest.mark.parametrize(
    ("written", "server", "whole"),
    [
        ("/oauth/token", "https://a.example/v1", "https://a.example/oauth/token"),
        ("token", "https://a.example/v1/", "https://a.example/v1/token"),
        ("../token", "https://a.example/v1/x", "https://a.example/token"),
        ("/token", "https://a.example/{tenant}", "https://a.example/token"),
        ("/token", "https://{tenant}.a.example", "/token"),
        ("/token", "/v1", "/token"),
        ("b.example/token", "https://a.example/v1", "b.example/token"),
        ("https://b.example/token", "https://a.example/v1", "https://b.example/token"),
    ],
)
def test_addresses_of_oauth_are_relative_to_the_server(
    tmp_path: Path, written: str, server: str, whole: str
) -> None:
    flow: dict[str, Any] = {
        "tokenUrl": written,
        "authorizationUrl": written,
        "refreshUrl": written,
        "scopes": {},
    }
    oauth: dict[str, Any] = {"type": "oauth2", "flows": {"authorizationCode": flow}}
    (scheme,) = facts_of(tmp_path, oauth, server)["security_schemes"]
    assert [scheme[f"{key}_url"] for key in ("token", "authorization", "refresh")] == [whole] * 3
    metadata = {"type": "openIdConnect", "openIdConnectUrl": written}
    (scheme,) = facts_of(tmp_path, metadata, server)["security_schemes"]
    assert scheme["openid_url"] == whole
