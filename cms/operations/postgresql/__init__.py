"""Django's backend for PostgreSQL with our own connection pool, for web processes."""
