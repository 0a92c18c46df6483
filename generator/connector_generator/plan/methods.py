"""Operations as methods: signature, return type, documentation."""

from collections.abc import Iterator
from dataclasses import dataclass

from connector_generator.ir.api import Operation, Parameter
from connector_generator.plan.annotations import Types, View, annotation, either
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier, literal
from connector_generator.plan.package import Argument, Doc, Method, StreamedMethod
from connector_generator.plan.replies import is_readable, listing, returned, streaming
from connector_generator.plan.usage import arguments, body_fields

_LEVELS = {1: "read", 2: "draft", 3: "write", 4: "critical"}
_TYPING = "typing"


@dataclass(frozen=True, slots=True)
class Views:
    """Both sides of a call, as the modules outside of the models package spell them."""

    types: Types
    requests: View
    replies: View


@dataclass(frozen=True, slots=True)
class Input:
    """One argument before it is spelled for a module."""

    name: str
    annotation: str
    required: bool
    positional: bool
    description: str
    wire: str


def plan_method(operation: Operation, views: Views, bindings: Bindings) -> Method:
    """The method of an operation, in the names of its module."""
    given = sorted(inputs(operation, views), key=lambda each: not each.required)
    page = listing(operation, views.types, views.replies)
    stream = _stream(operation, given, views, bindings)
    types: tuple[str, ...] = (returned(operation, views.replies),)
    if page or (stream and not stream.overload):
        types = (page.item, page.reply) if page else ()
    return Method(
        name=identifier(operation.method_name),
        operation=literal(operation.name.python),
        positional=tuple(_argument(each, bindings) for each in given if each.positional),
        keyword=(
            *(_argument(each, bindings) for each in given if not each.positional),
            _options(bindings),
        ),
        returns=tuple(bindings.bind(each, _TYPING) for each in types),
        paged=bindings.use("Page", _TYPING) if page else Code(""),
        async_paged=bindings.use("PendingPage", _TYPING) if page else Code(""),
        deprecated=_deprecated(operation),
        doc=_doc(operation, given),
        stream=stream,
        readable=is_readable(operation),
    )


def _stream(
    operation: Operation, given: list[Input], views: Views, bindings: Bindings
) -> StreamedMethod | None:
    found = streaming(operation, views.replies)
    if found is None:
        return None
    nobody = Argument(Code(""), Code(""), Code(""))
    switch = next((each for each in given if each.wire == found.switch), None)
    switched = _switched(switch, bindings) if switch else (nobody, nobody)
    return StreamedMethod(
        item=bindings.bind(found.item, _TYPING),
        type=bindings.use("Stream", _TYPING),
        async_type=bindings.use("AsyncStream", _TYPING),
        overload=bindings.use("overload") if switch else Code(""),
        switched=switched,
    )


def _switched(switch: Input, bindings: Bindings) -> tuple[Argument, Argument]:
    """The argument with the one value, and with all others."""
    name = identifier(switch.name)
    others = ["Literal[False]", *(["None"] if "None" in switch.annotation.split(" | ") else [])]
    if not switch.required:
        others.append("Omit")
    return (
        Argument(name, bindings.bind("Literal[True]", _TYPING), Code("")),
        Argument(
            name,
            bindings.bind(either(others), _TYPING),
            Code("") if switch.required else bindings.use("OMIT"),
        ),
    )


def inputs(operation: Operation, views: Views) -> Iterator[Input]:
    """The arguments in the document's order, path parameters first."""
    for parameter in arguments(operation):
        yield _parameter(parameter, views)
    fields = body_fields(operation)
    for name, (each, required) in (fields or {}).items():
        type_ = annotation(each.type, views.requests)
        yield Input(name, type_, required, False, each.description, each.name.wire)
    body = operation.body
    if fields is None and body is not None and body.media:
        type_ = annotation(body.media[0].type, views.requests)
        yield Input("body", type_, body.required, False, body.description, "")


def _parameter(parameter: Parameter, views: Views) -> Input:
    required = parameter.required and not parameter.client_parameter
    return Input(
        parameter.name.python,
        annotation(parameter.type, views.requests),
        required,
        required and parameter.location == "path",
        parameter.description,
        parameter.name.wire,
    )


def _argument(given: Input, bindings: Bindings) -> Argument:
    name = identifier(given.name)
    if given.required:
        return Argument(name, bindings.bind(given.annotation, _TYPING), Code(""))
    optional = bindings.bind(either((given.annotation, "Omit")), _TYPING)
    return Argument(name, optional, bindings.use("OMIT"))


def _options(bindings: Bindings) -> Argument:
    return Argument(Code("options"), bindings.bind("CallOptions | None", _TYPING), Code("None"))


def _deprecated(operation: Operation) -> Code:
    message = f"{operation.name.python} is deprecated by the vendor"
    return literal(message) if operation.deprecated else Code("")


def _doc(operation: Operation, given: list[Input]) -> Doc:
    words = operation.name.python.replace("_", " ").strip().capitalize() + "."
    level = int(operation.facts.complexity)
    remark = f"Complexity {level} ({_LEVELS[level]})."
    if operation.facts.reversible_by:
        remark += f" Undone by {operation.facts.reversible_by}."
    return Doc(
        summary=operation.summary or words,
        description=operation.description,
        remark=remark,
        arguments=tuple(
            (identifier(each.name), each.description) for each in given if each.description
        ),
        see=operation.docs_url,
    )
