"""From what the user gave to complete documents: load, bundle, overlay, select.

The entry is :func:`load_spec`. Every stage after this one sees plain trees in which each reference
is local and leads somewhere, and asks ``Document.locate`` where something was written.
"""

from connector_generator.source.document import Document
from connector_generator.source.library import SourceFile
from connector_generator.source.naming import connector_name, document_name, snake_case
from connector_generator.source.resolve import Spec, is_overlay, overlays_beside, resolve_spec
from connector_generator.source.select import Selection, Selector, parse_selection
from connector_generator.source.spec import LoadedSpec, load_document, load_spec

__all__ = [
    "Document",
    "LoadedSpec",
    "Selection",
    "Selector",
    "SourceFile",
    "Spec",
    "connector_name",
    "document_name",
    "is_overlay",
    "load_document",
    "load_spec",
    "overlays_beside",
    "parse_selection",
    "resolve_spec",
    "snake_case",
]
