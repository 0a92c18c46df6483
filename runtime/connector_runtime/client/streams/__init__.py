"""Replies that are read while they come: events, lines, and bytes."""
