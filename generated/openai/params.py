"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import Any, Literal, Required, TypeAlias, TypedDict

from . import models

# fmt: off
AssistantPartParams: TypeAlias = "TextPartParams | RefusalPartParams | models.RefusalPart"
ChatMessageParams: TypeAlias = "DeveloperMessageParams | SystemMessageParams | UserMessageParams | AssistantMessageParams | ToolMessageParams"
"""One turn of a conversation."""
ContentPartParams: TypeAlias = "TextPartParams | ImagePartParams | AudioPartParams | FilePartParams"
CreateChatCompletionReasoningEffortParams: TypeAlias = "Literal['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] | str"
CreateFilePurposeParams: TypeAlias = "Literal['assistants', 'batch', 'fine-tune', 'vision', 'user_data', 'evals'] | str"
InputItemParams: TypeAlias = "InputMessageParams | OutputMessageParams | models.OutputMessage | FunctionCallParams | models.FunctionCall | FunctionCallOutputParams | ReasoningItemParams | models.ReasoningItem"
"""A message, what the model said or asked for before, or what a function answered."""
InputPartParams: TypeAlias = "InputTextParams | InputImageParams | InputFileParams"
MetadataParams: TypeAlias = "dict[str, str] | None"
"""Your own keys and values, at most 16."""
OutputPartParams: TypeAlias = "OutputTextParams | models.OutputText | RefusalPartParams | models.RefusalPart"
ReasoningEffortParams: TypeAlias = "Literal['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] | str"
ResponseFormatParams: TypeAlias = "TextFormatParams | JSONObjectFormatParams | JSONSchemaFormatParams"
"""Text, any JSON object, or JSON of a schema."""
ResponseTextFormatParams: TypeAlias = "TextFormatParams | JSONObjectFormatParams | ResponseSchemaFormatParams"
ResponseToolParams: TypeAlias = "FunctionToolParams | WebSearchToolParams | FileSearchToolParams"
TextContentParams: TypeAlias = "str | list[TextPartParams]"
"""Text, or parts of text."""
# fmt: on


class AssistantMessageParams(TypedDict, total=False):
    role: Required[Literal["assistant"] | str]
    content: str | list[AssistantPartParams] | None
    """What the model said: text, or parts of text and refusals."""
    refusal: str | None
    """Why it said nothing."""
    name: str
    """Who speaks, where several do."""
    tool_calls: list[ToolCallParams | models.ToolCall]
    """The functions it asked for."""


class AudioPartParams(TypedDict, total=False):
    type: Required[Literal["input_audio"] | str]
    input_audio: Required[AudioPartInputAudioParams]


class AudioPartInputAudioParams(TypedDict, total=False):
    data: Required[str]
    """The sound in base64."""
    format: Required[Literal["wav", "mp3"] | str]


class ChatStreamOptionsParams(TypedDict, total=False):
    include_usage: bool
    """Whether a last chunk counts the tokens."""


class ChatToolParams(TypedDict, total=False):
    type: Required[Literal["function"] | str]
    function: Required[FunctionDefinitionParams]


class ChatToolChoiceParams(TypedDict, total=False):
    type: Required[Literal["function"] | str]
    function: Required[ChatToolChoiceFunctionParams]


class ChatToolChoiceFunctionParams(TypedDict, total=False):
    name: Required[str]


class DeveloperMessageParams(TypedDict, total=False):
    role: Required[Literal["developer"] | str]
    content: Required[TextContentParams]
    name: str
    """Who speaks, where several do."""


class FilePartParams(TypedDict, total=False):
    type: Required[Literal["file"] | str]
    file: Required[FilePartFileParams]


class FilePartFileParams(TypedDict, total=False):
    file_id: str
    """An uploaded file."""
    filename: str
    """What it is called."""
    file_data: str
    """The file itself in base64."""


class FileSearchToolParams(TypedDict, total=False):
    type: Required[Literal["file_search"] | str]
    vector_store_ids: Required[list[str]]
    """Where it looks."""
    max_num_results: int
    """Most finds."""


class FunctionCallParams(TypedDict, total=False):
    type: Required[Literal["function_call"] | str]
    id: str
    call_id: Required[str]
    """What the answer refers to."""
    name: Required[str]
    arguments: Required[str]
    """The arguments as JSON; check them."""
    status: Literal["in_progress", "completed", "incomplete"] | str


class FunctionCallOutputParams(TypedDict, total=False):
    type: Required[Literal["function_call_output"] | str]
    call_id: Required[str]
    """The call that this answers."""
    output: Required[str]
    """What the function answered."""


class FunctionDefinitionParams(TypedDict, total=False):
    name: Required[str]
    """What the model calls it."""
    description: str
    """What it does."""
    parameters: dict[str, Any]
    """A JSON Schema of its arguments."""
    strict: bool | None
    """Whether the arguments must fit exactly."""


class FunctionToolParams(TypedDict, total=False):
    type: Required[Literal["function"] | str]
    name: Required[str]
    """What the model calls it."""
    description: str | None
    """What it does."""
    parameters: Required[dict[str, Any] | None]
    """A JSON Schema of its arguments."""
    strict: Required[bool | None]
    """Whether the arguments must fit exactly."""


class ImagePartParams(TypedDict, total=False):
    type: Required[Literal["image_url"] | str]
    image_url: Required[ImagePartImageUrlParams]


class ImagePartImageUrlParams(TypedDict, total=False):
    url: Required[str]
    """Its address, or the picture itself as a data URL."""
    detail: Literal["auto", "low", "high"] | str
    """How closely it is looked at."""


class InputFileParams(TypedDict, total=False):
    type: Required[Literal["input_file"] | str]
    file_id: str | None
    """An uploaded file."""
    filename: str
    """What it is called."""
    file_data: str
    """The file itself in base64."""
    file_url: str
    """Its address."""


class InputImageParams(TypedDict, total=False):
    type: Required[Literal["input_image"] | str]
    detail: Required[Literal["low", "high", "auto", "original"] | str]
    """How closely it is looked at."""
    image_url: str | None
    """Its address, or the picture itself as a data URL."""
    file_id: str | None
    """An uploaded picture."""


class InputMessageParams(TypedDict, total=False):
    type: Literal["message"] | str
    role: Required[Literal["user", "assistant", "system", "developer"] | str]
    content: Required[str | list[InputPartParams]]
    """Text, or parts of text, pictures and files."""


class InputTextParams(TypedDict, total=False):
    type: Required[Literal["input_text"] | str]
    text: Required[str]
    """The words."""


class JSONObjectFormatParams(TypedDict, total=False):
    type: Required[Literal["json_object"] | str]


class JSONSchemaFormatParams(TypedDict, total=False):
    type: Required[Literal["json_schema"] | str]
    json_schema: Required[JSONSchemaFormatJsonSchemaParams]


class JSONSchemaFormatJsonSchemaParams(TypedDict, total=False):
    name: Required[str]
    description: str
    schema: dict[str, Any]
    """The JSON Schema."""
    strict: bool | None


class OutputMessageParams(TypedDict, total=False):
    type: Required[Literal["message"] | str]
    id: Required[str]
    role: Required[Literal["assistant"] | str]
    status: Required[Literal["in_progress", "completed", "incomplete"] | str]
    content: Required[list[OutputPartParams]]
    """What the model says."""


class OutputTextParams(TypedDict, total=False):
    type: Required[Literal["output_text"] | str]
    text: Required[str]
    """The words."""
    annotations: list[dict[str, Any]]
    """What the words refer to."""


class ReasoningParams(TypedDict, total=False):
    """How a reasoning model thinks."""

    effort: ReasoningEffortParams | None
    """How long."""
    summary: Literal["auto", "concise", "detailed"] | str | None
    """How much of it is told."""


class ReasoningItemParams(TypedDict, total=False):
    type: Required[Literal["reasoning"] | str]
    id: Required[str]
    summary: Required[list[SummaryTextParams | models.SummaryText]]
    """What the model thought."""
    encrypted_content: str | None
    """All of it"""
    status: Literal["in_progress", "completed", "incomplete"] | str


class RefusalPartParams(TypedDict, total=False):
    type: Required[Literal["refusal"] | str]
    refusal: Required[str]
    """Why it said nothing."""


class ResponseSchemaFormatParams(TypedDict, total=False):
    type: Required[Literal["json_schema"] | str]
    name: Required[str]
    description: str
    schema: Required[dict[str, Any]]
    """The JSON Schema."""
    strict: bool | None


class ResponseTextParams(TypedDict, total=False):
    """The form of the answer."""

    format: ResponseTextFormatParams
    verbosity: Literal["low", "medium", "high"] | str | None
    """How much it says."""


class ResponseToolChoiceParams(TypedDict, total=False):
    type: Required[Literal["function"] | str]
    name: Required[str]


class SummaryTextParams(TypedDict, total=False):
    type: Required[Literal["summary_text"] | str]
    text: Required[str]


class SystemMessageParams(TypedDict, total=False):
    role: Required[Literal["system"] | str]
    content: Required[TextContentParams]
    name: str
    """Who speaks, where several do."""


class TextFormatParams(TypedDict, total=False):
    type: Required[Literal["text"] | str]


class TextPartParams(TypedDict, total=False):
    type: Required[Literal["text"] | str]
    text: Required[str]
    """The words."""


class ToolCallParams(TypedDict, total=False):
    id: Required[str]
    """What the answer refers to."""
    type: Required[Literal["function"] | str]
    function: Required[ToolCallFunctionParams | models.ToolCallFunction]


class ToolCallFunctionParams(TypedDict, total=False):
    name: Required[str]
    arguments: Required[str]
    """The arguments as JSON; check them."""


class ToolMessageParams(TypedDict, total=False):
    role: Required[Literal["tool"] | str]
    content: Required[TextContentParams]
    tool_call_id: Required[str]
    """The call that this answers."""


class UserMessageParams(TypedDict, total=False):
    role: Required[Literal["user"] | str]
    content: Required[str | list[ContentPartParams]]
    """Text, or parts of text, pictures, sound and files."""
    name: str
    """Who speaks, where several do."""


class WebSearchToolParams(TypedDict, total=False):
    type: Required[Literal["web_search"] | str]
    search_context_size: Literal["low", "medium", "high"] | str
    """How much of what is found is read."""
