"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .audio_reply_objects import CreateTranscriptionReply as CreateTranscriptionReply
    from .batches_reply_objects import BatchStatus as BatchStatus
    from .batches_reply_objects import Batch as Batch
    from .batches_reply_objects import BatchRequestCounts as BatchRequestCounts
    from .batches_reply_objects import ListBatchesReply as ListBatchesReply
    from .chat_completion_chunk import ChatChunkChoiceFinishReason as ChatChunkChoiceFinishReason
    from .chat_completion_chunk import ChatChunkChoiceDeltaRole as ChatChunkChoiceDeltaRole
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completion_chunk import ChatChunkChoice as ChatChunkChoice
    from .chat_completion_chunk import (
        ChatChunkChoiceDeltaToolCallsItemFunction as ChatChunkChoiceDeltaToolCallsItemFunction,
    )
    from .chat_completion_chunk import (
        ChatChunkChoiceDeltaToolCallsItem as ChatChunkChoiceDeltaToolCallsItem,
    )
    from .chat_completion_chunk import ChatChunkChoiceDelta as ChatChunkChoiceDelta
    from .chat_reply_objects import ChatChoiceFinishReason as ChatChoiceFinishReason
    from .chat_reply_objects import ToolCall as ToolCall
    from .chat_reply_objects import ToolCallFunction as ToolCallFunction
    from .chat_reply_objects import ChatCompletion as ChatCompletion
    from .chat_reply_objects import ChatChoice as ChatChoice
    from .chat_reply_objects import ChatReplyMessage as ChatReplyMessage
    from .chat_reply_objects import ListChatCompletionsReply as ListChatCompletionsReply
    from .deleted import Deleted as Deleted
    from .embeddings_reply_objects import Embedding as Embedding
    from .embeddings_reply_objects import CreateEmbeddingReplyUsage as CreateEmbeddingReplyUsage
    from .embeddings_reply_objects import CreateEmbeddingReply as CreateEmbeddingReply
    from .error_reply import ErrorReply as ErrorReply
    from .error_reply import Error as Error
    from .files_reply_objects import File as File
    from .files_reply_objects import ListFilesReply as ListFilesReply
    from .fine_tuning_reply_objects import FineTuningJobStatus as FineTuningJobStatus
    from .fine_tuning_reply_objects import FineTuningJob as FineTuningJob
    from .fine_tuning_reply_objects import FineTuningJobError as FineTuningJobError
    from .fine_tuning_reply_objects import (
        ListPaginatedFineTuningJobsReply as ListPaginatedFineTuningJobsReply,
    )
    from .images import Images as Images
    from .images import ImagesDataItem as ImagesDataItem
    from .metadata import Metadata as Metadata
    from .models_reply_objects import ModelObject as ModelObject
    from .models_reply_objects import ListModelsReply as ListModelsReply
    from .moderations_reply_objects import Moderation as Moderation
    from .moderations_reply_objects import CreateModerationReply as CreateModerationReply
    from .output_item import OutputItem as OutputItem
    from .output_item import OutputPart as OutputPart
    from .output_item import FileSearchCallStatus as FileSearchCallStatus
    from .output_item import RefusalPart as RefusalPart
    from .output_item import OutputMessage as OutputMessage
    from .output_item import OutputText as OutputText
    from .output_item import FunctionCall as FunctionCall
    from .output_item import ReasoningItem as ReasoningItem
    from .output_item import SummaryText as SummaryText
    from .output_item import WebSearchCall as WebSearchCall
    from .output_item import FileSearchCall as FileSearchCall
    from .response_event import ResponseEvent as ResponseEvent
    from .response_event import ResponseStatus as ResponseStatus
    from .response_event import ResponseStateEventType as ResponseStateEventType
    from .response_event import ResponseItemEventType as ResponseItemEventType
    from .response_event import Response as Response
    from .response_event import ResponseIncompleteDetails as ResponseIncompleteDetails
    from .response_event import ResponseError as ResponseError
    from .response_event import ResponseStateEvent as ResponseStateEvent
    from .response_event import ResponseItemEvent as ResponseItemEvent
    from .response_event import ResponseArgumentsDelta as ResponseArgumentsDelta
    from .response_event import ResponseArgumentsDone as ResponseArgumentsDone
    from .response_event import ResponseErrorEvent as ResponseErrorEvent
    from .response_text_delta import ResponseTextDelta as ResponseTextDelta
    from .response_text_done import ResponseTextDone as ResponseTextDone
    from .response_usage import ResponseUsage as ResponseUsage
    from .usage import Usage as Usage
    from .vector_stores_reply_objects import VectorStore as VectorStore
    from .vector_stores_reply_objects import VectorStoreFileCounts as VectorStoreFileCounts
    from .vector_stores_reply_objects import ListVectorStoresReply as ListVectorStoresReply

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "audio_reply_objects": "CreateTranscriptionReply",
        "batches_reply_objects": "BatchStatus Batch BatchRequestCounts ListBatchesReply",
        "chat_completion_chunk": "ChatChunkChoiceFinishReason ChatChunkChoiceDeltaRole ChatCompletionChunk ChatChunkChoice ChatChunkChoiceDeltaToolCallsItemFunction ChatChunkChoiceDeltaToolCallsItem ChatChunkChoiceDelta",
        "chat_reply_objects": "ChatChoiceFinishReason ToolCall ToolCallFunction ChatCompletion ChatChoice ChatReplyMessage ListChatCompletionsReply",
        "deleted": "Deleted",
        "embeddings_reply_objects": "Embedding CreateEmbeddingReplyUsage CreateEmbeddingReply",
        "error_reply": "ErrorReply Error",
        "files_reply_objects": "File ListFilesReply",
        "fine_tuning_reply_objects": "FineTuningJobStatus FineTuningJob FineTuningJobError ListPaginatedFineTuningJobsReply",
        "images": "Images ImagesDataItem",
        "metadata": "Metadata",
        "models_reply_objects": "ModelObject ListModelsReply",
        "moderations_reply_objects": "Moderation CreateModerationReply",
        "output_item": "OutputItem OutputPart FileSearchCallStatus RefusalPart OutputMessage OutputText FunctionCall ReasoningItem SummaryText WebSearchCall FileSearchCall",
        "response_event": "ResponseEvent ResponseStatus ResponseStateEventType ResponseItemEventType Response ResponseIncompleteDetails ResponseError ResponseStateEvent ResponseItemEvent ResponseArgumentsDelta ResponseArgumentsDone ResponseErrorEvent",
        "response_text_delta": "ResponseTextDelta",
        "response_text_done": "ResponseTextDone",
        "response_usage": "ResponseUsage",
        "usage": "Usage",
        "vector_stores_reply_objects": "VectorStore VectorStoreFileCounts ListVectorStoresReply",
    },
)
