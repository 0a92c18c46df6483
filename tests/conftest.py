"""Hooks of the whole suite: the page of conformance is made by the run itself."""

from tests.conformance.plugin import pytest_addoption, pytest_configure

__all__ = ["pytest_addoption", "pytest_configure"]
