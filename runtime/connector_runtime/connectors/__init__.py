"""What connectors there are, and how a tenant reaches them."""
