"""The closed sum of types. Optional is a property's bit; nullable is a node of its own."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from connector_generator.ir.names import Name

JSON: TypeAlias = Any
Schema: TypeAlias = dict[str, Any]

ScalarKind: TypeAlias = Literal[
    "str", "int", "float", "bool", "Decimal", "datetime", "date", "time", "bytes", "UUID", "None"
]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value of a Python type; ``kind`` is its name in annotations."""

    kind: ScalarKind


@dataclass(frozen=True, slots=True)
class AnyValue:
    """Any JSON value: nothing is said of it, or what is said cannot be expressed."""


@dataclass(frozen=True, slots=True)
class Binary:
    """Raw bytes: a file to upload, or a body that is not text."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A closed list of values in the document. ``open`` when the document also takes others."""

    values: tuple[str | int | float | bool, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """A list whose items are all of one type."""

    items: "Type"


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A list with a type for each of its first places (``prefixItems``)."""

    items: tuple["Type", ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are open."""

    values: "Type"


@dataclass(frozen=True, slots=True)
class Reference:
    """A named schema of the document, by its component name (the wire name)."""

    schema: str


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Decode by the value of one property; ``mapping`` is (tag, component name), in order."""

    property: str
    mapping: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several types. Without a discriminator the runtime takes the member that fits best."""

    members: tuple["Type", ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """The type, or null."""

    of: "Type"


Type: TypeAlias = (
    Scalar
    | AnyValue
    | Binary
    | Enumeration
    | ArrayOf
    | TupleOf
    | MapOf
    | Reference
    | OneOf
    | Nullable
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A named member of an object."""

    name: Name
    type: Type
    required: bool = False
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    description: str = ""
    schema: Schema
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A named object. ``extra`` is the type of further members, None where they are untyped."""

    name: Name
    properties: tuple[Property, ...]
    extra: Type | None = None
    description: str = ""
    schema: Schema
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A named type that is not an object: a union, a list, an enumeration, a scalar."""

    name: Name
    type: Type
    description: str = ""
    schema: Schema
    pointer: str = ""


NamedType: TypeAlias = Record | Alias
