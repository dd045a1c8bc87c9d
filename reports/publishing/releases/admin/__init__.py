"""Releases in the admin: the list, what is in each, approval, the link for the press."""
