"""The base of all generated models."""

from inspect import get_annotations
from threading import RLock
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from connector_runtime.client.models.names import ModuleNames

_BUILDING = RLock()
"""Pydantic completes a deferred class on first use, and not safely from several threads."""


class Model(BaseModel):
    """A reply's object: unknown members are kept, and the models it refers to load on first use.

    Generated modules write annotations as if every model were imported; the names that a module
    does not hold become lazy edges when its classes are made (see ``names``), so that importing one
    model imports no other.
    """

    __slots__ = ("_request_id",)

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        defer_build=True,
        arbitrary_types_allowed=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        names = ModuleNames(cls.__module__)
        cls.__annotations__ = {
            name: names.evaluate(annotation) if isinstance(annotation, str) else annotation
            for name, annotation in get_annotations(cls).items()
        }
        super().__init_subclass__(**kwargs)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """As pydantic's, one thread at a time."""
        with _BUILDING:
            return super().model_rebuild(
                force=force,
                raise_errors=raise_errors,
                _parent_namespace_depth=_parent_namespace_depth + 1,
                _types_namespace=_types_namespace,
            )

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """As pydantic's, silent about members that came in another shape than documented."""
        options.setdefault("warnings", False)
        return super().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """As pydantic's, silent about members that came in another shape than documented."""
        options.setdefault("warnings", False)
        return super().model_dump_json(**options)

    @property
    def request_id(self) -> str:
        """The vendor's identifier of the request that this was the reply to; empty when none."""
        try:
            identifier: str = object.__getattribute__(self, "_request_id")
        except AttributeError:
            return ""
        return identifier


def stamp(reply: object, request_id: str) -> None:
    """Remember the request's identifier on a reply, out of reach of the vendor's members."""
    if isinstance(reply, Model):
        object.__setattr__(reply, "_request_id", request_id)
