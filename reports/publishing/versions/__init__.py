"""Versions of reports: each stores permanently what was published."""
