"""Build time: an OpenAPI description becomes a typed Python package."""

__version__ = "0.1.0"
