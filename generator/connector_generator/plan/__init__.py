"""What to emit: files, imports, classes and methods, decided once before any text is written."""

from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.api import Api
from connector_generator.plan.annotations import model_view, request_view
from connector_generator.plan.client import plan_client
from connector_generator.plan.code import identifier
from connector_generator.plan.enumerations import name_long_enumerations
from connector_generator.plan.facts import connector_facts
from connector_generator.plan.methods import Views
from connector_generator.plan.mock import plan_mock
from connector_generator.plan.models import plan_models
from connector_generator.plan.package import PackagePlan
from connector_generator.plan.params import plan_params
from connector_generator.plan.project import ProjectPlan, plan_project
from connector_generator.plan.readme import plan_readme
from connector_generator.plan.resources import plan_resources, tree
from connector_generator.plan.schemas import schema_lines
from connector_generator.plan.table import operation_lines
from connector_generator.plan.usage import usage

__all__ = ["PackagePlan", "ProjectPlan", "plan", "plan_project"]


def plan(api: Api, diagnostics: Diagnostics, *, home: str = "generated") -> PackagePlan:
    """The whole package of a connector; what degrades is reported in ``diagnostics``.

    ``home`` is the package it is imported from; empty: it stands alone.
    """
    operations, schemas = operation_lines(api, model_view(api.types)), schema_lines(api)
    api = name_long_enumerations(api)
    used = usage(api)
    shared = frozenset(used.replies)
    views = Views(
        api.types,
        request_view(api.types, shared, "params."),
        model_view(api.types, "models."),
    )
    models = model_view(api.types)
    resources = tree(api)
    return PackagePlan(
        name=identifier(api.name),
        doc=f"{api.title} {api.version}.",
        class_prefix=identifier(api.class_prefix),
        client=plan_client(api, resources, views),
        mock=plan_mock(api, views),
        resources=plan_resources(resources, views),
        models=plan_models(api, used.replies, diagnostics),
        params=plan_params(api, used.requests, shared),
        readme=plan_readme(api, resources, views, home),
        operations=operations,
        schemas=schemas,
        facts=connector_facts(api, models),
    )
