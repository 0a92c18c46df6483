"""Header fields of a reply: read without regard to case, shown without secrets."""

from collections.abc import Iterable, Iterator, Mapping

from connector_runtime.client.redaction import REDACTED, is_secret_name


class Headers(Mapping[str, str]):
    """The fields as they came, found by name in any case; repeated fields are joined by commas."""

    __slots__ = ("_by_name", "_fields")

    def __init__(self, fields: Iterable[tuple[bytes, bytes]]) -> None:
        self._fields = tuple(fields)
        self._by_name: dict[str, str] | None = None

    @property
    def raw(self) -> tuple[tuple[bytes, bytes], ...]:
        """Names and values as bytes, in the order of the wire."""
        return self._fields

    def _names(self) -> dict[str, str]:
        by_name = self._by_name
        if by_name is None:
            by_name = {}
            for raw_name, raw_value in self._fields:
                name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
                by_name[name] = f"{by_name[name]}, {value}" if name in by_name else value
            self._by_name = by_name
        return by_name

    def __getitem__(self, name: str) -> str:
        return self._names()[name.lower()]

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        """A field's value, else ``default``."""
        return self._names().get(name.lower(), default)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._names()

    def has_any(self, names: frozenset[str]) -> bool:
        """Whether any of these names, in lower case, is there."""
        return not names.isdisjoint(self._names())

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def get_list(self, name: str) -> list[str]:
        """Every value of a field that may be repeated and cannot be joined (``Set-Cookie``)."""
        wanted = name.lower().encode("latin-1")
        return [value.decode("latin-1") for each, value in self._fields if each.lower() == wanted]

    def __repr__(self) -> str:
        shown = {
            name: REDACTED if is_secret_name(name) else value
            for name, value in self._names().items()
        }
        return f"Headers({shown})"

    def __reduce__(self) -> tuple[type["Headers"], tuple[tuple[tuple[bytes, bytes], ...]]]:
        return Headers, (self._fields,)
