"""The models package: which classes a module holds, and what each attribute looks like."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.api import Api
from connector_generator.ir.types import Alias, NamedType, Nullable, Property, Record, Type
from connector_generator.plan.aliases import plan_aliases
from connector_generator.plan.annotations import (
    Types,
    either,
    model_view,
    reply_properties,
)
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier, literal
from connector_generator.plan.groups import groups
from connector_generator.plan.hints import Hints, hints
from connector_generator.plan.package import (
    Field,
    ModelClass,
    ModelModule,
    ModelsPackage,
)


def plan_models(api: Api, emitted: Iterable[str], diagnostics: Diagnostics) -> ModelsPackage:
    """All modules of the models package, sorted by name."""
    modules = groups(api, emitted)
    written = hints(_types(api.types, modules), api.types, diagnostics)
    members: defaultdict[str, list[NamedType]] = defaultdict(list)
    for name, module in modules.items():
        members[module].append(api.types[name])
    classes = {api.types[name].name.python: module for name, module in modules.items()}
    planned = tuple(
        _module(stem, members[stem], classes, api.types, written) for stem in sorted(members)
    )
    bindings = Bindings()
    bindings.use("TYPE_CHECKING")
    lazy_models = bindings.use("lazy_models")
    return ModelsPackage(bindings.imports(), lazy_models, planned)


def _types(types: Types, emitted: Iterable[str]) -> Iterator[Type]:
    for name in emitted:
        match types[name]:
            case Record() as record:
                yield from (each.type for each in reply_properties(record))
            case Alias():
                pass


def _module(
    stem: str,
    members: list[NamedType],
    classes: Mapping[str, str],
    types: Types,
    written: Hints,
) -> ModelModule:
    own = [named.name.python for named in members]
    fields = {
        each.name.python
        for named in members
        if isinstance(named, Record)
        for each in reply_properties(named)
    }
    origins = {name: f".{module}" for name, module in classes.items() if module != stem}
    bindings = Bindings({*own, *fields}, origins=origins)
    aliases = [named for named in members if isinstance(named, Alias)]
    return ModelModule(
        stem=identifier(stem),
        doc=f"Models of {stem.replace('_', ' ').strip()}.",
        block=plan_aliases(aliases, "", model_view(types), bindings),
        definitions=tuple(
            _class(named, bindings, written) for named in members if isinstance(named, Record)
        ),
        imports=bindings.imports(),
    )


def _class(record: Record, bindings: Bindings, written: Hints) -> ModelClass:
    fields = tuple(_field(each, bindings, written) for each in reply_properties(record))
    name = identifier(record.name.python)
    return ModelClass(name, (bindings.use("Model"),), record.description, fields)


def _field(each: Property, bindings: Bindings, written: Hints) -> Field:
    hint = written[each.type]
    nullable = not each.required or isinstance(each.type, Nullable)
    optional = either((hint, "None")) if nullable else hint
    return Field(
        identifier(each.name.python),
        bindings.bind(optional),
        _default(each, bindings),
        each.description,
    )


def _default(each: Property, bindings: Bindings) -> Code:
    if each.name.wire == each.name.python:
        return Code("" if each.required else "None")
    default = "" if each.required else "default=None, "
    return Code(f"{bindings.use('Field')}({default}alias={literal(each.name.wire)})")
