"""Short ways to say what a document holds, and to look at what becomes of it."""

from dataclasses import dataclass
from typing import Any

from connector_generator.diagnostics import Diagnostics
from connector_generator.location import Location
from connector_generator.normalise import NormalisedDocument, normalise
from connector_generator.source.document import Document
from tests.generator.normalise.dialect import violations


@dataclass(frozen=True)
class Result:
    document: NormalisedDocument
    diagnostics: Diagnostics

    @property
    def root(self) -> dict[str, Any]:
        return self.document.root

    @property
    def schemas(self) -> dict[str, Any]:
        """The component schemas without the marks of where they come from."""
        return {name: bare(node) for name, node in self.root["components"]["schemas"].items()}

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.diagnostics]

    def operation(self, path: str = "/things", method: str = "get") -> dict[str, Any]:
        found: dict[str, Any] = self.root["paths"][path][method]
        return found


def bare(node: dict[str, Any]) -> dict[str, Any]:
    marks = ("x-connector-pointer", "x-connector-parent")
    return {key: value for key, value in node.items() if key not in marks}


def run(root: dict[str, Any], name: str = "api") -> Result:
    """Normalise a document and make sure that the result keeps to the dialect."""
    diagnostics = Diagnostics()
    document = Document(name, root, lambda pointer: Location(f"{name}.yaml", pointer))
    result = normalise(document, diagnostics)
    assert violations(result.root) == []
    return Result(result, diagnostics)


def schemas(version: str = "3.1.0", **components: Any) -> Result:
    """Normalise a document that holds only these component schemas."""
    info = {"title": "Things", "version": "1"}
    return run(
        {"openapi": version, "info": info, "paths": {}, "components": {"schemas": components}}
    )


def operation(given: dict[str, Any], path: str = "/things", **more: Any) -> Result:
    """Normalise a document with one GET operation."""
    given = {"responses": {"200": {"description": "ok"}}, **given}
    info = {"title": "Things", "version": "1"}
    return run({"openapi": "3.1.0", "info": info, "paths": {path: {"get": given}}, **more})


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


STRING = {"type": "string"}
INTEGER = {"type": "integer"}
