"""The one error of this layer: an argument that cannot be sent."""


def pointer_token(key: object) -> str:
    """One step of a JSON pointer (RFC 6901)."""
    return str(key).replace("~", "~0").replace("/", "~1")


class ArgumentError(ValueError):
    """An argument is missing, unknown, or has no form on the wire.

    ``pointer`` is a JSON pointer into the arguments: ``/metadata/tier``.
    """

    code = "VALIDATION_FAILED"

    def __init__(self, message: str, pointer: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.pointer = pointer

    def below(self, key: object) -> "ArgumentError":
        """The same problem, seen from one level further up."""
        return ArgumentError(self.message, f"/{pointer_token(key)}{self.pointer}")

    def __str__(self) -> str:
        return f"{self.pointer}: {self.message}" if self.pointer else self.message

    def __reduce__(self) -> tuple[type["ArgumentError"], tuple[str, str]]:
        return ArgumentError, (self.message, self.pointer)
