"""Statements of a report, or of a report and the one before, that speak of the same thing."""
