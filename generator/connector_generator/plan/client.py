"""The module of the two clients: construction, resources, operations without a resource."""

from collections.abc import Mapping

from connector_generator.ir.api import Api
from connector_generator.plan.annotations import annotation, either
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier, literal
from connector_generator.plan.methods import Views, plan_method
from connector_generator.plan.package import Argument, ClientModule
from connector_generator.plan.resources import Path, Resource, bases_of, names_of, origins_of


def plan_client(api: Api, resources: Mapping[Path, Resource], views: Views) -> ClientModule:
    """The client module; operations without a resource are methods of the client."""
    root = resources[()]
    names = names_of(root, resources, ".resources.")
    class_name = f"{api.class_prefix}Client"
    own = {f"{prefix}{class_name}{kind}" for prefix in ("", "Async") for kind in _KINDS}
    bindings = Bindings(
        names.taken | own, origins_of(names.children), dict.fromkeys(_SIBLINGS, ".")
    )
    parameters, wire = _parameters(api, views, bindings)
    methods = tuple(plan_method(each, views, bindings) for each in root.operations)
    bases = bases_of(bindings, ("Client", "AsyncClient"), names, methods)
    connector = bindings.use("CONNECTOR")
    credentials = bindings.bind("CredentialsInput | None", "typing")
    settings = bindings.bind("Unpack[ClientSettings]", "typing")
    return ClientModule(
        class_name=identifier(class_name),
        doc=f"The clients of {api.title}.",
        class_doc=f"Synchronous client of {api.title}.",
        async_class_doc=f"Asynchronous client of {api.title}.",
        imports=bindings.imports(),
        bases=bases,
        client=Code("self"),
        connector=connector,
        credentials=credentials,
        settings=settings,
        parameters=parameters,
        wire=wire,
        children=names.children,
        methods=methods,
    )


_KINDS = ("", "WithRawResponse")
_SIBLINGS = ("CONNECTOR", "models", "params")


def _parameters(
    api: Api, views: Views, bindings: Bindings
) -> tuple[tuple[Argument, ...], tuple[tuple[Code, Code], ...]]:
    """Client parameters and server variables, with the arguments they become."""
    wanted: dict[str, str] = {}
    for parameter in api.client_parameters:
        wanted.setdefault(parameter.name.python, annotation(parameter.type, views.requests))
    for server in api.servers:
        for variable in server.variables:
            wanted.setdefault(variable.name.python, "str")
    arguments = tuple(
        Argument(identifier(name), bindings.bind(either((type_, "None")), "typing"), Code("None"))
        for name, type_ in wanted.items()
    )
    return arguments, tuple((literal(name), identifier(name)) for name in wanted)
