"""Compares this year's draft with another year's report: same, changed, new or removed."""
