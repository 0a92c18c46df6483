"""The operations of `client.responses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from connector_runtime.client import (
    OMIT,
    AsyncResource,
    Resource,
    async_raw,
    async_streamed,
    raw,
    streamed,
)

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import AsyncStream, CallOptions, Omit, Stream

    from .. import models, params


class Responses(Resource):
    """The operations of `client.responses`."""

    @property
    def with_raw_response(self) -> ResponsesWithRawResponse:
        """The same methods, answering with the raw response."""
        return ResponsesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ResponsesWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `with`."""
        return ResponsesWithStreamingResponse(self)

    def cancel(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response:
        """Stop an answer that is made in the background.

        Complexity 4 (critical).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("cancel_response", locals(), options)

    @overload
    def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: Literal[True],
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> Stream[models.ResponseEvent]: ...
    @overload
    def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: Literal[False] | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response: ...
    @overload
    def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: bool | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response | Stream[models.ResponseEvent]: ...
    def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: bool | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response | Stream[models.ResponseEvent]:
        """Let a model answer.

        With `stream` the answer comes as server-sent events, with `background` it is made
        while nobody waits and fetched later. Complexity 2 (draft). Undone by delete_response.

        Args:
            model: Who answers, such as `gpt-4o`.
            input: The question: text, or the conversation so far.
            organization: The organization that pays.
            project: The project that pays.
            instructions: What the model is told before the conversation.
            previous_response_id: The answer that this continues.
            stream: Whether the answer comes as events.
            background: Whether it is made while nobody waits.
            store: Whether the answer is kept.
            max_output_tokens: Most tokens of the answer, thinking included.
            max_tool_calls: Most calls of OpenAI's own tools.
            temperature: How freely the model chooses its words.
            top_p: The share of likely words it chooses from.
            tools: What the model may search or ask to be called.
            tool_choice: Whether it must use a tool.
            parallel_tool_calls: Whether it may ask for several at once.
            include: What else to tell, such as `reasoning.encrypted_content`.
            truncation: Whether the beginning is dropped when all is too long.
            service_tier: How fast it is served.
            safety_identifier: Who asks; helps OpenAI to find abuse.
            prompt_cache_key: Requests of one key share what was read before.
        """
        return self._call("create_response", locals(), options)

    def delete(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Remove a stored answer.

        Complexity 4 (critical).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        reply: None = self._call("delete_response", locals(), options)
        return reply

    def retrieve(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response:
        """Look at a stored answer.

        Complexity 1 (read).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("get_response", locals(), options)


class AsyncResponses(AsyncResource):
    """The operations of `client.responses`."""

    @property
    def with_raw_response(self) -> AsyncResponsesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncResponsesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncResponsesWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `async with`."""
        return AsyncResponsesWithStreamingResponse(self)

    async def cancel(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response:
        """Stop an answer that is made in the background.

        Complexity 4 (critical).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("cancel_response", locals(), options)

    @overload
    async def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: Literal[True],
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncStream[models.ResponseEvent]: ...
    @overload
    async def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: Literal[False] | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response: ...
    @overload
    async def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: bool | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response | AsyncStream[models.ResponseEvent]: ...
    async def create(
        self,
        *,
        model: str,
        input: str | list[params.InputItemParams],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        instructions: str | Omit | None = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        stream: bool | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        reasoning: params.ReasoningParams | Omit | None = OMIT,
        text: params.ResponseTextParams | Omit = OMIT,
        tools: list[params.ResponseToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ResponseToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        include: list[str] | Omit | None = OMIT,
        truncation: Literal["auto", "disabled"] | str | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response | AsyncStream[models.ResponseEvent]:
        """Let a model answer.

        With `stream` the answer comes as server-sent events, with `background` it is made
        while nobody waits and fetched later. Complexity 2 (draft). Undone by delete_response.

        Args:
            model: Who answers, such as `gpt-4o`.
            input: The question: text, or the conversation so far.
            organization: The organization that pays.
            project: The project that pays.
            instructions: What the model is told before the conversation.
            previous_response_id: The answer that this continues.
            stream: Whether the answer comes as events.
            background: Whether it is made while nobody waits.
            store: Whether the answer is kept.
            max_output_tokens: Most tokens of the answer, thinking included.
            max_tool_calls: Most calls of OpenAI's own tools.
            temperature: How freely the model chooses its words.
            top_p: The share of likely words it chooses from.
            tools: What the model may search or ask to be called.
            tool_choice: Whether it must use a tool.
            parallel_tool_calls: Whether it may ask for several at once.
            include: What else to tell, such as `reasoning.encrypted_content`.
            truncation: Whether the beginning is dropped when all is too long.
            service_tier: How fast it is served.
            safety_identifier: Who asks; helps OpenAI to find abuse.
            prompt_cache_key: Requests of one key share what was read before.
        """
        return await self._call("create_response", locals(), options)

    async def delete(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Remove a stored answer.

        Complexity 4 (critical).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("delete_response", locals(), options)

    async def retrieve(
        self,
        response_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Response:
        """Look at a stored answer.

        Complexity 1 (read).

        Args:
            response_id: The answer's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("get_response", locals(), options)


class ResponsesWithRawResponse:
    """The methods of `Responses`, answering with the raw response."""

    def __init__(self, resource: Responses) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.retrieve = raw(resource.retrieve)


class ResponsesWithStreamingResponse:
    """The methods of `Responses` whose reply can be read while it comes."""

    def __init__(self, resource: Responses) -> None:
        self.create = streamed(resource.create)


class AsyncResponsesWithRawResponse:
    """The methods of `AsyncResponses`, answering with the raw response."""

    def __init__(self, resource: AsyncResponses) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.retrieve = async_raw(resource.retrieve)


class AsyncResponsesWithStreamingResponse:
    """The methods of `AsyncResponses` whose reply can be read while it comes."""

    def __init__(self, resource: AsyncResponses) -> None:
        self.create = async_streamed(resource.create)
