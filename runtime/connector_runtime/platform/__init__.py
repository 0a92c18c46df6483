"""All parts put together, and the names that programs use."""
