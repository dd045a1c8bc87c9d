"""Releases in the admin: the list, the contents of each, approval and press link."""
