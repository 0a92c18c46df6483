"""Named types that are no objects: quoted, so that what they name may be imported later."""

from collections.abc import Iterable

from connector_generator.ir.types import Alias
from connector_generator.plan.annotations import View, annotation, plain
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier
from connector_generator.plan.package import AliasBlock, TypeAliasing

_WIDTH = 100


def plan_aliases(
    aliases: Iterable[Alias], suffix: str, view: View, bindings: Bindings
) -> AliasBlock:
    """The aliases of a module, in their order; ``suffix`` is added to the names of their types."""
    planned = tuple(_alias(alias, suffix, view, bindings) for alias in aliases)
    wide = any(len(f"{each.name}: {each.base} = {each.value}") > _WIDTH for each in planned)
    return AliasBlock(planned, wide)


def quoted(bound: Code) -> Code:
    """An annotation of a plain type as a string: inside of it, quotes are single."""
    return Code('"' + bound.replace('"', "'") + '"')


def _alias(alias: Alias, suffix: str, view: View, bindings: Bindings) -> TypeAliasing:
    bound = bindings.bind(annotation(plain(alias.type), view))
    return TypeAliasing(
        name=identifier(alias.name.python + suffix),
        base=bindings.use("TypeAlias"),
        value=quoted(bound),
        doc=alias.description,
    )
