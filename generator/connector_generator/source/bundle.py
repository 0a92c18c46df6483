"""Many files to one tree: afterwards every reference of a document is local.

What has a place under ``components`` (schemas, parameters, replies ...) becomes a component with a
name from its file and fragment; everything else - path items, operations, a ``$ref`` in place of a
description, any fragment at all - is copied to where it is referred to. A component of the document
that is nothing but a reference to a file stays the home of what that file holds.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.location import escape
from connector_generator.source.boundary import is_url
from connector_generator.source.component_names import allocate
from connector_generator.source.grammar import (
    EXTENSION,
    MAPPING,
    SECTIONS,
    SECTIONS_2,
)
from connector_generator.source.limits import MAX_HOPS, MAX_INLINED_NODES
from connector_generator.source.origins import Origin, Origins
from connector_generator.source.references import Site, path_pointer, references
from connector_generator.source.resolver import DanglingError, Resolver, cycle
from connector_generator.source.tree import copy, is_object, size

DANGLING_HELP = "Correct the $ref, or describe what it should lead to."


@dataclass(slots=True)
class _Piece:
    """A part of the result under construction: the document itself, or one new component."""

    holder: Any
    key: str
    kind: str
    origin: Origin
    placed: dict[str, Origin] = field(default_factory=dict[str, Origin])
    dangling: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is being walked: where it came from, where it stands in its piece, and inside of what
    else it was copied."""

    origin: Origin
    at: str = ""
    active: Mapping[Origin, str] = field(default_factory=dict[Origin, str])


_Target = tuple[str, Origin]
"""The kind of a shared object, and where it is described."""


def bundle(
    root: dict[str, Any], resolver: Resolver, diagnostics: Diagnostics
) -> tuple[dict[str, Any], Origins]:
    """One document from a document and the files it refers to, and where its parts come from.

    The tree of the document is changed in place; those of the files are copied from.
    """
    return _Bundler(root, resolver, diagnostics).run()


class _Bundler:
    def __init__(self, root: dict[str, Any], resolver: Resolver, diagnostics: Diagnostics) -> None:
        self._root = root
        self._resolver = resolver
        self._diagnostics = diagnostics
        self._sections = SECTIONS_2 if "swagger" in root else SECTIONS
        self._homes: dict[_Target, str] = {}
        self._pieces: dict[_Target, _Piece] = {}
        self._pending: list[tuple[Site, _Target]] = []
        self._queue: list[_Piece] = []
        self._inlined = 0

    def run(self) -> tuple[dict[str, Any], Origins]:
        origin = Origin(self._resolver.root)
        document = _Piece({"": self._root}, "", "document", origin)
        self._find_homes()
        self._queue.append(document)
        for piece in self._queue:  # Grows while components are found.
            self._walk(piece, piece.holder, piece.key, piece.kind, _Frame(piece.origin))
        return self._root, self._assemble(document)

    # Homes: components of the document that are nothing but a reference to a file.

    def _find_homes(self) -> None:
        """The first component that refers to a thing, those that do so directly before others."""
        chained: list[tuple[_Target, str]] = []
        for site, at in self._component_sites():
            reference = site.reference
            if reference.startswith("#") or len(site.node) != 1:
                continue
            try:
                direct = self._resolver.target(reference, Origin(self._resolver.root, at))
                target, _ = self._resolver.value(direct)
            except DanglingError:
                continue
            if target.file == self._resolver.root:
                continue
            if target == direct:
                self._homes.setdefault((site.kind, target), at)
            else:
                chained.append(((site.kind, target), at))
        for shared, at in chained:
            self._homes.setdefault(shared, at)

    def _component_sites(self) -> Iterator[tuple[Site, str]]:
        for kind, section in self._sections.items():
            for name, node in _section(self._root, section, self._sections).items():
                reference = node.get("$ref") if is_object(node) else None
                if isinstance(reference, str):
                    at = f"{_prefix(section, self._sections)}/{escape(name)}"
                    holder = _section(self._root, section, self._sections)
                    yield Site(holder, name, kind, (), reference), at

    # One reference after the other.

    def _walk(self, piece: _Piece, holder: Any, key: str | int, kind: str, frame: _Frame) -> None:
        for site in references(holder, key, kind):
            below = path_pointer(site.path)
            origin = frame.origin.at(below)
            if origin.file == self._resolver.root and self._resolver.stays(site.reference):
                continue
            if site.kind == MAPPING and not _is_uri(site.reference):
                self._mapped_name(site, origin)
                continue
            if site.kind == EXTENSION:
                self._extension(piece, site, frame, below)
            else:
                self._reference(piece, site, frame, below)

    def _mapped_name(self, site: Site, origin: Origin) -> None:
        """A schema's bare name means a component of its own file, which may get another name."""
        if origin.file == self._resolver.root:
            return
        for section in ("components/schemas", "definitions"):
            try:
                target, value = self._resolve(f"#/{section}/{escape(site.reference)}", origin)
            except DanglingError:
                continue
            if target.file != self._resolver.root:
                self._share(site, ("schema", target), value)
            return

    def _extension(self, piece: _Piece, site: Site, frame: _Frame, below: str) -> None:
        """Extensions are anybody's: what can be read is put in, all else stays as it is."""
        try:
            target, value = self._resolve(site.reference, frame.origin.at(below))
            if target.file != self._resolver.root:
                self._inline(piece, site, frame, below, target, value)
        except (DanglingError, InputError):
            return

    def _reference(self, piece: _Piece, site: Site, frame: _Frame, below: str) -> None:
        try:
            target, value = self._resolve(site.reference, frame.origin.at(below))
        except DanglingError:
            piece.dangling.append((frame.at + below, site.reference))
            remove_reference(site)
            return
        kind = "schema" if site.kind == MAPPING else site.kind
        if target.file == self._resolver.root:
            site.rewrite(f"#{target.pointer}")
        elif self._homes.get((kind, target)) == frame.at + below and piece.kind == "document":
            self._inline(piece, site, frame, below, target, value)
        elif (kind, target) in self._homes:
            site.rewrite(f"#{self._homes[kind, target]}")
        elif kind in self._sections and isinstance(value, (dict, bool)):
            self._share(site, (kind, target), value)
        else:
            self._inline(piece, site, frame, below, target, value)

    def _resolve(self, reference: str, site: Origin) -> tuple[Origin, Any]:
        return self._resolver.value(self._resolver.target(reference, site))

    def _share(self, site: Site, target: _Target, value: Any) -> None:
        if target not in self._pieces:
            kind, origin = target
            piece = _Piece({"": self._copied(value)}, "", kind, origin)
            self._pieces[target] = piece
            self._queue.append(piece)
        self._pending.append((site, target))

    def _inline(
        self, piece: _Piece, site: Site, frame: _Frame, below: str, target: Origin, value: Any
    ) -> None:
        at = frame.at + below
        if target in frame.active and site.kind == "path-item" and piece.kind == "document":
            site.rewrite(f"#{frame.active[target]}")  # A callback to the path that it belongs to.
            return
        if target in frame.active or len(frame.active) > MAX_HOPS:
            place = self._resolver.library.locate(frame.origin.file, frame.origin.pointer + below)
            raise cycle(place, site.reference)
        siblings = site.siblings()
        content = self._copied(value)
        if siblings and is_object(content):
            content = {**content, **siblings}
        site.holder[site.key] = content
        piece.placed[at] = target
        self._walk(
            piece,
            site.holder,
            site.key,
            site.kind,
            _Frame(target, at, {**frame.active, target: at}),
        )

    def _copied(self, value: Any) -> Any:
        self._inlined += size(value)
        if self._inlined > MAX_INLINED_NODES:
            raise InputError(
                "inline-limit",
                self._resolver.library.locate(self._resolver.root, ""),
                f"the references stand for more than {MAX_INLINED_NODES:,} values",
                "Give a part of the description.",
            )
        return copy(value)

    # Names are given when all components are known; then the pieces come together.

    def _assemble(self, document: _Piece) -> Origins:
        origins = Origins(document.origin, dict(document.placed))
        self._report(document, "")
        places: dict[_Target, str] = {}
        for kind, section in self._sections.items():
            targets = {target: target[1] for target in self._pieces if target[0] == kind}
            if not targets:
                continue
            content = _section(self._root, section, self._sections)
            shown = {self._shown(origin): target for target, origin in targets.items()}
            for origin, name in allocate(list(shown), set(content)).items():
                piece = self._pieces[shown[origin]]
                at = f"{_prefix(section, self._sections)}/{escape(name)}"
                places[shown[origin]] = at
                content[name] = piece.holder[piece.key]
                origins.place(at, piece.origin)
                for below, part in piece.placed.items():
                    origins.place(at + below, part)
                self._report(piece, at)
            _attach(self._root, section, content, self._sections)
        for site, target in self._pending:
            site.rewrite(f"#{places[target]}")
        return origins

    def _report(self, piece: _Piece, at: str) -> None:
        for below, reference in piece.dangling:
            dangling(self._diagnostics, at + below, reference)

    def _shown(self, origin: Origin) -> Origin:
        """The same whatever folder the build is started from: relative to the document."""
        if is_url(origin.file):
            return origin
        folder = os.path.dirname(self._resolver.root)
        return Origin(os.path.relpath(origin.file, folder or "."), origin.pointer)


def dangling(diagnostics: Diagnostics, at: str, reference: str) -> None:
    """Report a reference that leads to nothing in a file that is there."""
    diagnostics.warn(
        "dangling-ref", at, f"{reference} leads to nothing; any value is accepted", DANGLING_HELP
    )


def remove_reference(site: Site) -> None:
    """Let what holds a reference stand without it."""
    if site.kind == MAPPING:
        del site.holder[site.key]
    else:
        for keyword in ("$ref", "$dynamicRef"):
            site.node.pop(keyword, None)


def _is_uri(mapping: str) -> bool:
    """Whether a discriminator's mapping names a place, and not a schema."""
    return "/" in mapping or "#" in mapping or mapping.endswith((".json", ".yaml", ".yml"))


def _prefix(section: str, sections: Mapping[str, str]) -> str:
    return f"/{section}" if sections is SECTIONS_2 else f"/components/{section}"


def _section(root: dict[str, Any], section: str, sections: Mapping[str, str]) -> dict[str, Any]:
    """The components of a kind; a new dictionary where the document has none."""
    parent: Any = root if sections is SECTIONS_2 else root.get("components")
    content = parent.get(section) if is_object(parent) else None
    return content if is_object(content) else {}


def _attach(
    root: dict[str, Any], section: str, content: dict[str, Any], sections: Mapping[str, str]
) -> None:
    if sections is SECTIONS_2:
        root[section] = content
        return
    if not isinstance(root.get("components"), dict):
        root["components"] = {}
    root["components"][section] = content
