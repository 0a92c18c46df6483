"""References to targets: which part of which file a ``$ref`` means."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from connector_generator.diagnostics import InputError
from connector_generator.location import Location, tokens
from connector_generator.source.boundary import Boundary, is_url
from connector_generator.source.identifiers import Identifiers, identifiers
from connector_generator.source.library import Library, is_foreign, join
from connector_generator.source.limits import MAX_HOPS
from connector_generator.source.origins import Origin
from connector_generator.source.tree import child, is_object


class DanglingError(Exception):
    """The file is there, but not the part that a reference names."""


@dataclass(slots=True)
class Resolver:
    """Follows references from one document through its files."""

    library: Library
    boundary: Boundary
    root: str
    """The location of the document itself."""
    _identifiers: dict[str, Identifiers] = field(default_factory=dict[str, Identifiers])
    _targets: dict[tuple[str, str, str], Origin] = field(
        default_factory=dict[tuple[str, str, str], Origin]
    )
    _values: dict[Origin, tuple[Origin, Any]] = field(
        default_factory=dict[Origin, tuple[Origin, Any]]
    )

    def target(self, reference: str, site: Origin) -> Origin:
        """The file and pointer that a reference at a site means; the file exists then."""
        base = self._known(site.file).base_at(site.pointer)
        key = (site.file, base, reference)
        if key not in self._targets:
            uri, fragment = urldefrag(reference.strip())
            file, resource = self._file(uri, base, site)
            self._targets[key] = Origin(file, self._pointer(file, resource, fragment))
        return self._targets[key]

    def stays(self, reference: str) -> bool:
        """Whether a reference of the document is a pointer into the document, to be left alone."""
        return reference.startswith("#/") and not self._known(self.root).bases

    def _file(self, uri: str, base: str, site: Origin) -> tuple[str, str]:
        """The file of a URI, and the URI of the resource in it that fragments are relative to."""
        if not uri:
            return site.file, base
        absolute = join(base, uri)
        for file, known in self._identifiers.items():
            if absolute in known.resources:
                return file, absolute
        location = self._beside_self(absolute) or self._retrieved(uri, site)
        self.library.follow(
            location, self.boundary, lambda: self.library.locate(site.file, site.pointer)
        )
        return location, self._known(location).base

    def _beside_self(self, uri: str) -> str | None:
        """A URI below the ``$self`` of the root document lies below its folder."""
        base = self._known(self.root).base
        folder = urljoin(base, ".")
        if base != self.root and uri.startswith(folder):
            return join(self.root, uri.removeprefix(folder))
        return None

    def _retrieved(self, uri: str, site: Origin) -> str:
        """The location of a URI seen from the file that mentions it."""
        location = join(site.file, uri)
        if is_foreign(uri) and not is_url(location):
            raise InputError(
                "outside-of-folder",
                self.library.locate(site.file, site.pointer),
                f"refers to {uri}, which is no path relative to the description",
                "Copy the file into the folder of the description and refer to it there.",
            )
        return location

    def _pointer(self, file: str, resource: str, fragment: str) -> str:
        known = self._known(file)
        start = known.resources.get(resource, "")
        if not fragment:
            return start
        if fragment.startswith("/"):
            return start + unquote(fragment)
        anchor = known.anchors.get((resource, unquote(fragment)))
        if anchor is None:
            raise DanglingError
        return anchor

    def _known(self, file: str) -> Identifiers:
        if file not in self._identifiers:
            loaded = self.library.loaded[file]
            kind = "document" if file == self.root else _kind_of_root(loaded.tree)
            self._identifiers[file] = identifiers(loaded.tree, loaded.text, file, kind)
        return self._identifiers[file]

    def value(self, target: Origin) -> tuple[Origin, Any]:
        """What a target holds, and where that really stands.

        A pointer may lead through other references, and a target may be nothing but a reference
        itself; both are followed, except into the document being bundled.
        """
        if target not in self._values:
            self._values[target] = self._follow(target)
        return self._values[target]

    def _follow(self, target: Origin) -> tuple[Origin, Any]:
        hops = 0
        while True:
            here, node = self._walk(target)
            onward = _only_reference(node)
            if onward is None or here.file == self.root:
                return here, node
            target = self.target(onward, here)
            hops += 1
            if hops > MAX_HOPS:
                raise cycle(self.library.locate(here.file, here.pointer), onward)

    def _walk(self, target: Origin) -> tuple[Origin, Any]:
        here, node = Origin(target.file), self.library.loaded[target.file].tree
        if target.file == self.root:
            return target, None
        rest = list(reversed(tokens(target.pointer)))
        hops = 0
        while rest:
            try:
                node = child(node, rest[-1])
            except KeyError:
                onward = _any_reference(node)
                if onward is None or hops > MAX_HOPS:
                    raise DanglingError from None
                through = self.target(onward, here)
                if through.file == self.root:
                    return through.at(_below(rest)), None
                here, node = self.value(through)
                hops += 1
                continue
            here = here.at(_below([rest.pop()]))
        return here, node


def _below(rest: list[str]) -> str:
    return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in reversed(rest))


def _any_reference(node: Any) -> str | None:
    reference = node.get("$ref") if is_object(node) else None
    return reference if isinstance(reference, str) else None


def _only_reference(node: Any) -> str | None:
    """The reference of an object that holds nothing else."""
    return _any_reference(node) if is_object(node) and len(node) == 1 else None


def _kind_of_root(tree: Any) -> str:
    is_document = is_object(tree) and ("openapi" in tree or "swagger" in tree)
    return "document" if is_document else "schema"


def cycle(place: Location, reference: str) -> InputError:
    """References that only lead to each other have no meaning."""
    return InputError(
        "reference-cycle",
        place,
        f"the reference to {reference} leads back to itself through references only",
        "Let one of them describe the thing itself.",
    )
