"""The export of a report as an archive."""
