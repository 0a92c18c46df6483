"""The connector as a whole, as the runtime reads it from the manifest."""

from typing import Any

from connector_generator.ir.api import Api, ClientParameter, SecurityScheme, Webhook
from connector_generator.plan.annotations import View, annotation
from connector_generator.plan.schemas import lean
from connector_generator.plan.table import (
    default_security,
    error_json,
    first_paragraph,
    security_json,
    server_json,
    some,
)


def connector_facts(api: Api, models: View) -> dict[str, Any]:
    """The section ``connector`` of ``connector.json``."""
    return {
        "name": api.name,
        "title": api.title,
        "version": api.version,
        "class_prefix": api.class_prefix,
        "docs_url": api.docs_url,
        "servers": [server_json(server) for server in api.servers],
        "security_schemes": [scheme_json(scheme) for scheme in api.security_schemes],
        "security": security_json(default_security(api.operations)),
        "client_parameters": [_parameter(parameter) for parameter in api.client_parameters],
        "webhooks": [_webhook(webhook, models) for webhook in api.webhooks],
        "error": error_json(api.error),
    } | some({"sandbox": dict(api.sandbox)})


def scheme_json(scheme: SecurityScheme) -> dict[str, Any]:
    """A security scheme without what is not known of it."""
    return some(
        {
            "name": scheme.name,
            "kind": scheme.kind,
            "python": scheme.python,
            "location": scheme.location,
            "parameter": scheme.parameter,
            "http_scheme": scheme.http_scheme,
            "token_url": scheme.token_url,
            "authorization_url": scheme.authorization_url,
            "refresh_url": scheme.refresh_url,
            "openid_url": scheme.openid_url,
            "scopes": list(scheme.scopes),
            "environment": list(scheme.environment),
            "description": first_paragraph(scheme.description),
        }
    )


def _parameter(parameter: ClientParameter) -> dict[str, Any]:
    return some(
        {
            "name": parameter.name.python,
            "wire": parameter.name.wire,
            "location": parameter.location,
            "default": parameter.default,
            "required": parameter.required,
            "environment": list(parameter.environment),
            "description": first_paragraph(parameter.description),
            "evidence": list(parameter.evidence),
        }
    )


def _webhook(webhook: Webhook, models: View) -> dict[str, Any]:
    model = annotation(webhook.type, models) if webhook.type else ""
    return some(
        {
            "name": webhook.name.python,
            "wire": webhook.name.wire,
            "model": model,
            "summary": webhook.summary,
            "content": {key: lean(schema) for key, schema in webhook.content.items()},
            "pointer": webhook.pointer,
        }
    )
