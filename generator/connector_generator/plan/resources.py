"""The tree of resources: which modules and classes there are, and what each holds."""

import keyword
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from connector_generator.ir.api import Api, Operation
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier
from connector_generator.plan.groups import module_name
from connector_generator.plan.methods import Views, plan_method
from connector_generator.plan.package import Child, ResourceBases, ResourceClass, ResourceModule

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """One node of the tree; the one with an empty path is the client."""

    path: Path
    class_name: str
    children: tuple[Path, ...]
    operations: tuple[Operation, ...]


Tree = Mapping[Path, Resource]


def tree(api: Api) -> Tree:
    """Every resource by its path, parents too, parents first."""
    operations: defaultdict[Path, list[Operation]] = defaultdict(list)
    for operation in api.operations:
        operations[operation.resource].append(operation)
    paths = {path[:length] for path in operations for length in range(len(path) + 1)} | {()}
    children: defaultdict[Path, list[Path]] = defaultdict(list)
    for path in sorted(paths - {()}):
        children[path[:-1]].append(path)
    return {
        path: Resource(
            path=path,
            class_name=_class_name(path, paths) if path else f"{api.class_prefix}Client",
            children=tuple(children[path]),
            operations=tuple(sorted(operations[path], key=lambda each: each.method_name)),
        )
        for path in sorted(paths)
    }


def _class_name(path: Path, paths: Iterable[Path]) -> str:
    """Joined words; an underscore keeps apart what would be the name of another resource."""
    joined = "_".join(path)
    ambiguous = len(path) > 1 and sum("_".join(other) == joined for other in paths) > 1
    words = ["".join(word[:1].upper() + word[1:] for word in name.split("_")) for name in path]
    name = ("_" if ambiguous else "").join(words)
    return f"{name}_" if keyword.iskeyword(name) else name


def plan_resources(resources: Tree, views: Views) -> tuple[ResourceModule, ...]:
    """One module for each resource of the client, with the resources below it."""
    return tuple(_module(path, resources, views) for path in resources[()].children)


def _module(top: Path, resources: Tree, views: Views) -> ResourceModule:
    members = [each for path, each in resources.items() if path[:1] == top]
    bindings = Bindings(taken_by(members))
    classes = tuple(
        plan_class(
            each, tuple(_child(resources[path], "") for path in each.children), views, bindings
        )
        for each in members
    )
    return ResourceModule(
        stem=stem_of(top),
        doc=_doc(top),
        bases=bases_of(bindings, ("Resource", "AsyncResource"), classes),
        imports=bindings.imports(),
        classes=classes,
    )


def stem_of(path: Path) -> Code:
    """The file of a resource of the client."""
    name = path[0]
    reserved = keyword.iskeyword(name) or module_name(name) == f"{name}_"
    return identifier(f"{name}_" if reserved else name)


def class_names(name: str) -> tuple[str, ...]:
    """The six classes of a resource."""
    twins = (name, f"{name}WithRawResponse", f"{name}WithStreamingResponse")
    return tuple(name for twin in twins for name in (twin, f"Async{twin}"))


def taken_by(members: Iterable[Resource]) -> frozenset[str]:
    """Every name that the classes of these resources define, or have as a member."""
    return frozenset(name for each in members for name in _defined(each))


def _defined(resource: Resource) -> Iterator[str]:
    yield from class_names(resource.class_name)
    yield from ("with_raw_response", "with_streaming_response")
    yield from (path[-1] for path in resource.children)
    yield from (operation.method_name for operation in resource.operations)


def children_of_client(resources: Tree) -> tuple[Child, ...]:
    """The resources that are attributes of the client."""
    return tuple(
        _child(resources[path], f".resources.{stem_of(path)}") for path in resources[()].children
    )


def _child(resource: Resource, module: str) -> Child:
    return Child(
        attribute=identifier(resource.path[-1]),
        class_name=identifier(resource.class_name),
        async_class_name=identifier(f"Async{resource.class_name}"),
        module=Code(module),
        doc=_doc(resource.path),
    )


def _doc(path: Path) -> str:
    return f"The operations of `client.{'.'.join(path)}`."


def plan_class(
    resource: Resource, children: tuple[Child, ...], views: Views, bindings: Bindings
) -> ResourceClass:
    """The classes of a resource below the client."""
    name, async_name, raw, async_raw, streamed, async_streamed = map(
        identifier, class_names(resource.class_name)
    )
    return ResourceClass(
        name=name,
        async_name=async_name,
        raw_name=raw,
        async_raw_name=async_raw,
        streamed_name=streamed,
        async_streamed_name=async_streamed,
        doc=_doc(resource.path),
        async_doc=_doc(resource.path),
        client=Code("self._client"),
        children=children,
        methods=tuple(plan_method(each, views, bindings) for each in resource.operations),
    )


def bases_of(
    bindings: Bindings, bases: tuple[str, str], classes: Sequence[ResourceClass]
) -> ResourceBases:
    """What the classes are made of; only what they use is imported."""
    methods = any(each.methods for each in classes)
    readable = any(each.readable for each in classes)
    children = any(each.children for each in classes)
    deprecated = any(method.deprecated for each in classes for method in each.methods)
    return ResourceBases(
        base=bindings.use(bases[0]),
        async_base=bindings.use(bases[1]),
        raw=bindings.use("raw") if methods else Code(""),
        async_raw=bindings.use("async_raw") if methods else Code(""),
        streamed=bindings.use("streamed") if readable else Code(""),
        async_streamed=bindings.use("async_streamed") if readable else Code(""),
        cached_property=bindings.use("cached_property") if children else Code(""),
        property=bindings.use("property") if methods else Code(""),
        deprecated=bindings.use("deprecated") if deprecated else Code(""),
    )
