"""Uploaded files: what is accepted, cleaned and read of them, and how they are named."""
