"""The platform over HTTP: the guide's three endpoints, and what people and operators need beside them."""
