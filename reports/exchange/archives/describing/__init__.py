"""Collects the content of an archive from the database: only what the public may see."""
