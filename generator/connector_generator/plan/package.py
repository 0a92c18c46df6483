"""What the templates consume: every file of a package with each of its parts decided.

Text of the description (``doc`` and ``Doc``) is plain ``str`` and has to pass a docstring filter;
all that is printed as it is has the type :class:`~connector_generator.plan.code.Code`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from connector_generator.plan.bindings import Imports
from connector_generator.plan.code import Code


@dataclass(frozen=True, slots=True)
class Doc:
    """The parts of a method's docstring, as the description has them."""

    summary: str
    description: str = ""
    remark: str = ""
    arguments: tuple[tuple[Code, str], ...] = ()
    see: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a model or a key of a TypedDict; ``default`` is empty where it has none."""

    name: Code
    annotation: Code
    default: Code
    doc: str


@dataclass(frozen=True, slots=True)
class ModelClass:
    """A pydantic model."""

    name: Code
    bases: tuple[Code, ...]
    doc: str
    fields: tuple[Field, ...]
    kind: Literal["model"] = "model"


@dataclass(frozen=True, slots=True)
class TypedDictClass:
    """A TypedDict whose keys are identifiers."""

    name: Code
    bases: tuple[Code, ...]
    doc: str
    fields: tuple[Field, ...]
    kind: Literal["typed_dict"] = "typed_dict"


@dataclass(frozen=True, slots=True)
class TypedDictCall:
    """A TypedDict some of whose keys are no identifiers; ``items`` are two literals each."""

    name: Code
    base: Code
    doc: str
    items: tuple[tuple[Code, Code], ...]
    kind: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class TypeAliasing:
    """A named type that is not an object; ``value`` is a quoted annotation."""

    name: Code
    base: Code
    value: Code
    doc: str


ParamsDefinition: TypeAlias = TypedDictClass | TypedDictCall


@dataclass(frozen=True, slots=True)
class AliasBlock:
    """The aliases of a module. ``wide`` ones have lines that no formatter knows where to break."""

    aliases: tuple[TypeAliasing, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One module of the models package."""

    stem: Code
    doc: str
    imports: Imports
    block: AliasBlock
    definitions: tuple[ModelClass, ...]

    @property
    def path(self) -> Code:
        """The module, relative to its package."""
        return Code(f".{self.stem}")

    @property
    def names(self) -> tuple[Code, ...]:
        """Everything the module defines."""
        return (
            *(each.name for each in self.block.aliases),
            *(each.name for each in self.definitions),
        )


@dataclass(frozen=True, slots=True)
class ModelsPackage:
    """The models package: its modules and the index of names."""

    imports: Imports
    lazy_models: Code
    modules: tuple[ModelModule, ...]


@dataclass(frozen=True, slots=True)
class ParamsModule:
    """The TypedDicts of request bodies."""

    imports: Imports
    block: AliasBlock
    definitions: tuple[ParamsDefinition, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method; ``default`` is empty where the argument is required."""

    name: Code
    annotation: Code
    default: Code


@dataclass(frozen=True, slots=True)
class StreamedMethod:
    """What a method returns where its reply is a stream."""

    item: Code
    type: Code
    async_type: Code
    overload: Code
    """The decorator; empty where the reply is a stream whatever the arguments."""
    switched: tuple[Argument, Argument]
    """The argument that decides: as it stands for a stream, and for a whole reply."""


@dataclass(frozen=True, slots=True)
class Method:
    """One operation as a method, in both worlds.

    Methods that give a page are not coroutines: the result is awaitable and iterable.
    """

    name: Code
    operation: Code
    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    returns: tuple[Code, ...]
    """The type; of a page its item and its reply; none where the reply is always a stream."""
    paged: Code
    """The type of a page; empty where the method returns something else."""
    async_paged: Code
    deprecated: Code
    """A literal for the decorator; empty where the operation is not deprecated."""
    doc: Doc
    stream: StreamedMethod | None
    readable: bool
    """Whether callers may want to read the reply while it comes."""


@dataclass(frozen=True, slots=True)
class Child:
    """A resource as an attribute; ``module`` is empty where it stands in the same module."""

    attribute: Code
    class_name: Code
    async_class_name: Code
    module: Code
    doc: str


@dataclass(frozen=True, slots=True)
class ResourceBases:
    """What classes are made of, as their module spells it; empty where it is not used."""

    base: Code
    async_base: Code
    raw: Code
    async_raw: Code
    streamed: Code
    async_streamed: Code
    cached_property: Code
    property: Code
    deprecated: Code


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """A resource, or the client itself: its sync and async class, and their raw twins."""

    name: Code
    async_name: Code
    raw_name: Code
    async_raw_name: Code
    streamed_name: Code
    async_streamed_name: Code
    doc: str
    async_doc: str
    client: Code
    """The client, as an expression inside of a method."""
    children: tuple[Child, ...]
    methods: tuple[Method, ...]

    @property
    def readable(self) -> tuple[Method, ...]:
        """The methods whose reply callers may want to read while it comes."""
        return tuple(method for method in self.methods if method.readable)


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A resource of the client with all resources below it."""

    stem: Code
    doc: str
    imports: Imports
    bases: ResourceBases
    classes: tuple[ResourceClass, ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The two clients."""

    doc: str
    imports: Imports
    bases: ResourceBases
    connector: Code
    credentials: Code
    settings: Code
    parameters: tuple[Argument, ...]
    wire: tuple[tuple[Code, Code], ...]
    root: ResourceClass


@dataclass(frozen=True, slots=True)
class MockClass:
    """A client for tests, and the client that it is."""

    name: Code
    base: Code


@dataclass(frozen=True, slots=True)
class MockModule:
    """The clients for tests."""

    doc: str
    imports: Imports
    classes: tuple[MockClass, ...]
    connector: Code
    mock: Code
    mock_of: Code
    credentials: Code
    settings: Code
    integer: Code
    parameters: tuple[Argument, ...]
    wire: tuple[tuple[Code, Code], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of the reference in the README."""

    operation: str
    complexity: int
    summary: str
    snippet: Code


@dataclass(frozen=True, slots=True)
class ReferenceSection:
    """The operations of one resource."""

    title: str
    rows: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Credential:
    """One way to authenticate, with the environment variables that hold its credential."""

    kind: str
    environment: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Readme:
    """The facts of the README."""

    title: str
    version: str
    description: str
    import_name: Code
    class_name: Code
    variable: Code
    credentials: tuple[Credential, ...]
    parameters: tuple[tuple[str, str], ...]
    base_url: str
    first_call: Reference | None
    first_list: Reference | None
    sections: tuple[ReferenceSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePlan:
    """A whole package. ``facts`` is the section ``connector`` of its manifest."""

    name: Code
    doc: str
    class_prefix: Code
    client: ClientModule
    mock: MockModule
    resources: tuple[ResourceModule, ...]
    models: ModelsPackage
    params: ParamsModule
    readme: Readme
    operations: tuple[Mapping[str, Any], ...]
    schemas: tuple[Mapping[str, Any], ...]
    facts: Mapping[str, Any]
