"""Describes a database for an archive: what the public may see, and nothing else."""
