"""The TypedDicts of request bodies: keys as on the wire, nested as deeply as the description."""

import keyword
from collections.abc import Iterable

from connector_generator.ir.api import Api
from connector_generator.ir.types import Alias, Property, Record
from connector_generator.plan.aliases import plan_aliases, quoted
from connector_generator.plan.annotations import (
    View,
    annotation,
    plain,
    request_properties,
    request_view,
)
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier, literal
from connector_generator.plan.package import (
    Field,
    ParamsDefinition,
    ParamsModule,
    TypedDictCall,
    TypedDictClass,
)


def plan_params(api: Api, requests: Iterable[str], models: frozenset[str]) -> ParamsModule:
    """The module, sorted by name. ``models`` are the components that replies reach."""
    members = [api.types[name] for name in requests]
    records = [each for each in members if isinstance(each, Record)]
    keys = {
        each.name.wire
        for record in records
        if _is_class(record)
        for each in request_properties(record)
    }
    names = {f"{named.name.python}Params" for named in members}
    bindings = Bindings(keys | names, sources={"models": "."})
    view = request_view(api.types, models)
    ordered = sorted(members, key=lambda named: named.name.python)
    aliases = [named for named in ordered if isinstance(named, Alias)]
    return ParamsModule(
        block=plan_aliases(aliases, "Params", view, bindings),
        definitions=tuple(
            _definition(named, bindings, view)
            for named in ordered
            if isinstance(named, Record) and request_properties(named)
        ),
        imports=bindings.imports(),
    )


def _is_class(record: Record) -> bool:
    """Whether every key can be an attribute name; names with two underscores would be mangled."""
    return all(
        each.name.wire.isidentifier()
        and not keyword.iskeyword(each.name.wire)
        and not each.name.wire.startswith("__")
        for each in request_properties(record)
    )


def _definition(record: Record, bindings: Bindings, view: View) -> ParamsDefinition:
    name = identifier(f"{record.name.python}Params")
    base = bindings.use("TypedDict")
    properties = request_properties(record)
    if _is_class(record):
        fields = tuple(_field(each, bindings, view) for each in properties)
        return TypedDictClass(name, (base, Code("total=False")), record.description, fields)
    # Type checkers refuse a key without a name; it can be sent all the same.
    items = tuple(_item(each, bindings, view) for each in properties if each.name.wire)
    return TypedDictCall(name, base, record.description, items)


def _field(each: Property, bindings: Bindings, view: View) -> Field:
    bound = bindings.bind(annotation(each.type, view))
    return Field(
        identifier(each.name.wire), _marked(each, bound, bindings), Code(""), each.description
    )


def _item(each: Property, bindings: Bindings, view: View) -> tuple[Code, Code]:
    bound = bindings.bind(annotation(plain(each.type), view))
    return literal(each.name.wire), quoted(_marked(each, bound, bindings))


def _marked(each: Property, bound: Code, bindings: Bindings) -> Code:
    return Code(f"{bindings.use('Required')}[{bound}]") if each.required else bound
