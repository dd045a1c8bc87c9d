"""Corrections: the changes of a new version to what was published, with a public reason."""
