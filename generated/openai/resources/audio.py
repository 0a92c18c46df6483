"""The operations of `client.audio`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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

    from connector_runtime.client import CallOptions, FileInput, Omit

    from .. import models


class Audio(Resource):
    """The operations of `client.audio`."""

    @cached_property
    def speech(self) -> AudioSpeech:
        """The operations of `client.audio.speech`."""
        return AudioSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AudioTranscriptions:
        """The operations of `client.audio.transcriptions`."""
        return AudioTranscriptions(self._client)


class AsyncAudio(AsyncResource):
    """The operations of `client.audio`."""

    @cached_property
    def speech(self) -> AsyncAudioSpeech:
        """The operations of `client.audio.speech`."""
        return AsyncAudioSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncAudioTranscriptions:
        """The operations of `client.audio.transcriptions`."""
        return AsyncAudioTranscriptions(self._client)


class AudioSpeech(Resource):
    """The operations of `client.audio.speech`."""

    @property
    def with_raw_response(self) -> AudioSpeechWithRawResponse:
        """The same methods, answering with the raw response."""
        return AudioSpeechWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AudioSpeechWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `with`."""
        return AudioSpeechWithStreamingResponse(self)

    def create(
        self,
        *,
        input: str,
        model: str,
        voice: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | str | Omit = OMIT,
        speed: float | Omit = OMIT,
        instructions: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes:
        """Read a text aloud.

        Complexity 2 (draft).

        Args:
            input: The text.
            model: The model, such as `tts-1`.
            voice: Who speaks, such as `alloy`.
            organization: The organization that pays.
            project: The project that pays.
            response_format: The format of the sound.
            speed: 1 is the natural speed.
            instructions: How it is said.
        """
        return self._call("create_speech", locals(), options)


class AsyncAudioSpeech(AsyncResource):
    """The operations of `client.audio.speech`."""

    @property
    def with_raw_response(self) -> AsyncAudioSpeechWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncAudioSpeechWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncAudioSpeechWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `async with`."""
        return AsyncAudioSpeechWithStreamingResponse(self)

    async def create(
        self,
        *,
        input: str,
        model: str,
        voice: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | str | Omit = OMIT,
        speed: float | Omit = OMIT,
        instructions: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes:
        """Read a text aloud.

        Complexity 2 (draft).

        Args:
            input: The text.
            model: The model, such as `tts-1`.
            voice: Who speaks, such as `alloy`.
            organization: The organization that pays.
            project: The project that pays.
            response_format: The format of the sound.
            speed: 1 is the natural speed.
            instructions: How it is said.
        """
        return await self._call("create_speech", locals(), options)


class AudioSpeechWithRawResponse:
    """The methods of `AudioSpeech`, answering with the raw response."""

    def __init__(self, resource: AudioSpeech) -> None:
        self.create = raw(resource.create)


class AudioSpeechWithStreamingResponse:
    """The methods of `AudioSpeech` whose reply can be read while it comes."""

    def __init__(self, resource: AudioSpeech) -> None:
        self.create = streamed(resource.create)


class AsyncAudioSpeechWithRawResponse:
    """The methods of `AsyncAudioSpeech`, answering with the raw response."""

    def __init__(self, resource: AsyncAudioSpeech) -> None:
        self.create = async_raw(resource.create)


class AsyncAudioSpeechWithStreamingResponse:
    """The methods of `AsyncAudioSpeech` whose reply can be read while it comes."""

    def __init__(self, resource: AsyncAudioSpeech) -> None:
        self.create = async_streamed(resource.create)


class AudioTranscriptions(Resource):
    """The operations of `client.audio.transcriptions`."""

    @property
    def with_raw_response(self) -> AudioTranscriptionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AudioTranscriptionsWithRawResponse(self)

    def create(
        self,
        *,
        file: FileInput,
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        language: str | Omit = OMIT,
        prompt: str | Omit = OMIT,
        temperature: float | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateTranscriptionReply:
        """Write down what is said.

        Complexity 2 (draft).

        Args:
            file: The sound.
            model: The model, such as `whisper-1`.
            organization: The organization that pays.
            project: The project that pays.
            language: What is spoken, as in ISO 639-1.
            prompt: Words that are likely to occur.
            temperature: How freely it guesses.
        """
        return self._call("create_transcription", locals(), options)


class AsyncAudioTranscriptions(AsyncResource):
    """The operations of `client.audio.transcriptions`."""

    @property
    def with_raw_response(self) -> AsyncAudioTranscriptionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncAudioTranscriptionsWithRawResponse(self)

    async def create(
        self,
        *,
        file: FileInput,
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        language: str | Omit = OMIT,
        prompt: str | Omit = OMIT,
        temperature: float | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateTranscriptionReply:
        """Write down what is said.

        Complexity 2 (draft).

        Args:
            file: The sound.
            model: The model, such as `whisper-1`.
            organization: The organization that pays.
            project: The project that pays.
            language: What is spoken, as in ISO 639-1.
            prompt: Words that are likely to occur.
            temperature: How freely it guesses.
        """
        return await self._call("create_transcription", locals(), options)


class AudioTranscriptionsWithRawResponse:
    """The methods of `AudioTranscriptions`, answering with the raw response."""

    def __init__(self, resource: AudioTranscriptions) -> None:
        self.create = raw(resource.create)


class AsyncAudioTranscriptionsWithRawResponse:
    """The methods of `AsyncAudioTranscriptions`, answering with the raw response."""

    def __init__(self, resource: AsyncAudioTranscriptions) -> None:
        self.create = async_raw(resource.create)
