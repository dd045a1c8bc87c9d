"""Saves an archive in this database, with the public ids of the original."""
