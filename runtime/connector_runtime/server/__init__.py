"""The same operations over HTTP."""
