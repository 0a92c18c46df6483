"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import TypedDict


class DraftMessageParams(TypedDict, total=False):
    raw: str
    """The whole email as RFC 2822 says"""
    threadId: str
    """The conversation to answer in."""


class LabelColorParams(TypedDict, total=False):
    textColor: str
    backgroundColor: str
