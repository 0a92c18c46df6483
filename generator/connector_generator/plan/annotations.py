"""Types as Python annotations: one for each view of a component. Pure functions of the IR.

The text uses standard names (``datetime``, ``Literal``) as they are; ``bindings`` gives them the
spelling that a module can use and collects the imports.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from connector_generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    Binary,
    Discriminator,
    Enumeration,
    MapOf,
    NamedType,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
    Scalar,
    TupleOf,
    Type,
)

Types = Mapping[str, NamedType]


@dataclass(frozen=True, slots=True)
class View:
    """How one side of a call spells types: ``reference`` and ``union`` write what differs."""

    reference: Callable[[str], str]
    union: Callable[[OneOf, "View"], str]
    binary: str


def annotation(type_: Type, view: View) -> str:
    """The annotation of a type in a view."""
    match type_:
        case Scalar(kind):
            return kind
        case AnyValue():
            return "Any"
        case Binary():
            return view.binary
        case Enumeration():
            return enumeration(type_)
        case ArrayOf(items):
            return f"list[{annotation(items, view)}]"
        case TupleOf(items):
            return f"list[{either(annotation(item, view) for item in items)}]"
        case MapOf(values):
            return f"dict[str, {annotation(values, view)}]"
        case Reference(schema):
            return view.reference(schema)
        case OneOf():
            return view.union(type_, view)
        case Nullable(of):
            return either((annotation(of, view), "None"))


def either(alternatives: Iterable[str]) -> str:
    """A union without repetitions; ``Any`` swallows the others and ``None`` stands last."""
    distinct = list(dict.fromkeys(part for each in alternatives for part in members(each)))
    if "Any" in distinct or not distinct:
        return "Any"
    nullable = "None" in distinct
    kept = [member for member in distinct if member != "None"]
    return " | ".join([*kept, *(["None"] if nullable else [])])


def members(union: str) -> Iterator[str]:
    """The members of a union on its top level; brackets and quotes protect what is inside."""
    if "|" not in union:
        yield union
        return
    depth, start, quote, skip = 0, 0, "", False
    for index, char in enumerate(union):
        if skip:
            skip = False
        elif quote:
            skip = char == "\\"
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "[({":
            depth += 1
        elif char in "])}":
            depth -= 1
        elif char == "|" and not depth:
            yield union[start:index].strip()
            start = index + 1
    yield union[start:].strip()


_KIND_OF_VALUE: dict[type, str] = {str: "str", bool: "bool", int: "int", float: "float"}


def enumeration(type_: Enumeration) -> str:
    """The documented values, and the type of those that a vendor may add.

    ``Literal`` first where the document closes the list, last where the document opens it. There
    are no literals of ``float``, so one such value makes the whole enumeration its plain type.
    """
    kinds = tuple(dict.fromkeys(_KIND_OF_VALUE[type(value)] for value in type_.values))
    if "float" in kinds or not kinds:
        return either(kinds)
    literals = f"Literal[{', '.join(repr(value) for value in type_.values)}]"
    return " | ".join((*kinds, literals) if type_.open else (literals, *kinds))


def plain(type_: Type) -> Type:
    """The type as it can stand in a quoted annotation, which may hold no escape sequence.

    Enumerations with such a value become their plain type, tagged unions untagged ones.
    """
    match type_:
        case Enumeration(values):
            awkward = any(isinstance(value, str) and not _quotable(value) for value in values)
            return OneOf(tuple(_scalars(values))) if awkward else type_
        case ArrayOf(items):
            return ArrayOf(plain(items))
        case TupleOf(items):
            return TupleOf(tuple(plain(item) for item in items))
        case MapOf(values):
            return MapOf(plain(values))
        case Nullable(of):
            return Nullable(plain(of))
        case OneOf(members, discriminator):
            kept = discriminator if _plain_tags(discriminator) else None
            return replace(
                type_, members=tuple(plain(member) for member in members), discriminator=kept
            )
        case _:
            return type_


def _scalars(values: Iterable[str | int | float | bool]) -> Iterable[Scalar]:
    kinds: dict[type, Scalar] = {
        str: Scalar("str"),
        bool: Scalar("bool"),
        int: Scalar("int"),
        float: Scalar("float"),
    }
    return dict.fromkeys(kinds[type(value)] for value in values)


def _quotable(text: str) -> bool:
    return text.isprintable() and not set(text) & set("'\"\\")


def _plain_tags(discriminator: Discriminator | None) -> bool:
    if discriminator is None:
        return True
    return all(_quotable(text) for text in (discriminator.property, *dict(discriminator.mapping)))


def is_record(schema: str, types: Types) -> bool:
    """Whether a component is decoded into a model of its own, also by way of aliases."""
    seen: set[str] = set()
    while schema not in seen:
        seen.add(schema)
        match types.get(schema):
            case Record():
                return True
            case Alias(type=Reference(target)):
                schema = target
            case Alias(type=OneOf(members)):
                return any(isinstance(each, Reference) for each in members)
            case _:
                return False
    return False


def model_view(types: Types, prefix: str = "") -> View:
    """Replies: names of the models package, behind ``prefix`` where they are used outside of it."""

    def reference(schema: str) -> str:
        named = types.get(schema)
        return "Any" if named is None else prefix + named.name.python

    def union(type_: OneOf, view: View) -> str:
        joined = either(annotation(member, view) for member in type_.members)
        records = [
            m for m in type_.members if isinstance(m, Reference) and is_record(m.schema, types)
        ]
        if len(records) < 2 or joined == "Any":
            return joined
        return f"Annotated[{either((joined, 'UnknownVariant'))}, {_decoding(type_, types)}]"

    return View(reference, union, "bytes")


def _decoding(type_: OneOf, types: Types) -> str:
    if type_.discriminator is None:
        return "Variants()"
    tags = ", ".join(
        f"{tag!r}: {types[schema].name.python!r}"
        for tag, schema in type_.discriminator.mapping
        if schema in types
    )
    return f"Tagged({type_.discriminator.property!r}, {{{tags}}})"


def request_view(types: Types, models: frozenset[str], prefix: str = "") -> View:
    """Arguments: TypedDicts of the params module, or the component's model where there is one."""

    def reference(schema: str) -> str:
        named = types.get(schema)
        if named is None:
            return "Any"
        if isinstance(named, Record) and not request_properties(named):
            return "dict[str, Any]"
        typed = f"{prefix}{named.name.python}Params"
        shared = schema in models and isinstance(named, Record)
        return either((typed, f"models.{named.name.python}")) if shared else typed

    def union(type_: OneOf, view: View) -> str:
        return either(annotation(member, view) for member in type_.members)

    return View(reference, union, "FileInput")


def request_properties(record: Record) -> tuple[Property, ...]:
    """What a caller can send of a record."""
    return tuple(each for each in record.properties if not each.read_only)


def reply_properties(record: Record) -> tuple[Property, ...]:
    """What a vendor can answer with."""
    return tuple(each for each in record.properties if not each.write_only)
