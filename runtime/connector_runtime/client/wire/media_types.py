"""Media types as text: what kind they are, and which of several documented ones is meant."""


def essence(content_type: str) -> str:
    """Type and subtype in lower case, without parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str:
    """The charset parameter in lower case, or nothing."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'").lower()
    return ""


def is_json(content_type: str) -> bool:
    """``application/json``, ``text/json`` and every ``+json``."""
    name = essence(content_type)
    return name in ("application/json", "text/json") or name.endswith("+json")


def is_wildcard(content_type: str) -> bool:
    """Whether it is a range such as ``image/*`` that cannot itself be sent."""
    return "*" in essence(content_type)


def matches(range_: str, content_type: str) -> bool:
    """Whether a documented media range covers a content type (both without parameters)."""
    if range_ in ("*/*", "*") or range_ == content_type:
        return True
    return range_.endswith("/*") and content_type.startswith(range_[:-1])
