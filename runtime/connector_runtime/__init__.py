"""Run time: what generated connectors import, and what runs them."""

__version__ = "0.1.0"
