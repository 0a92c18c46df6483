"""The operations of `client.chat`."""

from __future__ import annotations

from functools import cached_property
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
    import builtins
    from typing import Literal

    from connector_runtime.client import AsyncStream, CallOptions, Omit, Page, PendingPage, Stream

    from .. import models, params


class Chat(Resource):
    """The operations of `client.chat`."""

    @cached_property
    def completions(self) -> ChatCompletions:
        """The operations of `client.chat.completions`."""
        return ChatCompletions(self._client)


class AsyncChat(AsyncResource):
    """The operations of `client.chat`."""

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """The operations of `client.chat.completions`."""
        return AsyncChatCompletions(self._client)


class ChatCompletions(Resource):
    """The operations of `client.chat.completions`."""

    @property
    def with_raw_response(self) -> ChatCompletionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ChatCompletionsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ChatCompletionsWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `with`."""
        return ChatCompletionsWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Stream[models.ChatCompletionChunk]: ...
    @overload
    def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: Literal[False] | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion: ...
    @overload
    def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: bool | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion | Stream[models.ChatCompletionChunk]: ...
    def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: bool | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion | Stream[models.ChatCompletionChunk]:
        """Let a model continue a conversation.

        With `stream` the answer comes in chunks, as server-sent events. Nothing outside
        changes: the model drafts, and the caller decides what becomes of it. Complexity 2
        (draft).

        Args:
            messages: The conversation so far.
            model: Who answers, such as `gpt-4o`.
            organization: The organization that pays.
            project: The project that pays.
            stream: Whether the answer comes in chunks.
            temperature: How freely the model chooses its words.
            top_p: The share of likely words it chooses from.
            n: How many answers.
            stop: Words that end the answer.
            max_completion_tokens: Most tokens of the answer, thinking included.
            max_tokens: Use `max_completion_tokens`.
            presence_penalty: Above 0 prefers new topics.
            frequency_penalty: Above 0 avoids repetition.
            logit_bias: Tokens made more or less likely, from -100 to 100.
            logprobs: Whether to tell how likely each token was.
            top_logprobs: How many alternatives to tell for each token.
            reasoning_effort: How long a reasoning model thinks.
            verbosity: How much it says.
            seed: Makes the answer repeatable, as far as possible.
            service_tier: How fast it is served.
            store: Whether the completion is kept.
            tools: Functions the model may ask to be called.
            tool_choice: Whether it must call one.
            parallel_tool_calls: Whether it may ask for several at once.
            safety_identifier: Who asks; helps OpenAI to find abuse.
            prompt_cache_key: Requests of one key share what was read before.
            user: Use `safety_identifier` and `prompt_cache_key`.
        """
        return self._call("create_chat_completion", locals(), options)

    def delete(
        self,
        completion_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a stored completion.

        Complexity 4 (critical).

        Args:
            completion_id: The completion's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("delete_chat_completion", locals(), options)

    def list(
        self,
        *,
        model: str | Omit = OMIT,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.ChatCompletion, models.ListChatCompletionsReply]:
        """List stored completions, oldest first.

        Complexity 1 (read).

        Args:
            model: Only those of this model.
            after: Starts the page after this identifier.
            limit: Most items on a page.
            order: By the time of creation.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_chat_completions", locals(), options)

    def retrieve(
        self,
        completion_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion:
        """Look at a stored completion.

        Complexity 1 (read).

        Args:
            completion_id: The completion's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("get_chat_completion", locals(), options)


class AsyncChatCompletions(AsyncResource):
    """The operations of `client.chat.completions`."""

    @property
    def with_raw_response(self) -> AsyncChatCompletionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncChatCompletionsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncChatCompletionsWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `async with`."""
        return AsyncChatCompletionsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncStream[models.ChatCompletionChunk]: ...
    @overload
    async def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: Literal[False] | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion: ...
    @overload
    async def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: bool | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion | AsyncStream[models.ChatCompletionChunk]: ...
    async def create(
        self,
        *,
        messages: builtins.list[params.ChatMessageParams],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        stream: bool | Omit | None = OMIT,
        stream_options: params.ChatStreamOptionsParams | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: str | builtins.list[str] | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        max_tokens: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: dict[str, int] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        reasoning_effort: params.CreateChatCompletionReasoningEffortParams | Omit | None = OMIT,
        verbosity: Literal["low", "medium", "high"] | str | Omit | None = OMIT,
        response_format: params.ResponseFormatParams | Omit = OMIT,
        seed: int | Omit | None = OMIT,
        service_tier: (
            Literal["auto", "default", "flex", "scale", "priority"] | str | Omit | None
        ) = OMIT,
        store: bool | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        tools: builtins.list[params.ChatToolParams] | Omit = OMIT,
        tool_choice: (
            Literal["none", "auto", "required"] | str | params.ChatToolChoiceParams | Omit
        ) = OMIT,
        parallel_tool_calls: bool | Omit = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion | AsyncStream[models.ChatCompletionChunk]:
        """Let a model continue a conversation.

        With `stream` the answer comes in chunks, as server-sent events. Nothing outside
        changes: the model drafts, and the caller decides what becomes of it. Complexity 2
        (draft).

        Args:
            messages: The conversation so far.
            model: Who answers, such as `gpt-4o`.
            organization: The organization that pays.
            project: The project that pays.
            stream: Whether the answer comes in chunks.
            temperature: How freely the model chooses its words.
            top_p: The share of likely words it chooses from.
            n: How many answers.
            stop: Words that end the answer.
            max_completion_tokens: Most tokens of the answer, thinking included.
            max_tokens: Use `max_completion_tokens`.
            presence_penalty: Above 0 prefers new topics.
            frequency_penalty: Above 0 avoids repetition.
            logit_bias: Tokens made more or less likely, from -100 to 100.
            logprobs: Whether to tell how likely each token was.
            top_logprobs: How many alternatives to tell for each token.
            reasoning_effort: How long a reasoning model thinks.
            verbosity: How much it says.
            seed: Makes the answer repeatable, as far as possible.
            service_tier: How fast it is served.
            store: Whether the completion is kept.
            tools: Functions the model may ask to be called.
            tool_choice: Whether it must call one.
            parallel_tool_calls: Whether it may ask for several at once.
            safety_identifier: Who asks; helps OpenAI to find abuse.
            prompt_cache_key: Requests of one key share what was read before.
            user: Use `safety_identifier` and `prompt_cache_key`.
        """
        return await self._call("create_chat_completion", locals(), options)

    async def delete(
        self,
        completion_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a stored completion.

        Complexity 4 (critical).

        Args:
            completion_id: The completion's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("delete_chat_completion", locals(), options)

    def list(
        self,
        *,
        model: str | Omit = OMIT,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.ChatCompletion, models.ListChatCompletionsReply]:
        """List stored completions, oldest first.

        Complexity 1 (read).

        Args:
            model: Only those of this model.
            after: Starts the page after this identifier.
            limit: Most items on a page.
            order: By the time of creation.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_chat_completions", locals(), options)

    async def retrieve(
        self,
        completion_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChatCompletion:
        """Look at a stored completion.

        Complexity 1 (read).

        Args:
            completion_id: The completion's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("get_chat_completion", locals(), options)


class ChatCompletionsWithRawResponse:
    """The methods of `ChatCompletions`, answering with the raw response."""

    def __init__(self, resource: ChatCompletions) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class ChatCompletionsWithStreamingResponse:
    """The methods of `ChatCompletions` whose reply can be read while it comes."""

    def __init__(self, resource: ChatCompletions) -> None:
        self.create = streamed(resource.create)


class AsyncChatCompletionsWithRawResponse:
    """The methods of `AsyncChatCompletions`, answering with the raw response."""

    def __init__(self, resource: AsyncChatCompletions) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class AsyncChatCompletionsWithStreamingResponse:
    """The methods of `AsyncChatCompletions` whose reply can be read while it comes."""

    def __init__(self, resource: AsyncChatCompletions) -> None:
        self.create = async_streamed(resource.create)
