"""Allocate the names of hoisted schemas: gather what each place wants, then settle."""

import json
from collections.abc import Mapping

from connector_generator.normalise.draft import Node
from connector_generator.normalise.hoist import Claim
from connector_generator.normalise.names import pascal
from connector_generator.normalise.places import exact_name, long_name, short_name


def name_claims(
    components: Mapping[str, Node], claims: Mapping[str, Claim], shared: Mapping[str, str]
) -> dict[str, str]:
    """Provisional key → name. Components keep theirs; of two claims to a name, none gets it.

    ``shared`` are claims that were given up for an equal one; they take that one's name. Claims for
    one name with equal content (one body in two media types) share it as well.
    """
    taken = {*components, *map(pascal, components)}
    names: dict[str, str] = {}
    pending = [claim for key, claim in claims.items() if key not in shared]
    for wanted_by in (short_name, long_name, exact_name):
        wanted: dict[str, list[Claim]] = {}
        for claim in pending:
            wanted.setdefault(wanted_by(claim.place), []).append(claim)
        pending = list[Claim]()
        for name, rivals in wanted.items():
            if name in taken and wanted_by is not exact_name:
                pending += rivals
            elif len(rivals) == 1 or _equal(rivals):
                names |= {claim.key: name for claim in rivals}
                taken.add(name)
            elif wanted_by is exact_name:
                names |= {claim.key: f"{name}{claim.key[1:]}" for claim in rivals}
            else:
                pending += rivals
    for key, kept in shared.items():
        names[key] = names[kept]
    return names


def _equal(rivals: list[Claim]) -> bool:
    """Whether claims say the same (as far as their own keywords go)."""
    texts = {json.dumps(_bare(claim.node), sort_keys=True) for claim in rivals}
    return len(texts) == 1


def _bare(node: Node) -> Node:
    return {key: value for key, value in node.items() if key != "x-connector-pointer"}
