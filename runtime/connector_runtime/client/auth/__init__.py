"""Credentials: which scheme an operation is called with, and what that puts into the request."""
