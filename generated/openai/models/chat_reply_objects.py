"""Models of chat reply objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .metadata import Metadata
    from .usage import Usage

# fmt: off
ChatChoiceFinishReason: TypeAlias = "Literal['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] | str"
# fmt: on


class ToolCall(Model):
    id: str
    """What the answer refers to."""
    type: Literal["function"] | str
    function: ToolCallFunction


class ToolCallFunction(Model):
    name: str
    arguments: str
    """The arguments as JSON; check them."""


class ChatCompletion(Model):
    id: str
    object: Literal["chat.completion"] | str
    created: int
    """When it was made."""
    model: str
    """Who answered."""
    choices: list[ChatChoice]
    """The answers."""
    usage: Usage | None = None
    service_tier: str | None = None
    system_fingerprint: str | None = None
    """What it ran on."""
    metadata: Metadata | None = None


class ChatChoice(Model):
    index: int
    finish_reason: ChatChoiceFinishReason
    """Why it ended."""
    message: ChatReplyMessage
    logprobs: dict[str, Any] | None = None


class ChatReplyMessage(Model):
    role: Literal["assistant"] | str
    content: str | None
    """What the model says."""
    refusal: str | None = None
    """Why it says nothing."""
    tool_calls: list[ToolCall] | None = None
    """The functions it asks for."""


class ListChatCompletionsReply(Model):
    object: Literal["list"] | str
    data: list[ChatCompletion]
    """The completions of this page."""
    first_id: str | None
    last_id: str | None
    has_more: bool
