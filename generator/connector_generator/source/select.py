"""``--include`` and ``--exclude``: a part of a description, and only the components it needs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.naming import snake_case
from connector_generator.source.reach import prune
from connector_generator.source.tree import is_array, is_object

KINDS = ("tag", "path", "op", "webhook")
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})


@dataclass(frozen=True, slots=True)
class Selector:
    """``tag:billing``, ``path:/v1/customers*``, ``op:create_*`` or ``webhook:order.*``."""

    kind: str
    pattern: str
    option: str
    """As the user wrote it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep: all that is included (all, when nothing is) and not excluded."""

    include: tuple[Selector, ...] = ()
    exclude: tuple[Selector, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An operation as selectors see it."""

    group: str
    path: str
    ids: tuple[str, ...]
    tags: tuple[str, ...]


def parse_selection(include: Sequence[str], exclude: Sequence[str]) -> Selection:
    """The selection of the command line's options."""
    return Selection(
        tuple(_parse("--include", text) for text in include),
        tuple(_parse("--exclude", text) for text in exclude),
    )


def _parse(option: str, text: str) -> Selector:
    kind, colon, pattern = text.partition(":")
    if not colon or kind not in KINDS or not pattern:
        raise InputError(
            "bad-selector",
            Location(f"{option} {text}"),
            "not a selector",
            "Write tag:NAME, path:/PATH, op:OPERATION or webhook:NAME; * and ? are wildcards.",
        )
    return Selector(kind, pattern, f"{option} {text}")


def select(root: dict[str, Any], selection: Selection) -> set[Selector]:
    """Remove from a document, in place, what is not selected; answers the selectors that matched."""
    used: set[Selector] = set()
    if not selection:
        return used
    for group in ("paths", "webhooks"):
        items = root.get(group)
        if is_object(items):
            _filter(root, group, items, selection, used)
    prune(root)
    return used


def unused(selection: Selection, used: set[Selector]) -> InputError | None:
    """The error of the first selector that matched nothing in any document."""
    for selector in (*selection.include, *selection.exclude):
        if selector not in used:
            return InputError(
                "selector-no-match",
                Location(selector.option),
                "the selector matches no operation",
                "Correct it; `connectorgen show` lists tags, paths and operations.",
            )
    return None


def _filter(
    root: dict[str, Any],
    group: str,
    items: dict[str, Any],
    selection: Selection,
    used: set[Selector],
) -> None:
    for path, item in list(items.items()):
        resolved = _path_item(root, item)
        if resolved is None:
            continue
        kept = dict(resolved)
        if is_object(kept.get("additionalOperations")):
            kept["additionalOperations"] = dict(kept["additionalOperations"])
        for holder, method, operation in list(_operations(kept)):
            if not _selected(_candidate(group, path, method, operation), selection, used):
                del holder[method]
        if next(_operations(kept), None) is None:
            del items[path]
        elif len(list(_operations(kept))) != len(list(_operations(resolved))):
            items[path] = kept


def _path_item(root: dict[str, Any], item: Any) -> dict[str, Any] | None:
    """A path item, itself or what it refers to; None for what is none."""
    for _ in range(10):
        if not is_object(item):
            return None
        reference = item.get("$ref")
        if not isinstance(reference, str):
            return item
        siblings = {key: value for key, value in item.items() if key != "$ref"}
        shared = _shared_path_item(root, reference)
        item = {**shared, **siblings} if is_object(shared) else None
    return None


def _shared_path_item(root: dict[str, Any], reference: str) -> Any:
    prefix = "#/components/pathItems/"
    shared = root.get("components", {}).get("pathItems", {})
    return shared.get(reference.removeprefix(prefix)) if reference.startswith(prefix) else None


def _operations(item: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, dict[str, Any]]]:
    """Holder, method and content of each operation of a path item."""
    for key, value in item.items():
        if key in METHODS and is_object(value):
            yield item, key, value
    additional = item.get("additionalOperations")
    if is_object(additional):
        for key, value in additional.items():
            if is_object(value):
                yield additional, key, value


def _candidate(group: str, path: str, method: str, operation: dict[str, Any]) -> _Candidate:
    tags = operation.get("tags")
    names = (operation.get("operationId"), operation.get("x-connector-name"))
    return _Candidate(
        group,
        path,
        (f"{method.upper()} {path}", *_spellings(names)),
        (tuple(tag for tag in tags if isinstance(tag, str)) if is_array(tags) else ()),
    )


def _spellings(names: Iterable[Any]) -> Iterator[str]:
    """An operation's names as they stand, and as the connector spells them."""
    for name in names:
        if isinstance(name, str):
            yield name
            yield snake_case(name)


def _selected(candidate: _Candidate, selection: Selection, used: set[Selector]) -> bool:
    included = [each for each in selection.include if _matches(each, candidate)]
    excluded = [each for each in selection.exclude if _matches(each, candidate)]
    used.update(included, excluded)
    return not excluded and (bool(included) or not selection.include)


def _matches(selector: Selector, candidate: _Candidate) -> bool:
    match selector.kind:
        case "tag":
            values = candidate.tags
        case "op":
            values = candidate.ids
        case "path":
            values = (candidate.path,) if candidate.group == "paths" else ()
        case _:
            values = (candidate.path,) if candidate.group == "webhooks" else ()
    return any(fnmatchcase(value, selector.pattern) for value in values)
