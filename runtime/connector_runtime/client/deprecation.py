"""``@deprecated`` (PEP 702) for generated methods.

Type checkers see that of ``typing_extensions``, which imports asyncio when it decorates: a program
that makes one call should not wait for that.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

_F = TypeVar("_F", bound=Callable[..., Any])

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message: str) -> Callable[[_F], _F]:
        """Warn with a DeprecationWarning when the method is called."""

        def decorate(method: _F) -> _F:
            from functools import wraps

            @wraps(method)
            def call(*args: Any, **kwargs: Any) -> Any:
                import warnings

                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return method(*args, **kwargs)

            call.__deprecated__ = message
            return call

        return decorate
