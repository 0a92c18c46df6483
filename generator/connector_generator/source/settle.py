"""The last word on references: each is local and leads somewhere, or is gone with a warning.

Runs when a document is complete, overlays included. Where later stages expect no reference (an
``info``, a server, an operation), its target is put in its place.
"""

from typing import Any
from urllib.parse import unquote

from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.location import pointer, tokens
from connector_generator.source.bundle import dangling, remove_reference
from connector_generator.source.document import Document
from connector_generator.source.grammar import EXTENSION, MAPPING, REFERABLE
from connector_generator.source.identifiers import Identifiers, identifiers
from connector_generator.source.limits import MAX_DEPTH, MAX_HOPS, MAX_INLINED_NODES
from connector_generator.source.references import Site, path_pointer, references
from connector_generator.source.resolver import DanglingError, cycle
from connector_generator.source.tree import child, copy, deeper_than, is_object, size


def settle(document: Document, text: str, diagnostics: Diagnostics) -> None:
    """Check every reference of a document, in place. ``text`` is searched for ``$anchor``."""
    holder = {"": document.root}
    _Settler(document, text, diagnostics).settle(holder, "", "document", "", frozenset())
    if deeper_than(document.root, MAX_DEPTH):
        raise InputError(
            "too-deep",
            document.locate(""),
            f"nested more than {MAX_DEPTH} levels deep once its files are put together",
            "Move the inner parts to components and refer to them.",
        )


class _Settler:
    def __init__(self, document: Document, text: str, diagnostics: Diagnostics) -> None:
        self._document = document
        self._diagnostics = diagnostics
        self._text = text
        self._names: Identifiers | None = None
        self._settled: dict[str, str | None] = {}
        self._inlined = 0

    def settle(
        self, holder: Any, key: str | int, kind: str, at: str, active: frozenset[str]
    ) -> None:
        for site in references(holder, key, kind):
            if site.kind in {EXTENSION, MAPPING}:
                continue
            here = at + path_pointer(site.path)
            target = self._target(site.reference, here)
            if target is None:
                dangling(self._diagnostics, here, site.reference)
                remove_reference(site)
            elif site.kind not in REFERABLE:
                self._inline(site, target, here, active)
            elif target != site.reference or "$ref" not in site.node:
                site.rewrite(target)

    def _target(self, reference: str, here: str) -> str | None:
        """The reference as a plain pointer; None when it leads nowhere."""
        if reference not in self._settled:
            if not reference.startswith("#"):
                raise InputError(
                    "foreign-ref",
                    self._document.locate(here),
                    f"an overlay refers to {reference}, which is not a part of the document",
                    "Refer to a component of the document (`#/components/...`).",
                )
            try:
                self._settled[reference] = self._walk(reference, here)
            except DanglingError:
                self._settled[reference] = None
        return self._settled[reference]

    def _walk(self, reference: str, here: str) -> str:
        """Follow a pointer, through other references where it leads through them."""
        found, node = self._lookup(reference, here, 0)
        seen, onward = {found}, _only_reference(node)
        while onward is not None:
            further, node = self._lookup(onward, here, 0)
            if further in seen:
                raise cycle(self._document.locate(here), reference)
            seen.add(further)
            onward = _only_reference(node)
        return found

    def _lookup(self, reference: str, here: str, hops: int) -> tuple[str, Any]:
        if hops > MAX_HOPS:
            raise cycle(self._document.locate(here), reference)
        node: Any = self._document.root
        path: list[str] = []
        rest = self._tokens(reference)
        for index, token in enumerate(rest):
            try:
                node = child(node, token)
            except KeyError:
                onward = local_reference(node)
                if onward is None:
                    raise DanglingError from None
                base, _ = self._lookup(onward, here, hops + 1)
                return self._lookup(f"{base}{pointer(rest[index:])}", here, hops + 1)
            path.append(token)
        return f"#{pointer(path)}", node

    def _tokens(self, reference: str) -> tuple[str, ...]:
        fragment = unquote(reference.removeprefix("#").strip())
        if not fragment or fragment.startswith("/"):
            return tokens(fragment)
        if self._names is None:
            root = self._document.root
            self._names = identifiers(root, self._text, "", "document")
        for (_, anchor), place in self._names.anchors.items():
            if anchor == fragment:
                return tokens(place)
        raise DanglingError

    def _inline(self, site: Site, target: str, here: str, active: frozenset[str]) -> None:
        if target in active or f"#{here}/".startswith(f"{target}/"):
            raise cycle(self._document.locate(here), site.reference)
        _, value = self._lookup(target, here, 0)
        self._inlined += size(value)
        if self._inlined > MAX_INLINED_NODES:
            raise InputError(
                "inline-limit",
                self._document.locate(here),
                f"the references stand for more than {MAX_INLINED_NODES:,} values",
                "Give a part of the description.",
            )
        siblings = site.siblings()
        content = copy(value)
        if siblings and is_object(content):
            content = {**content, **siblings}
        site.holder[site.key] = content
        self.settle(site.holder, site.key, site.kind, here, active | {target})


def _only_reference(node: Any) -> str | None:
    """The reference of an object that holds nothing else."""
    alone = is_object(node) and len(node) == 1
    return local_reference(node) if alone else None


def local_reference(node: Any) -> str | None:
    """The reference of an object into its own document."""
    reference = node.get("$ref") if is_object(node) else None
    return reference if isinstance(reference, str) and reference.startswith("#") else None
