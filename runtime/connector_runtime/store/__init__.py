"""What the platform remembers, in SQLite or PostgreSQL, each tenant's apart."""
