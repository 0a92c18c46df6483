"""Names of connectors and documents."""

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.source.naming import connector_name, document_name, snake_case


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("stripe", "stripe"),
        ("GitHub", "git_hub"),
        ("DigitalOcean-public.v2", "digital_ocean_public_v2"),
        ("HTTPServer", "http_server"),
        ("crm-contact", "crm_contact"),
        ("1password", "api_1password"),
        ("import", "import_"),
        ("Café", "cafe"),
        ("__x__", "x"),
        ("日本", ""),
        ("x" * 100, "x" * 64),
    ],
)
def test_snake_case(text: str, name: str) -> None:
    assert snake_case(text) == name


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("specs/stripe.yaml", "stripe"),
        ("specs/github/openapi.json", "github"),
        ("specs/github/Swagger.yml", "github"),
        ("./box/api.json", "box"),
        ("spec.yaml", "spec"),
        ("https://example.com/v1/pets.json", "pets"),
        ("https://example.com/pets/openapi.json?x=1", "pets"),
        ("https://api.example.com/openapi.json", "example"),
        ("https://api.example.com", "example"),
    ],
)
def test_documents_are_named_after_their_files(location: str, name: str) -> None:
    assert document_name(location) == name


def test_a_given_name_wins_over_the_declared_one_over_the_file() -> None:
    root = {"x-connector-name": "Declared", "info": {"x-connector-name": "inner"}}
    assert connector_name(root, "file.yaml", "Given One") == "given_one"
    assert connector_name(root, "file.yaml") == "declared"
    assert connector_name({"info": root["info"]}, "file.yaml") == "inner"
    assert connector_name({"info": None}, "some-file.yaml") == "some_file"


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(InputError, match="no name"):
        connector_name({}, "file.yaml", "日本")
