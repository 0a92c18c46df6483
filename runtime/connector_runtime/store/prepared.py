"""Statements on the hot path: prepared once for a dialect, where SQLAlchemy prepares at every run."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from sqlalchemy import ClauseElement, Connection, CursorResult, Dialect
from sqlalchemy.sql.compiler import SQLCompiler

Convert = Callable[[Any], Any]


class _Form(NamedTuple):
    text: str
    order: tuple[str, ...] | None
    """The names of the values in their order; None where the driver takes them by name."""
    convert: Mapping[str, Convert | None]


class Prepared:
    """A statement of fixed shape. Its rows come as the driver gives them: times and JSON as text."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        """Run it with these values by name; what is not among them is NULL."""
        form = self._forms.get(connection.dialect.name)
        if form is None:
            form = self._forms[connection.dialect.name] = self._form(connection.dialect)
        bound = {
            name: values.get(name) if convert is None else convert(values.get(name))
            for name, convert in form.convert.items()
        }
        taken: Any = bound if form.order is None else tuple(bound[name] for name in form.order)
        return connection.exec_driver_sql(form.text, taken)

    def _form(self, dialect: Dialect) -> _Form:
        compiled = cast("SQLCompiler", self._statement.compile(dialect=dialect))
        convert: dict[str, Convert | None] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        order = compiled.positiontup
        return _Form(str(compiled), None if order is None else tuple(order), convert)
