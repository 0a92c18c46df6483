"""From what the user gave to complete documents: load, bundle, overlay, select.

The entry is :func:`connector_generator.source.spec.load_spec`. Every stage after this one sees plain
trees in which each reference is local and leads somewhere, and asks ``Document.locate`` where
something was written.
"""
