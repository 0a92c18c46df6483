"""TLS settings as contexts: made when the first encrypted connection needs one, then shared.

Reading the certificate store takes 20 ms; clients with equal settings share the result.
"""

import os
import threading
from typing import TYPE_CHECKING, TypeAlias

from connector_runtime.client.errors import ConfigurationError

if TYPE_CHECKING:
    import ssl

Verify: TypeAlias = "ssl.SSLContext | str | bool"
Certificate: TypeAlias = "str | tuple[str, str] | tuple[str, str, str] | None"

_contexts: dict[tuple[object, ...], "ssl.SSLContext"] = {}
_lock = threading.Lock()


def tls_context(verify: Verify, certificate: Certificate) -> "ssl.SSLContext":
    """The context of these settings; a context that is given is used as it is."""
    if not isinstance(verify, (str, bool)):
        if certificate is not None:
            raise ConfigurationError("load the certificate into the SSL context given as verify=")
        return verify
    place = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    key = (verify, certificate, *place)
    with _lock:
        context = _contexts.get(key)
        if context is None:
            context = _contexts[key] = _made(verify, certificate, place)
    return context


def _made(
    verify: str | bool, certificate: Certificate, place: tuple[str | None, str | None]
) -> "ssl.SSLContext":
    import ssl

    try:
        context = _trusting(verify, place)
        if verify is False:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        if isinstance(certificate, str):
            context.load_cert_chain(certificate)
        elif certificate is not None:
            context.load_cert_chain(*certificate)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise ConfigurationError(f"{_files(verify, certificate)}: {reason}") from None
    return context


def _files(verify: str | bool, certificate: Certificate) -> str:
    """The files of the settings, as an error names them: without the password of a key."""
    key = certificate if isinstance(certificate, str) else " and ".join((certificate or ())[:2])
    given = {"verify": verify if isinstance(verify, str) else "", "cert": key}
    return ", ".join(f"{name} ({path})" for name, path in given.items() if path)


def _trusting(verify: str | bool, place: tuple[str | None, str | None]) -> "ssl.SSLContext":
    import ssl

    if isinstance(verify, str):
        if os.path.isdir(verify):
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    file, folder = place
    if file or folder:
        return ssl.create_default_context(cafile=file or None, capath=folder or None)
    import certifi

    return ssl.create_default_context(cafile=certifi.where())
