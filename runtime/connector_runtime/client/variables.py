"""The environment variables that a connector reads, from the facts of its manifest.

What clients read and what ``.env.example`` lists are the same because both ask here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from connector_runtime.client.auth.wallet import ways
from connector_runtime.client.servers import base_url_variable, variable_of

Facts = Mapping[str, Any]


class Variable(NamedTuple):
    """A variable by its name; one that is not ``needed`` only replaces what is known without it."""

    name: str
    needed: bool


class ClientArgument(NamedTuple):
    """What a client can be given once: a client parameter, or a variable of a server."""

    name: str
    environment: tuple[str, ...]
    default: Any
    needed: bool


def client_arguments(facts: Facts) -> Iterator[ClientArgument]:
    """The arguments of a client; the default of a server's variable stays in its server."""
    for parameter in facts.get("client_parameters", ()):
        default = parameter.get("default")
        environment = tuple(parameter.get("environment", ()))
        yield ClientArgument(parameter["name"], environment, default, default is None)
    for at, server in enumerate(facts.get("servers", ())):
        for variable in server.get("variables", ()):
            name: str = variable["name"]
            environment = (variable_of(facts["name"], name),)
            needed = at == 0 and _names_an_account(server, variable)
            yield ClientArgument(name, environment, None, needed)


def _names_an_account(server: Facts, variable: Facts) -> bool:
    """Whether a variable says whose server it is, so that its default is no more than an example."""
    place = "{" + str(variable.get("wire") or variable["name"]) + "}"
    return place in urlsplit(str(server["url"])).netloc and not variable.get("choices")


def variables(facts: Facts) -> tuple[Variable, ...]:
    """Every variable that clients of a connector read: credentials, arguments, base URL.

    Of a scheme the way that is tried first is needed, and other ways and spellings are not.
    """
    found = [
        *_of_schemes(facts),
        *(
            Variable(name, argument.needed and at == 0)
            for argument in client_arguments(facts)
            for at, name in enumerate(argument.environment)
        ),
        Variable(base_url_variable(facts["name"]), not _has_url(facts)),
    ]
    needed = {each.name for each in found if each.needed}
    return tuple(
        Variable(name, name in needed) for name in dict.fromkeys(each.name for each in found)
    )


def _of_schemes(facts: Facts) -> Iterator[Variable]:
    for scheme in facts.get("security_schemes", ()):
        every = ways(scheme["kind"], tuple(scheme.get("environment", ())))
        for at, way in enumerate(every):
            yield from (Variable(name, at == 0) for name in way)


def _has_url(facts: Facts) -> bool:
    servers: Sequence[Facts] = facts.get("servers") or ()
    return bool(servers) and "://" in str(servers[0]["url"])
