"""Backs up the database, the files and hashes of public answers into a folder, and restores
them.
"""
