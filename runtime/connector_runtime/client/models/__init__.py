"""Models of replies: lazy, tolerant of what vendors change, strict where a test asks for it."""

from connector_runtime.client.models.base import Model, stamp
from connector_runtime.client.models.decoder import Decoder, decoder_for
from connector_runtime.client.models.package import lazy_models
from connector_runtime.client.models.variants import Tagged, UnknownVariant, Variants
from connector_runtime.client.models.violations import ModelViolationError, Report, Violation

__all__ = [
    "Decoder",
    "Model",
    "ModelViolationError",
    "Report",
    "Tagged",
    "UnknownVariant",
    "Variants",
    "Violation",
    "decoder_for",
    "lazy_models",
    "stamp",
]
