"""Models of output item."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from connector_runtime.client import Model, Tagged, UnknownVariant

# fmt: off
OutputItem: TypeAlias = "Annotated[OutputMessage | FunctionCall | ReasoningItem | WebSearchCall | FileSearchCall | UnknownVariant, Tagged('type', {'message': 'OutputMessage', 'function_call': 'FunctionCall', 'reasoning': 'ReasoningItem', 'web_search_call': 'WebSearchCall', 'file_search_call': 'FileSearchCall'})]"
OutputPart: TypeAlias = "Annotated[OutputText | RefusalPart | UnknownVariant, Tagged('type', {'output_text': 'OutputText', 'refusal': 'RefusalPart'})]"
FileSearchCallStatus: TypeAlias = "Literal['in_progress', 'searching', 'completed', 'incomplete', 'failed'] | str"
# fmt: on


class RefusalPart(Model):
    type: Literal["refusal"] | str
    refusal: str
    """Why it said nothing."""


class OutputMessage(Model):
    type: Literal["message"] | str
    id: str
    role: Literal["assistant"] | str
    status: Literal["in_progress", "completed", "incomplete"] | str
    content: list[OutputPart]
    """What the model says."""


class OutputText(Model):
    type: Literal["output_text"] | str
    text: str
    """The words."""
    annotations: list[dict[str, Any]] | None = None
    """What the words refer to."""


class FunctionCall(Model):
    type: Literal["function_call"] | str
    id: str | None = None
    call_id: str
    """What the answer refers to."""
    name: str
    arguments: str
    """The arguments as JSON; check them."""
    status: Literal["in_progress", "completed", "incomplete"] | str | None = None


class ReasoningItem(Model):
    type: Literal["reasoning"] | str
    id: str
    summary: list[SummaryText]
    """What the model thought."""
    encrypted_content: str | None = None
    """All of it"""
    status: Literal["in_progress", "completed", "incomplete"] | str | None = None


class SummaryText(Model):
    type: Literal["summary_text"] | str
    text: str


class WebSearchCall(Model):
    type: Literal["web_search_call"] | str
    id: str
    status: Literal["in_progress", "searching", "completed", "failed"] | str


class FileSearchCall(Model):
    type: Literal["file_search_call"] | str
    id: str
    status: FileSearchCallStatus
    queries: list[str]
    """What it looked for."""
