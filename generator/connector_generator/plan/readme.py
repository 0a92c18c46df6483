"""The facts of a package's README: credentials, a first call, a line for every operation."""

from collections.abc import Iterable, Mapping

from connector_generator.ir.api import Api, Operation
from connector_generator.plan.code import Code, identifier
from connector_generator.plan.methods import Input, Views, inputs
from connector_generator.plan.package import Credential, Readme, Reference, ReferenceSection
from connector_generator.plan.resources import Tree


def plan_readme(api: Api, resources: Tree, views: Views, home: str) -> Readme:
    """Everything the README says; ``home`` is the package that the connector is imported from."""
    variable = identifier(api.name)
    rows = {operation.name.python: _row(operation, variable, views) for operation in api.operations}
    return Readme(
        title=api.title,
        version=api.version,
        description=api.description,
        import_name=Code(".".join(filter(None, (home, identifier(api.name))))),
        class_name=identifier(f"{api.class_prefix}Client"),
        variable=variable,
        credentials=tuple(
            Credential(scheme.kind, scheme.environment, scheme.description)
            for scheme in api.security_schemes
        ),
        parameters=_parameters(api),
        base_url=api.servers[0].url if api.servers else "",
        first_call=_first(api.operations, rows, paged=False),
        first_list=_first(api.operations, rows, paged=True),
        sections=tuple(
            ReferenceSection(
                ".".join((str(variable), *resource.path)),
                tuple(rows[each.name.python] for each in resource.operations),
            )
            for resource in resources.values()
            if resource.operations
        ),
    )


def _parameters(api: Api) -> tuple[tuple[str, str], ...]:
    given = {each.name.python: each.description for each in api.client_parameters}
    for server in api.servers:
        for variable in server.variables:
            given.setdefault(variable.name.python, variable.description)
    return tuple(given.items())


def _first(
    operations: Iterable[Operation], rows: Mapping[str, Reference], *, paged: bool
) -> Reference | None:
    """The read that asks for least."""
    reads = [
        rows[each.name.python]
        for each in operations
        if each.facts.complexity == 1
        and not each.deprecated
        and (each.facts.pagination is not None) == paged
    ]
    return min(reads, key=lambda row: (len(row.snippet), row.snippet), default=None)


def _row(operation: Operation, variable: str, views: Views) -> Reference:
    path = ".".join((variable, *operation.resource, operation.method_name))
    required = [each for each in inputs(operation, views) if each.required]
    arguments = ", ".join(_placeholder(each) for each in required)
    return Reference(
        operation=operation.name.python,
        complexity=int(operation.facts.complexity),
        summary=operation.summary or operation.description,
        snippet=Code(f"{path}({arguments})"),
    )


_PLACEHOLDERS = (
    ("list[", "[]"),
    ("dict[", "{}"),
    ("params.", "{}"),
    ("models.", "{}"),
    ("bool", "True"),
    ("int", "1"),
    ("float", "1.0"),
    ("bytes", 'b"..."'),
    ("FileInput", 'b"..."'),
)


def _placeholder(given: Input) -> str:
    """A value that shows the kind of the argument; words of the document are not repeated."""
    value = next(
        (text for kind, text in _PLACEHOLDERS if given.annotation.startswith(kind)), '"..."'
    )
    return value if given.positional else f"{given.name}={value}"
