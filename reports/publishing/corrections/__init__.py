"""Corrections: what a new version changes of what was published, and why, in public."""
