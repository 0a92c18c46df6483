"""Splitting text into words, and what is known of words."""

import pytest

from connector_generator.lower.naming.paths import parse_path
from connector_generator.lower.naming.words import is_plural, is_verb_phrase, singular, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("listCoreV1NamespacedPod", ["list", "core", "v1", "namespaced", "pod"]),
        ("PostCustomersCustomer", ["post", "customers", "customer"]),
        ("list-for-repo", ["list", "for", "repo"]),
        ("APIKey", ["api", "key"]),
        ("OAuth2Token", ["oauth2", "token"]),
        ("userIDs", ["user", "ids"]),
        ("it's", ["its"]),
        ("getHTTPResponseCode", ["get", "http", "response", "code"]),
        ("", []),
        ("--", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("customers", "customer"),
        ("companies", "company"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("matches", "match"),
        ("caches", "cache"),
        ("purchases", "purchase"),
        ("responses", "response"),
        ("statuses", "status"),
        ("databases", "database"),
        ("people", "person"),
        ("status", "status"),
        ("dns", "dns"),
        ("analysis", "analysis"),
        ("news", "news"),
        ("movies", "movie"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert is_plural(plural) == (plural != one)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        (["submit", "tool", "outputs"], True),
        (["login", "links"], False),
        (["search"], True),
        (["upload", "session"], True),
        (["customers"], False),
        ([], False),
    ],
)
def test_verb_phrases(words: list[str], verb: bool) -> None:
    assert is_verb_phrase(words) is verb


@pytest.mark.parametrize(
    ("path", "segments"),
    [
        ("/v1/customers/{customer}", ["customers", "{customer}"]),
        ("/2010-04-01/Accounts/{Sid}.json", ["accounts", "{sid}"]),
        ("/v2.1/x", ["x"]),
        ("/messages:batchDelete", ["messages", "batch_delete"]),
        ("/{owner}.{repo}/x", ["{owner}", "{repo}", "x"]),
        ("/api/v{version}/x", ["api", "{version}", "x"]),
        ("/items('{id}')/microsoft.graph.copy", ["items", "{id}", "copy"]),
        ("/a?beta=true", ["a"]),
        ("/a#b", ["a", "b"]),
        ("", []),
    ],
)
def test_paths(path: str, segments: list[str]) -> None:
    found = [f"{{{each.name}}}" if each.is_parameter else each.name for each in parse_path(path)]
    assert found == segments
