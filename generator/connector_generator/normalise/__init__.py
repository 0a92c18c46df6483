"""The document in one dialect, whatever it was written in.

``normalise`` is an ordered list of named passes over one private copy of the tree. What comes out
is a tree shaped like OpenAPI 3.1 in which nothing has to be looked up or interpreted any more: the
operations stand alone, and every schema is one of a few plain forms.
"""

from collections.abc import Callable

from connector_generator.diagnostics import Diagnostics
from connector_generator.normalise.components import normalise_schemas
from connector_generator.normalise.copying import copy_document
from connector_generator.normalise.document import NormalisedDocument
from connector_generator.normalise.draft import Draft
from connector_generator.normalise.empty_bodies import leave_out_empty_bodies
from connector_generator.normalise.merge import merge
from connector_generator.normalise.operations import complete_operations
from connector_generator.normalise.references import name_referenced_places
from connector_generator.normalise.security import repair_security
from connector_generator.normalise.structure import repair_structure
from connector_generator.normalise.versions import upgrade
from connector_generator.source.document import Document

PASSES: tuple[Callable[[Draft], None], ...] = (
    copy_document,
    upgrade,
    repair_structure,
    repair_security,
    name_referenced_places,
    complete_operations,
    leave_out_empty_bodies,
    normalise_schemas,
)
"""What is done to a document, in order."""


def normalise(document: Document, diagnostics: Diagnostics) -> NormalisedDocument:
    """Bring a document into the dialect; every repair is reported, nothing callable is lost."""
    draft = Draft(document.name, document.root, document.locate, diagnostics)
    for run in PASSES:
        run(draft)
    return NormalisedDocument(document.name, draft.root, document.locate)


__all__ = ["PASSES", "NormalisedDocument", "merge", "normalise"]
