"""Bounds on what a description may cost us: every description is hostile until it is read.

Real descriptions stay far below: the largest of our corpus has 14 MB, a depth of 28 and 147 aliases.
"""

MAX_BYTES = 64 * 1024 * 1024
"""Of one file or reply, decoded."""

MAX_DEPTH = 200
"""Nesting of one file. Later stages may recurse once or twice per level."""

MAX_ALIASED_NODES = 500_000
"""Values that the aliases of one YAML file may stand for, all together."""

MAX_HOPS = 100
"""References followed one after the other before we call it a cycle."""

MAX_INLINED_NODES = 300_000
"""Values copied to the places that refer to them, in one document."""

MAX_FILES = 20_000
"""Files of one folder looked at, and files that one document may pull in."""

TIMEOUT_SECONDS = 30.0
"""For one reply from the network, from the first byte sent to the last one read."""

MAX_REDIRECTS = 5
