"""The names of one module: what it imports, and how a name is spelled that something shadows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from connector_generator.plan.code import Code
from connector_generator.plan.tokens import rename

_HOMES = {
    "typing": "Annotated Any Literal Required TYPE_CHECKING TypeAlias TypedDict Unpack overload",
    "datetime": "date datetime time",
    "decimal": "Decimal",
    "uuid": "UUID",
    "functools": "cached_property",
    "pydantic": "Field",
    "connector_runtime.client": "AsyncClient AsyncResource AsyncStream CallOptions Client"
    " ClientSettings CredentialsInput FileInput Mock Model OMIT Omit Page PendingPage Resource Stream"
    " Tagged UnknownVariant Variants async_raw async_streamed deprecated lazy_models mock_of raw"
    " streamed",
    "..": "models params",
}
_SOURCES = {name: module for module, names in _HOMES.items() for name in names.split()}
_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "property", "str"})
_STANDARD = ("builtins", "datetime", "decimal", "functools", "typing", "uuid")


@dataclass(frozen=True, slots=True)
class Imports:
    """Import statements in their order; those for type checkers only stand apart."""

    standard: tuple[Code, ...]
    foreign: tuple[Code, ...]
    own: tuple[Code, ...]
    typing_standard: tuple[Code, ...]
    typing_foreign: tuple[Code, ...]
    typing_own: tuple[Code, ...]
    type_checking: Code

    @property
    def typing_only(self) -> bool:
        """Whether anything is imported for type checkers only."""
        return bool(self.typing_standard or self.typing_foreign or self.typing_own)


class Bindings:
    """Collects what a module uses while its parts are planned.

    ``taken`` are the names the module and its classes define: they hide an import of the same name,
    which then gets a leading underscore (builtins are spelled ``builtins.list``). ``origins`` gives
    the module of further names. With ``lazy``, annotations are never evaluated by the module
    itself, so their imports are for type checkers only.
    """

    def __init__(
        self,
        taken: Iterable[str] = (),
        origins: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
    ) -> None:
        self._taken = frozenset(taken)
        self._origins = origins or {}
        self._sources = {**_SOURCES, **(sources or {})}
        self._used: dict[str, set[str]] = {"runtime": set(), "typing": set()}

    def use(self, name: str, when: str = "runtime") -> Code:
        """The spelling of a name that the module needs at run time, or only for type checkers."""
        if name in _BUILTINS:
            if name not in self._taken:
                return Code(name)
            return Code(f"{self.use('builtins', when)}.{name}")
        if name in self._origins:
            self._used["typing"].add(name)
            return Code(name)
        if name in self._sources or name == "builtins":
            self._used[when].add(name)
            return Code(f"_{name}" if name in self._taken else name)
        return Code(name)

    def bind(self, annotation: str, when: str = "runtime") -> Code:
        """The annotation with every name spelled for this module."""

        def spelled(name: str) -> str:
            head, dot, rest = name.partition(".")
            return self.use(head, when) + dot + rest

        return Code(rename(annotation, spelled))

    def imports(self) -> Imports:
        """The import statements of everything used so far."""
        typing_names = self._used["typing"] - self._used["runtime"]
        type_checking = self.use("TYPE_CHECKING") if typing_names else Code("")
        runtime = self._statements(self._used["runtime"])
        return Imports(*runtime, *self._statements(typing_names), type_checking)

    def _statements(
        self, names: Iterable[str]
    ) -> tuple[tuple[Code, ...], tuple[Code, ...], tuple[Code, ...]]:
        modules: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=_isort_key):
            module = "" if name == "builtins" else self._origins.get(name) or self._sources[name]
            modules[module].append(self._clause(name))
        statements = {module: _statement(module, names) for module, names in modules.items()}
        order = sorted(statements)
        return (
            tuple(statements[m] for m in order if not m or m in _STANDARD),
            tuple(statements[m] for m in order if m and m not in _STANDARD and m[0] != "."),
            tuple(statements[m] for m in order if m.startswith(".")),
        )

    def _clause(self, name: str) -> str:
        if name not in self._taken or name in self._origins:
            return name
        return f"{name} as _{name}"


def _isort_key(name: str) -> tuple[int, str]:
    """Constants, classes, functions: the order import sorters agree on."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2, name)


def _statement(module: str, names: list[str]) -> Code:
    return Code(f"import {names[0]}" if not module else f"from {module} import {', '.join(names)}")
