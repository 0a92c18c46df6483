"""The module of the two clients: construction, resources, operations without a resource."""

from collections.abc import Mapping
from dataclasses import replace

from connector_generator.ir.api import Api
from connector_generator.plan.annotations import annotation, either
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier, literal
from connector_generator.plan.methods import Views
from connector_generator.plan.package import Argument, Child, ClientModule
from connector_generator.plan.resources import (
    Tree,
    bases_of,
    children_of_client,
    plan_class,
    taken_by,
)

_SIBLINGS = ("CONNECTOR", "models", "params")


def plan_client(api: Api, resources: Tree, views: Views) -> ClientModule:
    """The client module; operations without a resource are methods of the client."""
    children = children_of_client(resources)
    bindings = _bindings(resources, children)
    root = replace(
        plan_class(resources[()], children, views, bindings),
        doc=f"Synchronous client of {api.title}.",
        async_doc=f"Asynchronous client of {api.title}.",
        client=Code("self"),
    )
    parameters = client_parameters(api, views)
    return ClientModule(
        doc=f"The clients of {api.title}.",
        bases=bases_of(bindings, ("Client", "AsyncClient"), [root]),
        connector=bindings.use("CONNECTOR"),
        credentials=bindings.bind("CredentialsInput | None", "typing"),
        settings=bindings.bind("Unpack[ClientSettings]", "typing"),
        parameters=optional_arguments(parameters, bindings),
        wire=tuple((literal(name), identifier(name)) for name in parameters),
        root=root,
        imports=bindings.imports(),
    )


def _bindings(resources: Tree, children: tuple[Child, ...]) -> Bindings:
    """The client's names; the classes of its children are imported when they are first used."""
    origins: dict[str, str] = {
        name: str(child.module)
        for child in children
        for name in (child.class_name, child.async_class_name)
    }
    own = taken_by([resources[()]]) | origins.keys()
    bindings = Bindings(own, origins, dict.fromkeys(_SIBLINGS, "."))
    for name in origins:
        bindings.use(name, "typing")
    return bindings


def client_parameters(api: Api, views: Views) -> dict[str, str]:
    """Client parameters and server variables, with their annotations."""
    given = {
        each.name.python: annotation(each.type, views.requests) for each in api.client_parameters
    }
    for server in api.servers:
        for variable in server.variables:
            given.setdefault(variable.name.python, "str")
    return given


def optional_arguments(parameters: Mapping[str, str], bindings: Bindings) -> tuple[Argument, ...]:
    """Arguments of a constructor that may be left out, by name and annotation."""
    return tuple(
        Argument(identifier(name), bindings.bind(either((type_, "None")), "typing"), Code("None"))
        for name, type_ in parameters.items()
    )
