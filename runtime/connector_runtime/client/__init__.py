"""What generated connectors import. Names are loaded when they are first used."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from connector_runtime.client.arguments import OMIT as OMIT
    from connector_runtime.client.arguments import FileInput as FileInput
    from connector_runtime.client.arguments import JSONValue as JSONValue
    from connector_runtime.client.arguments import Omit as Omit
    from connector_runtime.client.auth.authorization import (
        AuthorizationAnswerError as AuthorizationAnswerError,
    )
    from connector_runtime.client.auth.authorization import AuthorizationError as AuthorizationError
    from connector_runtime.client.auth.authorization import (
        AuthorizationRefusedError as AuthorizationRefusedError,
    )
    from connector_runtime.client.auth.discovery import DiscoveryError as DiscoveryError
    from connector_runtime.client.auth.sigv4 import AWSSignatureV4 as AWSSignatureV4
    from connector_runtime.client.clients import AsyncClient as AsyncClient
    from connector_runtime.client.clients import AsyncResource as AsyncResource
    from connector_runtime.client.clients import Client as Client
    from connector_runtime.client.clients import Resource as Resource
    from connector_runtime.client.codes import ErrorCode as ErrorCode
    from connector_runtime.client.connector import Connector as Connector
    from connector_runtime.client.control import HostStats as HostStats
    from connector_runtime.client.control import RuntimeControl as RuntimeControl
    from connector_runtime.client.control import RuntimeStats as RuntimeStats
    from connector_runtime.client.credentials import CredentialProvider as CredentialProvider
    from connector_runtime.client.credentials import Credentials as Credentials
    from connector_runtime.client.credentials import CredentialsInput as CredentialsInput
    from connector_runtime.client.credentials import (
        OAuth2ClientCredentials as OAuth2ClientCredentials,
    )
    from connector_runtime.client.credentials import OAuth2RefreshToken as OAuth2RefreshToken
    from connector_runtime.client.credentials import RequestSigner as RequestSigner
    from connector_runtime.client.credentials import SignableRequest as SignableRequest
    from connector_runtime.client.deprecation import deprecated as deprecated
    from connector_runtime.client.errors import APIConnectionError as APIConnectionError
    from connector_runtime.client.errors import APIError as APIError
    from connector_runtime.client.errors import APIStatusError as APIStatusError
    from connector_runtime.client.errors import APITimeoutError as APITimeoutError
    from connector_runtime.client.errors import ArgumentError as ArgumentError
    from connector_runtime.client.errors import AuthenticationError as AuthenticationError
    from connector_runtime.client.errors import BadRequestError as BadRequestError
    from connector_runtime.client.errors import CircuitOpenError as CircuitOpenError
    from connector_runtime.client.errors import ConfigurationError as ConfigurationError
    from connector_runtime.client.errors import ConflictError as ConflictError
    from connector_runtime.client.errors import ConnectorError as ConnectorError
    from connector_runtime.client.errors import ContractViolationError as ContractViolationError
    from connector_runtime.client.errors import CredentialsMissingError as CredentialsMissingError
    from connector_runtime.client.errors import DeadlineExceededError as DeadlineExceededError
    from connector_runtime.client.errors import NotFoundError as NotFoundError
    from connector_runtime.client.errors import OutcomeUnknownError as OutcomeUnknownError
    from connector_runtime.client.errors import PermissionDeniedError as PermissionDeniedError
    from connector_runtime.client.errors import RateLimitError as RateLimitError
    from connector_runtime.client.errors import ReplyError as ReplyError
    from connector_runtime.client.errors import ReplyTooLargeError as ReplyTooLargeError
    from connector_runtime.client.errors import ServerError as ServerError
    from connector_runtime.client.errors import UnknownOperationError as UnknownOperationError
    from connector_runtime.client.errors import (
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from connector_runtime.client.events import AttemptFinished as AttemptFinished
    from connector_runtime.client.events import AttemptStarted as AttemptStarted
    from connector_runtime.client.events import BudgetExhausted as BudgetExhausted
    from connector_runtime.client.events import CallFinished as CallFinished
    from connector_runtime.client.events import CallStarted as CallStarted
    from connector_runtime.client.events import CircuitClosed as CircuitClosed
    from connector_runtime.client.events import CircuitHalfOpened as CircuitHalfOpened
    from connector_runtime.client.events import CircuitOpened as CircuitOpened
    from connector_runtime.client.events import CircuitRejected as CircuitRejected
    from connector_runtime.client.events import ContractViolation as ContractViolation
    from connector_runtime.client.events import Event as Event
    from connector_runtime.client.events import Propagating as Propagating
    from connector_runtime.client.events import RateLimited as RateLimited
    from connector_runtime.client.events import RetryScheduled as RetryScheduled
    from connector_runtime.client.events import TokenRefreshed as TokenRefreshed
    from connector_runtime.client.http.caching import (
        async_caching_transport as async_caching_transport,
    )
    from connector_runtime.client.http.caching import caching_transport as caching_transport
    from connector_runtime.client.mocking.controls import Mock as Mock
    from connector_runtime.client.mocking.controls import mock_of as mock_of
    from connector_runtime.client.mocking.problems import MockRequestError as MockRequestError
    from connector_runtime.client.mocking.problems import MockUsageError as MockUsageError
    from connector_runtime.client.mocking.recording import Recorder as Recorder
    from connector_runtime.client.models import Model as Model
    from connector_runtime.client.models import Tagged as Tagged
    from connector_runtime.client.models import UnknownVariant as UnknownVariant
    from connector_runtime.client.models import Variants as Variants
    from connector_runtime.client.models import lazy_models as lazy_models
    from connector_runtime.client.observing.logs import log_event as log_event
    from connector_runtime.client.observing.tracing import OpenTelemetryHook as OpenTelemetryHook
    from connector_runtime.client.operation import Operation as Operation
    from connector_runtime.client.options import CallOptions as CallOptions
    from connector_runtime.client.options import ClientSettings as ClientSettings
    from connector_runtime.client.pages import AsyncPage as AsyncPage
    from connector_runtime.client.pages import Page as Page
    from connector_runtime.client.pages import PendingPage as PendingPage
    from connector_runtime.client.raw_response import RawResponse as RawResponse
    from connector_runtime.client.raw_response import async_raw as async_raw
    from connector_runtime.client.raw_response import raw as raw
    from connector_runtime.client.resilience.functions import CircuitBreaker as CircuitBreaker
    from connector_runtime.client.resilience.functions import call_with_retry as call_with_retry
    from connector_runtime.client.resilience.functions import get_service_url as get_service_url
    from connector_runtime.client.resilience.settings import ResiliencePolicy as ResiliencePolicy
    from connector_runtime.client.streams.events import ServerSentEvent as ServerSentEvent
    from connector_runtime.client.streams.responses import (
        AsyncStreamedResponse as AsyncStreamedResponse,
    )
    from connector_runtime.client.streams.responses import AsyncStreaming as AsyncStreaming
    from connector_runtime.client.streams.responses import StreamedResponse as StreamedResponse
    from connector_runtime.client.streams.responses import Streaming as Streaming
    from connector_runtime.client.streams.responses import async_streamed as async_streamed
    from connector_runtime.client.streams.responses import streamed as streamed
    from connector_runtime.client.streams.streams import AsyncStream as AsyncStream
    from connector_runtime.client.streams.streams import Stream as Stream

_MODULES = {
    "arguments": "OMIT FileInput JSONValue Omit",
    "auth.authorization": "AuthorizationAnswerError AuthorizationError AuthorizationRefusedError",
    "auth.discovery": "DiscoveryError",
    "auth.sigv4": "AWSSignatureV4",
    "clients": "AsyncClient AsyncResource Client Resource",
    "codes": "ErrorCode",
    "connector": "Connector",
    "control": "HostStats RuntimeControl RuntimeStats",
    "credentials": "CredentialProvider Credentials CredentialsInput OAuth2ClientCredentials OAuth2RefreshToken"
    " RequestSigner SignableRequest",
    "deprecation": "deprecated",
    "errors": "APIConnectionError APIError APIStatusError APITimeoutError ArgumentError"
    " AuthenticationError BadRequestError CircuitOpenError ConfigurationError ConflictError"
    " ConnectorError ContractViolationError CredentialsMissingError DeadlineExceededError"
    " NotFoundError OutcomeUnknownError PermissionDeniedError RateLimitError ReplyError"
    " ReplyTooLargeError ServerError UnknownOperationError UnprocessableEntityError",
    "events": "AttemptFinished AttemptStarted BudgetExhausted CallFinished CallStarted"
    " CircuitClosed CircuitHalfOpened CircuitOpened CircuitRejected ContractViolation Event"
    " Propagating RateLimited RetryScheduled TokenRefreshed",
    "http.caching": "async_caching_transport caching_transport",
    "mocking.controls": "Mock mock_of",
    "mocking.problems": "MockRequestError MockUsageError",
    "mocking.recording": "Recorder",
    "models": "Model Tagged UnknownVariant Variants lazy_models",
    "observing.logs": "log_event",
    "observing.tracing": "OpenTelemetryHook",
    "operation": "Operation",
    "options": "CallOptions ClientSettings",
    "pages": "AsyncPage Page PendingPage",
    "raw_response": "RawResponse async_raw raw",
    "resilience.functions": "CircuitBreaker call_with_retry get_service_url",
    "resilience.settings": "ResiliencePolicy",
    "streams.events": "ServerSentEvent",
    "streams.responses": "AsyncStreamedResponse AsyncStreaming StreamedResponse Streaming"
    " async_streamed streamed",
    "streams.streams": "AsyncStream Stream",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    module = _HOMES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted(_HOMES)


def lazy_module(package: str, index: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """``__getattr__`` (PEP 562) of a generated package.

    ``index`` maps submodules to the names they give to the package; a submodule without names is
    itself a name. All other names are those of ``custom``, the module of the package's user; it is
    imported for them alone, and raises AttributeError where it has none either.
    """
    homes = {name: module for module, names in index.items() for name in names}

    def get(name: str) -> Any:
        if name in homes:
            return getattr(import_module(f"{package}.{homes[name]}"), name)
        if name in index:
            return import_module(f"{package}.{name}")
        own = None if name.startswith("_") else _custom(package)
        if own is not None and name in getattr(own, "__all__", vars(own)):
            return getattr(own, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get


def _custom(package: str) -> ModuleType | None:
    """The user's module of a generated package; None where it was removed."""
    module = f"{package}.custom"
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
