"""The door to generated values: schema-valid JSON for a schema, a seed and a place."""

from collections.abc import Sequence

from connector_runtime.client.values.makers import Makers
from connector_runtime.client.values.reach import LARGEST, Include
from connector_runtime.client.values.schema import JSON, Lookup, Schema, View
from connector_runtime.client.values.validation import Validator


class ValueGenerator:
    """Makes JSON values that are valid against schemas of the normalised dialect.

    ``lookup`` gives the schema of a component key and raises KeyError for unknown ones. The same
    seed, path and schema give the same value in every process, and a value depends on nothing else:
    adding a property shifts no other.

    What the description offers comes first (example, default, enumeration), where it is valid.
    Recursion is cut where parts are optional. Where no valid value exists or none was found, the
    nearest is given: required recursion without end becomes empty objects, a pattern that cannot be
    met a plain string, contradicting bounds their lower end, lengths beyond 20,000 characters or
    1,000 items are not obeyed.
    """

    def __init__(self, lookup: Lookup, seed: int = 0) -> None:
        self._lookup = _remembered(lookup)
        self._seed = seed
        self._makers: dict[tuple[View, Include], Makers] = {}

    def with_seed(self, seed: int) -> "ValueGenerator":
        """A generator of other values, which shares what this one has learnt of the schemas."""
        other = ValueGenerator.__new__(ValueGenerator)
        other._lookup, other._makers, other._seed = self._lookup, self._makers, seed
        return other

    def value(
        self,
        schema: Schema,
        path: Sequence[str] = (),
        view: View = "reply",
        include: Include = "all",
    ) -> JSON:
        """A value of ``schema``; ``path`` is where it stands, e.g. operation and pointer parts."""
        makers = self._makers_of(view, include)
        room = makers.reach.room(schema)
        if include == "all" and makers.reach.extent(schema, room) > LARGEST:
            # What is required nests so deep that everything optional beside it would be megabytes.
            makers = self._makers_of(view, "required")
            room = makers.reach.room(schema)
        hint = path[-1] if path else ""
        place = f"{self._seed}\0{'/'.join(path)}"
        return makers.maker(schema, hint)(place, room)

    def _makers_of(self, view: View, include: Include) -> Makers:
        makers = self._makers.get((view, include))
        if makers is None:
            makers = self._makers[view, include] = Makers(self._lookup, view, include)
        return makers

    def validator(self, view: View) -> Validator:
        """A validator over the same components."""
        return Validator(self._lookup, view)


def _remembered(lookup: Lookup) -> Lookup:
    """The lookup, asked once for each component: reading a component may mean decoding a file."""
    known: dict[str, Schema] = {}

    def find(key: str) -> Schema:
        schema = known.get(key)
        if schema is None:
            schema = known[key] = lookup(key)
        return schema

    return find
