"""Reads old versions of reports, each with its own perspective and loaders."""
