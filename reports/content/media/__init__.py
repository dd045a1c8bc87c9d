"""Uploaded files: what is accepted, what is removed from it, how it is decoded, who sees it."""
