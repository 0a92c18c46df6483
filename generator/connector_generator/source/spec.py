"""Puts the source stage together: the only place that knows the order of its steps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.location import Location
from connector_generator.source.boundary import Boundary, boundary_of
from connector_generator.source.bundle import bundle
from connector_generator.source.document import Document
from connector_generator.source.library import Library, SourceFile, join
from connector_generator.source.load import Loaded
from connector_generator.source.naming import connector_name, document_name
from connector_generator.source.origins import Origin, Origins
from connector_generator.source.overlay import Overlay, apply, read_overlay, unmatched
from connector_generator.source.resolve import Spec, check_document, is_document, resolve_spec
from connector_generator.source.resolver import Resolver
from connector_generator.source.select import Selection, select, unused
from connector_generator.source.settle import settle
from connector_generator.source.tree import copy

_FOREIGN = re.compile(r"""\$ref["']?\s*:\s*(?:[>|][-+0-9]*\s*)?["']?(?!["']?\#/|\s*\{)\S""")
_UNCERTAIN = ("$dynamicRef", "mapping", "$id", "\\u0024ref")
_NO_SELECTION = Selection()


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A connector's documents, ready for the next stage, and every file that was read for them."""

    name: str
    documents: tuple[Document, ...]
    files: tuple[SourceFile, ...]


@dataclass(slots=True)
class _Draft:
    """A document under construction."""

    location: str
    source: Loaded
    root: dict[str, Any]
    origins: Origins


def load_spec(
    arguments: str | Sequence[str],
    diagnostics: Diagnostics,
    *,
    overlays: Sequence[str] = (),
    selection: Selection = _NO_SELECTION,
    name: str | None = None,
    hosts: frozenset[str] = frozenset(),
) -> LoadedSpec:
    """Load the documents of one connector.

    ``overlays`` are applied in order, after those that lie beside a document. ``hosts`` may be
    referred to besides the document's own.
    """
    given = (arguments,) if isinstance(arguments, str) else tuple(arguments)
    try:
        return _load(given, diagnostics, overlays, selection, name, hosts)
    except RecursionError:
        raise InputError(
            "too-deep",
            Location(given[0]),
            "references lead through each other too deep",
            "Refer to the things themselves, not to references to them.",
        ) from None


def _load(
    given: tuple[str, ...],
    diagnostics: Diagnostics,
    overlays: Sequence[str],
    selection: Selection,
    name: str | None,
    hosts: frozenset[str],
) -> LoadedSpec:
    specs = [resolve_spec(argument, diagnostics) for argument in given]
    library = Library()
    drafts = [draft for spec in specs for draft in _drafts(spec, library, hosts, diagnostics)]
    if not drafts:
        raise _no_document(" ".join(given), "only overlays were given")
    beside = [overlay for spec in specs for overlay in spec.overlays]
    _overlay(drafts, [*dict.fromkeys((*beside, *overlays))], library)
    _select(drafts, selection)
    documents = tuple(_finished(draft, library, diagnostics) for draft in drafts)
    chosen = connector_name(documents[0].root, _named_after(specs[0], drafts[0]), name)
    return LoadedSpec(chosen, documents, tuple(library.files))


def _named_after(spec: Spec, draft: _Draft) -> str:
    """What a connector without a name of its own is named after: its folder, or its document."""
    return f"{spec.folder.absolute().as_posix()}/openapi" if spec.folder else draft.location


def load_document(location: str, diagnostics: Diagnostics) -> Document:
    """Load one document as it is, without overlays and selection."""
    spec = Spec(location, (location,))
    library = Library()
    (draft,) = _drafts(spec, library, frozenset(), diagnostics)
    return _finished(draft, library, diagnostics)


def _drafts(
    spec: Spec, library: Library, hosts: frozenset[str], diagnostics: Diagnostics
) -> list[_Draft]:
    drafts: list[_Draft] = []
    for location in spec.documents:
        boundary = boundary_of(location, spec.folder, hosts)
        source = library.open(location, boundary)
        if spec.folder is not None and not is_document(source.tree):
            continue
        root = check_document(source.tree, source.locate)
        if len(spec.documents) > 1:
            root = copy(root)  # Another document may refer to this one as it was written.
        drafts.append(_bundled(location, source, root, boundary, library, diagnostics))
    if not drafts and spec.folder is not None:
        raise _no_document(spec.argument, "the folder holds no OpenAPI document")
    return drafts


def _no_document(argument: str, message: str) -> InputError:
    return InputError(
        "no-document",
        Location(argument),
        message,
        "Give a file whose root has `openapi` or `swagger`, or a folder with one.",
    )


def _bundled(
    location: str,
    source: Loaded,
    root: dict[str, Any],
    boundary: Boundary,
    library: Library,
    diagnostics: Diagnostics,
) -> _Draft:
    origins = Origins(Origin(location))
    if _leads_away(source.text):
        root, origins = bundle(root, Resolver(library, boundary, location), diagnostics)
    return _Draft(location, source, root, origins)


def _leads_away(text: str) -> bool:
    """Whether a text may refer to other files. Most do not, and are spared a walk."""
    return _FOREIGN.search(text) is not None or any(word in text for word in _UNCERTAIN)


def _overlay(drafts: list[_Draft], locations: Sequence[str], library: Library) -> None:
    for location in locations:
        overlay = read_overlay(library.open(location, Boundary()), location)
        chosen = _extended(overlay, drafts)
        matched = {
            action.at for draft in chosen for action in apply(overlay, draft.root, draft.origins)
        }
        for action in overlay.actions:
            if action.at not in matched:
                raise unmatched(overlay, action)


def _extended(overlay: Overlay, drafts: list[_Draft]) -> list[_Draft]:
    """The documents an overlay is for: the one it extends when that is among several, else all."""
    if overlay.extends is None:
        return drafts
    wanted = join(overlay.location, overlay.extends)
    named = [draft for draft in drafts if draft.location == wanted]
    return named or drafts


def _select(drafts: list[_Draft], selection: Selection) -> None:
    used = {selector for draft in drafts for selector in select(draft.root, selection)}
    error = unused(selection, used)
    if error is not None:
        raise error


def _finished(draft: _Draft, library: Library, diagnostics: Diagnostics) -> Document:
    def locate(at: str) -> Location:
        origin = draft.origins.find(at)
        return library.locate(origin.file, origin.pointer)

    document = Document(document_name(draft.location), draft.root, locate)
    settle(document, draft.source.text, diagnostics)
    return document
