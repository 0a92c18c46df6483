"""Several operations in a row, durable."""
