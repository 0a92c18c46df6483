"""Client parameters are found by repetition, and only where that is beyond doubt."""

from connector_generator.lower.client_parameters import Row, find_client_parameters

PATH = "path"


def row(path: str, *parameters: tuple[str, str, bool]) -> Row:
    names = [part[1:].split("}")[0] for part in path.split("/") if part.startswith("{")]
    return (f"GET {path}", path, (*((name, PATH, True) for name in names), *parameters))


def found(rows: list[Row]) -> list[tuple[str, str]]:
    return [(name, location) for name, location, _ in find_client_parameters(rows)]


def test_an_account_that_nearly_every_path_begins_with() -> None:
    rows = [row(f"/2010/Accounts/{{AccountSid}}/{each}") for each in "abcdefghi"]
    rows += [row("/2010/Accounts"), row("/2010/Accounts/{Sid}")]
    assert found(rows) == [("AccountSid", "path")]


def test_the_evidence_counts() -> None:
    rows = [row(f"/v1/users/{{userId}}/{each}") for each in "abcdef"]
    ((_, _, evidence),) = find_client_parameters(rows)
    assert evidence == ("6 of 6 operations under /v1 begin /v1/users/",)


def test_a_resource_of_its_own_is_no_client_parameter() -> None:
    rows = [row(f"/repos/{{owner}}/{{repo}}/{each}") for each in "abcdefghij"]
    rows += [row("/repos/{owner}/{repo}")]
    assert found(rows) == []
    assert found([row("/pets/{id}"), *[row(f"/pets/{{id}}/{each}") for each in "abcdef"]]) == []


def test_too_few_operations_prove_nothing() -> None:
    assert found([row(f"/accounts/{{account}}/{each}") for each in "abcd"]) == []


def test_a_version_header() -> None:
    version = ("Notion-Version", "header", True)
    rows = [row(f"/v1/{each}", version) for each in "abcdefghi"]
    assert found([*rows, row("/v1/oauth")]) == [("Notion-Version", "header")]


def test_keys_of_single_calls_are_none() -> None:
    headers = [
        (name, "header", True)
        for name in ("Idempotency-Key", "X-Request-ID", "If-Match", "X-Other")
    ]
    assert found([row(f"/v1/{each}", *headers) for each in "abcdefghi"]) == []


def test_optional_query_parameters_stay_where_they_are() -> None:
    fields = ("fields", "query", False)
    tenant = ("tenantId", "query", True)
    rows = [row(f"/v1/{each}", fields, tenant) for each in "abcdefghi"]
    assert found(rows) == [("tenantId", "query")]
