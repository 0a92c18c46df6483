"""The one path from a request for an operation to its outcome."""
