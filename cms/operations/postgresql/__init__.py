"""Django's backend for PostgreSQL with our pool of connections: web processes use it."""
