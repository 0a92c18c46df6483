"""The normalised tree as openapi-pydantic objects, for stages that prefer types to a tree."""

from typing import Any

from openapi_pydantic import OpenAPI
from pydantic import ValidationError

from connector_generator.diagnostics import InputError
from connector_generator.location import pointer
from connector_generator.normalise.document import NormalisedDocument
from connector_generator.normalise.draft import Node, is_node


def parse(document: NormalisedDocument) -> OpenAPI:
    """Read a normalised document; unknown keys and ``x-*`` survive as extra attributes.

    Component schemas are left out: they are plain forms already, and there are thousands of them.
    What OpenAPI 3.2 added stays reachable under its key (``query``, ``additionalOperations``,
    ``itemSchema``); a parameter in ``querystring`` reads as one in ``query``.
    """
    components: Node = {**document.root["components"], "schemas": {}}
    try:
        return OpenAPI.model_validate(_readable({**document.root, "components": components}))
    except ValidationError as error:
        first = error.errors()[0]
        place = pointer(first["loc"])
        raise InputError(
            "unreadable-document",
            document.locate(place),
            f"{place}: {first['msg']}",
            "correct this part of the document",
        ) from None


def _readable(root: Node) -> Node:
    """The tree without the one enumeration value that openapi-pydantic does not know."""
    paths = {key: _item(item) for key, item in root["paths"].items()}
    webhooks = {key: _item(item) for key, item in root["webhooks"].items()}
    return {**root, "paths": paths, "webhooks": webhooks}


def _item(item: Node) -> Node:
    if not any(
        parameter["in"] == "querystring"
        for operation in item.values()
        if is_node(operation)
        for parameter in operation.get("parameters", ())
    ):
        return item
    return {key: _operation(value) for key, value in item.items()}


def _operation(value: Any) -> Any:
    if not is_node(value) or "parameters" not in value:
        return value
    parameters = [
        (
            {**parameter, "in": "query", "x-connector-in": "querystring"}
            if parameter["in"] == "querystring"
            else parameter
        )
        for parameter in value["parameters"]
    ]
    return {**value, "parameters": parameters}
