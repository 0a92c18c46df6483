"""The tree of resources: which modules and classes there are, and what each holds."""

import keyword
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from connector_generator.ir.api import Api, Operation
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier
from connector_generator.plan.groups import module_name
from connector_generator.plan.methods import Views, plan_method
from connector_generator.plan.package import Child, Method, ResourceBases, ResourceModule

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """One node of the tree."""

    path: Path
    stem: str
    class_name: str
    children: tuple[Path, ...]
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names a module gives away, which its imports must not use."""

    children: tuple[Child, ...]
    taken: frozenset[str]


def tree(api: Api) -> Mapping[Path, Resource]:
    """Every resource by its path, parents too; the empty path is the client itself."""
    operations: defaultdict[Path, list[Operation]] = defaultdict(list)
    for operation in api.operations:
        operations[operation.resource].append(operation)
    paths = {path[:length] for path in operations for length in range(len(path) + 1)} | {()}
    return {
        path: Resource(
            path=path,
            stem=_stem(path, paths),
            class_name=_class_name(path, paths),
            children=tuple(
                sorted(each for each in paths if each[:-1] == path and len(each) > len(path))
            ),
            operations=tuple(sorted(operations[path], key=lambda each: each.method_name)),
        )
        for path in sorted(paths)
    }


def _ambiguous(path: Path, paths: Iterable[Path]) -> bool:
    """Whether joining with one underscore gives the name of another resource."""
    joined = "_".join(path)
    return len(path) > 1 and sum("_".join(other) == joined for other in paths) > 1


def _stem(path: Path, paths: Iterable[Path]) -> str:
    stem = ("__" if _ambiguous(path, paths) else "_").join(path)
    return f"{stem}_" if keyword.iskeyword(stem) or module_name(stem) == f"{stem}_" else stem


def _class_name(path: Path, paths: Iterable[Path]) -> str:
    words = ["".join(word[:1].upper() + word[1:] for word in name.split("_")) for name in path]
    name = ("_" if _ambiguous(path, paths) else "").join(words)
    return f"{name}_" if keyword.iskeyword(name) else name


def plan_resource(
    resource: Resource, resources: Mapping[Path, Resource], views: Views
) -> ResourceModule:
    """The module of one resource."""
    names = names_of(resource, resources, ".")
    own = {f"{prefix}{resource.class_name}{suffix}" for prefix in ("", "Async") for suffix in _KINDS}
    bindings = Bindings(names.taken | own, origins_of(names.children))
    methods = tuple(plan_method(each, views, bindings) for each in resource.operations)
    bases = bases_of(bindings, ("Resource", "AsyncResource"), names, methods)
    return ResourceModule(
        stem=identifier(resource.stem),
        class_name=identifier(resource.class_name),
        doc=f"The operations of `client.{'.'.join(resource.path)}`.",
        imports=bindings.imports(),
        bases=bases,
        client=Code("self._client"),
        children=names.children,
        methods=methods,
    )


_KINDS = ("", "WithRawResponse")


def names_of(resource: Resource, resources: Mapping[Path, Resource], package: str) -> Names:
    """The children of a resource, and every name that its classes define."""
    children = tuple(_child(resources[path], package) for path in resource.children)
    taken = {each.method_name for each in resource.operations} | {"with_raw_response"}
    for child in children:
        taken |= {child.attribute, child.class_name, child.async_class_name}
    return Names(children, frozenset(taken))


def _child(resource: Resource, package: str) -> Child:
    return Child(
        attribute=identifier(resource.path[-1]),
        class_name=identifier(resource.class_name),
        async_class_name=identifier(f"Async{resource.class_name}"),
        module=Code(package + identifier(resource.stem)),
        doc=f"The operations of `client.{'.'.join(resource.path)}`.",
    )


def origins_of(children: Iterable[Child]) -> Mapping[str, str]:
    """Where the classes of children are imported from."""
    return {
        name: str(child.module)
        for child in children
        for name in (child.class_name, child.async_class_name)
    }


def bases_of(
    bindings: Bindings, bases: tuple[str, str], names: Names, methods: tuple[Method, ...]
) -> ResourceBases:
    """What the classes are made of; only what they use is imported."""
    for child in names.children:
        bindings.use(child.class_name, "typing")
        bindings.use(child.async_class_name, "typing")
    return ResourceBases(
        base=bindings.use(bases[0]),
        async_base=bindings.use(bases[1]),
        raw=bindings.use("raw") if methods else Code(""),
        async_raw=bindings.use("async_raw") if methods else Code(""),
        cached_property=bindings.use("cached_property") if names.children else Code(""),
        property=bindings.use("property") if methods else Code(""),
    )
