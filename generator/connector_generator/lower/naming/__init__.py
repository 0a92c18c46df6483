"""Names: from the document's spelling to Python's, decided for a whole connector at once."""

from connector_generator.lower.naming.frozen import (
    FrozenNames as FrozenNames,
)
from connector_generator.lower.naming.frozen import (
    FrozenOperation as FrozenOperation,
)
from connector_generator.lower.naming.frozen import (
    frozen_from_json as frozen_from_json,
)
from connector_generator.lower.naming.frozen import (
    frozen_to_json as frozen_to_json,
)
from connector_generator.lower.naming.identifiers import module_name as module_name
from connector_generator.lower.naming.identifiers import pascal_case as pascal_case
from connector_generator.lower.naming.identifiers import snake_case as snake_case
from connector_generator.lower.naming.members import allocate_members as allocate_members
from connector_generator.lower.naming.operations import allocate_operations as allocate_operations
from connector_generator.lower.naming.reserved import (
    RESERVED_IN_ARGUMENTS as RESERVED_IN_ARGUMENTS,
)
from connector_generator.lower.naming.reserved import RESERVED_IN_MODELS as RESERVED_IN_MODELS
from connector_generator.lower.naming.sketches import OperationNames as OperationNames
from connector_generator.lower.naming.sketches import OperationSketch as OperationSketch
from connector_generator.lower.naming.types import allocate_types as allocate_types
