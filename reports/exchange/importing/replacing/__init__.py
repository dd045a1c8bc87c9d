"""Keeps ids where an import replaces the body of a report."""
