"""Named types that are no objects: quoted, so that what they name may be imported later."""

from connector_generator.ir.types import Alias
from connector_generator.plan.annotations import View, annotation, plain
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import Code, identifier
from connector_generator.plan.package import TypeAliasing

_WIDTH = 100
_INDENT = 4


def plan_alias(alias: Alias, name: str, view: View, bindings: Bindings) -> TypeAliasing:
    """The alias of a named type under the name it has in a module."""
    bound = bindings.bind(annotation(plain(alias.type), view))
    value = Code(f'"{bound}"')
    note = Code("  # fmt: skip") if len(value) + _INDENT > _WIDTH else Code("")
    return TypeAliasing(
        identifier(name), bindings.use("TypeAlias"), value, alias.description, note
    )
