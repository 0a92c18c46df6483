"""Models of response event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from connector_runtime.client import Model, Tagged, UnknownVariant

if TYPE_CHECKING:
    from .metadata import Metadata
    from .output_item import OutputItem
    from .response_text_delta import ResponseTextDelta
    from .response_text_done import ResponseTextDone
    from .response_usage import ResponseUsage

# fmt: off
ResponseEvent: TypeAlias = "Annotated[ResponseStateEvent | ResponseItemEvent | ResponseTextDelta | ResponseTextDone | ResponseArgumentsDelta | ResponseArgumentsDone | ResponseErrorEvent | UnknownVariant, Tagged('type', {'response.queued': 'ResponseStateEvent', 'response.created': 'ResponseStateEvent', 'response.in_progress': 'ResponseStateEvent', 'response.completed': 'ResponseStateEvent', 'response.incomplete': 'ResponseStateEvent', 'response.failed': 'ResponseStateEvent', 'response.output_item.added': 'ResponseItemEvent', 'response.output_item.done': 'ResponseItemEvent', 'response.output_text.delta': 'ResponseTextDelta', 'response.output_text.done': 'ResponseTextDone', 'response.function_call_arguments.delta': 'ResponseArgumentsDelta', 'response.function_call_arguments.done': 'ResponseArgumentsDone', 'error': 'ResponseErrorEvent'})]"
"""What happened to an answer."""
ResponseStatus: TypeAlias = "Literal['completed', 'failed', 'in_progress', 'cancelled', 'queued', 'incomplete'] | str"
ResponseStateEventType: TypeAlias = "Literal['response.queued', 'response.created', 'response.in_progress', 'response.completed', 'response.incomplete', 'response.failed'] | str"
ResponseItemEventType: TypeAlias = "Literal['response.output_item.added', 'response.output_item.done'] | str"
# fmt: on


class Response(Model):
    id: str
    object: Literal["response"] | str
    created_at: float
    status: ResponseStatus | None = None
    """How far it is."""
    background: bool | None = None
    model: str
    """Who answers."""
    output: list[OutputItem]
    """What the model says, thinks and asks for."""
    error: ResponseError | None
    """Why it failed."""
    incomplete_details: ResponseIncompleteDetails | None
    previous_response_id: str | None = None
    usage: ResponseUsage | None = None
    service_tier: str | None = None
    metadata: Metadata | None = None


class ResponseIncompleteDetails(Model):
    reason: Literal["max_output_tokens", "content_filter"] | str | None = None
    """Why it ended early."""


class ResponseError(Model):
    code: str
    message: str


class ResponseStateEvent(Model):
    type: ResponseStateEventType
    sequence_number: int
    """Counts the events."""
    response: Response


class ResponseItemEvent(Model):
    type: ResponseItemEventType
    sequence_number: int
    output_index: int
    """Where the item stands in the output."""
    item: OutputItem


class ResponseArgumentsDelta(Model):
    type: Literal["response.function_call_arguments.delta"] | str
    sequence_number: int
    item_id: str
    output_index: int
    delta: str
    """The next piece of the arguments."""


class ResponseArgumentsDone(Model):
    type: Literal["response.function_call_arguments.done"] | str
    sequence_number: int
    item_id: str
    output_index: int
    name: str
    arguments: str
    """The arguments as JSON; check them."""


class ResponseErrorEvent(Model):
    type: Literal["error"] | str
    sequence_number: int
    code: str | None = None
    message: str
    param: str | None = None
