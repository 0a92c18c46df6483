"""What naming knows of an operation, and what it says of it."""

from dataclasses import dataclass

from connector_generator.ir.names import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSketch:
    """An operation as naming sees it.

    ``key`` is its identity from build to build, ``GET /v1/customers/{customer}``, after the name of
    its document where there are several. ``given_name`` and ``given_method`` (dotted) come from an
    overlay or a vendor's extension.
    """

    key: str
    http_method: str
    path: str
    operation_id: str
    tags: tuple[str, ...]
    summary: str
    returns_collection: bool
    given_name: str = ""
    given_method: str = ""

    @property
    def document(self) -> str:
        """The name of the document; empty where the connector has one."""
        return self.key.removesuffix(f"{self.http_method} {self.path}").strip()


@dataclass(frozen=True, slots=True)
class OperationNames:
    """The two frozen names of an operation, and the rule that gave them."""

    name: Name
    resource: tuple[str, ...]
    method_name: str
    reason: str

    @property
    def method(self) -> str:
        """The method path, dotted."""
        return ".".join((*self.resource, self.method_name))
