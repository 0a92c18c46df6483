"""The template engine: strict about what is undefined, and about text that was not made safe."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from connector_generator.plan.code import Code
from connector_generator.plan.package import Argument, Method, ResourceClass
from connector_generator.render import docstrings, markdown
from connector_generator.render.layout import (
    WIDTH,
    bracketed,
    class_head,
    decorator,
    exploded,
    exported,
    field,
    import_of,
    import_statement,
    parameter,
    parameters,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class World:
    """What differs between the two classes that one macro writes."""

    is_async: bool

    def signature(self, method: Method) -> Code:
        """The head of a method, up to its colon. One that gives a page is never a coroutine."""
        define = "async def" if self.is_async and not method.paged else "def"
        page = self.of(method.paged, method.async_paged)
        tail = f") -> {self._returns(method)}:"
        if page:
            tail = f") -> {page}[{', '.join(method.returns)}]:"
            if _MEMBER + len(tail) > WIDTH:
                tail = bracketed(f") -> {page}[", method.returns, "]:", _MEMBER)
        head = f"{define} {method.name}("
        return parameters(head, method.positional, method.keyword, tail, _MEMBER)

    def _returns(self, method: Method) -> str:
        stream = method.stream
        if stream is None:
            return method.returns[0]
        streamed = f"{self.of(stream.type, stream.async_type)}[{stream.item}]"
        return f"{method.returns[0]} | {streamed}" if stream.overload else streamed

    def overloads(self, method: Method) -> tuple[Code, ...]:
        """What a method returns with the one and the other value of the argument that asks for a
        stream, and when nobody knows which it has."""
        stream = method.stream
        if stream is None or not stream.overload:
            return ()
        streamed = f"{self.of(stream.type, stream.async_type)}[{stream.item}]"
        types = (streamed, method.returns[0], self._returns(method))
        arguments = (*stream.switched, None)
        define = "async def" if self.is_async else "def"
        return tuple(
            parameters(
                f"{define} {method.name}(",
                method.positional,
                _with(method.keyword, argument),
                f") -> {type_}: ...",
                _MEMBER,
            )
            for type_, argument in zip(types, arguments, strict=True)
        )

    def attribute(self, name: str, returns: str) -> Code:
        """The head of a property."""
        head = f"def {name}(self) -> {returns}:"
        if _MEMBER + len(head) <= WIDTH:
            return Code(head)
        return exploded(f"def {name}(", ("self",), f") -> {returns}:", _MEMBER)

    def constructor(self, owner: ResourceClass) -> Code:
        """The head of a twin's constructor."""
        resource = f"resource: {self.of(owner.name, owner.async_name)}"
        return bracketed("def __init__(", ("self", resource), ") -> None:", _MEMBER)

    def call(self, method: Method) -> Code:
        """The one call in the body of a method.

        Type checkers cannot tell the type of a call from a function that returns Any (pyright), or
        None without waiting (mypy), so there it passes through a variable.
        """
        coroutine = self.is_async and not method.paged
        call = "self._page(" if method.paged else "self._call("
        head = f"return await {call}" if coroutine else f"return {call}"
        if method.returns == ("Any",):
            head = head.replace("return", "reply: object =")
        elif method.returns == ("None",) and not coroutine:
            head = head.replace("return", "reply: None =")
        items = (method.operation, "locals()", "options")
        statement = bracketed(head, items, ")", _BODY)
        returned = "" if head.startswith("return") else f"\n{' ' * _BODY}return reply"
        return Code(statement + returned)

    def twin(self, method: Method, wrapper: Code) -> Code:
        """A method's twin, which a function makes of it."""
        return bracketed(
            f"self.{method.name} = {wrapper}(", (f"resource.{method.name}",), ")", _BODY
        )

    def of(self, sync: T, async_: T) -> T:
        """The one of two values that is this world's."""
        return async_ if self.is_async else sync


def _with(keyword: Sequence[Argument], replaced: Argument | None) -> tuple[Argument, ...]:
    """The arguments with one of them in another form. Those that are required may come last: all of
    them are keywords."""
    if replaced is None:
        return tuple(keyword)
    return tuple(replaced if each.name == replaced.name else each for each in keyword)


_MEMBER, _BODY = 4, 8
SYNC = World(False)
ASYNC = World(True)


class UnsafeTextError(TypeError):
    """A template printed text that is not known to be code: a defect of the template."""


def environment(templates: Path, overrides: Path | None = None) -> Environment:
    """The environment of all templates; one of ``overrides`` replaces ours of the same name."""
    folders = [folder for folder in (overrides, templates) if folder is not None]
    engine = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,
        finalize=_printed,
    )
    cast("dict[str, Any]", engine.globals).update(SYNC=SYNC, ASYNC=ASYNC)
    cast("dict[str, Any]", engine.filters).update(
        decorator=decorator,
        docstring=docstrings.docstring,
        attribute_doc=docstrings.attribute_doc,
        definition_doc=docstrings.definition_doc,
        method_doc=docstrings.method_doc,
        field=field,
        exported=exported,
        import_of=import_of,
        parameter=parameter,
        class_head=class_head,
        import_statement=import_statement,
        cell=markdown.cell,
        paragraph=markdown.paragraph,
        code=markdown.code,
    )
    return engine


def _printed(value: Any) -> Any:
    """Refuse what is neither code, nor a number, nor the output of a macro."""
    if isinstance(value, (Code, Markup, Undefined, int)):
        return value
    raise UnsafeTextError(f"not code: {value!r}; pass it through a filter")
