"""English, as far as names of collections need it."""

_ES = ("sses", "tuses", "xes", "shes", "ches")
_E = ("caches",)


def singular(word: str) -> str:
    """What one of them is called: ``charge`` of ``charges``, ``policy`` of ``policies``."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(_ES) and not word.endswith(_E):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
