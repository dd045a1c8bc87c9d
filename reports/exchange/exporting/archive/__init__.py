"""Exports of a report as an archive."""
