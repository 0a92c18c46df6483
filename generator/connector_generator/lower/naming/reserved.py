"""Names that are taken where names of a document will stand."""

import builtins
import typing

from connector_generator.lower.naming.words import word_set

MODEL_ATTRIBUTES = word_set(
    "construct copy dict from_orm json model_computed_fields model_config model_construct "
    "model_copy model_dump model_dump_json model_extra model_fields model_fields_set "
    "model_json_schema model_parametrized_name model_post_init model_rebuild model_validate "
    "model_validate_json model_validate_strings parse_file parse_obj parse_raw schema "
    "schema_json update_forward_refs validate request_id"
)
"""Attributes of every reply: pydantic's, and the request id that travels out of band."""

ANNOTATION_NAMES = word_set("str int float bool bytes dict list tuple date datetime time")
"""Names used in annotations of class bodies, where an attribute would hide them."""

RESERVED_IN_MODELS = MODEL_ATTRIBUTES | ANNOTATION_NAMES
"""What no property of a model may be called."""

PROTECTED_PREFIXES = ("model_validate", "model_dump")
"""pydantic warns of fields that begin so."""

RESERVED_IN_ARGUMENTS = frozenset({"self", "options"})
"""What no argument of a method may be called."""

CLIENT_ATTRIBUTES = frozenset(
    [
        "call",
        "close",
        "with_options",
        "with_raw_response",
        "with_streaming_response",
        "runtime",
        "mock",
    ]
)
"""Names of ours on a client."""

RESOURCE_ATTRIBUTES = frozenset({"with_raw_response", "with_streaming_response"})
"""Names of ours on a resource."""

_OUR_TYPES = word_set(
    "Client AsyncClient Resource AsyncResource ClientSettings CallOptions OMIT Omit Page "
    "AsyncPage RawResponse Credentials CredentialsInput Connector Operation Model Tagged "
    "Variants UnknownVariant FileInput Base64Bytes BaseModel RootModel Field ConfigDict Decimal "
    "UUID Path Sequence Mapping Iterator Iterable AsyncIterator Unpack NotRequired Required "
    "TypedDict TypeAlias Self Never Enum"
)

_TYPING = {name for name in dir(typing) if name[0].isupper()}

RESERVED_TYPES = frozenset(_OUR_TYPES | _TYPING | set(vars(builtins)) | ANNOTATION_NAMES)
"""Names that no model class may have."""
