"""Models of chat completion chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .usage import Usage

# fmt: off
ChatChunkChoiceFinishReason: TypeAlias = "Literal['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] | str"
ChatChunkChoiceDeltaRole: TypeAlias = "Literal['developer', 'system', 'user', 'assistant', 'tool'] | str"
# fmt: on


class ChatCompletionChunk(Model):
    id: str
    object: Literal["chat.completion.chunk"] | str
    created: int
    model: str
    choices: list[ChatChunkChoice]
    """What is new."""
    usage: Usage | None = None
    system_fingerprint: str | None = None


class ChatChunkChoice(Model):
    index: int
    finish_reason: ChatChunkChoiceFinishReason | None = None
    delta: ChatChunkChoiceDelta


class ChatChunkChoiceDeltaToolCallsItemFunction(Model):
    name: str | None = None
    arguments: str | None = None


class ChatChunkChoiceDeltaToolCallsItem(Model):
    index: int
    id: str | None = None
    type: Literal["function"] | str | None = None
    function: ChatChunkChoiceDeltaToolCallsItemFunction | None = None


class ChatChunkChoiceDelta(Model):
    role: ChatChunkChoiceDeltaRole | None = None
    content: str | None = None
    """The next words."""
    refusal: str | None = None
    tool_calls: list[ChatChunkChoiceDeltaToolCallsItem] | None = None
