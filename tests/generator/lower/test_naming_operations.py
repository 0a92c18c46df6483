"""Operation names and method paths: the rules R1 to R5, and the examples that define them."""

from collections.abc import Sequence

import pytest

from connector_generator.lower.naming import (
    FrozenNames,
    FrozenOperation,
    OperationNames,
    OperationSketch,
    allocate_operations,
)

Row = tuple[str, str, str, tuple[str, ...], bool]
"""HTTP method, path, operation id, tags, whether the reply is a list."""


def sketch(
    method: str,
    path: str,
    operation_id: str = "",
    tags: tuple[str, ...] = (),
    many: bool = False,
    *,
    summary: str = "",
    given_name: str = "",
    given_method: str = "",
    document: str = "",
) -> OperationSketch:
    return OperationSketch(
        key=f"{document} {method} {path}".strip(),
        http_method=method,
        path=path,
        operation_id=operation_id,
        tags=tags,
        summary=summary,
        returns_collection=many,
        given_name=given_name,
        given_method=given_method,
    )


def allocate(
    connector: str, sketches: Sequence[OperationSketch], client_parameters: Sequence[str] = ()
) -> dict[str, OperationNames]:
    return dict(allocate_operations(connector, sketches, client_parameters, FrozenNames()))


def names(found: OperationNames) -> tuple[str, str]:
    return found.name.python, found.method


_CORE = ("core_v1",)
_NAMESPACED = "/api/v1/namespaces/{namespace}"
_ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"

DOCUMENTS: dict[str, tuple[tuple[str, ...], list[Row]]] = {
    "stripe": (
        (),
        [
            ("GET", "/v1/customers", "GetCustomers", (), True),
            ("POST", "/v1/customers", "PostCustomers", (), False),
            ("GET", "/v1/customers/{customer}", "GetCustomersCustomer", (), False),
            ("POST", "/v1/customers/{customer}", "PostCustomersCustomer", (), False),
            ("GET", "/v1/customers/search", "GetCustomersSearch", (), True),
            ("GET", "/v1/balance", "GetBalance", (), False),
            ("GET", "/v1/invoices/upcoming", "GetInvoicesUpcoming", (), False),
            ("GET", "/v1/invoices/upcoming/lines", "GetInvoicesUpcomingLines", (), True),
            ("POST", "/v1/accounts/{account}/login_links", "PostAccountsLoginLinks", (), False),
            ("GET", "/v1/tax/settings", "GetTaxSettings", (), False),
            ("POST", "/v1/tax/settings", "PostTaxSettings", (), False),
            ("POST", "/v1/transfers/{id}/return", "PostTransfersIdReturn", (), False),
            (
                "POST",
                "/v1/payment_intents/{intent}/confirm",
                "PostPaymentIntentsIntentConfirm",
                (),
                False,
            ),
        ],
    ),
    "github": (
        (),
        [
            ("POST", "/repos/{owner}/{repo}/issues", "issues/create", ("issues",), False),
            ("GET", "/repos/{owner}/{repo}/issues", "issues/list-for-repo", ("issues",), True),
            ("PUT", "/repos/{owner}/{repo}/pulls/{n}/merge", "pulls/merge", ("pulls",), False),
            (
                "GET",
                "/repos/{owner}/{repo}/contents/{path}",
                "repos/get-content",
                ("repos",),
                False,
            ),
        ],
    ),
    "slack": (
        (),
        [
            ("POST", "/chat.postMessage", "chat_postMessage", ("chat",), False),
            ("GET", "/users.profile.get", "users_profile_get", ("users.profile", "users"), False),
            ("GET", "/search.messages", "search_messages", ("search",), False),
            ("POST", "/admin.apps.restrict", "admin_apps_restrict", ("admin.apps",), False),
        ],
    ),
    "twilio": (
        ("AccountSid",),
        [
            ("POST", f"{_ACCOUNT}/Messages.json", "CreateMessage", (), False),
            ("GET", f"{_ACCOUNT}/Messages.json", "ListMessage", (), True),
            (
                "GET",
                f"{_ACCOUNT}/Calls/{{CallSid}}/Recordings/{{Sid}}.json",
                "FetchCallRecording",
                (),
                False,
            ),
            (
                "GET",
                f"{_ACCOUNT}/Calls/{{CallSid}}/Recordings.json",
                "ListCallRecording",
                (),
                False,
            ),
            ("POST", "/2010-04-01/Accounts/{Sid}.json", "UpdateAccount", (), False),
            ("GET", "/2010-04-01/Accounts/{Sid}.json", "FetchAccount", (), False),
        ],
    ),
    "openai": (
        (),
        [
            ("POST", "/chat/completions", "createChatCompletion", ("Chat",), False),
            ("POST", "/vector_stores/{id}", "modifyVectorStore", ("Vector stores",), False),
            ("GET", "/organization/usage/costs", "usage-costs", ("Usage",), False),
            ("POST", "/threads/{id}/submit_tool_outputs", "submitToolOutputs", (), False),
        ],
    ),
    "kubernetes": (
        (),
        [
            ("GET", f"{_NAMESPACED}/pods", "listCoreV1NamespacedPod", _CORE, True),
            ("POST", f"{_NAMESPACED}/pods", "createCoreV1NamespacedPod", _CORE, False),
            ("DELETE", f"{_NAMESPACED}/pods", "deleteCoreV1CollectionNamespacedPod", _CORE, False),
            ("GET", f"{_NAMESPACED}/pods/{{name}}", "readCoreV1NamespacedPod", _CORE, False),
            ("PUT", f"{_NAMESPACED}/pods/{{name}}", "replaceCoreV1NamespacedPod", _CORE, False),
            ("PATCH", f"{_NAMESPACED}/pods/{{name}}", "patchCoreV1NamespacedPod", _CORE, False),
            ("DELETE", f"{_NAMESPACED}/pods/{{name}}", "deleteCoreV1NamespacedPod", _CORE, False),
            ("GET", f"{_NAMESPACED}/pods/{{name}}/log", "readCoreV1NamespacedPodLog", _CORE, False),
            ("GET", "/api/v1/pods", "listCoreV1PodForAllNamespaces", _CORE, True),
            *(
                (
                    "GET",
                    f"/apis/apps/{version}/namespaces/{{namespace}}/{each}",
                    f"listApps{version.capitalize()}Namespaced{each.capitalize()}",
                    (f"apps_{version}",),
                    True,
                )
                for version in ("v1", "v1beta1", "v1beta2")
                for each in ("deployments", "daemonsets", "statefulsets")
            ),
        ],
    ),
    "asana": ((), [("GET", "/projects/{gid}/tasks", "getTasksForProject", ("Tasks",), True)]),
    "telegram": ((), [("POST", "/sendMessage", "sendMessage", (), False)]),
    "gmail": (
        ("userId",),
        [
            ("GET", f"/gmail/v1/users/{{userId}}/{each}", f"gmail.users.{each}.list", (), True)
            for each in ("messages", "drafts", "labels", "threads", "history")
        ],
    ),
    "docusign": (
        ("accountId",),
        [
            (
                "GET",
                "/v2/current_user/password_rules",
                "PasswordRules_GetPasswordRules",
                ("UserPasswordRules",),
                False,
            ),
            (
                "GET",
                "/v2/login_information",
                "LoginInformation_GetLoginInformation",
                ("Authentication",),
                False,
            ),
        ],
    ),
}

EXPECTED = [
    ("stripe", "POST /v1/customers/{customer}", "update_customer", "customers.update"),
    ("stripe", "GET /v1/balance", "retrieve_balance", "balance.retrieve"),
    ("stripe", "GET /v1/customers/search", "search_customers", "customers.search"),
    (
        "stripe",
        "GET /v1/invoices/upcoming",
        "retrieve_upcoming_invoice",
        "invoices.upcoming.retrieve",
    ),
    (
        "stripe",
        "POST /v1/payment_intents/{intent}/confirm",
        "confirm_payment_intent",
        "payment_intents.confirm",
    ),
    (
        "stripe",
        "POST /v1/accounts/{account}/login_links",
        "create_account_login_link",
        "accounts.login_links.create",
    ),
    ("stripe", "POST /v1/tax/settings", "update_tax_setting", "tax.settings.update"),
    ("stripe", "POST /v1/transfers/{id}/return", "return_transfer", "transfers.return_transfer"),
    ("github", "POST /repos/{owner}/{repo}/issues", "create_issue", "issues.create"),
    (
        "github",
        "GET /repos/{owner}/{repo}/issues",
        "list_issues_for_repo",
        "issues.list_for_repo",
    ),
    ("github", "PUT /repos/{owner}/{repo}/pulls/{n}/merge", "merge_pull", "pulls.merge"),
    (
        "github",
        "GET /repos/{owner}/{repo}/contents/{path}",
        "get_repo_content",
        "repos.get_content",
    ),
    ("slack", "POST /chat.postMessage", "post_chat_message", "chat.post_message"),
    ("slack", "GET /users.profile.get", "get_user_profile", "users.profile.get"),
    ("slack", "GET /search.messages", "retrieve_search_messages", "search.messages"),
    ("slack", "POST /admin.apps.restrict", "restrict_admin_app", "admin.apps.restrict"),
    ("twilio", f"POST {_ACCOUNT}/Messages.json", "create_message", "messages.create"),
    (
        "twilio",
        f"GET {_ACCOUNT}/Calls/{{CallSid}}/Recordings/{{Sid}}.json",
        "fetch_call_recording",
        "calls.recordings.retrieve",
    ),
    (
        "twilio",
        f"GET {_ACCOUNT}/Calls/{{CallSid}}/Recordings.json",
        "list_call_recording",
        "calls.recordings.list",
    ),
    ("twilio", "POST /2010-04-01/Accounts/{Sid}.json", "update_account", "accounts.update"),
    ("openai", "POST /chat/completions", "create_chat_completion", "chat.completions.create"),
    ("openai", "POST /vector_stores/{id}", "modify_vector_store", "vector_stores.update"),
    (
        "openai",
        "POST /threads/{id}/submit_tool_outputs",
        "submit_tool_outputs",
        "threads.submit_tool_outputs",
    ),
    (
        "kubernetes",
        f"GET {_NAMESPACED}/pods",
        "list_core_v1_namespaced_pod",
        "core_v1.pods.list",
    ),
    (
        "kubernetes",
        f"GET {_NAMESPACED}/pods/{{name}}/log",
        "read_core_v1_namespaced_pod_log",
        "core_v1.pods.log.retrieve",
    ),
    (
        "kubernetes",
        f"DELETE {_NAMESPACED}/pods",
        "delete_core_v1_collection_namespaced_pod",
        "core_v1.pods.delete_collection",
    ),
    (
        "kubernetes",
        f"DELETE {_NAMESPACED}/pods/{{name}}",
        "delete_core_v1_namespaced_pod",
        "core_v1.pods.delete",
    ),
    (
        "kubernetes",
        f"PATCH {_NAMESPACED}/pods/{{name}}",
        "patch_core_v1_namespaced_pod",
        "core_v1.pods.update",
    ),
    (
        "kubernetes",
        f"PUT {_NAMESPACED}/pods/{{name}}",
        "replace_core_v1_namespaced_pod",
        "core_v1.pods.replace",
    ),
    (
        "kubernetes",
        "GET /api/v1/pods",
        "list_core_v1_pod_for_all_namespaces",
        "core_v1.pods.list_for_all_namespaces",
    ),
    ("asana", "GET /projects/{gid}/tasks", "get_tasks_for_project", "projects.tasks.list"),
    ("telegram", "POST /sendMessage", "send_message", "send_message"),
    (
        "gmail",
        "GET /gmail/v1/users/{userId}/messages",
        "list_user_messages",
        "users.messages.list",
    ),
    (
        "docusign",
        "GET /v2/current_user/password_rules",
        "get_password_rules",
        "password_rules.get",
    ),
    (
        "docusign",
        "GET /v2/login_information",
        "get_login_information",
        "login_information.get",
    ),
]


@pytest.mark.parametrize(("vendor", "key", "name", "method"), EXPECTED)
def test_the_names_that_define_the_rules(vendor: str, key: str, name: str, method: str) -> None:
    client_parameters, rows = DOCUMENTS[vendor]
    found = allocate(vendor, [sketch(*row) for row in rows], client_parameters)
    assert names(found[key]) == (name, method)


def test_an_operation_without_a_resource_stands_on_the_client() -> None:
    found = allocate("telegram", [sketch("POST", "/sendMessage", "sendMessage")])
    assert found["POST /sendMessage"].resource == ()


def test_given_names_win_over_all_and_the_others_give_way() -> None:
    sketches = [
        sketch("POST", "/messages", "createMessage"),
        sketch("POST", "/m", "x", given_name="create_message", given_method="messages.create"),
    ]
    found = allocate("chat", sketches)
    assert names(found["POST /m"]) == ("create_message", "messages.create")
    assert names(found["POST /messages"])[0] != "create_message"
    assert names(found["POST /messages"])[1] != "messages.create"


def test_a_given_method_without_a_resource_keeps_the_resource() -> None:
    found = allocate("x", [sketch("GET", "/pets", many=True, given_method="all")])
    assert found["GET /pets"].method == "pets.all"


def test_names_of_ours_and_keywords_are_kept_free() -> None:
    sketches = [
        sketch("GET", "/mock", many=True),
        sketch("POST", "/close", "close"),
        sketch("GET", "/import/jobs", many=True),
        sketch("POST", "/pets/{id}/with_raw_response"),
    ]
    found = allocate("x", sketches)
    assert [names(found[each.key])[1] for each in sketches] == [
        "mock_.list",
        "close_",
        "import_.jobs.list",
        "pets.with_raw_response_",
    ]


def test_a_method_is_never_called_like_a_resource_beside_it() -> None:
    sketches = [
        sketch("POST", "/files/{id}/content", "files.content"),
        sketch("GET", "/files/{id}/content/parts", many=True),
        sketch("GET", "/files/{id}", "files.get"),
    ]
    found = allocate("box", sketches)
    methods = {each.method for each in found.values()}
    resources = {
        ".".join(each.resource[:length])
        for each in found.values()
        for length in range(1, len(each.resource) + 1)
    }
    assert not methods & resources
    assert "files.content" in resources


def test_collisions_are_told_apart_by_words_then_by_parameters_never_by_numbers() -> None:
    sketches = [
        sketch("GET", "/pets/{id}"),
        sketch("GET", "/pets/{name}/"),
        sketch("GET", "/shop/pets", "listPets", many=True),
        sketch("GET", "/pets", "listPetsInStore", many=True),
    ]
    found = allocate("x", sketches)
    assert found["GET /pets/{id}"].method == "pets.retrieve"
    assert found["GET /pets/{name}/"].method == "pets.retrieve_by_name"


def test_duplicate_operation_ids_of_two_documents() -> None:
    sketches = [
        sketch("GET", "/crm/v3/objects", "getPage", many=True, document="companies"),
        sketch("GET", "/crm/v3/objects", "getPage", many=True, document="contacts"),
    ]
    found = allocate("hubspot", sketches)
    assert len({each.method for each in found.values()}) == 2
    assert {each.name.python for each in found.values()} >= {"get_page"}
    assert not any(char.isdigit() for each in found.values() for char in each.name.python)


def test_an_operation_name_fits_into_64_characters_with_its_connector() -> None:
    long = "list_" + "_".join(f"section{letter}" for letter in "abcdefghijklmnop")
    found = allocate("connector", [sketch("GET", "/x", long), sketch("PUT", "/x", f"{long}_again")])
    for each in found.values():
        assert len(f"connector_{each.name.python}") <= 64
        assert each.name.python.startswith("list_sectiona")


@pytest.mark.parametrize(
    "path",
    ["/", "", "/{id}", "//", "/пути/{x}", "/class/{def}", "/a b/{c}", "/2/files", "/x?y=1", "/#a"],
)
def test_any_path_gets_names(path: str) -> None:
    (found,) = allocate("x", [sketch("GET", path)]).values()
    assert found.name.python.isascii()
    assert found.name.python.isidentifier()
    assert all(part.isidentifier() for part in found.method.split("."))


def test_the_order_of_the_document_does_not_matter() -> None:
    for client_parameters, rows in DOCUMENTS.values():
        sketches = [sketch(*row) for row in rows]
        straight = allocate("x", sketches, client_parameters)
        assert allocate("x", sketches[::-1], client_parameters) == straight


def test_frozen_names_are_kept_and_kept_clear_of() -> None:
    frozen = FrozenNames({"GET /pets": FrozenOperation("all_pets", "pets.list")})
    sketches = [
        sketch("GET", "/pets", "listPets", many=True),
        sketch("GET", "/shop/pets", "all_pets", many=True),
        sketch("GET", "/pets/list", "x", many=True),
    ]
    found = allocate_operations("x", sketches, (), frozen)
    assert names(found["GET /pets"]) == ("all_pets", "pets.list")
    assert found["GET /pets"].reason == "the lock has it"
    assert len({each.name.python for each in found.values()}) == 3
    assert len({each.method for each in found.values()}) == 3
