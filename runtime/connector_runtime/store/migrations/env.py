"""Runs migrations on the connection that the store hands over."""

from alembic import context

from connector_runtime.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table="connectors_schema",
    transaction_per_migration=False,
)
context.run_migrations()
